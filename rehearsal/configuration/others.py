"""Resources of other providers than AWS's.

aws-native goes to CloudFormation's resource schemas, which no Terraform provider simulates here; its one type in use
becomes the same calls of Secrets Manager: a secret, and a value made by the service's own generator. random has no
witness to need: the digits are computed here, and known to Terraform only after apply, as they are to the engine.
"""

import hashlib
import json

from .faults import UnknownName

SECRET = "aws-native:secretsmanager:Secret"
RANDOM_ID = "random:index/randomId:RandomId"

_GENERATOR = {
    "excludeCharacters": "exclude_characters", "excludeLowercase": "exclude_lowercase",
    "excludeNumbers": "exclude_numbers", "excludePunctuation": "exclude_punctuation",
    "excludeUppercase": "exclude_uppercase", "includeSpace": "include_space",
    "passwordLength": "password_length", "requireEachIncludedType": "require_each_included_type",
}
_TEMPLATE = ("generateStringKey", "secretStringTemplate")


def secret_inputs(resource):
    """The inputs of aws_secretsmanager_secret for those of the aws-native secret."""
    inputs = {key: value for key, value in resource["inputs"].items() if key != "generateSecretString"}
    if "tags" in inputs:
        inputs["tags"] = {tag["key"]: tag["value"] for tag in inputs["tags"]}

    # The CloudFormation handler deletes a secret at once.
    return {**inputs, "recoveryWindowInDays": 0}


def secret_value(resource, local):
    """The data source that generates a password and the version that holds it; None for a secret without."""
    generator = resource["inputs"].get("generateSecretString")
    if generator is None:
        return None
    unknown = [key for key in generator if key not in _GENERATOR and key not in _TEMPLATE]
    if unknown:
        raise UnknownName(resource["name"], f"generateSecretString.{unknown[0]}", "not an argument of the generator.")

    password = f"data.aws_secretsmanager_random_password.{local}.random_password"
    text = "${" + password + "}"
    if "secretStringTemplate" in generator:
        template = json.dumps(generator["secretStringTemplate"])
        key = json.dumps(generator["generateStringKey"])
        text = f"${{jsonencode(merge(jsondecode({template}), {{({key}) = {password}}}))}}"
    return (
        {_GENERATOR[key]: value for key, value in generator.items() if key in _GENERATOR},
        {
            "secret_id": f"${{aws_secretsmanager_secret.{local}.id}}", "secret_string": text,
            "lifecycle": {"ignore_changes": ["secret_string"]},
        })


def random_id(resource, stack):
    """terraform_data whose output is the digits: another length, prefix or keeper makes another resource."""
    inputs = resource["inputs"]
    made_of = json.dumps([stack, resource["name"], inputs], sort_keys=True)
    digits = hashlib.sha256(made_of.encode()).hexdigest()[:2 * int(inputs["byteLength"])]
    return {"input": inputs.get("prefix", "") + digits, "triggers_replace": [made_of]}
