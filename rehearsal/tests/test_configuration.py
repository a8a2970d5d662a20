"""Plan to configuration."""

import unittest

from tests.support import attribute, plan, resource, schema

from configuration.document import Document
from configuration.faults import UnknownName
from configuration.names import camel, names_of, plural, snake

VPC, SUBNET = "aws:ec2/vpc:Vpc", "aws:ec2/subnet:Subnet"
_TEXT = attribute("string")
_SCHEMA = {
    "aws_vpc": {"attributes": {"cidr_block": _TEXT, "id": {"type": "string", "computed": True},
                               "tags": attribute(["map", "string"])}},
    "aws_subnet": {
        "attributes": {"vpc_id": _TEXT, "policy": _TEXT},
        "block_types": {"rule": {"nesting_mode": "list", "block": {"attributes": {"days": attribute("number")}}}}},
}


def configured(*resources):
    document = Document(plan(*resources), schema(**_SCHEMA), "eu-west-1")
    return document.build()["resource"]


class Names(unittest.TestCase):
    def test_follow_the_rules_of_the_bridge(self):
        self.assertEqual(snake("vpcZoneIdentifiers"), "vpc_zone_identifiers")
        self.assertEqual(camel("enable_dns_support"), "enableDnsSupport")
        self.assertEqual([plural(name) for name in ("policy", "address", "rule", "key")],
                         ["policies", "addresses", "rules", "keys"])

    def test_exact_name_wins_over_a_plural(self):
        self.assertEqual(names_of(["rule", "rules"])["rules"], "rules")


class Configuration(unittest.TestCase):
    def test_refers_to_resources_and_keeps_scripts(self):
        made = configured(
            resource(VPC, "network-vpc", {"cidrBlock": "10.0.0.0/16"}),
            resource(SUBNET, "a", {
                "vpcId": "${network-vpc.id}", "policy": "${function:Test-Done} ${name} ${aws:InstanceId}"}))
        subnet = made["aws_subnet"]["a"]
        self.assertEqual(subnet["vpc_id"], "${aws_vpc.network-vpc.id}")
        self.assertEqual(subnet["policy"], "$${function:Test-Done} $${name} $${aws:InstanceId}")

    def test_finds_the_longest_name_with_dots(self):
        made = configured(
            resource(VPC, "vpc-10.0.0.8", {"cidrBlock": "10.0.0.0/16"}),
            resource(SUBNET, "a", {"vpcId": "${vpc-10.0.0.8.id}"}))
        self.assertEqual(made["aws_subnet"]["a"]["vpc_id"], "${aws_vpc.vpc-10_0_0_8.id}")

    def test_wraps_a_block_that_the_bridge_flattens(self):
        made = configured(resource(SUBNET, "a", {"rule": {"days": 7}}), resource(SUBNET, "b", {"rules": [{"days": 7}]}))
        self.assertEqual(made["aws_subnet"]["a"]["rule"], [{"days": 7}])
        self.assertEqual(made["aws_subnet"]["b"]["rule"], [{"days": 7}])

    def test_refuses_what_the_provider_does_not_know(self):
        for inputs in ({"cidrBlok": "10.0.0.0/16"}, {"id": "vpc-1"}):
            with self.assertRaises(UnknownName) as refused:
                configured(resource(VPC, "network-vpc", inputs))
            self.assertEqual((refused.exception.resource, refused.exception.path), ("network-vpc", next(iter(inputs))))

    def test_refuses_a_reference_to_nothing(self):
        with self.assertRaises(UnknownName) as refused:
            configured(resource(SUBNET, "a", {"vpcId": "${network-vpc.id}"}))
        self.assertEqual(refused.exception.path, "vpcId")

    def test_waits_for_everything_in_a_component(self):
        made = configured(
            resource("exchange:index:Network", "network"), resource(VPC, "inner", parent="network"),
            resource(SUBNET, "a", depends_on=["network"]))
        self.assertEqual(made["aws_subnet"]["a"]["depends_on"], ["aws_vpc.inner"])

    def test_ignores_what_the_options_ignore(self):
        made = configured(resource(SUBNET, "a", {"rule": {"days": 7}}, ignoreChanges=["rule.days", "policy"]))
        self.assertEqual(made["aws_subnet"]["a"]["lifecycle"]["ignore_changes"], ["rule[0].days", "policy"])


if __name__ == "__main__":
    unittest.main()
