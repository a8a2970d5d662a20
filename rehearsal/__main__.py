"""rehearse <stack>, or rehearse <old> <new>: see README.md."""

import argparse
import importlib.util
import os
import sys

from missing import Missing

_NEEDED = ("moto", "flask", "boto3", "yaml")


def main():
    parser = argparse.ArgumentParser(
        prog="rehearse", description="Applies a plan with the real AWS provider to a simulated AWS on this machine.")
    parser.add_argument("plan", nargs="+", metavar="stack|plan.json", help="one to rehearse, or two: old and new")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--plugin-dir", metavar="DIR", default=os.environ.get("REHEARSAL_PLUGIN_DIR"),
        help="a mirror of Terraform providers instead of the registry; default: $REHEARSAL_PLUGIN_DIR")
    parser.add_argument("--quiet", action="store_true", help="no progress")
    options = parser.parse_args()
    if len(options.plan) > 2:
        parser.error("one plan, or two: old and new")
    try:
        return _rehearse(options)
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Interrupted; the simulated AWS and the working folder are gone.", file=sys.stderr)
        return 130


def _rehearse(options):
    absent = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    if absent:
        raise Missing(f"Python lacks {', '.join(absent)}. Run: python3 -m pip install -r rehearsal/requirements.txt")

    import plans
    import report
    from changes import ChangeRehearsal
    from rehearsal import Rehearsal
    from terraform import executable

    executable()
    read = [plans.read(name) for name in options.plan]
    for plan in read:
        plans.refuse_errors(plan)
    rehearsal = Rehearsal(*read, options) if len(read) == 1 else ChangeRehearsal(*read, options)
    result = rehearsal.run()
    sys.stdout.write(report.as_json(result) if options.format == "json" else report.as_text(result))
    return 0 if result["accepted"] else 1


if __name__ == "__main__":
    sys.exit(main())
