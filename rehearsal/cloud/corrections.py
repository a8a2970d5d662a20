"""Where moto answers otherwise than AWS does, and the answer is a part of one of its models."""

from moto.ec2.models.elastic_network_interfaces import NetworkInterface
from moto.ec2.models.instances import Instance
from moto.ec2.models.launch_templates import LaunchTemplateBackend
from moto.ec2.models.security_groups import SecurityGroupRule
from moto.ec2.responses.dhcp_options import DHCPOptions
from moto.ec2.responses.instances import InstanceResponse


def correct():
    """Changes moto's models in place; once, before the first request."""
    SecurityGroupRule.description = property(_description)
    Instance.dynamic_group_list = property(_groups_of)
    Instance.security_groups = property(_groups_of, _set_groups)
    NetworkInterface.group_set = property(lambda interface: interface._group_set)
    _wrap(LaunchTemplateBackend, "create_launch_template", _own_tags_apart)
    _wrap(InstanceResponse, "run_instances", _protected)
    _wrap(DHCPOptions, "create_dhcp_options", _tagged)


# A rule has one description, whatever it refers to; moto has one per kind of source and shows that of addresses.
def _description(rule):
    return rule.ip_range.get("Description") or rule.source_group.get("Description")


# An instance is in the groups of its first network interface, whichever way they were given.
def _groups_of(instance):
    first = getattr(instance, "nics", {}).get(0)
    return first._group_set if first else instance._own_groups


def _set_groups(instance, groups):
    instance._own_groups = groups
    if first := getattr(instance, "nics", {}).get(0):
        first._group_set = groups


# Tags of the template itself are not tags of what is launched from it.
def _own_tags_apart(create, backend, name, description, template_data, tag_spec):
    specifications = template_data.get("TagSpecifications", [])
    template_data["TagSpecifications"] = [
        item for item in specifications if item.get("ResourceType") != "launch-template"]
    return create(backend, name, description, template_data, tag_spec)


# moto knows termination protection, but not in the call that launches.
def _protected(run, response):
    result = run(response)
    for instance in result.result.instances:
        instance.disable_api_termination = bool(response._get_param("DisableApiTermination"))
    return result


def _tagged(create, response):
    result = create(response)
    tags = response._parse_tag_specification().get("dhcp-options", {})
    result.result["DhcpOptions"].add_tags(tags)
    return result


def _wrap(owner, name, wrapper):
    original = getattr(owner, name)
    setattr(owner, name, lambda *args, **kwargs: wrapper(original, *args, **kwargs))
