"""What was refused, in the words of who refused it: resource, property, message and setting."""

import re

from configuration.names import camel, plural
from settings import setting_of, value_at

_QUOTED = re.compile(r'"([a-z0-9_]+)"')
_MEMBER = re.compile(r": ([A-Za-z0-9.\[\]]+) (?:is|has|takes|names) ")


def of_unknown(fault, plan, stack_file):
    """A name or reference that the configuration refuses."""
    resource = next((item for item in plan["resources"] if item["name"] == fault.resource), None)
    return _refusal(resource, fault.resource, fault.path, fault.reason, plan, stack_file)


def of_diagnostics(refused, document, plan, stack_file):
    """Terraform's and the provider's errors."""
    return [_of_diagnostic(item, document, plan, stack_file) for item in refused.diagnostics]


def _of_diagnostic(diagnostic, document, plan, stack_file):
    context = (diagnostic.get("snippet") or {}).get("context") or ""
    address = diagnostic.get("address") or ".".join(_QUOTED.findall(context.replace("-", "_")))
    resource = document.by_address.get(address) or _by_context(context, document)
    message = "\n".join(part for part in (diagnostic["summary"], diagnostic.get("detail", "")) if part)
    return _refusal(resource, address or "the plan", _property(diagnostic, resource), message, plan, stack_file)


def _by_context(context, document):
    names = re.findall(r"[A-Za-z0-9_-]+", context)
    return document.by_address.get(".".join(names[-2:])) if len(names) >= 2 else None


# The member that the API's model names, the argument that the provider names, or the line that Terraform shows: in
# this order, because the line is often the resource's first.
def _property(diagnostic, resource):
    if resource is None:
        return ""
    text = f"{diagnostic['summary']} {diagnostic.get('detail', '')}"
    for member in _MEMBER.findall(text):
        words = [part[:1].lower() + part[1:] for part in re.findall(r"[A-Za-z]+", member)]
        found = next((word for word in reversed(words) if word in resource["inputs"]), None)
        if found or _longest_common(words, resource["inputs"]):
            return found or _longest_common(words, resource["inputs"])
    lines = re.findall(r'"([a-z0-9_]+)":', (diagnostic.get("snippet") or {}).get("code") or "")
    for name in [*_QUOTED.findall(text), *re.findall(r"\b[a-z0-9]+(?:_[a-z0-9]+)*\b", text), *lines[:1]]:
        for candidate in (camel(name), plural(camel(name))):
            if candidate in resource["inputs"] and (len(name) > 4 or f'"{name}"' in text):
                return candidate
    return ""


# BackupVaultName is the input name of a vault.
def _longest_common(words, inputs):
    endings = [key for key in inputs for word in words if word.lower().endswith(key.lower())]
    return max(endings, key=len, default="")


def _refusal(resource, name, path, message, plan, stack_file):
    value = value_at(resource, path) if resource and path else None
    values = _all_of(resource) if value is None else [value]
    return {
        "resource": resource["name"] if resource else name, "type": resource["type"] if resource else "",
        "property": path, "message": message, "setting": setting_of(resource, values, plan, stack_file),
    }


# Where no property is to blame, whatever the resource was given may lead to a setting.
def _all_of(resource):
    inputs = resource["inputs"] if resource else {}
    return [value for key, value in inputs.items() if isinstance(value, str) and key not in ("description", "name")]
