"""Inputs of a resource as arguments of the provider."""

from .faults import UnknownName
from .schema import Block


class Values:
    """Translates the inputs of one resource."""

    def __init__(self, resource, references):
        self._resource, self._references = resource, references

    def block(self, block, inputs, path=""):
        """The arguments of a block. A name that the provider does not know is refused, never dropped."""
        arguments = {}
        for bridged, value in inputs.items():
            at = f"{path}.{bridged}" if path else bridged
            name = block.name_of(bridged)
            if name is None or not block.is_settable(name):
                raise UnknownName(self._resource, at, "the provider knows no such argument.")
            arguments[name] = (
                self._blocks(block.inner(name), value, at) if name in block.blocks
                else self._attribute(block.attributes[name], value, at))
        return arguments

    def _blocks(self, inner, value, path):
        if isinstance(value, list):
            return [self.block(inner, item, f"{path}[{index}]") for index, item in enumerate(value)]
        return [self.block(inner, value, path)]

    def _attribute(self, attribute, value, path):
        if "nested_type" in attribute:
            nested = attribute["nested_type"]
            items = self._blocks(Block({"attributes": nested["attributes"]}), value, path)
            return items[0] if nested["nesting_mode"] == "single" else items
        return self._typed(attribute["type"], value, path)

    def _typed(self, kind, value, path):
        if isinstance(kind, list) and kind[0] in ("list", "set") and not isinstance(value, list):
            value = [value]
        if isinstance(value, list):
            inner = kind[1] if isinstance(kind, list) else kind
            return [self._typed(inner, item, f"{path}[{index}]") for index, item in enumerate(value)]
        if isinstance(value, dict) and isinstance(kind, list) and kind[0] == "object":
            return self._object(kind[1], value, path)
        if isinstance(value, dict):
            return {key: self._typed("string", item, f"{path}.{key}") for key, item in value.items()}
        return self._references.expand(value, self._resource, path) if isinstance(value, str) else value

    # An attribute that has the form of a block wants every member, null where there is nothing to say.
    def _object(self, members, value, path):
        names = Block({"attributes": dict.fromkeys(members, {})})
        known = {}
        for key, item in value.items():
            name = names.name_of(key)
            if name is None:
                raise UnknownName(self._resource, f"{path}.{key}", "the provider knows no such argument.")
            known[name] = self._typed(members[name], item, f"{path}.{key}")
        return {**dict.fromkeys(members), **known}
