"""CloudWatch Application Insights."""

from ..fault import Fault
from . import operation
from .tags import tag_by_arn

tag_by_arn("application-insights", ("ResourceARN", "Tags"))

_MEMBERS = (
    "ResourceGroupName", "OpsCenterEnabled", "CWEMonitorEnabled", "OpsItemSNSTopicArn", "AutoConfigEnabled",
    "AttachMissingPermission",
)


@operation("application-insights", "CreateApplication")
def create(context, wanted):
    applications, name = context.store("application"), wanted.get("ResourceGroupName")
    if name in applications:
        raise Fault("ResourceInUseException", f"Application {name} already exists.")
    applications[name] = {
        "LifeCycle": "ACTIVE", "DiscoveryType": wanted.get("GroupingType") or "RESOURCE_GROUP_BASED",
        "OpsCenterEnabled": False, "CWEMonitorEnabled": False, "AutoConfigEnabled": False, **_given(wanted)}
    context.store("tags")[context.arn("applicationinsights", f"application/resource-group/{name}")] = {
        tag["Key"]: tag["Value"] for tag in wanted.get("Tags") or []}
    return {"ApplicationInfo": applications[name]}


@operation("application-insights", "DescribeApplication")
def describe(context, wanted):
    return {"ApplicationInfo": _find(context, wanted)}


@operation("application-insights", "UpdateApplication")
def update(context, wanted):
    application = _find(context, wanted)
    application.update(_given(wanted))
    return {"ApplicationInfo": application}


@operation("application-insights", "DeleteApplication")
def delete(context, wanted):
    _find(context, wanted)
    del context.store("application")[wanted["ResourceGroupName"]]
    return {}


def _find(context, wanted):
    found = context.store("application").get(wanted["ResourceGroupName"])
    if found is None:
        raise Fault("ResourceNotFoundException", f"Application {wanted['ResourceGroupName']} does not exist.")
    return found


def _given(wanted):
    return {key: wanted[key] for key in _MEMBERS if wanted.get(key) is not None}
