"""A change: the provider beside plan diff."""

import unittest
from types import SimpleNamespace

from tests.support import resource

from changes import compare

_VPC = resource("aws:ec2/vpc:Vpc", "network-vpc")
_DOCUMENT = SimpleNamespace(by_address={"aws_vpc.network-vpc": _VPC})


def compared(actions, change):
    changes = [{"address": "aws_vpc.network-vpc", "change": {"actions": actions}}]
    diff = {"resources": [{"type": _VPC["type"], "name": "network-vpc", "change": change}] if change else []}
    return [(row["diff"], row["provider"], row["verdict"])
            for row in compare(changes, diff, _DOCUMENT, _DOCUMENT)]


class Compare(unittest.TestCase):
    def test_agrees_on_a_replacement_in_either_order(self):
        for actions in (["create", "delete"], ["delete", "create"]):
            self.assertEqual(compared(actions, "replaced"), [("replace", "replace", "agree")])

    def test_a_step_that_runs_again_is_a_replacement(self):
        self.assertEqual(compared(["delete", "create"], "runsAgain"), [("replace", "replace", "agree")])

    def test_differs_when_the_provider_replaces_what_we_update(self):
        self.assertEqual(compared(["delete", "create"], "changed"), [("update", "replace", "DIFFER")])

    def test_differs_when_only_one_of_them_changes_something(self):
        self.assertEqual(compared(["no-op"], "changed"), [("update", "nothing", "DIFFER")])
        self.assertEqual(compared(["update"], None), [("nothing", "update", "DIFFER")])


if __name__ == "__main__":
    unittest.main()
