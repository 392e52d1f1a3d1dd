"""What pictures that stand alone have in common: colours of their own, a page that holds several, PNG."""

import re
from collections.abc import Sequence
from functools import cache
from html import escape

from generator.layout import bundled_themes
from generator.runchart.palette import ACCENT, GREY_1, GREY_2, GREY_3, GREY_4, INK, WARN, WHITE
from generator.words.html_language import html_language

_MARKS = bundled_themes() / "default" / "styles" / "chart-marks.css"
# of fonts, which a machine has or has not
_SANS = "system-ui,'Liberation Sans',Arial,sans-serif"


@cache
def picture_style(paper: str) -> str:
    """The rules of the default theme for what charts are drawn with, as they are in the light on a ground of
    this color: a picture that stands alone has no style sheet to take its colors from."""
    values = {
        "paper": paper,
        "ink": INK,
        "accent": ACCENT,
        "warn": WARN,
        "grey-1": GREY_1,
        "grey-2": GREY_2,
        "grey-3": GREY_3,
        "grey-4": GREY_4,
        "sans": _SANS,
    }
    rules = re.sub(r"/\*.*?\*/", "", _MARKS.read_text("utf-8"), flags=re.DOTALL)
    filled = re.sub(r"var\(--([\w-]+)\)", lambda match: values[match[1]], rules)
    return re.sub(r"\s*([{};:,])\s*|\s+", lambda match: match[1] or " ", filled).replace(";}", "}").strip()


def png_of(svg: str, scale: float) -> bytes:
    """An SVG file as a PNG."""
    import vl_convert

    return bytes(vl_convert.svg_to_png(svg, scale=scale))


def standalone_page(figures: Sequence[tuple[str, str, str]], language: str, heading: str) -> str:
    """A self-contained HTML page of figures: (title, description, inline SVG) each."""
    shown = "".join(
        f"<figure><figcaption><h2>{escape(title)}</h2><p>{escape(text)}</p></figcaption>{svg}</figure>\n"
        for title, text, svg in figures
    )
    title = escape(figures[0][0] if len(figures) == 1 else heading)
    return (
        f'<!doctype html>\n<html {html_language(language)}><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>:root{{color-scheme:light}}body{{background:{WHITE};color:{INK};"
        f"font:16px/1.5 {_SANS};margin:1.5rem auto;padding:0 1rem;"
        "max-width:72rem;display:grid;gap:2rem;align-items:end;"
        "grid-template-columns:repeat(auto-fit,minmax(min(100%,29rem),1fr))}"
        "figure{margin:0;max-width:38rem;break-inside:avoid}h2{font-size:1.1rem;margin:0}"
        "p{margin:.2rem 0 .6rem}svg{display:block;width:100%;height:auto}"
        f"{picture_style(WHITE)}</style></head>\n"
        f"<body>\n{shown}</body></html>\n"
    )
