"""Tags of what these modules keep; those of moto's resources stay with moto."""

from . import NOT_OURS, operation


@operation("ssm", "AddTagsToResource")
def add_ssm(context, wanted):
    tags = _ssm(context, wanted)
    if tags is None:
        return NOT_OURS
    tags.update({tag["Key"]: tag["Value"] for tag in wanted["Tags"]})
    return {}


@operation("ssm", "RemoveTagsFromResource")
def remove_ssm(context, wanted):
    tags = _ssm(context, wanted)
    if tags is None:
        return NOT_OURS
    for key in wanted["TagKeys"]:
        tags.pop(key, None)
    return {}


@operation("ssm", "ListTagsForResource")
def list_ssm(context, wanted):
    tags = _ssm(context, wanted)
    return NOT_OURS if tags is None else {"TagList": [{"Key": key, "Value": tags[key]} for key in tags]}


def _ssm(context, wanted):
    return context.store("tags").get((wanted["ResourceType"], wanted["ResourceId"]))


def tag_by_arn(service, key_members):
    """The three operations of a service that tags by ARN; key_members names their members."""
    arn_member, list_member = key_members

    @operation(service, "TagResource")
    def tag(context, wanted):
        tags = context.store("tags").setdefault(wanted[arn_member], {})
        given = wanted[list_member]
        tags.update(given if isinstance(given, dict) else {tag["Key"]: tag["Value"] for tag in given})
        return {}

    @operation(service, "UntagResource")
    def untag(context, wanted):
        for key in wanted.get("TagKeyList") or wanted.get("TagKeys") or []:
            context.store("tags").get(wanted[arn_member], {}).pop(key, None)
        return {}

    list_name = "ListTags" if service == "backup" else "ListTagsForResource"

    @operation(service, list_name)
    def list_tags(context, wanted):
        tags = context.store("tags").get(wanted[arn_member], {})
        as_list = [{"Key": key, "Value": tags[key]} for key in tags]
        return {list_member: dict(tags) if service == "backup" else as_list}

    return tag, untag, list_tags
