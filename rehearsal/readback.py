"""Reads back what matters from the simulated AWS, with boto3 and by the plan alone."""

from botocore.exceptions import ClientError

_INSTANCE = "aws:ec2/instance:Instance"


def checks(aws, plan, region):
    """[{"check", "count", "ok", "wrong"}]; a check that finds nothing to look at says 0."""
    view = _View(aws, plan, region)
    return [check(view) for check in (
        _routes, _rules, _volumes, _metadata, _encryption, _tags, _policies, _associations)]


class _View:
    """What several checks look at."""

    def __init__(self, aws, plan, region):
        self.plan, self.region = plan, region
        self.ec2, self.iam, self.ssm = (aws.client(name, region) for name in ("ec2", "iam", "ssm"))
        self.s3 = aws.client("s3", region)
        self.tags = {"Stack": plan["stack"]}
        mine = [{"Name": "tag:Stack", "Values": [plan["stack"]]}]
        self.instances = [
            item for page in self.ec2.get_paginator("describe_instances").paginate(Filters=mine)
            for group in page["Reservations"] for item in group["Instances"] if item["State"]["Name"] == "running"]
        self.volumes = {item["VolumeId"]: item for page in self.ec2.get_paginator("describe_volumes").paginate()
                        for item in page["Volumes"]}

    def planned(self, token):
        return [item for item in self.plan["resources"] if item["type"] == token]


def _result(name, looked_at, wrong):
    return {"check": name, "count": len(looked_at), "ok": not wrong, "wrong": wrong[:20]}


# Every planned route is active in a table of the VPC.
def _routes(view):
    planned = view.planned("aws:ec2/route:Route")
    tables = view.ec2.describe_route_tables()["RouteTables"] if planned else []
    routes = [route for table in tables for route in table["Routes"] if route.get("GatewayId") != "local"]
    active = [route for route in routes if route.get("State") == "active"
              and (route.get("GatewayId") or route.get("NatGatewayId") or route.get("TransitGatewayId"))]
    missing = len(planned) - len([route for route in active if route.get("DestinationCidrBlock") == "0.0.0.0/0"])
    return _result("routes are active", planned, [f"{missing} planned routes are not there"] if missing > 0 else [])


# What one group lets out to another, the other lets in from it, and the other way about.
def _rules(view):
    rules = [rule for page in view.ec2.get_paginator("describe_security_group_rules").paginate()
             for rule in page["SecurityGroupRules"] if (rule.get("ReferencedGroupInfo") or {}).get("GroupId")]
    ours = {item["GroupId"] for item in view.ec2.describe_security_groups(
        Filters=[{"Name": "tag:Stack", "Values": [view.plan["stack"]]}])["SecurityGroups"]}
    sides = {True: set(), False: set()}
    for rule in rules:
        here, there = rule["GroupId"], rule["ReferencedGroupInfo"]["GroupId"]
        if here in ours and there in ours:
            pair = (here, there) if rule["IsEgress"] else (there, here)
            sides[rule["IsEgress"]].add((*pair, rule["IpProtocol"], rule.get("FromPort"), rule.get("ToPort")))
    wrong = [f"only one side has {' '.join(map(str, rule))}" for rule in sides[True] ^ sides[False]]
    return _result("rules between groups are in both", sides[True] | sides[False], wrong)


def _volumes(view):
    attached = [(view.volumes[mapping["Ebs"]["VolumeId"]], instance)
                for instance in view.instances for mapping in instance["BlockDeviceMappings"]]
    wrong = [f"{volume['VolumeId']} of {instance['InstanceId']}" for volume, instance in attached
             if volume["AvailabilityZone"] != instance["Placement"]["AvailabilityZone"]]
    return _result("volumes are in their instance's zone", attached, wrong)


def _metadata(view):
    wrong = [item["InstanceId"] for item in view.instances
             if (item.get("MetadataOptions") or {}).get("HttpTokens") != "required" and not _of_group(item)]
    return _result("instances require IMDSv2", view.instances, wrong)


# moto does not hand the metadata options of a launch template on to what a group launches.
def _of_group(instance):
    return any(tag["Key"] == "aws:autoscaling:groupName" for tag in instance.get("Tags", []))


def _encryption(view):
    own = {mapping["Ebs"]["VolumeId"] for item in view.instances if not _of_group(item)
           for mapping in item["BlockDeviceMappings"]}
    wrong = [identifier for identifier in sorted(own) if not view.volumes[identifier]["Encrypted"]]
    buckets = [item["Name"] for item in view.s3.list_buckets()["Buckets"]]

    # AWS encrypts a bucket that says nothing by itself (SSE-S3, since January 2023); the stack's key is asked for.
    planned = view.planned("aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration")
    wanted = sum("aws:kms" in str(item["inputs"]) for item in planned)
    found = sum(_algorithm(view, bucket) == "aws:kms" for bucket in buckets)
    if found != wanted:
        wrong.append(f"{found} buckets use the stack's key instead of {wanted}")
    return _result("volumes and buckets are encrypted", [*own, *buckets], wrong)


def _algorithm(view, bucket):
    try:
        answer = view.s3.get_bucket_encryption(Bucket=bucket)["ServerSideEncryptionConfiguration"]
    except ClientError:
        return None
    return answer["Rules"][0]["ApplyServerSideEncryptionByDefault"]["SSEAlgorithm"]


def _tags(view):
    planned = view.planned(_INSTANCE)
    names = {tag["Value"] for item in view.instances for tag in item["Tags"] if tag["Key"] == "Name"}
    wrong = [item["name"] for item in planned if item["inputs"]["tags"]["Name"] not in names]
    return _result("instances have their tags", planned, wrong)


def _policies(view):
    planned = {}
    for kind in ("aws:iam/rolePolicy:RolePolicy", "aws:iam/rolePolicyAttachment:RolePolicyAttachment"):
        for item in view.planned(kind):
            planned.setdefault(item["inputs"]["role"], []).append(item["name"])
    roles = view.iam.list_roles()["Roles"]
    found = sum(len(view.iam.list_role_policies(RoleName=role["RoleName"])["PolicyNames"])
                + len(view.iam.list_attached_role_policies(RoleName=role["RoleName"])["AttachedPolicies"])
                for role in roles)
    wanted = sum(len(names) for names in planned.values())
    return _result("policies are attached", planned, [] if found == wanted else [f"{found} instead of {wanted}"])


def _associations(view):
    planned = view.planned("aws:ssm/association:Association")
    there = {item["AssociationName"] for item in view.ssm.list_associations()["Associations"]
             if "AssociationName" in item}
    wrong = [item["name"] for item in planned if item["inputs"].get("associationName") not in there]
    return _result("steps are associated", planned, wrong)
