"""Maintenance windows with their targets and tasks."""

from uuid import uuid4

from ..fault import Fault
from . import operation
from .ssm_documents import require_document

_WINDOW = (
    "Name", "Description", "StartDate", "EndDate", "Schedule", "ScheduleTimezone", "ScheduleOffset", "Duration",
    "Cutoff", "AllowUnassociatedTargets", "Enabled",
)
_TARGET = ("WindowId", "ResourceType", "Targets", "OwnerInformation", "Name", "Description")
_TASK = (
    "WindowId", "Targets", "TaskArn", "ServiceRoleArn", "TaskType", "TaskParameters", "TaskInvocationParameters",
    "Priority", "MaxConcurrency", "MaxErrors", "LoggingInfo", "Name", "Description", "CutoffBehavior",
    "AlarmConfiguration",
)


@operation("ssm", "CreateMaintenanceWindow")
def create(context, wanted):
    if wanted["Cutoff"] >= wanted["Duration"]:
        raise Fault("ValidationException", "Cutoff must be less than Duration.")
    identifier = "mw-" + uuid4().hex[:17]
    context.store("window")[identifier] = {
        "WindowId": identifier, "Enabled": True, **_given(wanted, _WINDOW)}
    context.store("tags")["MaintenanceWindow", identifier] = {
        tag["Key"]: tag["Value"] for tag in wanted.get("Tags") or []}
    return {"WindowId": identifier}


@operation("ssm", "GetMaintenanceWindow")
def get(context, wanted):
    return _find(context, "window", wanted["WindowId"])


@operation("ssm", "UpdateMaintenanceWindow")
def update(context, wanted):
    return _replace(_find(context, "window", wanted["WindowId"]), wanted, _WINDOW)


@operation("ssm", "DescribeMaintenanceWindows")
def describe(context, _):
    return {"WindowIdentities": list(context.store("window").values())}


@operation("ssm", "DeleteMaintenanceWindow")
def delete(context, wanted):
    context.store("window").pop(wanted["WindowId"], None)
    for kind in ("target", "task"):
        of_window = [key for key, item in context.store(kind).items() if item["WindowId"] == wanted["WindowId"]]
        for key in of_window:
            del context.store(kind)[key]
    return {"WindowId": wanted["WindowId"]}


@operation("ssm", "RegisterTargetWithMaintenanceWindow")
def register_target(context, wanted):
    return {"WindowTargetId": _register(context, "target", "WindowTargetId", wanted, _TARGET)}


@operation("ssm", "DescribeMaintenanceWindowTargets")
def describe_targets(context, wanted):
    return {"Targets": _of_window(context, "target", wanted)}


@operation("ssm", "UpdateMaintenanceWindowTarget")
def update_target(context, wanted):
    return _replace(_find(context, "target", wanted["WindowTargetId"]), wanted, _TARGET)


@operation("ssm", "DeregisterTargetFromMaintenanceWindow")
def deregister_target(context, wanted):
    context.store("target").pop(wanted["WindowTargetId"], None)
    return {"WindowId": wanted["WindowId"], "WindowTargetId": wanted["WindowTargetId"]}


@operation("ssm", "RegisterTaskWithMaintenanceWindow")
def register_task(context, wanted):
    _require_targets(context, wanted)
    return {"WindowTaskId": _register(context, "task", "WindowTaskId", wanted, _TASK)}


@operation("ssm", "GetMaintenanceWindowTask")
def get_task(context, wanted):
    return _find(context, "task", wanted["WindowTaskId"])


@operation("ssm", "DescribeMaintenanceWindowTasks")
def describe_tasks(context, wanted):
    return {"Tasks": _of_window(context, "task", wanted)}


@operation("ssm", "UpdateMaintenanceWindowTask")
def update_task(context, wanted):
    _require_targets(context, wanted)
    return _replace(_find(context, "task", wanted["WindowTaskId"]), wanted, _TASK)


@operation("ssm", "DeregisterTaskFromMaintenanceWindow")
def deregister_task(context, wanted):
    context.store("task").pop(wanted["WindowTaskId"], None)
    return {"WindowId": wanted["WindowId"], "WindowTaskId": wanted["WindowTaskId"]}


def _require_targets(context, wanted):
    if wanted.get("TaskType") == "RUN_COMMAND" and wanted.get("TaskArn"):
        require_document(context, wanted["TaskArn"].split("/")[-1], None, _parameters(wanted))
    for target in wanted.get("Targets") or []:
        if target["Key"] == "WindowTargetIds":
            for identifier in target["Values"]:
                _find(context, "target", identifier)


def _parameters(wanted):
    return ((wanted.get("TaskInvocationParameters") or {}).get("RunCommand") or {}).get("Parameters") or {}


def _register(context, kind, member, wanted, members):
    _find(context, "window", wanted["WindowId"])
    identifier = str(uuid4())
    context.store(kind)[identifier] = {member: identifier, **_given(wanted, members)}
    return identifier


def _find(context, kind, identifier):
    found = context.store(kind).get(identifier)
    if found is None:
        raise Fault("DoesNotExistException", f"Maintenance window {kind} {identifier} does not exist.")
    return found


def _of_window(context, kind, wanted):
    identifiers = [value for item in wanted.get("Filters") or [] for value in item["Values"]]
    return [item for identifier, item in context.store(kind).items()
            if item["WindowId"] == wanted["WindowId"] and (not identifiers or identifier in identifiers)]


def _given(wanted, members):
    return {key: wanted[key] for key in members if wanted.get(key) is not None}


# With Replace, what is not given is taken away; without it, it stays.
def _replace(item, wanted, members):
    if wanted.get("Replace"):
        for key in members:
            if key != "WindowId":
                item.pop(key, None)
    item.update(_given(wanted, members))
    return item
