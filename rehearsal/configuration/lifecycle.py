"""Options of a resource as its lifecycle in Terraform."""

from .faults import UnknownName


def lifecycle(resource, block, is_protected):
    """What Terraform's lifecycle says of protect, ignoreChanges and deleteBeforeReplace.

    retainOnDelete and replaceOnChanges have no counterpart there: the rehearsal forgets what is retained before it
    destroys, and replaces what changes where the engine would.
    """
    options, meta = resource["options"], {}
    if is_protected and options.get("protect"):
        meta["prevent_destroy"] = True
    if not options.get("deleteBeforeReplace"):
        meta["create_before_destroy"] = True
    if ignored := options.get("ignoreChanges"):
        meta["ignore_changes"] = [path_of(block, path, resource["name"]) for path in ignored]
    return meta


def path_of(block, path, resource):
    """rootBlockDevice.kmsKeyId -> root_block_device[0].kms_key_id"""
    names = []
    for part in path.split("."):
        bridged, _, index = part.partition("[")
        name = block.name_of(bridged) if block else bridged
        if name is None:
            raise UnknownName(resource, path, "an option names what the provider does not know.")
        is_block = block is not None and name in block.blocks
        names.append(name + (f"[{index}" if index else "[0]" if is_block else ""))
        block = block.inner(name) if is_block else None
    if names[-1].endswith("[0]") and "[" not in path:
        names[-1] = names[-1][:-3]
    return ".".join(names)
