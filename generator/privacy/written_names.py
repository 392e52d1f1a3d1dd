"""Which names of the roster people wrote, however they tore them: the rest of a page is the tool's own text.

A page says `Jan` under a chart, `See` before a link and `sha` in a policy, and none of that is about a
student.  A name in a page is a finding only where it is in the files that the page is made of.
"""

import html
import re
from collections.abc import Collection, Mapping
from urllib.parse import unquote

from generator import layout
from generator.html_reader import read_text
from generator.privacy.name_finder import NameFinder
from generator.privacy.name_normalisation import normalise, tokenize
from generator.reading.encoding import decode_text

_ESCAPED = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U000([0-9a-fA-F]{5}))")
_LINK = re.compile(r"\[([^\]\n]*)\](?:\([^()\n]*\)|\[[^\]\n]*\])")
_SIGNS = re.compile(r"[*_~`\\]+")
# letters: the letters of a name that long hardly follow one another by chance, whatever stands between them
_TELLING = 6


class WrittenNames:
    """The names in some files as people wrote them, looked for when first asked.

    `files` are by path; a path is something that somebody wrote too.
    """

    def __init__(self, files: Mapping[str, bytes], names: NameFinder, adults: Collection[str] = ()) -> None:
        self._files, self._names, self._adults = files, names, adults
        self._read: tuple[frozenset[str], str] | None = None

    def has(self, name: str) -> bool:
        """Whether people wrote a name, given as it stands in a page."""
        if self._read is None:
            self._read = self._read_files()
        matches, letters = self._read
        joined = _letters(name)
        return joined in matches or (len(joined) >= _TELLING and joined in letters)

    def _read_files(self) -> tuple[frozenset[str], str]:
        """(every name that is found, its letters alone; the letters of all that is written)."""
        texts = "\n\n".join([*self._files, *filter(None, map(self._text_of, self._files))])
        plain = normalise(texts)
        shown = normalise(without_markup(texts))
        matches = {
            _letters(text[match.start : match.end])
            for text in (plain, shown)
            for match in self._names.find(text, self._adults)
        }
        return frozenset(matches), _letters(shown)

    def _text_of(self, file: str) -> str | None:
        is_text = layout.suffix(file) in layout.TEXTS or layout.is_below_data(file)
        return decode_text(self._files[file], file)[0] if is_text else None


def without_markup(text: str) -> str:
    """A text as a reader meets it: signs of Markdown, tags, entities and escapes taken away or resolved."""
    resolved = _ESCAPED.sub(_sign, text)
    readable = read_text(_LINK.sub(r"\1", resolved), lambda *_: True)
    return unquote(html.unescape(_SIGNS.sub("", readable)))


def _sign(match: re.Match[str]) -> str:
    code = int(match[1] or match[2] or match[3], 16)
    return "\ufffd" if 0xD800 <= code < 0xE000 else chr(code)


def _letters(text: str) -> str:
    return "".join(token.folded for token in tokenize(normalise(text)))
