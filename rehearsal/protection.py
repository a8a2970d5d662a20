"""The same plan without what protects it in AWS, as protection.deletionProtection: false makes it."""

_PROTECTIONS = {"enableDeletionProtection": False, "disableApiTermination": False, "disableApiStop": False}
_BUCKET = "aws:s3/bucket:Bucket"


def without_protection(plan):
    """The plan with protections off; None where there are none."""
    changed = [_without(resource) for resource in plan["resources"]]
    return {**plan, "resources": changed} if changed != plan["resources"] else None


def _without(resource):
    inputs = {key: _PROTECTIONS.get(key, value) for key, value in resource["inputs"].items()}
    if resource["type"] == _BUCKET and not resource["options"].get("retainOnDelete"):
        inputs["forceDestroy"] = True
    return {**resource, "inputs": inputs}
