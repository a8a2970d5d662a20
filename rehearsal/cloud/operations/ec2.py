"""EC2 where moto lacks an operation, or loses part of what it is told."""

from uuid import uuid4

from moto.ec2 import ec2_backends

from ..fault import Fault
from . import ACCOUNT, NOT_OURS, operation

# Of ModifyInstanceAttribute, what moto tells apart; anything else it takes for an empty list of groups.
_MOTO_MODIFIES = {
    "Attribute", "BlockDeviceMappings", "DisableApiStop", "DisableApiTermination", "EbsOptimized", "Groups",
    "InstanceType", "Kernel", "SourceDestCheck", "UserData",
}


@operation("ec2", "ModifyInstanceAttribute")
def modify_instance(context, wanted):
    if _MOTO_MODIFIES & {key for key, value in wanted.items() if value not in (None, [], {})}:
        return NOT_OURS
    behavior = (wanted.get("InstanceInitiatedShutdownBehavior") or {}).get("Value")
    if behavior is None:
        raise Fault("InvalidParameterValue", f"The rehearsal does not know how to change {sorted(wanted)}.")
    instance = ec2_backends[ACCOUNT][context.region].get_instance(wanted["InstanceId"])
    instance.instance_initiated_shutdown_behavior = behavior
    return {}


@operation("ec2", "CreateSubnetCidrReservation")
def reserve(context, wanted):
    identifier = "scr-" + uuid4().hex[:17]
    context.store("reservation")[identifier] = {
        "SubnetCidrReservationId": identifier, "SubnetId": wanted["SubnetId"], "Cidr": wanted["Cidr"],
        "ReservationType": wanted["ReservationType"], "OwnerId": ACCOUNT, "Description": wanted.get("Description")}
    return {"SubnetCidrReservation": context.store("reservation")[identifier]}


@operation("ec2", "GetSubnetCidrReservations")
def reservations(context, wanted):
    return {"SubnetIpv4CidrReservations": [
        item for item in context.store("reservation").values() if item["SubnetId"] == wanted["SubnetId"]]}


@operation("ec2", "DeleteSubnetCidrReservation")
def release(context, wanted):
    found = context.store("reservation").pop(wanted["SubnetCidrReservationId"], None)
    if found is None:
        raise Fault("InvalidSubnetCidrReservationID.NotFound", "There is no such reservation.")
    return {"DeletedSubnetCidrReservation": found}


@operation("ec2", "ModifyAddressAttribute")
def set_reverse_name(context, wanted):
    name = wanted["DomainName"].rstrip(".") + "."
    context.store("reverse-name")[wanted["AllocationId"]] = name
    return {"Address": {"AllocationId": wanted["AllocationId"], "PtrRecord": name}}


@operation("ec2", "DescribeAddressesAttribute")
def reverse_names(context, wanted):
    names = context.store("reverse-name")
    return {"Addresses": [
        {"AllocationId": identifier, "PtrRecord": names[identifier]}
        for identifier in wanted.get("AllocationIds") or list(names) if identifier in names]}


@operation("ec2", "ResetAddressAttribute")
def reset_reverse_name(context, wanted):
    context.store("reverse-name").pop(wanted["AllocationId"], None)
    return {"Address": {"AllocationId": wanted["AllocationId"]}}
