"""Answers a repeated request with what the first was answered.

A client repeats a request whose answer it never saw, which happens on a machine that is busy enough. The invocation has
an identifier that all its attempts share, so the work is not done twice: DocumentAlreadyExists would be our own fault.
"""

import threading
from collections import OrderedDict

from werkzeug.wrappers import Response

_KEPT = 4096


class Retries:
    """The last answers, by invocation."""

    def __init__(self, application, note):
        self._application, self._note = application, note
        self._lock, self._answers = threading.Lock(), OrderedDict()

    def __call__(self, environ, start_response):
        invocation = environ.get("HTTP_AMZ_SDK_INVOCATION_ID")
        if invocation is None:
            return self._application(environ, start_response)
        with self._lock:
            entry = self._answers.setdefault(invocation, _Entry())
            while len(self._answers) > _KEPT:
                self._answers.popitem(last=False)

        # The second attempt may come while the first is still being answered.
        with entry.lock:
            if entry.answer is None or entry.answer.status_code >= 500:
                entry.answer = Response.from_app(self._application, environ, buffered=True)
            else:
                self._note({"repeated": environ.get("HTTP_X_AMZ_TARGET", environ["PATH_INFO"]),
                            "attempt": environ.get("HTTP_AMZ_SDK_REQUEST", "")})
        return entry.answer(environ, start_response)


class _Entry:
    def __init__(self):
        self.lock, self.answer = threading.Lock(), None
