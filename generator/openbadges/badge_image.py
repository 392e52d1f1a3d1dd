"""The badge: the inquiry's own run chart, recognizable at 64 pixels and readable at 600.

At 64 pixels it is the picture alone: the disc, the dashed median, and the visits after the change, bright,
on its good side.  At 600 the words stand below it.
"""

from collections.abc import Callable, Iterator
from datetime import date as Date
from html import escape
from itertools import groupby
from typing import NamedTuple
from unicodedata import east_asian_width

from msgspec import Struct

from generator.model import Better, EvaluatedSeries
from generator.openbadges.achievement import clean_text
from generator.runchart.palette import ACCENT, WHITE
from generator.runchart.run_rules import side
from generator.words.translator import Translator

SIZE = 600
_DARK, _PAPER, _GOLD, _PALE = ACCENT, WHITE, "#ffd166", "#a8cfc5"
_LEFT, _RIGHT, _TOP, _BOTTOM = 118, 482, 122, 316
_FONT = "'Liberation Sans',Arial,sans-serif"
_DISC = (
    f'<circle cx="300" cy="300" r="296" fill="{_DARK}"/>'
    f'<circle cx="300" cy="300" r="280" fill="none" stroke="{_GOLD}" stroke-width="6"/>'
)
_ENLARGED = 1.15  # as large as the chart can be within the ring
_MANY = 20  # visits, from which on they are drawn smaller
_LINES = ((30, 25), (25, 30))  # (size, letters in a line) of the title, where it fits on two lines


class BadgeText(Struct, frozen=True):
    """What stands on a badge."""

    title: str
    name: str
    issuer: str
    day: Date


