"""What is still there after destroy, asked of the simulated AWS itself."""

# How each type that can be retained is asked for: service, operation, and the argument that takes its id.
_ASK = {
    "aws_ebs_volume": ("ec2", "describe_volumes", lambda item: {"VolumeIds": [item["id"]]}),
    "aws_instance": ("ec2", "describe_instances", lambda item: {
        "InstanceIds": [item["id"]], "Filters": [{"Name": "instance-state-name", "Values": ["running", "stopped"]}]}),
    "aws_eip": ("ec2", "describe_addresses", lambda item: {"AllocationIds": [item["id"]]}),
    "aws_kms_key": ("kms", "describe_key", lambda item: {"KeyId": item["key_id"]}),
    "aws_s3_bucket": ("s3", "get_bucket_location", lambda item: {"Bucket": item["id"]}),
    "aws_backup_vault": ("backup", "describe_backup_vault", lambda item: {"BackupVaultName": item["name"]}),
    "aws_secretsmanager_secret": ("secretsmanager", "describe_secret", lambda item: {"SecretId": item["id"]}),
    "aws_cloudwatch_log_group": ("logs", "describe_log_groups", lambda item: {"logGroupNamePrefix": item["name"]}),
    "aws_vpc": ("ec2", "describe_vpcs", lambda item: {"VpcIds": [item["id"]]}),
    "aws_subnet": ("ec2", "describe_subnets", lambda item: {"SubnetIds": [item["id"]]}),
    "aws_security_group": ("ec2", "describe_security_groups", lambda item: {"GroupIds": [item["id"]]}),
    "aws_lb": ("elbv2", "describe_load_balancers", lambda item: {"LoadBalancerArns": [item["arn"]]}),
    "aws_ssm_document": ("ssm", "describe_document", lambda item: {"Name": item["name"]}),
    "aws_iam_role": ("iam", "get_role", lambda item: {"RoleName": item["name"]}),
    "aws_sns_topic": ("sns", "get_topic_attributes", lambda item: {"TopicArn": item["arn"]}),
}


_GONE = ("NotFound", "NoSuch", "DoesNotExist", "AccessDenied", "InvalidDocument", "404")


def of(before, retained, aws, region):
    """One row per type: how many were kept on purpose, and how many of the others are still there."""
    rows = {}
    for address, values in before.items():
        kind = address.split(".")[0]
        if kind not in _ASK:
            continue
        row = rows.setdefault(kind, {"type": kind, "kept": 0, "lost": [], "left": []})
        is_there = _is_there(aws, _region_of(values, region), kind, values)
        if address in retained:
            row["kept"] += is_there
            row["lost"] += [] if is_there else [address]
        elif is_there:
            row["left"].append(address)
    for row in rows.values():
        row["ok"] = not row["lost"] and not row["left"]
    return sorted(rows.values(), key=lambda row: row["type"])


def _region_of(values, region):
    arn = (values.get("arn") or "").split(":")
    return arn[3] if len(arn) > 3 and arn[3] else region


def _is_there(aws, region, kind, values):
    service, operation, arguments = _ASK[kind]
    try:
        answer = getattr(aws.client(service, region), operation)(**arguments(values))
    except Exception as error:
        if _means_gone(error):
            return False
        raise
    if kind == "aws_kms_key":
        return answer["KeyMetadata"]["KeyState"] != "PendingDeletion"
    if kind == "aws_secretsmanager_secret":
        return "DeletedDate" not in answer
    found = [value for key, value in answer.items() if key != "ResponseMetadata"]
    return any(found) if kind != "aws_s3_bucket" else True


def _means_gone(error):
    code = getattr(error, "response", {}).get("Error", {}).get("Code", "")
    return any(word in code for word in _GONE)
