"""Names of the Pulumi bridge, and those of the provider behind it.

The bridge writes names in camel case, and the name of a list in the plural; a block that there may be one of at most
is no list to it. So a name is looked for among what the provider's names become by these rules; never guessed.
"""

import re

# Not by the rule: the bridge's own choice (pulumi-aws, provider/resources.go).
TYPES = {"aws:lb/loadBalancer:LoadBalancer": "aws_lb"}
RENAMED = {
    ("aws_cloudwatch_metric_alarm", "name"): "alarm_name",
    ("aws_cloudwatch_metric_alarm", "metric_queries"): "metric_query",
}


def snake(name):
    """vpcZoneIdentifiers -> vpc_zone_identifiers"""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def camel(name):
    """vpc_zone_identifiers -> vpcZoneIdentifiers"""
    first, *others = name.split("_")
    return first + "".join(word[:1].upper() + word[1:] for word in others)


def plural(name):
    """policy -> policies, address -> addresses, rule -> rules"""
    if re.search(r"[^aeiou]y$", name):
        return name[:-1] + "ies"
    return name + "es" if re.search(r"(s|x|z|ch|sh)$", name) else name + "s"


def resource_type(token, known):
    """aws:ec2/vpc:Vpc -> aws_vpc, when the provider knows it; else None."""
    if token in TYPES:
        return TYPES[token]

    package, path, name = token.split(":")
    module = path.split("/")[0]
    candidates = (f"{package}_{module}_{snake(name)}", f"{package}_{snake(name)}")
    return next((candidate for candidate in candidates if candidate in known), None)


def names_of(known, resource=None):
    """The bridge's name of each of the provider's names: {"vpcId": "vpc_id"}."""
    names = {}
    for name in known:
        names.setdefault(camel(plural(name)), name)
    for name in known:
        names[camel(name)] = name
    for (owner, alias), name in RENAMED.items():
        if owner == resource and name in known:
            names[camel(alias)] = name
    return names
