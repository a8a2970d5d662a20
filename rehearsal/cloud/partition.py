"""The partition of a region."""


def partition_of(region):
    """us-gov-west-1 -> aws-us-gov"""
    return "aws-us-gov" if region.startswith("us-gov-") else "aws-cn" if region.startswith("cn-") else "aws"
