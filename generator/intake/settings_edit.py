"""Entries added to the settings at the top of a file; all else stays as it was typed.

PyYAML says where each value stands; the text is changed only there, so comments and quotation marks stay.
"""

import json
import re
from collections.abc import Mapping, Sequence

import yaml
from msgspec import Struct

_COMMENT = re.compile(r"#[^\n]*")
_BARE = re.compile(r"[a-z][\w-]*")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_NEVER_BARE = frozenset(["true", "false", "yes", "no", "on", "off", "null", "y", "n"])
MARK = "\ufeff"


def yaml_text(text: str) -> str:
    """A text as YAML, in quotation marks unless it is a plain word."""
    is_plain = _BARE.fullmatch(text) and text not in _NEVER_BARE
    return text if is_plain else quoted(text)


def quoted(text: str) -> str:
    """A text as YAML in quotation marks."""
    return json.dumps(text, ensure_ascii=False)


class SettingsText(Struct, frozen=True):
    """A Markdown file with front matter: `head` is its text up to the closing line, `rest` what follows."""

    head: str
    rest: str
    mark: str = ""

    @classmethod
    def read(cls, data: bytes) -> "SettingsText | None":
        """None where the file is not UTF-8, or its front matter is not there or is not YAML."""
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return None
        opening, closing, *_ = (*_CLOSING.finditer(text), None, None)
        if opening is None or closing is None:
            return None
        try:
            yaml.compose(text[: closing.start()], Loader=yaml.SafeLoader)
        except yaml.YAMLError:
            return None
        mark = MARK if data.startswith(MARK.encode()) else ""
        return cls(text[: closing.start()], text[closing.start() :], mark)

    @property
    def data(self) -> bytes:
        return f"{self.mark}{self.head}{self.rest}".encode()

    def with_entries(self, path: Sequence[str], entries: Mapping[str, str]) -> "SettingsText | None":
        """With these entries in the mapping at `path`, which is made where it is missing; the values are
        YAML on one line.  None where something else stands there."""
        if not entries:
            return self
        node = self._find(path)
        if node is None and path:
            lines = [f"{key}: {value}" for key, value in entries.items()]
            parent = self._find(path[:-1])
            if isinstance(parent, yaml.MappingNode) and not parent.flow_style:
                return self._below(parent, [f"{path[-1]}:", *(f"  {line}" for line in lines)])
            return self.with_entries(path[:-1], {yaml_text(path[-1]): f"{{{', '.join(lines)}}}"})
        items = [f"{key}: {value}" for key, value in entries.items()]
        if _is_empty(node) and node is not None:
            return self._instead_of_nothing(path, node, items)
        return self._extended(node, items) if isinstance(node, yaml.MappingNode) else None

    def with_items(self, path: Sequence[str], items: Sequence[str]) -> "SettingsText | None":
        """With these items (YAML on one line) in the list at `path`; a single text there becomes a list."""
        node = self._find(path)
        if node is None or _is_empty(node):
            return self.with_entries(path[:-1], {path[-1]: f"[{', '.join(items)}]"}) if node is None else None
        if isinstance(node, yaml.SequenceNode):
            return self._extended(node, [item if node.flow_style else f"- {item}" for item in items])
        start, end = node.start_mark.index, node.end_mark.index
        return self._replaced(start, end, f"[{', '.join([self.head[start:end], *items])}]")

    @property
    def _newline(self) -> str:
        return "\r\n" if "\r\n" in self.head else "\n"

    def _find(self, path: Sequence[str]) -> yaml.Node | None:
        node = yaml.compose(self.head, Loader=yaml.SafeLoader)
        for key in path:
            pairs = node.value if isinstance(node, yaml.MappingNode) else ()
            node = next((value for name, value in pairs if str(name.value).strip() == key), None)
        return node

    def _replaced(self, start: int, end: int, text: str) -> "SettingsText":
        return SettingsText(self.head[:start] + text + self.head[end:], self.rest, self.mark)

    def _extended(self, node: yaml.CollectionNode, items: Sequence[str]) -> "SettingsText":
        return self._within_braces(node, items) if node.flow_style else self._below(node, items)

    def _within_braces(self, node: yaml.CollectionNode, items: Sequence[str]) -> "SettingsText":
        """Before the closing brace: in a line of its own where it stands in one, and behind a comment."""
        if not node.value:
            start = node.start_mark.index + 1
            return self._replaced(start, start, ", ".join(items))
        end = _ends(node.value[-1])
        tail = self.head[end : node.end_mark.index - 1]
        comma = "" if "," in _COMMENT.sub("", tail) else ","
        if self.head[:end].endswith(":"):  # a key without a value
            comma = f" {comma}"
        line, line_end, below = tail.partition("\n")
        if not line_end:
            added = f"{comma or tail.rstrip()} {', '.join(items)}"
            return self._replaced(end, node.end_mark.index - 1, added)
        indent = " " * _first(node).start_mark.column
        lines = f",{self._newline}{indent}".join(items)
        added = f"{comma}{line}\n{indent}{lines}{self._newline}{below}"
        return self._replaced(end, node.end_mark.index - 1, added)

    def _below(self, node: yaml.CollectionNode, lines: Sequence[str]) -> "SettingsText":
        """In lines of their own behind the last of the collection; a comment behind that stays with it."""
        indent = " " * _column(node)
        end = self._end_of_line(_ends(node.value[-1]))
        gap = "" if self.head[:end].endswith("\n") else self._newline
        return self._replaced(end, end, gap + "".join(f"{indent}{line}{self._newline}" for line in lines))

    def _instead_of_nothing(
        self, path: Sequence[str], node: yaml.Node, items: Sequence[str]
    ) -> "SettingsText | None":
        """Below a key without a value, or behind it within braces."""
        parent = self._find(path[:-1])
        start, end = node.start_mark.index, node.end_mark.index
        if start == end and isinstance(parent, yaml.MappingNode) and not parent.flow_style:
            line_end = self._end_of_line(end)
            indent = " " * (_column(parent) + 2)
            lines = "".join(f"{indent}{item}{self._newline}" for item in items)
            gap = "" if self.head[:line_end].endswith("\n") else self._newline
            return self._replaced(line_end, line_end, gap + lines)
        colon = "" if start < end or self.head[:end].rstrip().endswith(":") else ":"
        space = "" if start < end else " "
        end += space == self.head[end : end + 1]
        return self._replaced(start, end, f"{colon}{space}{{{', '.join(items)}}}")

    def _end_of_line(self, position: int) -> int:
        """Where the next line begins."""
        if self.head[:position].endswith("\n"):
            return len(self.head[:position].rstrip()) + len(self._newline)
        line_end = self.head.find("\n", position)
        return len(self.head) if line_end < 0 else line_end + 1


def _is_empty(node: yaml.Node | None) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == "tag:yaml.org,2002:null"


def _first(node: yaml.CollectionNode) -> yaml.Node:
    """The first key of a mapping, the first item of a list."""
    first = node.value[0]
    key: yaml.Node = first[0] if isinstance(first, tuple) else first
    return key


def _column(node: yaml.CollectionNode) -> int:
    """How far the lines of a block are indented; the items of a list stand behind their hyphens."""
    column: int = (
        node.start_mark.column if isinstance(node, yaml.SequenceNode) else _first(node).start_mark.column
    )
    return column


def _ends(part: yaml.Node | tuple[yaml.Node, yaml.Node]) -> int:
    """Where what is written of a value ends; a block's own end would be that of the lines after it."""
    node = part[1] if isinstance(part, tuple) else part
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        return _ends(node.value[-1])
    end: int = node.end_mark.index
    return end
