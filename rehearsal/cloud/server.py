"""Starts the simulated AWS as a process: prints its port, and ends when its standard input does."""

import argparse
import json
import os
import sys
import threading

os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")

from pathlib import Path  # noqa: E402

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from werkzeug.serving import WSGIRequestHandler, make_server  # noqa: E402

from cloud.application import SimulatedAws  # noqa: E402
from cloud.corrections import correct  # noqa: E402
from cloud.retries import Retries  # noqa: E402
from cloud.seeds import plant  # noqa: E402


class Quiet(WSGIRequestHandler):
    """Writes no access log."""


    def log(self, *_):
        pass


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--log", required=True)
    parser.add_argument("--seeds", required=True)
    arguments = parser.parse_args()
    correct()
    plant(json.loads(Path(arguments.seeds).read_text()))
    with open(arguments.log, "a", encoding="utf-8") as log:
        aws = SimulatedAws(log)
        application = Retries(aws, aws.note)
        server = make_server("127.0.0.1", 0, application, threaded=True, request_handler=Quiet)
        print(server.port, flush=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        sys.stdin.read()
        server.shutdown()


if __name__ == "__main__":
    main()
