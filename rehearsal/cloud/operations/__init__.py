"""Operations that moto lacks, or answers otherwise than AWS does. One module per area."""

from dataclasses import dataclass

from moto.core import DEFAULT_ACCOUNT_ID

from ..partition import partition_of

ACCOUNT = DEFAULT_ACCOUNT_ID

# A handler's answer when the resource is one of moto's.
NOT_OURS = object()

_handlers = {}
_stores = {}


def operation(service, name):
    """Registers a function as the answer to an operation: (context, parameters) -> result, a fault or NOT_OURS."""
    def register(function):
        _handlers[f"{service}:{name}"] = function
        return function
    return register


def handler_of(call):
    _load()
    return _handlers.get(call)


@dataclass(frozen=True)
class Context:
    """Where a call is made."""

    call: object

    @property
    def region(self):
        return self.call.region

    @property
    def partition(self):
        return partition_of(self.region)

    def arn(self, service, resource):
        return f"arn:{self.partition}:{service}:{self.region}:{ACCOUNT}:{resource}"

    def store(self, kind):
        """What there is of a kind in this region, by id."""
        return _stores.setdefault((self.region, kind), {})


def _load():
    from . import application_insights, backup, ec2  # noqa: F401
    from . import ssm_associations, ssm_baselines, ssm_public, ssm_windows, tags  # noqa: F401
