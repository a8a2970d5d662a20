"""The simulated AWS checks requests as AWS does."""

import tempfile
import unittest
from pathlib import Path

import tests.support  # noqa: F401
from botocore.exceptions import ClientError
from simulated_aws import SimulatedAws

_SEEDS = {"region": "eu-west-1", "vpcs": [], "certificates": [], "secrets": [], "zones": []}


class Checks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls._folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls._folder.cleanup)
        cls.aws = SimulatedAws(Path(cls._folder.name), _SEEDS).__enter__()
        cls.addClassCleanup(cls.aws.__exit__)

    def client(self, service, region="eu-west-1"):
        client = self.aws.client(service, region)
        client.meta.config.parameter_validation = False
        return client

    def refused(self, call, **arguments):
        with self.assertRaises(ClientError) as error:
            call(**arguments)
        return error.exception.response["Error"]["Message"]

    def test_a_name_that_is_too_long(self):
        said = self.refused(self.client("ssm").create_maintenance_window, Name="n" * 200, Schedule="rate(1 day)",
                            Duration=4, Cutoff=1, AllowUnassociatedTargets=True)
        self.assertIn("Name has 200 characters, and 128 is the most", said)

    def test_an_enum_that_does_not_exist(self):
        said = self.refused(self.client("ssm").put_parameter, Name="/a", Value="b", Type="Text")
        self.assertIn("Type is 'Text'", said)

    def test_a_pattern(self):
        said = self.refused(self.client("backup").create_backup_vault, BackupVaultName="a vault")
        self.assertIn("BackupVaultName", said)

    def test_an_arn_of_another_partition(self):
        said = self.refused(self.client("iam").attach_role_policy, RoleName="r",
                            PolicyArn="arn:aws-cn:iam::aws:policy/ReadOnlyAccess")
        self.assertIn("partition aws-cn", said)

    def test_a_rule_too_many(self):
        ec2 = self.client("ec2")
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        group = ec2.create_security_group(GroupName="g", Description="d", VpcId=vpc)["GroupId"]
        with self.assertRaises(ClientError) as error:
            for port in range(1, 62):
                ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[{
                    "IpProtocol": "tcp", "FromPort": port, "ToPort": port, "IpRanges": [{"CidrIp": "10.0.0.0/16"}]}])
        self.assertEqual(error.exception.response["Error"]["Code"], "RulesPerSecurityGroupLimitExceeded")

    def test_an_association_of_a_document_that_is_not_there(self):
        said = self.refused(self.client("ssm").create_association, Name="steps-nowhere")
        self.assertIn("does not exist", said)

    def test_counts_requests(self):
        self.client("sts").get_caller_identity()
        self.assertGreaterEqual(self.aws.counts()["sts:GetCallerIdentity"], 1)


if __name__ == "__main__":
    unittest.main()
