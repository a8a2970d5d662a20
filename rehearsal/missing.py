"""Wrong use, or something that has to be installed first: exit 2."""


class Missing(Exception):
    """Says what is missing and how to get it."""
