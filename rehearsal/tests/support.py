"""Puts the rehearsal's modules on the path, and makes small plans and schemas."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))


def attribute(kind, required=False):
    return {"type": kind, "required": required, "optional": not required}


def schema(**resources):
    """A provider's schema: {resource type: block}."""
    from configuration.schema import Schema

    return Schema({"provider_schemas": {"registry/aws": {
        "resource_schemas": {name: {"block": block} for name, block in resources.items()}}}})


def resource(token, name, inputs=None, parent=None, depends_on=(), **options):
    return {"type": token, "name": name, "parent": parent, "inputs": inputs or {}, "dependsOn": list(depends_on),
            "options": {"protect": False, "retainOnDelete": False, "ignoreChanges": [], **options}}


def plan(*resources):
    return {"stack": "test", "findings": [], "hosts": [{"zone": "eu-west-1a", "privateIp": "10.0.0.10"}],
            "resources": list(resources)}