class BadgeImage(Struct, frozen=True):
    """The badge of one award; `evaluated` is the series that it shows, and has a baseline."""

    translator: Translator
    evaluated: EvaluatedSeries
    text: BadgeText

    def svg(self) -> str:
        """The badge as an SVG file."""
        described = self.translator.gettext(
            "Badge: {title}, {name}, {date}, with the run chart that earned it",
            title=clean_text(self.text.title),
            name=clean_text(self.text.name),
            date=self.translator.format_date(self.text.day),
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" width="{SIZE}"'
            f' height="{SIZE}" role="img" font-family="{_FONT}" text-anchor="middle">'
            f"<title>{escape(described)}</title>{_DISC}{self._chart()}{self._lettering()}</svg>\n"
        )

    def picture(self) -> str:
        """The badge without its words, as an SVG file, for where it is too small to read them."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}">{_DISC}'
            f'<g transform="translate(300 300) scale({_ENLARGED}) translate(-300 -{(_TOP + _BOTTOM) // 2})">'
            f"{self._chart()}</g></svg>\n"
        )

    def _chart(self) -> str:
        """The median, the change, and the visits: before the change hollow, after it filled, gold on the good
        side of the median.  Empty where the series has no median or no change."""
        series, median = self.evaluated.series, self.evaluated.finding.median
        if (
            median is None or series.baseline is None
        ):  # a requirement may ask for a verdict that needs neither
            return ""
        down = _scale(median, *(value for value in series.values if value is not None))
        spots = [
            None if value is None else _Spot(_across(number, len(series.points)), down(value), value)
            for number, value in enumerate(series.values)
        ]
        before, after = spots[: series.baseline], spots[series.baseline :]
        change = _across(series.baseline - 0.5, len(spots))
        radius = 15 if len(spots) < _MANY else 11
        good_side = 1 if series.better is Better.HIGHER else -1
        parts = [
            _stroke(f"M{_LEFT - 22},{down(median)}H{_RIGHT + 22}", _PALE, 8, ' stroke-dasharray="22 14"'),
            _stroke(f"M{change},{_TOP - 24}V{_BOTTOM + 24}", _PALE, 4),
            *_lines_through(before, _PALE, 9),
            *_lines_through(after, _GOLD, 14),
            *(_hollow_dot(spot, radius - 2) for spot in before if spot),
            *(_filled_dot(spot, radius, side(spot.value, median) == good_side) for spot in after if spot),
        ]
        return "".join(parts)

    def _lettering(self) -> str:
        """The title, the name, the issuer and the day, from top to bottom."""
        size, lines = _title(clean_text(self.text.title))
        parts, y = [], 382 if len(lines) > 1 else 396
        for line in lines:
            parts.append(_text(line, y, size, _PAPER, 700))
            y += size + 6
        parts.append(_text(_short(clean_text(self.text.name), 30), y + 8, 25, _GOLD, 700))
        parts.append(_text(_short(clean_text(self.text.issuer), 30), y + 42, 20, _PAPER))
        parts.append(_text(self.translator.format_date(self.text.day), y + 70, 18, _PALE))
        return "".join(parts)


class _Spot(NamedTuple):
    """Where a visit stands in the drawing."""

    x: float
    y: float
    value: float


def _across(number: float, visits: int) -> float:
    """How far from the left a visit stands, counted from 0, or what is between two of them."""
    return round(_LEFT + number / max(visits - 1, 1) * (_RIGHT - _LEFT), 1)


def _scale(*values: float) -> Callable[[float], float]:
    """How far down a value stands: the highest of all at the top, the lowest at the bottom."""
    low, high = min(values), max(values)
    extent = (high - low) or 1.0
    return lambda value: round(_BOTTOM - (value - low) / extent * (_BOTTOM - _TOP), 1)


def _lines_through(spots: list[_Spot | None], colour: str, width: int) -> Iterator[str]:
    """A line through the visits, broken where one was missed."""
    for _, visits in groupby(spots, key=bool):
        joined = [f"{spot.x},{spot.y}" for spot in visits if spot]
        if len(joined) > 1:
            yield _stroke(f"M{'L'.join(joined)}", colour, width, ' stroke-linejoin="round"')


def _hollow_dot(spot: _Spot, radius: int) -> str:
    return (
        f'<circle cx="{spot.x}" cy="{spot.y}" r="{radius}" fill="{_DARK}" stroke="{_PALE}" stroke-width="5"/>'
    )


def _filled_dot(spot: _Spot, radius: int, is_good: bool) -> str:
    return f'<circle cx="{spot.x}" cy="{spot.y}" r="{radius}" fill="{_GOLD if is_good else _PALE}"/>'


def _stroke(path: str, colour: str, width: int, attributes: str = "") -> str:
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}"{attributes}/>'


def _title(text: str) -> tuple[int, list[str]]:
    """(size, lines): large where it fits on two lines, else smaller, else cut short."""
    for size, letters in _LINES:
        lines = _lines(text, letters)
        if len(lines) <= 2:
            return size, lines
    return size, [lines[0], _short(" ".join(lines[1:]), letters)]


def _lines(text: str, letters: int) -> list[str]:
    lines = [""]
    for word in text.split():
        for piece in _pieces(word, letters):
            if lines[-1] and _width(f"{lines[-1]} {piece}") > letters:
                lines.append("")
            lines[-1] = f"{lines[-1]} {piece}".strip()
    return lines


def _pieces(word: str, letters: int) -> Iterator[str]:
    """A word, cut where it is longer than a line: not every language has spaces."""
    piece = ""
    for letter in word:
        if _width(piece + letter) > letters:
            yield piece
            piece = ""
        piece += letter
    yield piece


def _short(text: str, letters: int) -> str:
    if _width(text) <= letters:
        return text
    while _width(text) >= letters:
        text = text[:-1]
    return text.rstrip() + "…"


def _width(text: str) -> int:
    """How many letters of usual width it takes: those of East Asia are twice as wide."""
    return len(text) + sum(1 for letter in text if east_asian_width(letter) in ("W", "F"))


def _text(text: str, y: int, size: int, colour: str, weight: int = 400) -> str:
    return (
        f'<text x="300" y="{y}" font-size="{size}" font-weight="{weight}" fill="{colour}">'
        f"{escape(text)}</text>"
    )
