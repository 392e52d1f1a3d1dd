"""What pictures that stand alone have in common: colours of their own, a page that holds several, PNG."""

from collections.abc import Sequence
from html import escape

from generator.runchart.palette import ACCENT, GREY_1, GREY_2, GREY_3, GREY_4, INK, WARN
from generator.words.html_language import html_language

# what no style sheet says here; charts.css says it on pages
STYLE = (
    f".rc{{font:13px system-ui,'Liberation Sans',Arial,sans-serif;overflow:visible}}.rc text{{fill:{GREY_1}}}"
    f".rc path{{fill:none;stroke:{GREY_1};stroke-width:1.2}}"
    f".rc .rc-sustained{{fill:{ACCENT};fill-opacity:.1;stroke:none}}"
    f".rc .rc-begun{{stroke:{ACCENT};stroke-width:1;stroke-opacity:.7}}"
    f".rc .rc-lost{{fill:{WARN};fill-opacity:.1;stroke:none}}"
    f".rc .rc-grid{{stroke:{GREY_4};stroke-width:1}}"
    f".rc .rc-frozen,.rc .rc-carried{{stroke:{GREY_2};stroke-width:1.5}}"
    ".rc .rc-carried{stroke-dasharray:5 3}"
    f".rc .rc-after,.rc .rc-lasted,.rc .rc-warned,.rc .rc-since{{stroke:{GREY_2};stroke-width:1.5;"
    "stroke-dasharray:1.5 2.5}"
    f".rc .rc-after{{stroke:{ACCENT}}}.rc .rc-lasted,.rc .rc-warned{{stroke:{WARN}}}"
    f".rc .rc-flag,.rc .rc-disc{{stroke:{GREY_2};stroke-width:1}}"
    ".rc .rc-line{stroke-linejoin:round}"
    f".rc .rc-plain{{stroke:{INK};stroke-width:5;stroke-linecap:round}}.rc-fine .rc-plain{{stroke-width:3.5}}"
    f".rc .rc-good{{fill:{ACCENT};stroke:none}}.rc .rc-wrong{{fill:#fff;stroke:{WARN};stroke-width:1.6}}"
    f".rc .rc-ring{{stroke:{WARN}}}.rc .rc-visit{{stroke:{INK};stroke-width:1.6}}"
    f".rc .rc-disc{{fill:#fff}}.rc .rc-gap{{stroke:{GREY_1}}}"
    f".rc .rc-month{{stroke:{GREY_3};stroke-width:1}}.rc .rc-number,.rc .rc-tick{{text-anchor:middle}}"
    f".rc .rc-m-after{{fill:{ACCENT};font-weight:600}}.rc .rc-m-warned{{fill:{WARN};font-weight:600}}"
    f".rc .rc-m-since{{fill:{INK}}}"
)


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
        f"<title>{title}</title><style>:root{{color-scheme:light}}body{{background:#fff;color:{INK};"
        "font:16px/1.5 system-ui,'Liberation Sans',Arial,sans-serif;margin:1.5rem auto;padding:0 1rem;"
        "max-width:72rem;display:grid;gap:2rem;align-items:end;"
        "grid-template-columns:repeat(auto-fit,minmax(min(100%,29rem),1fr))}"
        "figure{margin:0;max-width:38rem;break-inside:avoid}h2{font-size:1.1rem;margin:0}"
        f"p{{margin:.2rem 0 .6rem}}svg{{display:block;width:100%;height:auto}}{STYLE}</style></head>\n"
        f"<body>\n{shown}</body></html>\n"
    )
