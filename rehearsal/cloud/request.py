"""Which operation of which service a request calls, and with which parameters, by botocore's models."""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qs

from botocore.loaders import Loader
from moto.core.parse import PROTOCOL_PARSERS
from moto.core.request import determine_request_protocol
from moto.core.utils import get_service_model

# Where the name that a request is signed for is not the model's.
_MODELS = {"monitoring": "cloudwatch", "elasticloadbalancing": "elbv2", "tagging": "resourcegroupstaggingapi"}
_CREDENTIAL = re.compile(r"Credential=[^/]+/\d+/([^/]+)/([^/]+)/aws4_request")


@dataclass(frozen=True)
class Call:
    """A request as the service's model describes it."""

    service: str
    region: str
    model: object
    protocol: str
    parameters: dict

    @property
    def name(self):
        return f"{self.service}:{self.model.name}"


def parse(request):
    """The call in a request of werkzeug's; None when no model describes it."""
    signed = _CREDENTIAL.search(request.headers.get("Authorization", ""))
    if not signed:
        return None
    region, signing_name = signed.groups()
    service = _MODELS.get(signing_name, signing_name)
    if service not in _services():
        return None

    model = get_service_model(service)
    name, in_path = _operation(service, model, request)
    if name is None:
        return None
    operation = model.operation_model(name)
    protocol = determine_request_protocol(model, request.content_type)
    parsed = PROTOCOL_PARSERS[protocol](operation, map_type=dict).parse({
        "method": request.method, "values": request.values, "headers": request.headers,
        "body": request.get_data(), "url_path": request.path, "url_params": in_path,
    })
    return Call(service, region, operation, protocol, parsed)


@lru_cache
def _services():
    return frozenset(Loader().list_available_services("service-2"))


def _operation(service, model, request):
    if target := request.headers.get("X-Amz-Target"):
        name = target.rsplit(".", 1)[-1]
    else:
        name = request.values.get("Action")
    if name:
        return (name, {}) if name in model.operation_names else (None, {})
    for method, path, query, operation in _routes(service):
        found = path.fullmatch(request.path) if method == request.method else None
        if found and query <= set(parse_qs(request.query_string.decode(), keep_blank_values=True)):
            return operation, {key[1:]: value for key, value in found.groupdict().items()}
    return None, {}


# The most particular first: words in the query, then in the path; of two that are equal the one in use.
@lru_cache
def _routes(service):
    model = get_service_model(service)
    routes = []
    for name in model.operation_names:
        http = model.operation_model(name).http
        path, _, query = http["requestUri"].partition("?")
        constants = frozenset(part.split("=")[0] for part in query.split("&") if part)
        pattern = re.sub(r"\{([^}+]+)(\+?)\}", _group, path.rstrip("/") or "/")
        routes.append((http["method"], re.compile(pattern + "/?"), constants, name))
    return sorted(routes, key=lambda route: (
        -len(route[2]), -len(re.sub(r"\(.*?\)", "", route[1].pattern)), model.operation_model(route[3]).deprecated))


def _group(part):
    return f"(?P<_{part[1].replace('-', '_')}>{'.+' if part[2] else '[^/]+'})"
