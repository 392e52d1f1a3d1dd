"""Plots -> SVG for pages, and standalone pictures with colours of their own."""

from collections.abc import Sequence
from hashlib import blake2b
from html import escape
from importlib.metadata import version

from generator.runchart.plot import Plot
from generator.runchart.spec import KINDS, LAYERS, SPARKLINE, STAIRCASE, Kind, filled
from generator.runchart.tidy import layers_of, number

Row = dict[str, float | None]

_MILLISECONDS = 86_400_000
_EPOCH = 719_163  # 1970-01-01 as date.toordinal() counts
_LINE = 13.0  # between two labels one above the other
_INK = (
    ".rc{font:13px system-ui,sans-serif;color:#1d1b18}.rc path{fill:none;stroke:#1d1b18}"
    ".rc text{fill:#4d4943}.rc-band{fill:#0b5d4e;fill-opacity:.08;stroke:none!important}"
    ".rc-grid{stroke:#dcd6c9!important}.rc-frozen,.rc-carried{stroke:#6b665e!important;stroke-width:1.2}"
    ".rc-carried{stroke-dasharray:4 3}"
    ".rc-after{stroke:#0b5d4e!important;stroke-width:1.2;stroke-dasharray:1 2}"
    ".rc-plain{stroke-width:5;stroke-linecap:round}.rc-good{fill:#0b5d4e!important;stroke:none!important}"
    ".rc-wrong{stroke:#9a3b12!important;fill:#fff!important;stroke-width:1.5}.rc-flag{stroke:#6b665e!important}"
    ".rc-disc{fill:#fff!important;stroke:#6b665e!important}.rc-gap{stroke:#6b665e!important}"
    ".rc-headline{font-weight:600;fill:#1d1b18!important}"
)


def draw(kind: str, plots: Sequence[Plot]) -> list[str]:
    """Each plot as inline SVG of one kind: `runchart`, `staircase` (one panel a class, in the order
    given; each but the last leads to the next one's start) or `sparkline`.

    Colours come from the page's style sheet, through classes that begin with `rc-`.
    """
    shape = KINDS[kind]
    if shape is SPARKLINE:
        return [_sparkline(plot) for plot in plots]
    if shape is STAIRCASE:
        return [
            _staircase(plot, plots[i + 1] if i + 1 < len(plots) else None) for i, plot in enumerate(plots)
        ]
    return [_runchart(shape, plot) for plot in plots]


def picture(plot: Plot, form: str) -> bytes:
    """A standalone picture with a headline and its own colours: `svg`, `png` (600 px wide) or `html`."""
    svg = _standalone(plot)
    if form == "svg":
        return b'<?xml version="1.0" encoding="utf-8"?>\n' + svg.encode() + b"\n"
    if form == "png":
        import vl_convert

        return bytes(vl_convert.svg_to_png(svg, scale=2))
    return page([plot])


def page(plots: Sequence[Plot]) -> bytes:
    """All plots on one self-contained HTML page."""
    figures = "".join(
        f"<figure>{_standalone(plot)}<figcaption>{escape(plot.description)}</figcaption></figure>"
        for plot in plots
    )
    title = escape(plots[0].title if plots else "Run charts")
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>body{{font:16px/1.5 system-ui,sans-serif;margin:1rem auto;"
        "max-width:70rem;display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:2rem}"
        "figure{margin:0}svg{width:100%;height:auto}</style></head>"
        f"<body>{figures}</body></html>\n"
    ).encode()


def compiled_versions() -> str:
    """What a drawing depends on besides its plot: for whoever remembers drawings."""
    return f"altair {version('altair')}, vl-convert {version('vl-convert-python')}, drawing 1"


def _runchart(kind: Kind, plot: Plot) -> str:
    marks = _marks(kind, plot)
    body = _paths(marks) + _grid_labels(kind, plot) + _flags(kind, plot) + _median_labels(kind, plot)
    return _accessible(kind, plot, body + _foot(kind, plot, kind.height - 5))


def _sparkline(plot: Plot) -> str:
    marks = _marks(SPARKLINE, plot)
    body = _paths({key: marks[key] for key in ("carried", "line", "plain", "good", "wrong") if key in marks})
    return f'<svg class="rc rc-spark" viewBox="0 0 120 32" aria-hidden="true">{body}</svg>'


def _staircase(plot: Plot, following: Plot | None) -> str:
    """One panel; the dashed line at the class's own start steps at the foot to the next one's."""
    kind = STAIRCASE if following else Kind("staircase", 400, 112, 14, 50, 8, 28)
    marks = _marks(STAIRCASE, plot)
    marks.pop("flag", None)
    body = _paths(marks) + _median_labels(STAIRCASE, plot)
    if plot.start is not None:
        at = _place(STAIRCASE, plot, plot.start)
        step = f"M{number(at)} 0V{STAIRCASE.height - 2}"
        if following and following.start is not None:
            step += f"H{number(_place(STAIRCASE, following, following.start))}V{STAIRCASE.height}"
        body += f'<path class="rc-step" d="{step}"/>'
    body += f'<text class="rc-name" x="4" y="18">{escape(plot.name)}</text>'
    if following is None:
        body += _foot(STAIRCASE, plot, STAIRCASE.height + 14)
    return _accessible(kind, plot, body)


def _standalone(plot: Plot) -> str:
    """With a headline above, in at most two lines, and the style inside."""
    kind = KINDS["runchart"]
    words, lines = plot.title.split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) > 44 and len(lines) < 2:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    head = "".join(
        f'<text class="rc-headline" x="8" y="{16 + 15 * i}" font-size="12">{escape(line)}</text>'
        for i, line in enumerate(lines)
    )
    body = (
        _paths(_marks(kind, plot))
        + _grid_labels(kind, plot)
        + _flags(kind, plot)
        + _median_labels(kind, plot)
        + _foot(kind, plot, kind.height - 5)
    )
    height = kind.height + 36
    name = _name(plot)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="rc" viewBox="0 0 {kind.width} {height}" '
        f'width="{kind.width}" height="{height}" role="img" aria-labelledby="{name}-t {name}-d">'
        f'<title id="{name}-t">{escape(plot.title)}</title>'
        f'<desc id="{name}-d">{escape(plot.description)}</desc>'
        f'<style>{_INK}</style><path d="M0 0H{kind.width}V{height}H0z" style="fill:#fff;stroke:none"/>'
        f'{head}<g transform="translate(0 36)">{body}</g></svg>'
    )


