"""One rehearsal: apply, apply again, read back, destroy, look at what remains."""

import tempfile
import time
from collections import Counter
from pathlib import Path

import plans
import readback
import refusals
import remains
import wants
from configuration.document import Document
from configuration.faults import UnknownName
from configuration.schema import Schema
from progress import Progress
from protection import without_protection
from simulated_aws import SimulatedAws
from terraform import Refused, Terraform

# Reads of a password generator and of public parameters are no resources.
_NO_CHANGE = (["no-op"], ["read"])


class Rehearsal:
    """Everything that one run needs, in a folder that is gone afterwards."""

    def __init__(self, plan, options):
        self.plan, self.options = plan, options
        self.region = plans.region_of(plan)
        self.stack_file = plans.stack_file(plan)
        self.result = {
            "stack": plan["stack"], "region": self.region, "accepted": False, "refusals": [], "seconds": {},
            "resources": 0, "types": [], "requests": 0, "operations": 0, "violations": [], "repeated": [],
            "notWitnessed": [],
            "changedBySecondRun": [], "readBack": [], "remains": [],
        }

    def run(self):
        """The result, for the report."""
        with tempfile.TemporaryDirectory(prefix="rehearsal-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            with SimulatedAws(folder, wants.seeds(self.plan, self.region, self.stack_file)) as aws:
                terraform = Terraform(folder, aws.endpoint, self.options.plugin_dir)
                self.document = None
                try:
                    self._rehearse(terraform, aws)
                except UnknownName as fault:
                    self.result["refusals"].append(refusals.of_unknown(fault, self.plan, self.stack_file))
                except Refused as refused:
                    self.result["refusals"] += refusals.of_diagnostics(
                        refused, self.document, self.plan, self.stack_file)
                self._count(aws)
        self.result["accepted"] = not any(
            self.result[key] for key in ("refusals", "violations", "changedBySecondRun", "notWitnessed")) and all(
            item["ok"] for item in [*self.result["readBack"], *self.result["remains"]])
        return self.result

    def _rehearse(self, terraform, aws):
        self.prepare(terraform)
        self.timed("apply", terraform.apply)
        self._demand_no_change(terraform)
        self.timed("read back", lambda: self.result["readBack"].extend(
            readback.checks(aws, self.plan, self.region)))
        self.change(terraform)
        self._destroy(terraform, aws)

    def change(self, terraform):
        """What a rehearsal of a change does between the two."""

    def prepare(self, terraform):
        """Initialises the folder and writes the plan as configuration."""
        terraform.provider_only()
        terraform.init()
        self.schema = Schema(terraform.schema())
        self.document = self.configure(terraform, self.plan)
        kinds = Counter(self.document.kinds())
        self.result["resources"] = sum(kinds.values())
        self.result["types"] = [[kind, kinds[kind]] for kind in sorted(kinds)]
        self.result["terraform"], self.result["provider"] = terraform.provider_version()
        self.progress = terraform.listener = Progress(kinds, self.options.quiet)
        self.timed("validate", terraform.validate)

    def configure(self, terraform, plan):
        document = Document(plan, self.schema, self.region, plans.follows())
        configuration = document.build()
        self.result["notWitnessed"] += document.not_known
        terraform.write(configuration)
        return document

    def timed(self, step, action):
        self.progress.begin(step)
        start = time.monotonic()
        try:
            return action()
        finally:
            self.result["seconds"][step] = round(time.monotonic() - start, 1)

    def _demand_no_change(self, terraform):
        changes = self.timed("second run", terraform.plan)
        self.result["changedBySecondRun"] = [
            describe(item, self.document) for item in changes if item["change"]["actions"] not in _NO_CHANGE]

    # AWS's own protections go first, as docs/operations.md says. What the plan retains is forgotten instead of
    # deleted, as the engine does.
    def _destroy(self, terraform, aws):
        retained = {address: resource for address, resource in self.document.by_address.items()
                    if resource["options"].get("retainOnDelete")}
        if unprotected := without_protection(self.plan):
            self.configure(terraform, unprotected)
            self.timed("take off protection", lambda: terraform.apply("-refresh=false"))
        before = terraform.resources()
        terraform.forget([address for address in before if address.split("[")[0] in retained])
        self.timed("destroy", terraform.destroy)
        self.result["remains"] = remains.of(before, retained, aws, self.region)

    def _count(self, aws):
        counts = aws.counts()
        self.result["requests"], self.result["operations"] = sum(counts.values()), len(counts)
        for note in aws.notes():
            key = "violations" if "violations" in note else "repeated" if "repeated" in note else "notWitnessed"
            self.result[key].append(note)


def describe(change, document):
    """A change of Terraform's plan: which resource, what is done and to which arguments."""
    before, after = change["change"]["before"] or {}, change["change"]["after"] or {}
    resource = document.by_address.get(change["address"]) if document else None
    return {
        "resource": resource["name"] if resource else change["address"], "actions": change["change"]["actions"],
        "arguments": sorted(key for key in {*before, *after} if before.get(key) != after.get(key)),
        "forces": [".".join(str(part) for part in path) for path in change["change"].get("replace_paths", [])],
    }
