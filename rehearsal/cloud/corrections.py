"""Where moto answers otherwise than AWS does, and the answer is a part of one of its models."""

from moto.ec2.models.launch_templates import LaunchTemplateBackend
from moto.ec2.models.security_groups import SecurityGroupRule
from moto.ec2.responses.dhcp_options import DHCPOptions


def correct():
    """Changes moto's models in place; once, before the first request."""
    SecurityGroupRule.description = property(_description)
    _wrap(LaunchTemplateBackend, "create_launch_template", _own_tags_apart)
    _wrap(DHCPOptions, "create_dhcp_options", _tagged)


# A rule has one description, whatever it refers to; moto has one per kind of source and shows that of addresses.
def _description(rule):
    return rule.ip_range.get("Description") or rule.source_group.get("Description")


# Tags of the template itself are not tags of what is launched from it.
def _own_tags_apart(create, backend, name, description, template_data, tag_spec):
    specifications = template_data.get("TagSpecifications", [])
    template_data["TagSpecifications"] = [
        item for item in specifications if item.get("ResourceType") != "launch-template"]
    return create(backend, name, description, template_data, tag_spec)


def _tagged(create, response):
    result = create(response)
    tags = response._parse_tag_specification().get("dhcp-options", {})
    result.result["DhcpOptions"].add_tags(tags)
    return result


def _wrap(owner, name, wrapper):
    original = getattr(owner, name)
    setattr(owner, name, lambda *args, **kwargs: wrapper(original, *args, **kwargs))
