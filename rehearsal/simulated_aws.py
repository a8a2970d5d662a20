"""The simulated AWS as a process of its own, ended with the rehearsal and by its handle only."""

import json
import subprocess
import sys
import urllib.request
from pathlib import Path

import boto3
from botocore.config import Config

_SERVER = Path(__file__).parent / "cloud" / "server.py"


class SimulatedAws:
    """Started in a with statement; endpoint is where it listens, on loopback."""

    def __init__(self, folder, seeds):
        self._log = folder / "requests.log"
        (folder / "seeds.json").write_text(json.dumps(seeds))
        self._command = [
            sys.executable, str(_SERVER), "--log", str(self._log), "--seeds", str(folder / "seeds.json")]
        self._errors = folder / "server.log"

    def __enter__(self):
        # A session of its own: Ctrl-C reaches the rehearsal alone, which closes the pipe that this waits on.
        with open(self._errors, "w", encoding="utf-8") as errors:
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True,
                start_new_session=True)
        port = self._process.stdout.readline().strip()
        if not port:
            raise RuntimeError(f"The simulated AWS did not start: {self._errors.read_text().strip()}")
        self.endpoint = f"http://127.0.0.1:{port}"
        return self

    def __exit__(self, *_):
        self._process.stdin.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()

    def client(self, service, region):
        return boto3.client(
            service, region_name=region, endpoint_url=self.endpoint, aws_access_key_id="rehearsal",
            aws_secret_access_key="rehearsal", config=Config(retries={"total_max_attempts": 1}, proxies={}))

    def counts(self):
        """How often each operation was called: {"ec2:DescribeVpcs": 12}."""
        with urllib.request.urlopen(f"{self.endpoint}/rehearsal/requests") as answer:
            return json.load(answer)

    def notes(self):
        """Requests that break the model of their API, or that no model can read."""
        return [json.loads(line) for line in self._log.read_text().splitlines()] if self._log.exists() else []
