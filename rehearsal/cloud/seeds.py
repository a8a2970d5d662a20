"""What an account has before the stack: the network, certificate and secrets that a stack file names."""

from unittest import mock

from moto.acm.models import CertBundle, acm_backends
from moto.ec2 import ec2_backends
from moto.route53.models import route53_backends
from moto.secretsmanager.models import FakeSecret, secretsmanager_backends

from .operations import ACCOUNT
from .partition import partition_of


def plant(seeds):
    """Makes what seeds lists, with the very ids; see rehearsal's wants.py."""
    network = ec2_backends[ACCOUNT][seeds["region"]]
    for vpc in seeds["vpcs"]:
        _with_id("vpcs.random_vpc_id", vpc["id"], lambda: network.create_vpc(
            vpc["cidrs"][0], instance_tenancy="default"))
        for cidr in vpc["cidrs"][1:]:
            network.associate_vpc_cidr_block(vpc["id"], cidr)
        for subnet in vpc["subnets"]:
            _with_id("subnets.random_subnet_id", subnet["id"], lambda: network.create_subnet(
                vpc["id"], subnet["cidr"], availability_zone=subnet["zone"]))
        for group in vpc["securityGroups"]:
            _with_id("security_groups.random_security_group_id", group, lambda: network.create_security_group(
                group, "There before the stack", vpc_id=vpc["id"]))
    for zone in seeds["zones"]:
        _hosted_zone(zone, seeds["region"])
    for arn in seeds["certificates"]:
        _certificate(arn)
    for arn in seeds["secrets"]:
        _secret(arn)


def _with_id(generator, identifier, create):
    with mock.patch(f"moto.ec2.models.{generator}", lambda *_, **__: identifier):
        create()


def _hosted_zone(zone, region):
    zones = route53_backends[ACCOUNT][partition_of(region)]
    made = zones.create_hosted_zone(f"{zone['name']}.", private_zone=False)
    del zones.zones[made.resource_id]
    made.resource_id = zone["id"]
    zones.zones[zone["id"]] = made


def _certificate(arn):
    region = arn.split(":")[3]
    bundle = CertBundle.generate_cert("mail.example.com", ACCOUNT, region)
    bundle.arn = arn
    acm_backends[ACCOUNT][region]._certificates[arn] = bundle


def _secret(arn):
    region, name = arn.split(":")[3], arn.split(":", 6)[6].rsplit("-", 1)[0]
    secrets = secretsmanager_backends[ACCOUNT][region].secrets
    if name not in secrets:
        secret = FakeSecret(account_id=ACCOUNT, region_name=region, secret_id=name, secret_version={}, version_id="1")
        secret.arn = arn
        secrets[name] = secret
