"""State Manager: associations. Their steps succeed at once, because no server stands behind them."""

from datetime import datetime, timezone
from uuid import uuid4

from ..fault import Fault
from . import ACCOUNT, operation
from .ssm_documents import require_document

_SETTABLE = (
    "ApplyOnlyAtCronInterval", "AssociationName", "AutomationTargetParameterName", "CalendarNames",
    "ComplianceSeverity", "DocumentVersion", "InstanceId", "MaxConcurrency", "MaxErrors", "OutputLocation", "Parameters",
    "ScheduleExpression", "ScheduleOffset", "SyncCompliance", "TargetLocations", "Targets",
)


@operation("ssm", "CreateAssociation")
def create(context, wanted):
    require_document(context, wanted["Name"], wanted.get("DocumentVersion"), wanted.get("Parameters", {}))
    associations = context.store("association")
    identifier, now = str(uuid4()), datetime.now(timezone.utc)
    associations[identifier] = {
        "Name": wanted["Name"], "AssociationId": identifier, "AssociationVersion": "1", "Date": now,
        "LastUpdateAssociationDate": now, "Overview": {"Status": "Success", "DetailedStatus": "Success"},
        **{key: wanted[key] for key in _SETTABLE if wanted.get(key) is not None},
    }
    context.store("tags").setdefault(("Association", identifier), {}).update(
        {tag["Key"]: tag["Value"] for tag in wanted.get("Tags") or []})
    return {"AssociationDescription": associations[identifier]}


@operation("ssm", "DescribeAssociation")
def describe(context, wanted):
    return {"AssociationDescription": _find(context, wanted)}


@operation("ssm", "UpdateAssociation")
def update(context, wanted):
    association = _find(context, wanted)
    require_document(context, association["Name"], wanted.get("DocumentVersion"), wanted.get("Parameters", {}))

    # "If you don't specify an optional parameter, the system removes it": UpdateAssociation, API reference.
    kept = {key: value for key, value in association.items() if key not in _SETTABLE}
    association.clear()
    association.update(kept, AssociationVersion=str(int(kept["AssociationVersion"]) + 1))
    association.update({key: wanted[key] for key in _SETTABLE if wanted.get(key) is not None})
    return {"AssociationDescription": association}


@operation("ssm", "DeleteAssociation")
def delete(context, wanted):
    identifier = _find(context, wanted)["AssociationId"]
    del context.store("association")[identifier]
    context.store("tags").pop(("Association", identifier), None)
    return {}


@operation("ssm", "ListAssociations")
def list_all(context, _):
    members = ("Name", "AssociationId", "AssociationVersion", "AssociationName", "DocumentVersion", "Targets")
    return {"Associations": [
        {key: association[key] for key in members if key in association}
        for association in context.store("association").values()]}


def _find(context, wanted):
    association = context.store("association").get(wanted.get("AssociationId"))
    if association is None:
        raise Fault("AssociationDoesNotExist", f"No association {wanted.get('AssociationId')} of {ACCOUNT}.")
    return association
