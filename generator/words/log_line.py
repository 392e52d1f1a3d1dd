"""Text from content as a public log may show it: on one line, and never a command to whoever reads the log.

GitHub's runner takes a line that begins with `::`, and `##[` anywhere in a line, for a command
(docs.github.com, "Workflow commands"); a terminal does what an escape sign says.
"""

import re

# line and paragraph separators and marks that turn the direction of what follows
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]+"
)


def log_document(text: str) -> str:
    """A JSON document with the same values, and no sign or command in it that whoever reads a log obeys."""
    text = _UNSEEN.sub(lambda signs: "".join(map(_json_escape, signs[0])), text)
    return text.replace("##[", "#\\u0023[")


def _json_escape(sign: str) -> str:
    return sign if sign == "\n" else f"\\u{ord(sign):04x}"


def log_line(text: str) -> str:
    """The text on one line, without control signs, and without what begins a command."""
    line = _UNSEEN.sub(" ", text.encode("utf-8", "replace").decode())
    line = line.replace("##[", "# #[")
    start = len(line) - len(line.lstrip())
    return f"{line[:start]}: :{line[start + 2 :]}" if line.startswith("::", start) else line
