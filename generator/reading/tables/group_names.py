"""What the group of a row is called where it is no group but the whole class."""

import re

from generator.slugs import slug

_NAMES_OF_ALL = re.compile(
    r"(?:the-)?(?:all|everyone|everybody|total|totals|overall|(?:whole|entire|full)-(?:class|group)|class(?:-total)?)"
    r"|(?:all|the)-(?:of-(?:the-|them-)?)?(?:students|pupils|learners|kids|groups|class)(?:-together)?"
    r"|todos|todas|total|toda-la-clase|todo-el-grupo|(?:la-)?clase(?:-(?:entera|completa))?|(?:el-)?grupo-completo"
    r"|todos-l[oa]s-(?:estudiantes|alumnos)|todas-las-(?:estudiantes|alumnas)"
)
_SIZE = re.compile(r"[(\[](?:n ?= ?)?\d+(?: students| estudiantes| alumnos)?[)\]]", re.IGNORECASE)  # (n = 26)


def is_whole_class(group: str) -> bool:
    """Whether a group is no group but the class: it has no name, or one such as `All students (26)`."""
    return not group or bool(_NAMES_OF_ALL.fullmatch(slug(_SIZE.sub(" ", group))))


def group_name(written: str) -> str:
    """The group as it was written; empty for the whole class, which is never summed with its own groups."""
    return "" if is_whole_class(written) else written
