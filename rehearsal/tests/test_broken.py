"""Plans that are broken on purpose, with the real provider: each is refused, and the setting named."""

import os
import shutil
import tempfile
import unittest
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

from tests.support import plan, resource

import plans
from missing import Missing
from rehearsal import Rehearsal

_STACK = """config:
  aws:region: eu-west-1
  exchange-on-aws:network:
    cidr: 10.0.0.0/16
  exchange-on-aws:gateway:
    allowedCidrs: [203.0.113.0/24]
  exchange-on-aws:backup:
    vaultName: {name}
    copyPolicy: arn:aws-cn:iam::aws:policy/ReadOnlyAccess
  exchange-on-aws:patching:
    target: SERVERS
""".format(name="v" * 51)

_TRUST = ('{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"backup.amazonaws.com"},'
          '"Action":["sts:AssumeRole"]}]}')
_VPC = resource("aws:ec2/vpc:Vpc", "vpc", {"cidrBlock": "10.0.0.0/16"})
_GROUP = resource("aws:ec2/securityGroup:SecurityGroup", "group", {"description": "d", "vpcId": "${vpc.id}"})
_BACKUP = resource("exchange:index:Backup", "backup")


def _rule(port):
    return resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", f"rule-{port}", {
        "securityGroupId": "${group.id}", "ipProtocol": "tcp", "fromPort": port, "toPort": port,
        "cidrIpv4": "203.0.113.0/24"}, parent="gateway")


@unittest.skipIf(shutil.which("terraform") is None, "Terraform is not on the path")
class Broken(unittest.TestCase):
    def rehearse(self, *resources):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        stack = Path(folder.name) / "Pulumi.test.yaml"
        stack.write_text(_STACK)
        options = SimpleNamespace(plugin_dir=os.environ.get("REHEARSAL_PLUGIN_DIR"), quiet=True)
        with mock.patch.object(plans, "stack_file", lambda _: stack):
            try:
                result = Rehearsal(plan(*resources), options).run()
            except Missing as missing:
                self.skipTest(str(missing))
        self.assertFalse(result["accepted"])
        self.assertTrue(result["refusals"])
        return result["refusals"][0]

    def test_a_rule_too_many(self):
        refused = self.rehearse(
            _VPC, _GROUP, resource("exchange:index:Gateway", "gateway"), *(_rule(port) for port in range(1, 62)))
        self.assertIn("RulesPerSecurityGroupLimitExceeded", refused["message"])
        self.assertEqual(refused["setting"], "gateway.allowedCidrs")

    def test_a_vault_name_too_long(self):
        refused = self.rehearse(_BACKUP, resource("aws:backup/vault:Vault", "vault", {"name": "v" * 51}, "backup"))
        self.assertEqual((refused["resource"], refused["property"], refused["setting"]),
                         ("vault", "name", "backup.vaultName"))

    def test_a_wrong_enum(self):
        window = resource("aws:ssm/maintenanceWindow:MaintenanceWindow", "window", {
            "schedule": "rate(7 days)", "duration": 4, "cutoff": 1})
        refused = self.rehearse(window, resource("aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget", "target", {
            "windowId": "${window.id}", "resourceType": "SERVERS",
            "targets": [{"key": "tag:a", "values": ["b"]}]}))
        self.assertEqual((refused["resource"], refused["property"], refused["setting"]),
                         ("target", "resourceType", "patching.target"))

    def test_a_missing_reference(self):
        refused = self.rehearse(_GROUP)
        self.assertEqual((refused["resource"], refused["property"]), ("group", "vpcId"))
        self.assertIn("not in the plan", refused["message"])

    def test_an_arn_of_another_partition(self):
        refused = self.rehearse(
            _BACKUP, resource("aws:iam/role:Role", "role", {"assumeRolePolicy": _TRUST}, "backup"),
            resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "attachment", {
                "role": "${role.name}", "policyArn": "arn:aws-cn:iam::aws:policy/ReadOnlyAccess"}, "backup"))
        self.assertEqual((refused["resource"], refused["property"], refused["setting"]),
                         ("attachment", "policyArn", "backup.copyPolicy"))
        self.assertIn("partition aws-cn", refused["message"])


if __name__ == "__main__":
    unittest.main()
