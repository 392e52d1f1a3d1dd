"""What the group of a row is called where it is no group but the whole class."""

from generator.slugs import slug

_NAMES_OF_ALL = """
all all-students class whole-class whole-group everyone everybody total
todos todas toda-la-clase clase clase-entera todos-los-estudiantes
"""
_WHOLE_CLASS = frozenset(_NAMES_OF_ALL.split())


def is_whole_class(group: str) -> bool:
    """Whether a group is no group but the class: it has no name, or one such as `all`."""
    return not group or slug(group) in _WHOLE_CLASS


def group_name(written: str) -> str:
    """The group as it was written; empty for the whole class, which is never summed with its own groups."""
    return "" if is_whole_class(written) else written
