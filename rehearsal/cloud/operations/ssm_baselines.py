"""Patch baselines and the patch groups that use them."""

from datetime import datetime, timezone
from uuid import uuid4

from ..fault import Fault
from . import operation

_MEMBERS = (
    "Name", "OperatingSystem", "GlobalFilters", "ApprovalRules", "ApprovedPatches", "ApprovedPatchesComplianceLevel",
    "ApprovedPatchesEnableNonSecurity", "RejectedPatches", "RejectedPatchesAction", "Description", "Sources",
    "AvailableSecurityUpdatesComplianceStatus",
)
_DEFAULTS = {
    "OperatingSystem": "WINDOWS", "GlobalFilters": {"PatchFilters": []}, "ApprovalRules": {"PatchRules": []},
    "ApprovedPatches": [], "ApprovedPatchesComplianceLevel": "UNSPECIFIED", "ApprovedPatchesEnableNonSecurity": False,
    "RejectedPatches": [], "RejectedPatchesAction": "ALLOW_AS_DEPENDENCY", "Sources": [],
}


@operation("ssm", "CreatePatchBaseline")
def create(context, wanted):
    identifier = "pb-" + uuid4().hex[:17]
    baseline = {**_DEFAULTS, **_given(wanted), "BaselineId": identifier, "CreatedDate": datetime.now(timezone.utc)}
    for rule in baseline["ApprovalRules"]["PatchRules"]:
        rule.setdefault("ComplianceLevel", "UNSPECIFIED")
        rule.setdefault("EnableNonSecurity", False)
    context.store("baseline")[identifier] = baseline
    context.store("tags")["PatchBaseline", identifier] = {
        tag["Key"]: tag["Value"] for tag in wanted.get("Tags") or []}
    return {"BaselineId": identifier}


@operation("ssm", "GetPatchBaseline")
def get(context, wanted):
    baseline = _find(context, wanted["BaselineId"])
    return {**baseline, "PatchGroups": _groups_of(context, baseline)}


@operation("ssm", "UpdatePatchBaseline")
def update(context, wanted):
    baseline = _find(context, wanted["BaselineId"])
    if wanted.get("Replace"):
        baseline.update({key: value for key, value in _DEFAULTS.items() if key != "OperatingSystem"})
    baseline.update(_given(wanted))
    return baseline


@operation("ssm", "DeletePatchBaseline")
def delete(context, wanted):
    baseline = context.store("baseline").get(wanted["BaselineId"])
    if baseline and _groups_of(context, baseline):
        raise Fault("ResourceInUseException", "The baseline is registered with a patch group.")
    context.store("baseline").pop(wanted["BaselineId"], None)
    return {"BaselineId": wanted["BaselineId"]}


@operation("ssm", "RegisterPatchBaselineForPatchGroup")
def register(context, wanted):
    system = _find(context, wanted["BaselineId"])["OperatingSystem"]
    groups = context.store("patch-group")
    if groups.get((wanted["PatchGroup"], system)):
        raise Fault("AlreadyExistsException", f"Patch group {wanted['PatchGroup']} has a baseline for {system}.")
    groups[wanted["PatchGroup"], system] = wanted["BaselineId"]
    return {"BaselineId": wanted["BaselineId"], "PatchGroup": wanted["PatchGroup"]}


@operation("ssm", "DescribePatchGroups")
def describe(context, _):
    return {"Mappings": [
        {"PatchGroup": group, "BaselineIdentity": {
            "BaselineId": identifier, "OperatingSystem": system, "DefaultBaseline": False}}
        for (group, system), identifier in context.store("patch-group").items()]}


@operation("ssm", "DeregisterPatchBaselineForPatchGroup")
def deregister(context, wanted):
    groups = context.store("patch-group")
    for key in [key for key in groups if key[0] == wanted["PatchGroup"]]:
        del groups[key]
    return {"BaselineId": wanted["BaselineId"], "PatchGroup": wanted["PatchGroup"]}


def _find(context, identifier):
    baseline = context.store("baseline").get(identifier)
    if baseline is None:
        raise Fault("DoesNotExistException", f"Maintenance patch baseline {identifier} does not exist.")
    return baseline


def _groups_of(context, baseline):
    return [group for (group, _), identifier in context.store("patch-group").items()
            if identifier == baseline["BaselineId"]]


def _given(wanted):
    return {key: wanted[key] for key in _MEMBERS if wanted.get(key) is not None}
