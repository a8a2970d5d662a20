"""What a plan knows only by name: ${network-vpc.id} becomes a reference of Terraform."""

import re

from .faults import UnknownName

_REFERENCE = re.compile(r"\$\{([^{}]+)\}")

# Written for others to fill in: PowerShell's ${function:…} and Systems Manager's or EventBridge's ${aws:…}.
_LITERAL = re.compile(r"^(function|aws|global|cw_agent|env|script|using|variable):")
_PARAMETER = "ssm:"
_SERVER = re.compile(r"^server-\d+$")
_PROOF = re.compile(r"^proof-(name-)?(.+)$")


class References:
    """Finds what the names in a plan's values mean."""

    def __init__(self, addresses, schema):
        """addresses: {logical name: (resource type, local name)}, the first of each name."""
        self._addresses, self._schema = addresses, schema
        self.parameters = {}

    def expand(self, text, where, path):
        """The text as Terraform's template: references replaced, everything else taken literally."""
        parts, at = [], 0
        for match in _REFERENCE.finditer(text):
            expression = self._expression(match[1], where, path)
            if expression is not None:
                parts += [_escape(text[at:match.start()]), "${" + expression + "}"]
                at = match.end()
        return "".join([*parts, _escape(text[at:])])

    def _expression(self, reference, where, path):
        if reference == "aws:accountId":
            return "data.aws_caller_identity.current.account_id"
        if reference.startswith(_PARAMETER):
            return self._parameter(reference[len(_PARAMETER):])
        if _LITERAL.match(reference) or _is_script(reference):
            return None
        if _SERVER.match(reference):
            return f'format("i-%017x", {reference.split("-")[1]})'

        # Names and outputs may both contain dots; the longest name that exists is meant.
        for dot in [index for index, letter in enumerate(reference) if letter == "."][::-1]:
            if address := self._addresses.get(reference[:dot]):
                return self._output(address, reference[dot + 1:], where, path)
        raise UnknownName(where, path, f"${{{reference}}} refers to a resource that is not in the plan.")

    def _output(self, address, output, where, path):
        resource_type, local = address
        if resource_type == "terraform_data":
            return f"terraform_data.{local}.output"
        if proof := _PROOF.match(output):
            member = "resource_record_name" if proof[1] else "resource_record_value"
            return (f"one([for proof in {resource_type}.{local}.domain_validation_options : "
                    f'proof.{member} if proof.domain_name == "{proof[2]}"])')
        name = "id" if output == "id" else self._schema.block(resource_type).name_of(output)
        if name is None:
            raise UnknownName(where, path, f"{resource_type} has no {output}.")
        return f"{resource_type}.{local}.{name}"

    def _parameter(self, name):
        local = "parameter-" + re.sub(r"[^A-Za-z0-9_-]", "_", name.strip("/"))
        self.parameters[local] = name
        return f"data.aws_ssm_parameter.{local}.insecure_value"


def _is_script(reference):
    """${name} of PowerShell has neither a dot nor the form of a logical name."""
    return "." not in reference and "-" not in reference


def _escape(text):
    return text.replace("${", "$${").replace("%{", "%%{")
