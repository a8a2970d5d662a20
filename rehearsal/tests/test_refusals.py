"""From an error to resource, property and setting."""

import tempfile
import unittest
from pathlib import Path
from types import SimpleNamespace

from tests.support import plan, resource

import refusals
from configuration.faults import UnknownName
from terraform import Refused

_STACK = """config:
  aws:region: eu-west-1
  exchange-on-aws:backup:
    schedule: cron(0 20 * * ? *)
    vaultName: a-name-that-somebody-chose
  exchange-on-aws:network:
    cidr: 10.0.0.0/16
"""
_BACKUP = resource("exchange:index:Backup", "backup")
_VAULT = resource("aws:backup/vault:Vault", "backup-vault", {"name": "a-name-that-somebody-chose"}, parent="backup")
_VPC = resource("aws:ec2/vpc:Vpc", "network-vpc", {"cidrBlock": "10.0.0.0/16"})


class Refusals(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.stack = Path(folder.name) / "Pulumi.test.yaml"
        self.stack.write_text(_STACK)
        self.document = SimpleNamespace(by_address={
            "aws_backup_vault.backup-vault": _VAULT, "aws_vpc.network-vpc": _VPC})
        self.plan = plan(_BACKUP, _VAULT, _VPC)

    def of(self, **diagnostic):
        refused = Refused([{"severity": "error", "detail": "", **diagnostic}])
        return refusals.of_diagnostics(refused, self.document, self.plan, self.stack)[0]

    def test_the_api_names_a_member(self):
        found = self.of(
            address="aws_backup_vault.backup-vault",
            summary="creating Backup Vault: ValidationException: CreateBackupVault: BackupVaultName is 'x', which does "
                    "not match ^[a-z]$")
        self.assertEqual((found["resource"], found["property"], found["setting"]),
                         ("backup-vault", "name", "backup.vaultName"))

    def test_the_provider_names_an_attribute(self):
        found = self.of(summary="Invalid value", detail='"cidr_block" must be a block',
                        snippet={"context": 'resource.aws_vpc.network-vpc', "code": '"cidr_block": "10.0.0.0/16"'})
        self.assertEqual((found["resource"], found["property"], found["setting"]),
                         ("network-vpc", "cidrBlock", "network.cidr"))

    def test_the_area_where_no_setting_has_the_value(self):
        found = self.of(address="aws_backup_vault.backup-vault", summary="quota exceeded")
        self.assertEqual((found["property"], found["setting"]), ("", "backup.*"))

    def test_the_configuration_refuses(self):
        found = refusals.of_unknown(UnknownName("network-vpc", "cidrBlock", "unknown"), self.plan, self.stack)
        self.assertEqual((found["property"], found["setting"]), ("cidrBlock", "network.cidr"))


if __name__ == "__main__":
    unittest.main()
