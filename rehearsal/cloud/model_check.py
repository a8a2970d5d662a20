"""Compares the parameters of a call with the model of the API, and ARNs with the partition they are used in."""

import re
from functools import lru_cache

from .partition import partition_of

_NUMBERS = ("integer", "long", "float", "double")
_ARN = re.compile(r"arn:(aws[a-z-]*):[a-z0-9-]*:")

# Places that name a partition as text: a pattern, a template or another partition's documentation.
_FREE_TEXT = {"Description", "Content", "Comment"}


def violations(call):
    """[(member, what the model says of it)], empty for a good call."""
    shape = call.model.input_shape
    found = list(_structure(shape, call.parameters, "")) if shape else []
    return found + list(_foreign(call.parameters, partition_of(call.region), ""))


def _check(shape, value, path):
    kind = shape.type_name
    if kind == "structure" and isinstance(value, dict):
        yield from _structure(shape, value, path)
    elif kind == "list" and isinstance(value, list):
        yield from _bounds(shape, len(value), path, "members")
        for index, item in enumerate(value):
            yield from _check(shape.member, item, f"{path}[{index}]")
    elif kind == "map" and isinstance(value, dict):
        yield from _bounds(shape, len(value), path, "keys")
        for key, item in value.items():
            yield from _check(shape.key, key, f"{path}.{key}")
            yield from _check(shape.value, item, f"{path}.{key}")
    elif kind == "string" and isinstance(value, str):
        yield from _string(shape, value, path)
    elif kind in _NUMBERS and isinstance(value, (int, float)):
        yield from _bounds(shape, value, path, "")


def _structure(shape, value, path):
    prefix = f"{path}." if path else ""
    for member in shape.required_members:
        if value.get(member) is None:
            yield f"{prefix}{member}", "is required"
    if getattr(shape, "is_tagged_union", False) and len([item for item in value.values() if item is not None]) > 1:
        yield path, f"takes one of {', '.join(shape.members)}"
    for member, item in value.items():
        if member in shape.members and item is not None:
            yield from _check(shape.members[member], item, prefix + member)


def _string(shape, value, path):
    yield from _bounds(shape, len(value), path, "characters")
    if shape.enum and value not in shape.enum:
        yield path, f"is {_short(value)!r}, and the API knows {', '.join(shape.enum[:12])}"
    pattern = _compiled(shape.metadata.get("pattern"))
    if pattern and not pattern.search(value):
        yield path, f"is {_short(value)!r}, which does not match {shape.metadata['pattern']}"


def _bounds(shape, size, path, unit):
    least, most = shape.metadata.get("min"), shape.metadata.get("max")
    said = f"{size} {unit}".strip()
    if least is not None and size < least:
        yield path, f"has {said}, and {least} is the least"
    if most is not None and size > most:
        yield path, f"has {said}, and {most} is the most"


# Smithy's patterns are not anchored by themselves. Java's classes that Python lacks are left to AWS.
@lru_cache(maxsize=None)
def _compiled(pattern):
    try:
        return re.compile(pattern) if pattern else None
    except re.error:
        return None


def _foreign(value, partition, path):
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in _FREE_TEXT:
                yield from _foreign(item, partition, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _foreign(item, partition, f"{path}[{index}]")
    elif isinstance(value, str):
        for other in {found for found in _ARN.findall(value) if found != partition}:
            yield path, f"names an ARN of the partition {other}, and the region is in {partition}"


def _short(value):
    return value if len(value) <= 80 else value[:77] + "..."
