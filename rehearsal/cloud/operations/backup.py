"""AWS Backup: vaults with their locks, plans and selections."""

from copy import deepcopy
from datetime import datetime, timezone
from uuid import uuid4

from ..fault import Fault
from . import operation
from .tags import tag_by_arn

tag_by_arn("backup", ("ResourceArn", "Tags"))

# What AWS fills in: BackupRuleInput, API reference.
_RULE_DEFAULTS = {
    "ScheduleExpression": "cron(0 5 ? * * *)", "StartWindowMinutes": 480, "CompletionWindowMinutes": 10080,
    "ScheduleExpressionTimezone": "Etc/UTC",
}


@operation("backup", "CreateBackupVault")
def create_vault(context, wanted):
    vaults, name = context.store("vault"), wanted["BackupVaultName"]
    if name in vaults:
        raise Fault("AlreadyExistsException", f"Backup vault {name} already exists.")
    vaults[name] = {
        "BackupVaultName": name, "BackupVaultArn": context.arn("backup", f"backup-vault:{name}"), "Locked": False,
        "CreationDate": datetime.now(timezone.utc), "NumberOfRecoveryPoints": 0, "VaultType": "BACKUP_VAULT",
        "EncryptionKeyArn": wanted.get("EncryptionKeyArn") or context.arn("kms", f"key/{uuid4()}"),
    }
    context.store("tags")[vaults[name]["BackupVaultArn"]] = dict(wanted.get("BackupVaultTags") or {})
    return vaults[name]


@operation("backup", "DescribeBackupVault")
def describe_vault(context, wanted):
    return _vault(context, wanted["BackupVaultName"])


@operation("backup", "ListBackupVaults")
def list_vaults(context, _):
    return {"BackupVaultList": list(context.store("vault").values())}


@operation("backup", "DeleteBackupVault")
def delete_vault(context, wanted):
    context.store("vault").pop(wanted["BackupVaultName"], None)
    return {}


@operation("backup", "ListRecoveryPointsByBackupVault")
def recovery_points(context, wanted):
    _vault(context, wanted["BackupVaultName"])
    return {"RecoveryPoints": []}


@operation("backup", "PutBackupVaultLockConfiguration")
def lock(context, wanted):
    _vault(context, wanted["BackupVaultName"]).update(
        {"Locked": True, **{key: wanted[key] for key in ("MinRetentionDays", "MaxRetentionDays") if wanted.get(key)}})
    return {}


@operation("backup", "DeleteBackupVaultLockConfiguration")
def unlock(context, wanted):
    vault = _vault(context, wanted["BackupVaultName"])
    vault["Locked"] = False
    vault.pop("MinRetentionDays", None)
    vault.pop("MaxRetentionDays", None)
    return {}


@operation("backup", "CreateBackupPlan")
def create_plan(context, wanted):
    identifier = str(uuid4())
    plan = {
        "BackupPlanId": identifier, "BackupPlanArn": context.arn("backup", f"backup-plan:{identifier}"),
        "CreationDate": datetime.now(timezone.utc), **_version(context, wanted["BackupPlan"])}
    context.store("plan")[identifier] = plan
    context.store("tags")[plan["BackupPlanArn"]] = dict(wanted.get("BackupPlanTags") or {})
    return plan


@operation("backup", "UpdateBackupPlan")
def update_plan(context, wanted):
    plan = _find(context, "plan", wanted["BackupPlanId"])
    plan.update(_version(context, wanted["BackupPlan"]))
    return plan


@operation("backup", "GetBackupPlan")
def get_plan(context, wanted):
    return _find(context, "plan", wanted["BackupPlanId"])


@operation("backup", "ListBackupPlans")
def list_plans(context, _):
    return {"BackupPlansList": [
        {**plan, "BackupPlanName": plan["BackupPlan"]["BackupPlanName"]} for plan in context.store("plan").values()]}


@operation("backup", "DeleteBackupPlan")
def delete_plan(context, wanted):
    plan = _find(context, "plan", wanted["BackupPlanId"])
    if any(item["BackupPlanId"] == plan["BackupPlanId"] for item in context.store("selection").values()):
        raise Fault("InvalidRequestException", "Related backup plan selections must be deleted prior to backup plan.")
    return context.store("plan").pop(plan["BackupPlanId"])


@operation("backup", "CreateBackupSelection")
def create_selection(context, wanted):
    _find(context, "plan", wanted["BackupPlanId"])
    identifier = str(uuid4())
    context.store("selection")[identifier] = {
        "SelectionId": identifier, "BackupPlanId": wanted["BackupPlanId"],
        "BackupSelection": wanted["BackupSelection"], "CreationDate": datetime.now(timezone.utc)}
    return context.store("selection")[identifier]


@operation("backup", "GetBackupSelection")
def get_selection(context, wanted):
    return _find(context, "selection", wanted["SelectionId"])


@operation("backup", "DeleteBackupSelection")
def delete_selection(context, wanted):
    context.store("selection").pop(wanted["SelectionId"], None)
    return {}


def _version(context, document):
    document = deepcopy(document)
    for rule in document["Rules"]:
        _vault(context, rule["TargetBackupVaultName"])
        for key, value in _RULE_DEFAULTS.items():
            rule.setdefault(key, value)
        rule["RuleId"] = str(uuid4())
    return {
        "BackupPlan": document, "VersionId": uuid4().hex,
        "AdvancedBackupSettings": document.get("AdvancedBackupSettings", [])}


def _vault(context, name):
    vault = context.store("vault").get(name)
    if vault is None:
        # AWS answers so for a vault that is not there, as for one that may not be seen.
        raise Fault("AccessDeniedException", f"Insufficient privileges: no backup vault {name}.")
    return vault


def _find(context, kind, identifier):
    found = context.store(kind).get(identifier)
    if found is None:
        raise Fault("ResourceNotFoundException", f"Backup {kind} {identifier} does not exist.")
    return found
