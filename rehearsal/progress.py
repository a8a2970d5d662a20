"""Says what goes on, by resource type, while Terraform works."""

import sys
from collections import Counter


class Progress:
    """A listener of Terraform's events: one line whenever all resources of a type are done."""

    def __init__(self, expected, is_quiet=False):
        self._expected, self._is_quiet = Counter(expected), is_quiet
        self._done = Counter()

    def begin(self, step):
        self._done.clear()
        self.say(f"{step} ...")

    def __call__(self, event):
        if event.get("type") != "apply_complete":
            return
        hook = event["hook"]
        key = hook["resource"]["resource_type"]
        if hook["action"] in ("read", "noop"):
            return
        self._done[key] += 1
        if self._done[key] == self._expected[key]:
            total = sum(self._done.values())
            self.say(f"  {self._done[key]:4} {key:48} {total:5} of {sum(self._expected.values())}")

    def say(self, text):
        if not self._is_quiet:
            print(text, file=sys.stderr, flush=True)
