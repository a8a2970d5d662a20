"""Public parameters of AWS that moto does not bring: the newest Windows images."""

from datetime import datetime, timezone

from moto.ec2 import ec2_backends

from . import ACCOUNT, NOT_OURS, operation

_IMAGES = "/aws/service/ami-windows-latest/"


@operation("ssm", "GetParameter")
def get(context, wanted):
    if not wanted["Name"].startswith(_IMAGES):
        return NOT_OURS
    return {"Parameter": {
        "Name": wanted["Name"], "Type": "String", "Value": windows_image(context.region), "Version": 1,
        "DataType": "aws:ec2:image", "LastModifiedDate": datetime(2026, 1, 1, tzinfo=timezone.utc),
        "ARN": f"arn:{context.partition}:ssm:{context.region}::parameter{wanted['Name']}"}}


def windows_image(region):
    """An image with Windows on it, of those that moto knows."""
    images = ec2_backends[ACCOUNT][region].describe_images()
    return min(image.id for image in images if image.platform == "windows")
