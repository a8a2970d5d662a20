"""The whole configuration of a plan, in Terraform's JSON form."""

import re

from .faults import UnknownName
from .lifecycle import lifecycle
from .naming import auto_name
from .others import RANDOM_ID, SECRET, random_id, secret_inputs, secret_value
from .references import References
from .values import Values

# 6.x, which Pulumi.Aws 7 bridges, where it can be had; the last of 5.x otherwise.
REQUIRED = {"aws": {"source": "hashicorp/aws", "version": ">= 5.100.0, < 7.0.0"}}

_COMPONENT = "exchange:"

# A name that a resource was given looks the same in a plan when another resource takes it from there. In the program
# it is an output, for which the engine waits.
_GIVEN_NAMES = {
    "backupVaultName": "aws:backup/vault:Vault", "targetVaultName": "aws:backup/vault:Vault",
    "resourceGroupName": "aws:resourcegroups/group:Group",
}


class Document:
    """Terraform's configuration of a plan, and which resource of the plan each address is."""

    def __init__(self, plan, schema, region, follows=None, is_protected=False):
        self._schema, self._region, self._follows = schema, region, follows or {}
        self._is_protected, self._stack = is_protected, plan["stack"]
        self.resources = [r for r in plan["resources"] if not r["type"].startswith(_COMPONENT)]
        self.regions, self.by_address, self.not_known = {region}, {}, []
        self._children = _children(plan["resources"])
        self._places = {id(r): (self._type_of(r), local_name(r["name"])) for r in self.resources}
        self._by_name = {}
        for resource in self.resources:
            self._by_name.setdefault(resource["name"], []).append(self._places[id(resource)])

        self._given = {(r["type"], r["inputs"]["name"]): r["name"] for r in self.resources if "name" in r["inputs"]}

        # Two resources may share a name; the one that others refer to is registered first.
        self._references = References({name: places[0] for name, places in self._by_name.items()}, schema)
        self._resource_blocks, self._data = {}, {"aws_caller_identity": {"current": {}}}

    def build(self):
        """The configuration as a dictionary."""
        for resource in self.resources:
            self._add(resource)
        if parameters := self._references.parameters:
            self._data["aws_ssm_parameter"] = {local: {"name": name} for local, name in sorted(parameters.items())}
        return {
            "terraform": {"required_providers": REQUIRED},
            "provider": {"aws": [_provider(region, region == self._region) for region in sorted(self.regions)]},
            "data": self._data,
            "resource": self._resource_blocks,
        }

    def kinds(self):
        """How many resources of each type Terraform has to make."""
        return {kind: len(resources) for kind, resources in self._resource_blocks.items()}

    def block_of(self, resource):
        """The provider's schema of a resource; None for one that is not AWS's."""
        kind = self._type_of(resource)
        return None if kind == "terraform_data" else self._schema.block(kind)

    def _type_of(self, resource):
        token = resource["type"]
        if token == RANDOM_ID:
            return "terraform_data"
        kind = "aws_secretsmanager_secret" if token == SECRET else self._schema.type_of(token)
        if kind is None:
            raise UnknownName(resource["name"], "", f"the provider knows no resource type {token}.")
        return kind

    def _add(self, resource):
        kind, local = self._places[id(resource)]
        self.by_address[f"{kind}.{local}"] = resource
        block = random_id(resource, self._stack) if kind == "terraform_data" else self._of_aws(resource, kind)
        if waits := self._waits_for(resource, f"{kind}.{local}"):
            block["depends_on"] = waits
        self._resource_blocks.setdefault(kind, {})[local] = block
        if resource["type"] == SECRET and (value := secret_value(resource, local)):
            generator, version = value
            self._data.setdefault("aws_secretsmanager_random_password", {})[local] = generator
            self._resource_blocks.setdefault("aws_secretsmanager_secret_version", {})[local] = version

    def _of_aws(self, resource, kind):
        block = self._schema.block(kind)
        inputs = secret_inputs(resource) if resource["type"] == SECRET else self._linked(resource["inputs"])
        region = inputs.pop("region", None) if "region" not in block.attributes else None
        arguments = Values(resource["name"], self._references).block(block, inputs)
        arguments.update(auto_name(kind, resource["name"], block, arguments))
        self._follow(resource, arguments)
        options = resource["options"]
        if resource["type"] == SECRET:
            options = {key: value for key, value in options.items() if key != "ignoreChanges"}
        arguments["lifecycle"] = lifecycle({**resource, "options": options}, block, self._is_protected)
        if region and region != self._region:
            self.regions.add(region)
            arguments["provider"] = f"aws.{region}"
        return arguments

    def _linked(self, value, key=None):
        if isinstance(value, dict):
            return {inner: self._linked(item, inner) for inner, item in value.items()}
        if isinstance(value, list):
            return [self._linked(item) for item in value]
        owner = self._given.get((_GIVEN_NAMES.get(key), value)) if isinstance(value, str) else None
        return f"${{{owner}.name}}" if owner else value

    # A plan says 1 for the version of a launch template that only AWS counts.
    def _follow(self, resource, arguments):
        for path, followed in self._follows.get(resource["type"], {}).items():
            outer, inner = path.split(".")
            source = arguments.get(outer, [{}])[0].get(followed.split(".")[1], "")
            if source.endswith(".id}"):
                arguments[outer][0][inner] = source.replace(".id}", ".latest_version}")

    # A component stands for everything in it, as it does to the engine.
    def _waits_for(self, resource, own):
        waits, pending, seen = [], list(resource["dependsOn"]), set()
        while pending:
            name = pending.pop()
            if name in seen:
                continue
            seen.add(name)
            if places := self._by_name.get(name):
                waits += [".".join(place) for place in places]
            elif name in self._children:
                pending += self._children[name]
            else:
                raise UnknownName(resource["name"], "dependsOn", f"{name} is not in the plan.")
        return sorted(set(waits) - {own})


def local_name(name):
    """A logical name as an identifier of Terraform."""
    local = re.sub(r"[^A-Za-z0-9_-]", "_", name)
    return local if re.match(r"[A-Za-z_]", local) else f"_{local}"


def _children(resources):
    children = {}
    for resource in resources:
        if resource["type"].startswith(_COMPONENT):
            children.setdefault(resource["name"], [])
        if resource["parent"]:
            children.setdefault(resource["parent"], []).append(resource["name"])
    return children


# Only loopback: the address of the simulated AWS comes by AWS_ENDPOINT_URL.
def _provider(region, is_default):
    provider = {
        "region": region, "access_key": "rehearsal", "secret_key": "rehearsal",
        "s3_use_path_style": True, "skip_metadata_api_check": True, "max_retries": 2,
    }
    return provider if is_default else {"alias": region, **provider}
