"""A change rehearsed: what the provider does, beside what plan diff says."""

import json

import plans
from rehearsal import _NO_CHANGE, Rehearsal, describe

_OF_DIFF = {"added": "create", "removed": "delete", "changed": "update", "replaced": "replace", "runsAgain": "replace"}


class ChangeRehearsal(Rehearsal):
    """The old plan applied, then the new one."""

    def __init__(self, old, new, options):
        super().__init__(old, options)
        self.new = new
        self.result["changes"] = []

    def change(self, terraform):
        old_document = self.document
        document = self.configure(terraform, self.new)
        changes = self.timed("plan the change", lambda: terraform.plan("-refresh=false"))
        diff = self._diff(terraform)
        if replaced := _replaced_by_option(changes, document):
            changes = self.timed("with replaceOnChanges", lambda: terraform.plan(
                "-refresh=false", *(f"-replace={address}" for address in replaced)))
        self.result["changes"] = compare(changes, diff, document, old_document)
        self.timed("apply the change", terraform.apply_plan)
        self.document, self.plan = document, self.new
        changed = self.timed("second run of the change", terraform.plan)
        self.result["changedBySecondRun"] += [
            describe(item, document) for item in changed if item["change"]["actions"] not in _NO_CHANGE]

    def run(self):
        result = super().run()
        result["accepted"] &= all(item["verdict"] == "agree" for item in result["changes"])
        return result

    def _diff(self, terraform):
        paths = []
        for name, plan in (("old.json", self.plan), ("new.json", self.new)):
            paths.append(terraform.folder / name)
            paths[-1].write_text(json.dumps(plan), encoding="utf-8")
        return plans.difference(*paths)


def compare(changes, diff, document, old_document):
    """One row per resource that either changes."""
    provider = {}
    for item in changes:
        resource = document.by_address.get(item["address"]) or old_document.by_address.get(item["address"])
        if resource and item["change"]["actions"] not in _NO_CHANGE:
            provider[resource["type"], resource["name"]] = _action(item["change"]["actions"])
    said = {(item["type"], item["name"]): _OF_DIFF[item["change"]] for item in diff["resources"]}
    rows = []
    for key in sorted({*provider, *said}):
        ours, theirs = said.get(key, "nothing"), provider.get(key, "nothing")
        rows.append({"type": key[0], "resource": key[1], "diff": ours, "provider": theirs,
                     "verdict": "agree" if ours == theirs else "DIFFER"})
    return rows


# The engine replaces where replaceOnChanges says so; Terraform is told to, one resource at a time.
def _replaced_by_option(changes, document):
    found = []
    for item in changes:
        resource = document.by_address.get(item["address"])
        if resource is None or _action(item["change"]["actions"]) != "update":
            continue
        block = document.block_of(resource)
        names = {block.name_of(path) for path in resource["options"].get("replaceOnChanges", []) if block}
        if names & set(describe(item, document)["arguments"]) - {None}:
            found.append(item["address"])
    return found


def _action(actions):
    return "replace" if {"create", "delete"} <= set(actions) else actions[0]
