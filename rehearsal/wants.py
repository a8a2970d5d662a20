"""What a plan expects to be there before it: the ids and ARNs of the stack file's that it does not create."""

import ipaddress
import json
import re

import yaml

_VPC = re.compile(r"\bvpc-[0-9a-f]{8,17}\b")
_SUBNET = re.compile(r"\bsubnet-[0-9a-f]{8,17}\b")
_GROUP = re.compile(r"\bsg-[0-9a-f]{8,17}\b")
_CERTIFICATE = re.compile(r"arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate/[0-9a-f-]+")
_SECRET = re.compile(r"arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@-]+-\w{6}\b")
_NETWORK = "exchange-on-aws:network"


def seeds(plan, region, stack_file=None):
    """What the simulated account has before the stack."""
    text = json.dumps([resource["inputs"] for resource in plan["resources"]])
    return {
        "region": region,
        "vpcs": [_vpc(vpc, plan, text, region, stack_file) for vpc in _all(_VPC, text)],
        "certificates": _all(_CERTIFICATE, text),
        "secrets": _all(_SECRET, text),
        "zones": hosted_zones(plan),
    }


def hosted_zones(plan):
    """The Route 53 zones that records go to by id, each named by what its records' names have in common."""
    names = {}
    for resource in plan["resources"]:
        zone = resource["inputs"].get("zoneId", "")
        if resource["type"] == "aws:route53/record:Record" and not zone.startswith("${"):
            names.setdefault(zone, []).append(resource["inputs"]["name"].split(".")[::-1])
    return [{"id": zone, "name": ".".join(_common(of_zone)[::-1])} for zone, of_zone in sorted(names.items())]


# From the right; a zone with one record lies above it.
def _common(names):
    common = [labels[0] for labels in zip(*names, strict=False) if len(set(labels)) == 1]
    return common[:-1] if len(names) == 1 and len(common) > 2 and not common[-1].startswith("${") else common


def _vpc(identifier, plan, text, region, stack_file):
    network = _network_of(stack_file)
    subnets = _named(network) or _guessed(plan, _all(_SUBNET, text), region)
    blocks = [ipaddress.ip_network(subnet["cidr"]) for subnet in subnets]
    around = sorted({str(block.supernet(new_prefix=min(16, block.prefixlen))) for block in blocks})
    return {"id": identifier, "cidrs": around, "subnets": subnets, "securityGroups": _all(_GROUP, text)}


def _network_of(stack_file):
    return yaml.safe_load(stack_file.read_text())["config"].get(_NETWORK, {}) if stack_file else {}


# The stack file says zones, ids and blocks in the same order.
def _named(network):
    subnets = []
    for kind in ("private", "public"):
        ids, cidrs = network.get(f"{kind}SubnetIds", []), network.get(f"{kind}SubnetCidrs", [])
        subnets += [{"id": identifier, "cidr": cidr, "zone": zone}
                    for identifier, cidr, zone in zip(ids, cidrs, network["zones"], strict=False)]
    return subnets


# Without it: a block around the address of a host, or one that nothing is in.
def _guessed(plan, identifiers, region):
    zones = {host["privateIp"]: host["zone"] for host in plan["hosts"] if host.get("privateIp")}
    found = {}
    for resource in plan["resources"]:
        subnet, address = resource["inputs"].get("subnetId"), resource["inputs"].get("privateIp")
        if subnet in identifiers and address in zones:
            block = ipaddress.ip_network(f"{address}/26", strict=False)
            found[subnet] = {"id": subnet, "cidr": str(block), "zone": zones[address]}
    known = sorted(set(zones.values())) or [f"{region}a"]
    for index, subnet in enumerate(identifiers):
        found.setdefault(subnet, {
            "id": subnet, "cidr": f"10.255.{index}.0/24", "zone": known[index % len(known)]})
    return list(found.values())


def _all(pattern, text):
    return sorted(set(pattern.findall(text)))