def _accessible(kind: Kind, plot: Plot, body: str) -> str:
    name = _name(plot) + ("s" if kind.name == "staircase" else "")
    return (
        f'<svg class="rc" id="{name}" viewBox="0 0 {kind.width} {kind.height}" role="img" '
        f'aria-labelledby="{name}-t {name}-d"><title id="{name}-t">{escape(plot.title)}</title>'
        f'<desc id="{name}-d">{escape(plot.description)}</desc>{body}</svg>'
    )


def _name(plot: Plot) -> str:
    """An id that is the same for the same words and hardly ever for others."""
    return "rc-" + blake2b(f"{plot.title}\n{plot.name}".encode(), digest_size=4).hexdigest()


def _marks(kind: Kind, plot: Plot) -> dict[str, str]:
    """Layer -> path data, drawn by the kind's compiled chart."""
    import vl_convert

    frame = plot.frame
    data: dict[str, list[Row]] = {layer: [] for layer in LAYERS}
    data["grid"] = [{"y": y} for y, _ in plot.grid]
    data["band"] = [{"x": _time(a), "x2": _time(b)} for a, b in plot.bands]
    data["flag"] = [{"x": _time(x)} for x, _ in plot.flags]
    for level in plot.levels:
        data[level.kind].append({"x": _time(level.x_from), "x2": _time(level.x_to), "y": level.y})
    for dot in plot.dots:
        data["line"].append({"x": _time(dot.x), "y": dot.y})
        if dot.y is None:
            data["gap"].append({"x": _time(dot.x)})
            continue
        row: Row = {"x": _time(dot.x), "y": dot.y}
        data[dot.signal or "plain"].append(row)
        if dot.unusual:
            data["ring"].append(row)
    spec = filled(kind.name, data, [_time(frame.x_from), _time(frame.x_to)], [frame.y_from, frame.y_to])
    return layers_of(vl_convert.vega_to_svg(spec), kind.left, kind.top)


def _time(x: float) -> float:
    return (x - _EPOCH) * _MILLISECONDS


def _place(kind: Kind, plot: Plot, x: float) -> float:
    frame = plot.frame
    return kind.left + kind.plot_width * (x - frame.x_from) / (frame.x_to - frame.x_from)


def _height(kind: Kind, plot: Plot, y: float) -> float:
    frame = plot.frame
    return kind.top + kind.plot_height * (frame.y_to - y) / ((frame.y_to - frame.y_from) or 1)


def _paths(marks: dict[str, str]) -> str:
    return "".join(f'<path class="rc-{layer}" d="{marks[layer]}"/>' for layer in LAYERS if layer in marks)


def _grid_labels(kind: Kind, plot: Plot) -> str:
    """The scale's values above their grid lines at the left, where no point stands as a rule."""
    return "".join(
        f'<text class="rc-scale" x="0" y="{number(_height(kind, plot, y) - 3)}">{escape(label)}</text>'
        for y, label in plot.grid
    )


def _flags(kind: Kind, plot: Plot) -> str:
    """The numbers of the changes on top of their lines; one that would cover another moves aside."""
    parts, last = [], -100.0
    for x, label in sorted(plot.flags):
        at = max(_place(kind, plot, x), last + 18)
        last = at
        parts.append(
            f'<path class="rc-disc" d="M{number(at - 8)} {kind.top - 9}a8 8 0 1 0 16 0a8 8 0 1 0-16 0"/>'
            f'<text class="rc-number" x="{number(at)}" y="{kind.top - 5}">{escape(label)}</text>'
        )
    return "".join(parts)


def _median_labels(kind: Kind, plot: Plot) -> str:
    """The medians at the right end of their lines, pushed apart where they would meet."""
    latest = [level for level in plot.levels if level.label][-2:]
    placed = sorted(((_height(kind, plot, level.y) + 4, level) for level in latest), key=lambda one: one[0])
    spots = [spot for spot, _ in placed]
    if len(spots) == 2 and spots[1] - spots[0] < _LINE:
        middle = sum(spots) / 2
        spots = [middle - _LINE / 2, middle + _LINE / 2]
    low, high = kind.top + 6.0, kind.height - kind.bottom + 4.0
    shift = max(low - min(spots), 0.0) - max(max(spots) - high, 0.0) if spots else 0.0
    x = kind.width - kind.right + 4
    return "".join(
        f'<text class="rc-m-{level.kind}" x="{x}" y="{number(spot + shift)}">{escape(level.label)}</text>'
        for spot, (_, level) in zip(spots, placed, strict=True)
    )


def _foot(kind: Kind, plot: Plot, y: float) -> str:
    """Months (or rows) along the foot; the last one is left out where it would be cut off."""
    parts = []
    for x, label in plot.ticks:
        at = _place(kind, plot, x)
        if at + 22 <= kind.width:
            parts.append(f'<text class="rc-tick" x="{number(at)}" y="{number(y)}">{escape(label)}</text>')
    return "".join(parts)
