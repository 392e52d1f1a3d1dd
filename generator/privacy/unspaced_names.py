"""Names in scripts without spaces between words or with endings on names: Chinese, Japanese, Korean, Thai."""

import re
from collections.abc import Iterable, Iterator

from generator.privacy.name_normalisation import normalise

_RUNNING = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f\U00020000-\U0003ffff]{2,}")
# family and given name in one: 王小明, 김민준, 山田太郎
_WHOLE_NAME = re.compile(r"[\u3400-\u9fff\uac00-\ud7af]{3,4}")


class UnspacedNames:
    """The names of a roster that stand in such scripts."""

    def __init__(self, names: Iterable[str]) -> None:
        names = list(map(normalise, names))
        written = {piece for name in names for piece in _pieces(name)}
        halves = {half for name in names for half in _halves(name)} - written
        self._written = written
        self._any = _one_of([*map(_with_a_space, written), *map(re.escape, halves)])

    def may_be_in(self, text: str) -> bool:
        """Whether any of them stands in a text."""
        return bool(self._any and self._any.search(text))

    def find(self, text: str) -> Iterator[tuple[int, int, bool]]:
        """Where each begins and ends, and whether it is surely meant: a given name alone may be a word."""
        for match in self._any.finditer(text) if self._any else ():
            yield match.start(), match.end(), match[0].replace(" ", "") in self._written


def _pieces(name: str) -> list[str]:
    """The parts of a name as the roster has them, and all of them together."""
    return [*_RUNNING.findall(name), *_RUNNING.findall("".join(name.split()))]


def _halves(name: str) -> list[str]:
    """Given and family name of a name that has no space between them, where they have two letters."""
    if not _WHOLE_NAME.fullmatch(name):
        return []
    return [name[-2:], *([name[:2]] if len(name) > 3 else [])]


def _with_a_space(piece: str) -> str:
    return f"{re.escape(piece[0])} ?{re.escape(piece[1:])}"


def _one_of(patterns: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(patterns, key=len, reverse=True)
    return re.compile("|".join(longest_first)) if longest_first else None
