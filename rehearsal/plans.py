"""Where a plan comes from: a stack of this project, or a file that plan --format json wrote."""

import json
import os
import re
import subprocess
from pathlib import Path

from missing import Missing

ROOT = Path(__file__).resolve().parent.parent
_BUILD = ["powershell", "-File", str(ROOT / "build.ps1")] if os.name == "nt" else [str(ROOT / "build.sh")]


def read(name):
    """The plan of a stack or in a file."""
    if name.endswith(".json"):
        return _parse(name, Path(name))
    if not (ROOT / f"Pulumi.{name}.yaml").exists():
        raise Missing(f"There is no stack {name}: Pulumi.{name}.yaml does not exist, and it is no file of a plan "
                      "(plan <stack> --format json --out <file>.json).")
    done = subprocess.run([*_BUILD, "plan", name, "--format", "json"], capture_output=True, text=True)
    if not done.stdout.startswith("{"):
        raise Missing(f"The plan of {name} cannot be made: {done.stderr.strip()}")
    return json.loads(done.stdout)


def refuse_errors(plan):
    """A plan with errors is not deployed, so there is nothing to rehearse."""
    errors = [item for item in plan["findings"] if item["severity"] == "error"]
    if errors:
        said = "\n".join(f"  {item['subject']}: {item['message']}" for item in errors)
        raise Missing(f"The plan of {plan['stack']} has errors, so pulumi up would not start:\n{said}")


def difference(old, new):
    """What plan diff says of two files of plans."""
    done = subprocess.run([*_BUILD, "plan", "diff", str(old), str(new), "--format", "json"],
                          capture_output=True, text=True)
    if not done.stdout.startswith("{"):
        raise Missing(f"plan diff failed: {done.stderr.strip()}")
    return json.loads(done.stdout)


def region_of(plan):
    """The region that the hosts' zones are in."""
    return re.match(r"[a-z]+(-[a-z]+)+-\d+", plan["hosts"][0]["zone"])[0]


def stack_file(plan):
    """The stack file of a plan; None where it is not here."""
    path = ROOT / f"Pulumi.{plan['stack']}.yaml"
    return path if path.exists() else None


def follows():
    """Inputs that are the latest version of what another input names, from the table of resource types."""
    table = json.loads((ROOT / "ExchangeOnAws/Reporting/Diff/resource-types.json").read_text())
    return {token: entry["follows"] for token, entry in table.items() if "follows" in entry}


def _parse(name, path):
    try:
        plan = json.loads(path.read_text(encoding="utf-8"))
        return plan if {"stack", "hosts", "resources"} <= plan.keys() else _refuse(name)
    except FileNotFoundError:
        raise Missing(f"{name} does not exist.") from None
    except ValueError:
        return _refuse(name)


def _refuse(name):
    raise Missing(f"{name} is not a plan. Write one with: plan <stack> --format json --out {name}")
