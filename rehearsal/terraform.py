"""Runs Terraform in a folder of its own and reads what it reports."""

import json
import os
import shutil
import subprocess

from configuration.document import REQUIRED
from missing import Missing

# Waiting for a simulated AWS takes no processor; the provider and the server take what there is.
_PARALLELISM = 40


class Refused(Exception):
    """Terraform's or the provider's errors."""

    def __init__(self, diagnostics):
        super().__init__("; ".join(diagnostic["summary"] for diagnostic in diagnostics))
        self.diagnostics = diagnostics


class Terraform:
    """One working folder."""

    def __init__(self, folder, endpoint="", plugins=None, listener=None):
        self.folder, self.listener = folder, listener or (lambda _: None)
        self._endpoint, self._plugins = endpoint, plugins
        self._environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("AWS_")},
            "AWS_ENDPOINT_URL": endpoint, "AWS_EC2_METADATA_DISABLED": "true", "CHECKPOINT_DISABLE": "1",
            "AWS_CONFIG_FILE": os.devnull, "AWS_SHARED_CREDENTIALS_FILE": os.devnull, "TF_IN_AUTOMATION": "1",
            "NO_PROXY": "127.0.0.1,localhost", "no_proxy": "127.0.0.1,localhost",
        }

    def write(self, configuration):
        configuration["terraform"]["backend"] = {"http": {"address": f"{self._endpoint}/rehearsal/state"}}
        (self.folder / "main.tf.json").write_text(json.dumps(configuration))

    def init(self):
        mirror = [f"-plugin-dir={self._plugins}"] if self._plugins else []
        done = self._run("init", "-input=false", "-no-color", *mirror)
        if done.returncode:
            raise Missing(
                "The AWS provider cannot be had from the Terraform registry:\n"
                f"{done.stderr.strip()}\nName a mirror: --plugin-dir DIR, or a CLI configuration by "
                "TF_CLI_CONFIG_FILE with provider_installation { filesystem_mirror { path = DIR } }.")

    def schema(self):
        done = self._run("providers", "schema", "-json")
        if done.returncode:
            raise Missing(f"terraform providers schema failed: {done.stderr.strip()}")
        return json.loads(done.stdout)

    def provider_version(self):
        versions = json.loads(self._run("version", "-json").stdout)
        return versions["terraform_version"], next(iter(versions["provider_selections"].values()), "none")

    def validate(self):
        answer = json.loads(self._run("validate", "-json").stdout)
        if not answer["valid"]:
            raise Refused([item for item in answer["diagnostics"] if item["severity"] == "error"])

    def apply(self, *options):
        self._stream("apply", "-auto-approve", *options)

    def destroy(self):
        self._stream("apply", "-destroy", "-auto-approve", "-refresh=false")

    def resources(self):
        """What Terraform has in its state: {address: attributes}."""
        values = json.loads(self._run("show", "-json").stdout).get("values", {})
        return {item["address"]: item["values"] for item in values.get("root_module", {}).get("resources", [])
                if item["mode"] == "managed"}

    def plan(self, *options):
        """What Terraform would do: resource_changes of its plan."""
        self._stream("plan", "-out=changes", *options)
        shown = self._run("show", "-json", "changes")
        return json.loads(shown.stdout).get("resource_changes", [])

    def apply_plan(self):
        self._stream("apply", file="changes")

    def forget(self, addresses):
        if addresses:
            done = self._run("state", "rm", *addresses)
            if done.returncode:
                raise Refused([{"summary": done.stderr.strip(), "detail": ""}])

    def provider_only(self):
        """The least that brings the provider and its schema."""
        self.write({"terraform": {"required_providers": REQUIRED}})

    def _run(self, *arguments):
        return subprocess.run(
            [executable(), *arguments], cwd=self.folder, env=self._environment, capture_output=True, text=True)

    def _stream(self, command, *options, file=None):
        arguments = [
            executable(), command, "-json", "-input=false", f"-parallelism={_PARALLELISM}", *options,
            *([file] if file else [])]
        errors = []
        with subprocess.Popen(arguments, cwd=self.folder, env=self._environment, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, text=True) as process:
            for line in process.stdout:
                event = json.loads(line) if line.startswith("{") else {}
                self.listener(event)
                if event.get("type") == "diagnostic" and event["diagnostic"]["severity"] == "error":
                    errors.append(event["diagnostic"])
            said = process.stderr.read()
        if errors:
            raise Refused(errors)
        if process.returncode:
            raise Refused([{"summary": said.strip() or f"terraform {command} failed", "detail": ""}])


def executable():
    """Terraform on the path."""
    found = shutil.which("terraform")
    if found is None:
        raise Missing("Terraform is not on the path. Get 1.9 or later from "
                      "https://developer.hashicorp.com/terraform/install and run this again.")
    return found
