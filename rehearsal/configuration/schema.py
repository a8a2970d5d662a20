"""What the provider says of itself: terraform providers schema -json."""

from .names import names_of, resource_type


class Schema:
    """The resource types of one provider."""

    def __init__(self, document):
        provider = next(value for key, value in document["provider_schemas"].items() if key.endswith("/aws"))
        self._resources = provider["resource_schemas"]

    def type_of(self, token):
        return resource_type(token, self._resources)

    def block(self, resource_type):
        return Block(self._resources[resource_type]["block"], resource_type)


class Block:
    """The arguments of a resource, or of a block within one."""

    def __init__(self, block, resource=None):
        self.attributes = block.get("attributes", {})
        self.blocks = block.get("block_types", {})
        self._names = names_of([*self.attributes, *self.blocks], resource)

    def name_of(self, bridged):
        """The provider's name of what the bridge calls so; None when there is none."""
        return self._names.get(bridged)

    def is_settable(self, name):
        attribute = self.attributes.get(name, {})
        return name in self.blocks or attribute.get("optional", False) or attribute.get("required", False)

    def inner(self, name):
        return Block(self.blocks[name]["block"])
