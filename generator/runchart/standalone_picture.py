"""What pictures that stand alone have in common: colours of their own, a page that holds several, PNG."""

from collections.abc import Sequence
from html import escape

from generator.words.html_language import html_language

# the colours of the default theme's paper and ink, which no style sheet gives here
STYLE = (
    ".rc{font:13px system-ui,'Liberation Sans',Arial,sans-serif;overflow:visible}.rc text{fill:#4d4943}"
    ".rc path{fill:none;stroke:#4d4943;stroke-width:1.2}"
    ".rc .rc-sustained{fill:#0b5d4e;fill-opacity:.1;stroke:none}.rc .rc-begun{stroke:#0b5d4e;stroke-width:1;"
    "stroke-opacity:.7}.rc .rc-lost{fill:#9a3b12;fill-opacity:.1;stroke:none}"
    ".rc .rc-grid{stroke:#dcd6c9;stroke-width:1}"
    ".rc .rc-frozen,.rc .rc-carried{stroke:#6b665e;stroke-width:1.5}.rc .rc-carried{stroke-dasharray:5 3}"
    ".rc .rc-after,.rc .rc-lasted,.rc .rc-warned,.rc .rc-since{stroke:#6b665e;stroke-width:1.5;"
    "stroke-dasharray:1.5 2.5}"
    ".rc .rc-after{stroke:#0b5d4e}.rc .rc-lasted,.rc .rc-warned{stroke:#9a3b12}"
    ".rc .rc-flag,.rc .rc-disc{stroke:#6b665e;stroke-width:1}"
    ".rc .rc-line{stroke-linejoin:round}"
    ".rc .rc-plain{stroke:#1d1b18;stroke-width:5;stroke-linecap:round}.rc-fine .rc-plain{stroke-width:3.5}"
    ".rc .rc-good{fill:#0b5d4e;stroke:none}.rc .rc-wrong{fill:#fff;stroke:#9a3b12;stroke-width:1.6}"
    ".rc .rc-ring{stroke:#9a3b12}.rc .rc-visit{stroke:#1d1b18;stroke-width:1.6}"
    ".rc .rc-disc{fill:#fff}.rc .rc-gap{stroke:#4d4943}"
    ".rc .rc-month{stroke:#a49d91;stroke-width:1}.rc .rc-number,.rc .rc-tick{text-anchor:middle}"
    ".rc .rc-m-after{fill:#0b5d4e;font-weight:600}.rc .rc-m-warned{fill:#9a3b12;font-weight:600}"
    ".rc .rc-m-since{fill:#1d1b18}"
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
        f"<title>{title}</title><style>:root{{color-scheme:light}}body{{background:#fff;color:#1d1b18;"
        "font:16px/1.5 system-ui,'Liberation Sans',Arial,sans-serif;margin:1.5rem auto;padding:0 1rem;"
        "max-width:72rem;display:grid;gap:2rem;align-items:end;"
        "grid-template-columns:repeat(auto-fit,minmax(min(100%,29rem),1fr))}"
        "figure{margin:0;max-width:38rem;break-inside:avoid}h2{font-size:1.1rem;margin:0}"
        f"p{{margin:.2rem 0 .6rem}}svg{{display:block;width:100%;height:auto}}{STYLE}</style></head>\n"
        f"<body>\n{shown}</body></html>\n"
    )
