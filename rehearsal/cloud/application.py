"""The simulated AWS as a WSGI application: parse, check, then answer from here or from moto."""

import json
import threading
import traceback
from collections import Counter
from io import BytesIO

from moto.core.serialize import SerializationContext, get_serializer_class
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.wrappers import Request, Response

from .fault import Fault
from .model_check import violations
from .operations import NOT_OURS, Context, handler_of
from .request import parse

COUNTS = "/rehearsal/requests"

# Terraform's state, kept in memory: in a file it would be written whole after every resource.
STATE = "/rehearsal/state"


class SimulatedAws:
    """Every request passes here."""

    def __init__(self, log):
        self._moto = DomainDispatcherApplication(create_backend_app)
        self._log, self._lock, self._counts = log, threading.Lock(), Counter()
        self._state = b""

    def __call__(self, environ, start_response):
        request = Request(environ)
        request.max_form_memory_size = None
        if request.path == COUNTS:
            return Response(json.dumps(self._counts))(environ, start_response)
        if request.path == STATE:
            return self._keep(request)(environ, start_response)
        body = request.get_data(cache=True, parse_form_data=False)
        environ["wsgi.input"] = BytesIO(body)
        environ["CONTENT_LENGTH"] = str(len(body))
        environ.pop("HTTP_TRANSFER_ENCODING", None)
        try:
            call = parse(Request(environ))
        except Exception:  # a request that the model cannot even read
            self.note({"unreadable": f"{request.method} {request.full_path}", "trace": traceback.format_exc()})
            call = None
        environ["wsgi.input"] = BytesIO(body)
        if call is None:
            with self._lock:
                self._counts["not described by a model"] += 1
            return self._moto_answer(environ, start_response, f"{request.method} {request.full_path}")
        return self._answer(call, environ, start_response)

    def _keep(self, request):
        if request.method == "GET":
            return Response(self._state, status=200 if self._state else 404)
        self._state = b"" if request.method == "DELETE" else request.get_data()
        return Response("")

    def _answer(self, call, environ, start_response):
        with self._lock:
            self._counts[call.name] += 1
        if broken := violations(call):
            said = "; ".join(f"{call.model.name}: {member} {reason}" for member, reason in broken)
            self.note({"call": call.name, "violations": broken})
            return _serialized(call, Fault("ValidationException", said))(environ, start_response)
        if handler := handler_of(call.name):
            result = self._handled(handler, call)
            if result is not NOT_OURS:
                return _serialized(call, result)(environ, start_response)
        return self._moto_answer(environ, start_response, call.name)

    # What moto has not written yet is a gap of the rehearsal, not a refusal of AWS.
    def _moto_answer(self, environ, start_response, called):
        try:
            return self._moto(environ, start_response)
        except Exception:
            self.note({"unanswered": called, "trace": traceback.format_exc()})
            return Response(f"moto cannot answer {called}", status=501)(environ, start_response)

    def _handled(self, handler, call):
        try:
            with self._lock:
                return handler(Context(call), call.parameters)
        except Fault as fault:
            return fault

    def note(self, entry):
        """Writes down what the report has to say of a request."""
        with self._lock:
            self._log.write(json.dumps(entry, default=str) + "\n")
            self._log.flush()


def _serialized(call, result):
    protocol = call.protocol
    serializer = get_serializer_class(call.service, protocol)
    answer = serializer(operation_model=call.model, context=SerializationContext("rehearsal")).serialize(result)
    response = Response(answer["body"], status=answer["status_code"])
    for name, value in answer["headers"].items():
        response.headers[name] = value
    if isinstance(result, Fault) and response.status_code >= 500:
        response.status_code = 400
    return response
