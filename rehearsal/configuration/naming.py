"""Names that the bridge makes when a resource gives none: its logical name and seven random digits."""

import hashlib

from .faults import UnknownName

# Which argument is named, and the longest name, where they are not name and 255 (pulumi-aws, provider/resources.go).
_RULES = {
    "aws_cloudwatch_metric_alarm": ("alarm_name", 255),
    "aws_lb": ("name", 32),
    "aws_lb_target_group": ("name", 32),
    "aws_s3_bucket": ("bucket", 63),
}
_DIGITS = 7


def auto_name(resource_type, logical, block, arguments):
    """{"name": ...} where the bridge would give one, else nothing."""
    name, longest = _RULES.get(resource_type, ("name", 255))
    attribute = block.attributes.get(name, {})
    if name in arguments or f"{name}_prefix" in arguments or "name_prefix" in arguments:
        return {}
    if attribute.get("type") != "string" or not (attribute.get("required") or attribute.get("optional")):
        return {}

    # Long names are refused, not cut (pulumi, sdk/go/common/resource, NewUniqueName).
    if len(logical) + 1 + _DIGITS > longest:
        raise UnknownName(logical, name, f"the logical name and {_DIGITS + 1} characters make more than {longest}.")
    digits = hashlib.sha256(f"{resource_type} {logical}".encode()).hexdigest()[:_DIGITS]
    prefix = logical.lower() if resource_type == "aws_s3_bucket" else logical
    return {name: f"{prefix}-{digits}"}
