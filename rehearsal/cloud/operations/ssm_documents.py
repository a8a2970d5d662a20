"""What Systems Manager checks of a document when something refers to it."""

import json

from moto.ssm.models import ssm_backends

from ..fault import Fault
from . import ACCOUNT


def require_document(context, name, version, parameters):
    """Refuses a document that is not there, a version it lacks, and parameters that it does not have."""
    if name.startswith(("AWS-", "AmazonCloudWatch-", "AWSEC2-", "AWSSupport-", "arn:")):
        return
    document = ssm_backends[ACCOUNT][context.region]._documents.get(name)
    if document is None:
        raise Fault("InvalidDocument", f"Document with name {name} does not exist.")
    if version and version.isdigit() and version not in document.versions:
        raise Fault("InvalidDocumentVersion", f"Document {name} has no version {version}.")

    known = _parameters_of(document, version)
    if known is None:
        return
    unknown = sorted(set(parameters) - set(known))
    missing = sorted(key for key, value in known.items() if "default" not in value and key not in parameters)
    if unknown or missing:
        raise Fault("InvalidParameters", f"Document {name}: unknown parameters {unknown}, missing {missing}.")
    for key, values in parameters.items():
        allowed = known[key].get("allowedValues")
        if allowed and any(value not in allowed for value in values):
            raise Fault("InvalidParameters", f"Document {name}: {key} takes {', '.join(allowed)}.")


def _parameters_of(document, version):
    version = version if version and version.isdigit() else document.default_version
    try:
        return json.loads(document.versions[version].content).get("parameters", {})
    except (ValueError, KeyError):
        return None
