"""Plots -> SVG, whose colours come from where it is shown."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from html import escape
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from generator.inert_markup import InertMarkup
from generator.memoize import Memoizer, digest
from generator.runchart import chart_labels as labels
from generator.runchart.chart_spec import (
    LAST_STAIR,
    SPAN,
    STAIRCASE,
    ChartLayout,
    ChartRow,
    Layer,
    Part,
    fill_spec,
)
from generator.runchart.compiled_chart import SIDE
from generator.runchart.plot import Band, Dot, Plot
from generator.runchart.share_card import CARD
from generator.runchart.svg_paths import Marks, Transform, layer_marks, split_by_chart

LayerPaths = Mapping[Layer, str]  # path data of each

_MOST_AT_ONCE = 24  # charts in one rendering
_MOST_KEPT = 200  # plots whose rendering a renderer keeps
_MANY = 45  # dots, from which on they are drawn smaller
_SMALLER = 0.7
_BAND_EDGE = 0.008  # of the time axis, from a band's first and last visit to its edges


class ChartRenderer(Protocol):
    """Draws plots in one layout, as SVG each; whoever remembers earlier pictures may answer instead.

    `beside` are plots that will be asked for soon: where one must be rendered, they are rendered with it,
    because a rendering of twelve charts costs little more than that of one.
    """

    def __call__(
        self, layout: ChartLayout, plots: Sequence[Plot], beside: Sequence[Plot] = ()
    ) -> list[str]: ...


def cached_renderer(memoize: Memoizer) -> ChartRenderer:
    """A renderer that asks the cache first."""
    renderer = SvgRenderer()

    def draw(layout: ChartLayout, plots: Sequence[Plot], beside: Sequence[Plot] = ()) -> list[str]:
        if layout is CARD:  # made into something else, which is remembered
            return renderer(layout, plots, beside)
        key = digest("draw", layout.name, repr(plots))
        return memoize(key, lambda: renderer(layout, plots, beside), list[InertMarkup])

    return draw


class _Rendering(Struct, frozen=True):
    """Several charts drawn at once: their marks, and whose they are."""

    marks: Marks
    owners: Mapping[Layer, Sequence[int]]


class SvgRenderer:
    """Draws plots.  Each is rendered once, whatever kinds of pictures are made of it."""

    def __init__(self) -> None:
        self._rendered: dict[Plot, tuple[_Rendering, int]] = {}

    def __call__(self, layout: ChartLayout, plots: Sequence[Plot], beside: Sequence[Plot] = ()) -> list[str]:
        """Each plot as inline SVG of a layout; of STAIRCASE one panel a class, in the order given, each
        but the last leading to the next one's start.

        Colours of inline SVG come from the page's style sheet, through classes that begin with `rc-`.
        Ids come from what is drawn, so that they are unique on a page and the same in every build.
        """
        if layout is STAIRCASE:
            return self._staircase(plots, beside)
        names, paths = _names(layout, plots), self._paths(layout, plots, beside)
        drawn = zip(names, plots, paths, strict=True)
        return [_svg(name, layout, plot, _body(layout, plot, plot_paths)) for name, plot, plot_paths in drawn]

    def _staircase(self, plots: Sequence[Plot], beside: Sequence[Plot]) -> list[str]:
        names, paths = _names(STAIRCASE, plots), self._paths(STAIRCASE, plots, beside)
        panels = []
        for name, plot, plot_paths, following in zip(names, plots, paths, [*plots[1:], None], strict=True):
            layout = STAIRCASE if following else LAST_STAIR
            body = labels.stair(layout, plot, following) + _body(layout, plot, plot_paths)
            panels.append(_svg(name, layout, plot, body))
        return panels

    def _paths(self, layout: ChartLayout, plots: Sequence[Plot], beside: Sequence[Plot]) -> list[LayerPaths]:
        """The paths of each plot in a layout; a ring around a visit is no part of them."""
        plots = [plot if plot.ringed is None else replace(plot, ringed=None) for plot in plots]
        missing = self._missing(plots)
        if missing:
            missing = self._missing([*plots, *beside])
        if len(self._rendered) > _MOST_KEPT:
            self._rendered = {plot: self._rendered[plot] for plot in plots if plot in self._rendered}
        for begin in range(0, len(missing), _MOST_AT_ONCE):
            batch = missing[begin : begin + _MOST_AT_ONCE]
            rendering = _render(batch)
            self._rendered |= {plot: (rendering, i) for i, plot in enumerate(batch)}
        by_rendering: dict[int, list[Plot]] = defaultdict(list)
        for plot in dict.fromkeys(plots):
            by_rendering[id(self._rendered[plot][0])].append(plot)
        layers: dict[Plot, LayerPaths] = {}
        for together in by_rendering.values():
            layers |= self._split(layout, together)
        return [layers[plot] for plot in plots]

    def _missing(self, plots: Sequence[Plot]) -> list[Plot]:
        return list(dict.fromkeys(plot for plot in plots if plot not in self._rendered))

    def _split(self, layout: ChartLayout, plots: Sequence[Plot]) -> dict[Plot, LayerPaths]:
        """The paths of plots that were rendered together."""
        rendering, _ = self._rendered[plots[0]]
        places = {plot: self._rendered[plot][1] for plot in plots}
        transforms = {place: _transform(layout, plot, place) for plot, place in places.items()}
        by_place = split_by_chart(rendering.marks, rendering.owners, transforms)
        return {plot: by_place[place] for plot, place in places.items()}


class UnmarkedRenderer(SvgRenderer):
    """Draws all that can be read of a chart, and no marks: for whoever asks what a page says, not how it
    looks."""

    def _paths(self, layout: ChartLayout, plots: Sequence[Plot], beside: Sequence[Plot]) -> list[LayerPaths]:
        return [{} for _ in plots]


def draw_charts(layout: ChartLayout, plots: Sequence[Plot], beside: Sequence[Plot] = ()) -> list[str]:
    """Each plot as a picture of one layout, by a renderer that is used once."""
    return SvgRenderer()(layout, plots, beside)


def _body(layout: ChartLayout, plot: Plot, paths: LayerPaths) -> str:
    """The marks, and over them the words that the layout has room for."""
    words = {
        Part.SCALE: labels.scale,
        Part.TITLES: labels.flag_titles,
        Part.FLAGS: labels.flags,
        Part.ENDS: labels.ends,
        Part.MONTHS: labels.foot,
    }
    shown = {layer: path for layer, path in paths.items() if layer in layout.layers}
    written = [write(layout, plot) for part, write in words.items() if part in layout.parts]
    return _paths(shown) + "".join(written) + labels.ring(layout, plot)


def _svg(name: str, layout: ChartLayout, plot: Plot, body: str) -> str:
    kind = f'class="rc rc-{layout.name}{_size(plot)}" viewBox="0 0 {layout.width} {layout.height}"'
    if not layout.is_named:
        return f'<svg {kind} aria-hidden="true">{body}</svg>'
    return (
        f'<svg {kind} id="{name}" role="img" aria-labelledby="{name}-t {name}-d">'
        f'<title id="{name}-t">{escape(plot.title)}</title>'
        f'<desc id="{name}-d">{escape(plot.description)}</desc>{body}</svg>'
    )


def _size(plot: Plot) -> str:
    return " rc-fine" if len(plot.dots) > _MANY else ""


def _names(layout: ChartLayout, plots: Sequence[Plot]) -> list[str]:
    """An id a plot, a digest of all that is drawn; of twins the later ones are numbered."""
    names, uses = [], Counter[str]()
    for plot in plots:
        name = f"rc-{blake2b(f'{layout.name} {plot}'.encode(), digest_size=4).hexdigest()}"
        uses[name] += 1
        names.append(name if uses[name] == 1 else f"{name}-{uses[name]}")
    return names


def _paths(paths: LayerPaths) -> str:
    merged = dict(paths)
    if alone := merged.pop(Layer.ALONE, ""):
        merged[Layer.PLAIN] = merged.get(Layer.PLAIN, "") + alone
    return "".join(f'<path class="rc-{layer}" d="{merged[layer]}"/>' for layer in Layer if layer in merged)


def _render(plots: Sequence[Plot]) -> _Rendering:
    """All marks of some plots, in one rendering of the compiled chart."""
    import vl_convert

    rows: dict[Layer, list[ChartRow]] = {layer: [] for layer in Layer}
    owners: dict[Layer, list[int]] = {layer: [] for layer in Layer}
    for i, plot in enumerate(plots):
        for layer, row in _rows(plot, i, len(plots) - 1 - i):
            rows[layer].append(row)
            owners[layer].append(i)
    owners[Layer.LINE] = list(dict.fromkeys(owners[Layer.LINE]))
    svg = vl_convert.vega_to_svg(fill_spec(rows, len(plots)), allowed_base_urls=[])
    return _Rendering(layer_marks(svg, Layer), owners)


def _transform(layout: ChartLayout, plot: Plot, place: int) -> Transform:
    """For the chart at a place (from above) of a rendering."""
    return Transform(
        left=layout.left,
        top=layout.top - place * layout.plot_height,
        size=_mark_size(layout, plot),
        across=layout.plot_width / SIDE,
        down=layout.plot_height / SIDE,
        pole=labels.pole(layout) if Part.FLAGS in layout.parts else 0.0,
        down_is_better=plot.down_is_better,
    )


def _rows(plot: Plot, chart: int, floor: int) -> Iterable[tuple[Layer, ChartRow]]:
    """(layer, row) of all that a plot shows, `floor` heights above the foot of the lowest chart."""
    frame = plot.frame

    def x(value: float) -> float:
        return SPAN * (value - frame.x_from) / (frame.x_to - frame.x_from)

    def y(value: float) -> float:
        return floor + (value - frame.y_from) / (frame.y_to - frame.y_from)

    for band in plot.bands:
        begin, end = _band_edges(plot, band)
        yield Layer(band.kind), {"x": x(begin), "x2": x(end), "y": floor, "y2": floor + 1}
    for value, _ in plot.grid:
        yield Layer.GRID, {"y": y(value)}
    for level in plot.levels:
        yield Layer(level.kind), {"x": x(level.x_from), "x2": x(level.x_to), "y": y(level.y)}
    for flag in plot.flags:
        yield Layer.FLAG, {"x": x(flag.x), "y": floor, "y2": floor + 1}
    if any(dot.y is not None for dot in plot.dots):
        for dot in plot.dots:
            yield Layer.LINE, {"x": x(dot.x), "y": None if dot.y is None else y(dot.y), "chart": chart}
    for i, dot in enumerate(plot.dots):
        if dot.y is None:
            yield Layer.GAP, {"x": x(dot.x), "y": floor}
            continue
        row: ChartRow = {"x": x(dot.x), "y": y(dot.y)}
        plain = Layer.ALONE if _stands_alone(plot.dots, i) else Layer.PLAIN
        yield Layer(dot.signal) if dot.signal else plain, row
        if dot.unusual:
            yield Layer.RING, row


def _band_edges(plot: Plot, band: Band) -> tuple[float, float]:
    """A little around its first and last visit, but not before the change that it follows."""
    edge = _BAND_EDGE * (plot.frame.x_to - plot.frame.x_from)
    changes = [flag.x for flag in plot.flags if flag.x <= band.x_from]
    return max([band.x_from - edge, *changes]), band.x_to + edge


def _stands_alone(dots: Sequence[Dot], i: int) -> bool:
    """The latest, or one that no line reaches."""
    before, after = dots[i - 1 : i] if i else (), dots[i + 1 : i + 2]
    return not after or all(dot.y is None for dot in (*before, *after))


def _mark_size(layout: ChartLayout, plot: Plot) -> float:
    return layout.marks * (_SMALLER if len(plot.dots) > _MANY else 1.0)
