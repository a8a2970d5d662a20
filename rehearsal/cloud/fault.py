"""Errors in the form that the service would give them."""

from moto.core.exceptions import ServiceException


class Fault(ServiceException):
    """An AWS error: its code in the service's model, and a message."""

    def __init__(self, code, message):
        super().__init__(code, message)
