"""The picture that is shown where a page is shared: a question, its answer, and the charts it rests on.

One layout for every kind of page: the serif at the left, the charts at the right, a rule, who and where.
"""

import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from html import escape
from io import BytesIO

from msgspec import Struct
from msgspec.structs import replace

from generator.model import Verdict
from generator.runchart.chart_spec import ChartLayout
from generator.runchart.palette import ACCENT, GREY_1, GREY_2, GREY_4, INK, PAPER, WARN, WHITE
from generator.runchart.serif_font import FAMILY, FONTS
from generator.runchart.serif_text import (
    Line,
    Word,
    line_markup,
    line_markup_from_right,
    line_outlines,
    runs_from_right,
    words_of,
    wrap_words,
)
from generator.runchart.standalone_picture import picture_style, png_of
from generator.runchart.text_width import cut
from generator.runchart.verdict_mark import SIZE, verdict_shape, verdict_tone

CARD = ChartLayout("card", 300, 196, 16, 88, 30, 22)  # of a chart that has a card to itself
WIDTH, HEIGHT = 1200, 630  # the shape that the places which show it expect
_MARGIN, _GAP = 56, 40
_CHARTS_LEFT = 600
_FLOOR = 520  # what stands above the rule ends here
_RULE, _FOOT = 548, 586
# heights of the letters of heading and answer, of which the first that fit are taken
_SIZES = (
    *((52, 28), (46, 27), (42, 26), (38, 25), (35, 24), (33, 23)),
    *((31, 22), (29, 21), (27, 20), (26, 18), (25, 16), (24, 14)),
)
_HEADING_LINE, _ANSWER_LINE = 1.14, 1.34  # times the height of the letters
_BELOW_HEADING = 20
_MOST_HEADING_LINES = 8
_CAPTION, _FOOTER = 24, 23
MOST_SMALL = 6  # charts on a card that has several
_COLUMNS = 2
_SANS_WIDER = 1.08  # than the serif
_SANS = "'Liberation Sans',Arial,sans-serif"

LineWriter = Callable[[Line, float, float, float], str]  # x and y of its beginning, height of its letters

_BAND = 0.1  # how much of its colour a band has


def _colours() -> tuple[tuple[int, int, int], ...]:
    """(red, green, blue) from 0 to 255: what is drawn, and what lies between it and the paper at the edges of
    lines and letters."""
    paper, ink, accent, warning = map(_rgb, (PAPER, INK, ACCENT, WARN))
    return (
        *(paper, ink, accent, warning, *map(_rgb, (GREY_4, GREY_2, WHITE))),
        *(_between(paper, ink, share) for share in (0.25, 0.5, 0.75)),
        *(_between(paper, accent, share) for share in (_BAND, 0.4, 0.7)),
        *(_between(paper, warning, share) for share in (_BAND, 0.4, 0.7)),
    )


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _between(ground: tuple[int, ...], colour: tuple[int, ...], share: float) -> tuple[int, int, int]:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(ground, colour, strict=True))
    return red, green, blue


class CardChart(Struct, frozen=True):
    """One chart of a card under its `caption`: `svg` is an element with a viewBox."""

    svg: str
    caption: str
    verdict: Verdict | None

    def height(self, width: float) -> float:
        """How high it is where it is so wide."""
        box = re.search(r'viewBox="\S+ \S+ (\S+) ([^"]+)"', self.svg)
        assert box, "a chart has a box"
        return width * float(box[2]) / float(box[1])


class ShareCard(Struct, frozen=True):
    """What stands on a card.  `headline` is the bold beginning of the answer, `rest` follows it; one chart is
    drawn large, several small, at most six of them."""

    heading: str
    headline: str
    rest: str
    who: str
    program: str
    charts: tuple[CardChart, ...] = ()


class _Fit(Struct, frozen=True):
    """Lines of the heading and of the answer, and how high their letters are."""

    heading: tuple[Line, ...]
    heading_size: int
    answer: tuple[Line, ...]
    answer_size: int

    @property
    def height(self) -> float:
        heading = len(self.heading) * self.heading_size * _HEADING_LINE
        return heading + _BELOW_HEADING + len(self.answer) * self.answer_size * _ANSWER_LINE


def card_svg(card: ShareCard, write: LineWriter = line_markup) -> str:
    """The card as an SVG file's text, whose lines of serif are as `write` makes them."""
    answer = f"{card.headline} {card.rest}".strip()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
        f'height="{HEIGHT}" role="img" aria-labelledby="card-title card-text">'
        f'<title id="card-title">{escape(card.heading)}</title><desc id="card-text">{escape(answer)}</desc>'
        f"<style>{picture_style(PAPER)}{_STYLE}</style>"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>'
        f"{''.join(_words(card, write))}{''.join(_charts(card.charts))}{_footer(card)}</svg>"
    )


def card_png(card: ShareCard, scale: float = 1) -> bytes:
    """The card as a PNG, whose letters are the same on every machine; 1200 px wide, times `scale`.

    It has sixteen colours, each point the nearest of them: a ninth of the bytes.  Of what zlib can look for,
    runs of one value are all that such a drawing has: less is found at more than twice the cost.
    """
    from PIL import Image

    _register_fonts()
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in _colours() for part in colour])
    out = BytesIO()
    with Image.open(BytesIO(png_of(card_svg(card, line_outlines), scale))) as drawn:
        flat = drawn.convert("RGB").quantize(palette=palette, dither=Image.Dither.NONE)
    flat.save(out, "PNG", compress_type=zlib.Z_RLE, bits=4)
    return out.getvalue()


