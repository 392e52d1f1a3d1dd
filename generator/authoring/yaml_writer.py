"""YAML as a person would type it: one key a line, and a word on what belongs there."""

from collections.abc import Mapping, Sequence
from datetime import date as Date

import yaml
from msgspec import Struct

Value = str | int | bool | Date | Sequence[str] | Mapping[str, object] | None


class Field(Struct, frozen=True):
    """A line of front matter.  Without a value it is a comment that shows how to fill it in."""

    key: str
    value: Value = None
    hint: str = ""

    @property
    def line(self) -> str:
        """The field as it is typed, its hint behind it as a comment."""
        if self.value in (None, "", [], ()):
            return f"# {self.key}: {self.hint}".rstrip() if self.hint else f"# {self.key}:"
        return f"{self.key}: {yaml_scalar(self.value)}" + (f" # {self.hint}" if self.hint else "")


def yaml_scalar(value: Value) -> str:
    """A value on one line, quoted only where YAML would read it as something else."""
    text = yaml.safe_dump(
        _plain(value), default_flow_style=True, allow_unicode=True, width=10**9, sort_keys=False
    )
    return text.removesuffix("\n").removesuffix("\n...").removesuffix("\n")


def _plain(value: object) -> object:
    """With text on one line: what a question was answered with has no line breaks in it."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [_plain(item) for item in value]
    return value


def write_front_matter(fields: Sequence[Field | str], body: str) -> str:
    """A Markdown file: its fields (a bare string is a comment line as it stands), then its text."""
    lines = [field if isinstance(field, str) else field.line for field in fields]
    return "\n".join(["---", *lines, "---", "", body.strip(), ""])
