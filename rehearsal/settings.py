"""Which setting of a stack file a refused value comes from."""

import re

import yaml

# The area of a component's resources, by the start of their names' component type.
_AREAS = {
    "ActiveDirectory": "directory", "NameResolution": "directory", "Gateway": "gateway", "MailboxCluster": "mailbox",
    "LoadBalancing": "clientAccess", "NetworkLoadBalancer": "clientAccess", "ApplicationLoadBalancer": "clientAccess",
    "EdgeTransport": "edge", "Backup": "backup", "Patching": "patching", "Network": "network",
    "SecurityGroups": "network", "FlowLogs": "network", "EncryptionKey": "protection", "MailFlow": "mailFlow",
}
_PREFIX = "exchange-on-aws:"


def setting_of(resource, values, plan, stack_file):
    """The setting with one of these values, else all of the resource's area, else what to look at."""
    given = list(_flat(yaml.safe_load(stack_file.read_text())["config"])) if stack_file else []
    area = area_of(resource, plan) if resource else None
    texts = [str(value) for value in values if value not in (None, "")]
    alike = [path for path, item in given
             if any(_same(str(item), text) for text in texts) and path.startswith(_PREFIX)]
    alike.sort(key=lambda path: not path.startswith(f"{_PREFIX}{area}"))
    if alike:
        return alike[0].removeprefix(_PREFIX)
    if area:
        return f"{area}.*"
    return "no setting: the program decides it"


def area_of(resource, plan):
    """The area of the nearest component around a resource that has one."""
    components = {item["name"]: item for item in plan["resources"] if item["type"].startswith("exchange:")}
    at = components.get(resource["parent"])
    while at:
        area = _AREAS.get(at["type"].split(":")[-1])
        if area:
            return area
        at = components.get(at["parent"])
    return None


def value_at(resource, path):
    """The input at a path such as rules[0].schedule; None where there is none."""
    value = resource["inputs"]
    for part in re.findall(r"[^.\[\]]+", path or ""):
        try:
            value = value[int(part)] if isinstance(value, list) else value[part]
        except (KeyError, IndexError, ValueError, TypeError):
            return None
    return value


# A short value says nothing when it is only a part of another.
def _same(setting, value):
    return setting == value or (len(setting) >= 6 and setting in value)


def _flat(value, path=""):
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _flat(item, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for item in value:
            yield from _flat(item, path)
    else:
        yield path, value
