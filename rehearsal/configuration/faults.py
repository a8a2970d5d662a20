"""What the configuration of a plan refuses."""


class UnknownName(Exception):
    """A resource says something that the provider does not know, or refers to nothing."""

    def __init__(self, resource, path, reason):
        super().__init__(f"{resource}: {path}: {reason}" if path else f"{resource}: {reason}")
        self.resource, self.path, self.reason = resource, path, reason