_STYLE = (
    f".serif{{font-family:{FAMILY};fill:{INK}}}.bold{{font-weight:600}}"
    f".sans{{font-family:{_SANS};fill:{INK};font-weight:600}}.quiet{{fill:{GREY_1}}}"
    f".mark circle,.mark path{{fill:none;stroke:{GREY_1};stroke-width:1.4}}"
    f".mark .full{{fill:{GREY_1};stroke:none}}"
    f".good circle,.good path{{stroke:{ACCENT}}}.good .full{{fill:{ACCENT}}}"
    f".bad circle,.bad path{{stroke:{WARN}}}.bad .full{{fill:{WARN}}}"
)


@cache
def _register_fonts() -> None:
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))


def _words(card: ShareCard, write: LineWriter) -> Iterator[str]:
    width = (_CHARTS_LEFT - _GAP if card.charts else WIDTH - _MARGIN) - _MARGIN
    fit = _fit(card, width, _FLOOR - _MARGIN)
    y = _MARGIN + (_FLOOR - _MARGIN - fit.height) / 2
    x = _MARGIN
    if runs_from_right(card.heading):
        x, write = _MARGIN + width, line_markup_from_right
    for line in fit.heading:
        y += fit.heading_size * _HEADING_LINE
        yield write(line, x, y - fit.heading_size * 0.2, fit.heading_size)
    y += _BELOW_HEADING
    for line in fit.answer:
        y += fit.answer_size * _ANSWER_LINE
        yield write(line, x, y - fit.answer_size * 0.25, fit.answer_size)


def _fit(card: ShareCard, width: float, height: float) -> _Fit:
    """The largest letters with which all fits; a heading longer than any question ends with an ellipsis, an
    answer is never cut, because what would be missing may be the class that got worse."""
    heading = words_of(card.heading, bold=True)
    answer = (*words_of(card.headline, bold=True), *words_of(card.rest))
    for heading_size, answer_size in _SIZES:
        fit = _Fit(
            wrap_words(heading, heading_size, width),
            heading_size,
            wrap_words(answer, answer_size, width),
            answer_size,
        )
        if fit.height <= height and len(fit.heading) <= _MOST_HEADING_LINES:
            return fit
    room = height - _BELOW_HEADING - len(fit.answer) * answer_size * _ANSWER_LINE
    kept = max(1, int(room / (heading_size * _HEADING_LINE)))
    return replace(fit, heading=_shortened(fit.heading, kept))


def _shortened(lines: Sequence[Line], most: int) -> tuple[Line, ...]:
    if len(lines) <= most:
        return tuple(lines)
    *others, last = lines[:most]
    return (*others, (*last[:-1], *words_of("…", bold=True)))


def _charts(charts: Sequence[CardChart]) -> Iterator[str]:
    width = WIDTH - _MARGIN - _CHARTS_LEFT
    if len(charts) == 1:
        (chart,) = charts
        height = chart.height(width)
        top = _MARGIN + (_FLOOR - _MARGIN - height - 2 * _CAPTION) / 2
        yield _captioned(chart, _CHARTS_LEFT, top, width, _CAPTION)
        return
    shown = charts[:MOST_SMALL]
    column = (width - _GAP) / _COLUMNS
    rows = -(-len(shown) // _COLUMNS)
    row = (_FLOOR - _MARGIN) / MOST_SMALL * _COLUMNS
    top = _MARGIN + (_FLOOR - _MARGIN - rows * row) / 2
    for number, chart in enumerate(shown):
        x = _CHARTS_LEFT + number % _COLUMNS * (column + _GAP)
        yield _captioned(chart, x, top + number // _COLUMNS * row, column, _CAPTION - 6)


def _captioned(chart: CardChart, x: float, y: float, width: float, size: float) -> str:
    """A chart under its mark and caption."""
    kind = verdict_tone(chart.verdict)
    caption = cut(chart.caption, width - 1.4 * size, size, _sans_width)
    height = chart.height(width)
    drawn = chart.svg.replace(
        "<svg ", f'<svg x="{x:g}" y="{y + 2 * size:g}" width="{width:g}" height="{height:g}" ', 1
    )
    return (
        f'<g class="mark {kind}" transform="translate({x:g} {y:g}) scale({size / SIZE:g})">'
        f"{verdict_shape(chart.verdict)}</g>"
        f'<text class="sans" x="{x + 1.4 * size:g}" y="{y + 0.86 * size:g}" font-size="{size:g}">'
        f"{escape(caption)}</text>{drawn}"
    )


def _footer(card: ShareCard) -> str:
    room = WIDTH - 2 * _MARGIN - _GAP
    program = cut(card.program, room / 2, _FOOTER, _sans_width)
    who = cut(card.who, room - _sans_width(program, _FOOTER), _FOOTER, _sans_width)
    return (
        f'<path d="M{_MARGIN} {_RULE}H{WIDTH - _MARGIN}" stroke="{INK}" stroke-width="2"/>'
        f'<text class="sans" x="{_MARGIN}" y="{_FOOT}" font-size="{_FOOTER}">{escape(who)}</text>'
        f'<text class="sans" x="{WIDTH - _MARGIN}" y="{_FOOT}" font-size="{_FOOTER}" text-anchor="end">'
        f"{escape(program)}</text>"
    )


def _sans_width(text: str, size: float) -> float:
    return _SANS_WIDER * Word(text, bold=True).width(size)
