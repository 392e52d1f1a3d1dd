"""Text pasted from a word processor or a web page -> the Markdown that it means.

Word marks list items with bullets of its own or of a symbol font, separates the cells of a table with
tabs, and brings tags along.  Fenced code and code within a line stay as they are.
"""

import re

from msgspec import Struct, field

from generator.problems import Phrase

_FENCED = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,}).*(?:\n.*)*?(?:\n {0,3}(?P=fence)[`~]* *$|\Z)", re.MULTILINE
)
_CODE = re.compile(r"(`[^`\n]+`)")
# what makes a text worth a closer look: most have none of it
_SIGNS = re.compile(
    "[\t\u00a0\u202f\u2007•·▪◦‣●○■□➢❖➤⁃✓✔☐☑☒\uf000-\uf0ff\x0b\x85\u2028\u2029\u00ad\u200b\u2060\ufeff]"
    r"|^[ \t]*[o§–] |</?[a-z]\w*:|</?(?:span|font)[ >]|mso",
    re.IGNORECASE | re.MULTILINE,
)

_OFFICE = re.compile(r"</?[a-z]\w*:\w+[ />]|</?(?:span|font)[ >]|class=\"?mso|style=[\"']", re.IGNORECASE)
_ATTRIBUTES = r"(?:\s[^<>=]*=[^<>]*)?"  # a tag that a person typed as "less than" has none
_TAG = re.compile(
    rf"</?[a-z]\w*:\w+{_ATTRIBUTES}\s?/?>|</?(?:span|font|u|p|div){_ATTRIBUTES}>|<!\[[^<>]*\]>|<\?xml[^<>]*>",
    re.IGNORECASE,
)
_STRONG = re.compile(rf"</?(?:b|strong){_ATTRIBUTES}>", re.IGNORECASE)
_EMPHASIS = re.compile(rf"</?(?:i|em){_ATTRIBUTES}>", re.IGNORECASE)

_SPACES = "\u00a0\u202f\u2007"
_SPACE = re.compile(f"[{_SPACES}]")
_BETWEEN = re.compile(r"\d.\S")  # a number and its unit keep together
_BULLET = re.compile(
    "^(?P<indent>[ \t]*)(?P<sign>[•·▪◦‣●○■□➢❖➤⁃\uf000-\uf0ff](?=[ \t]|\\S)|[o§–](?=\t))[ \t]*(?=\\S)"
)
# a list only where the line above or below begins with it too: a word, a paragraph of law, a dash
_MAYBE_BULLET = re.compile(r"^(?P<indent>[ \t]*)(?P<sign>[o§–✓✔☐☑☒])[ \t]+(?=\S)")
_KEPT = "✓✔☐☑☒"  # bullets that say something themselves
_LETTERED = re.compile(
    r"^[ \t]*(?P<number>\(?(?:[a-z]|[ivx]{1,5}|\d{1,3})\)|[a-z]\.|[ivx]{1,5}\.)\t[ \t]*(?=\S)"
)
_BREAK = re.compile("[\x0b\u2028]")  # Shift+Enter of a word processor
_PARAGRAPH = re.compile("[\x85\u2029]")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_SYMBOL = re.compile("[\uf000-\uf0ff]")
# of Word's symbol fonts, what it puts in by itself
_SYMBOLS = {
    "\uf0e0": "→",
    "\uf0df": "←",
    "\uf04a": "☺",
    "\uf04c": "☹",
    "\uf0fc": "✓",
    "\uf0fb": "✗",
    "\uf0e8": "→",
}
_LISTED = re.compile(r"\s*(?:\d+[.)]|[-*+])\s")

BULLETS = Phrase("bullets")
TAGS = Phrase("tags")
TABLES = Phrase("cells separated by tabs")
SPACES = Phrase("non-breaking spaces")
SYMBOLS = Phrase("signs of a symbol font")
LETTERED = Phrase("numbers of lists")
BREAKS = Phrase("line breaks")
INVISIBLE = Phrase("invisible signs")
INDENTED = Phrase("indented paragraphs")


class TidiedText(Struct, frozen=True):
    """Markdown, and what was in it that had to be read as something else."""

    text: str
    signs: tuple[Phrase, ...] = ()


def tidy_pasted(text: str) -> TidiedText:
    """The text as it was meant."""
    if not _SIGNS.search(text):
        return TidiedText(text)
    tidy = _Tidy(has_tags=bool(_OFFICE.search(_CODE.sub("", _FENCED.sub("", text)))))
    parts: list[str] = []
    end = 0
    for fenced in _FENCED.finditer(text):
        parts += [tidy.part(text[end : fenced.start()]), fenced[0]]
        end = fenced.end()
    parts.append(tidy.part(text[end:]))
    return TidiedText("".join(parts), tuple(tidy.signs))


class _Tidy(Struct):
    """What was found in one text so far."""

    has_tags: bool
    signs: dict[Phrase, None] = field(default_factory=dict)  # in the order in which they came

    def part(self, text: str) -> str:
        """A part of the text without fenced code."""
        pieces = _CODE.split(text)
        pieces[::2] = [self._words(piece) for piece in pieces[::2]]
        lines = self._lettered(self._lists("".join(pieces).split("\n")))
        return self._symbols("\n".join(self._tables(lines)))

    def _words(self, text: str) -> str:
        if self.has_tags:
            without = _EMPHASIS.sub("*", _STRONG.sub("**", _TAG.sub("", text)))
            self._note(TAGS, without != text)
            text = without
        for pattern, replacement, sign in (
            (_BREAK, "\\\n", BREAKS),
            (_PARAGRAPH, "\n\n", BREAKS),
            (_INVISIBLE, "", INVISIBLE),
            (_SPACE, _plain_space, SPACES),
        ):
            changed = pattern.sub(replacement, text)
            self._note(sign, changed != text)
            text = changed
        return text

    def _lists(self, lines: list[str]) -> list[str]:
        """Lines that begin with a bullet as items of a list, deeper ones below the others."""
        levels: list[tuple[int, str]] = []  # indentation and sign of the item above, and of those around it
        items: list[str] = []
        for number, line in enumerate(lines):
            bullet = _BULLET.match(line) or _bullet_beside_another(lines, number)
            if bullet is None:
                levels = levels if not line.strip() or line[:1] in " \t" else []
                items.append(line)
                continue
            self._note(BULLETS, True)
            levels = _levels_with(levels, (len(bullet["indent"].expandtabs(4)), _kind(bullet)))
            kept = f"{bullet['sign']} " if bullet["sign"] in _KEPT else ""
            items.append("  " * (len(levels) - 1) + "- " + kept + line[bullet.end() :])
        return items

    def _lettered(self, lines: list[str]) -> list[str]:
        """Lines that begin with a letter and a tab as lines of their own: Markdown has only numbers."""
        shown: list[str] = []
        for line in lines:
            match = _LETTERED.match(line)
            self._note(LETTERED, match is not None)
            if match and shown and shown[-1].strip():
                shown[-1] += "\\"
            shown.append(f"{match['number']} {line[match.end() :]}" if match else line)
        return shown

    def _tables(self, lines: list[str]) -> list[str]:
        """Lines with the same number of tabs, one below the other, as a table."""
        shown: list[str] = []
        rows: list[str] = []
        for line in [*lines, ""]:
            tabs = line.count("\t") if line.strip() and not _LISTED.match(line) else 0
            if rows and tabs != rows[0].count("\t"):
                shown += self._table(rows)
                rows = []
            if tabs:
                rows.append(line)
            else:
                shown.append(line)
        return shown[:-1]

    def _table(self, rows: list[str]) -> list[str]:
        if len(rows) < 2 or all(row.startswith("\t") for row in rows):
            return rows
        self._note(TABLES, True)
        cells = [[cell.strip().replace("|", "\\|") for cell in row.split("\t")] for row in rows]
        head, *body = [f"| {' | '.join(row)} |" for row in cells]
        return ["", head, "|" + "---|" * len(cells[0]), *body, ""]

    def _symbols(self, text: str) -> str:
        shown = _SYMBOL.sub(lambda sign: _SYMBOLS.get(sign[0], ""), text)
        self._note(SYMBOLS, shown != text)
        return shown

    def _note(self, sign: Phrase, is_there: bool) -> None:
        if is_there:
            self.signs[sign] = None


def _bullet_beside_another(lines: list[str], number: int) -> re.Match[str] | None:
    """What may be a bullet, where the line above or below begins with the same."""
    bullet = _MAYBE_BULLET.match(lines[number])
    if bullet is None:
        return None
    beside = (lines[at] for at in (number - 1, number + 1) if 0 <= at < len(lines))
    others = (_MAYBE_BULLET.match(line) for line in beside)
    return bullet if any(other and _kind(other) == _kind(bullet) for other in others) else None


def _kind(bullet: re.Match[str]) -> str:
    return "a box" if bullet["sign"] in _KEPT else bullet["sign"]


def _levels_with(levels: list[tuple[int, str]], item: tuple[int, str]) -> list[tuple[int, str]]:
    """The items around the next one, and it: one that is indented further, or has another sign, lies
    deeper."""
    if item in levels:
        return levels[: levels.index(item) + 1]
    around = [level for level in levels if level[0] <= item[0]]
    return [*around, item]


def _plain_space(space: re.Match[str]) -> str:
    text, at = space.string, space.start()
    return space[0] if _BETWEEN.fullmatch(text[max(at - 1, 0) : at + 2]) else " "
