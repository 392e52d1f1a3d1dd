"""A picture that stands alone: the same marks with a headline, and with colours of their own."""

from collections.abc import Sequence
from html import escape
from textwrap import wrap

from generator.runchart.chart_spec import PICTURE
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
    ".rc .rc-head{font-size:15px;font-weight:600;fill:#1d1b18}"
)
_MARGIN = 12
_HEAD_LINE, _TEXT_LINE = 19, 17
_HEAD_WIDTH, _TEXT_WIDTH = 54, 68  # in letters
_MOST_LINES = 4


def standalone_svg(name: str, title: str, description: str, size: str, body: str) -> str:
    """An SVG file's text: headline and description above the marks, on white.

    `name` begins its ids, `size` is empty or `rc-fine`.
    """
    head = wrap(title, _HEAD_WIDTH, max_lines=_MOST_LINES, placeholder=" …")
    text = wrap(description, _TEXT_WIDTH, max_lines=_MOST_LINES, placeholder=" …")
    top = _MARGIN + len(head) * _HEAD_LINE + len(text) * _TEXT_LINE + _MARGIN / 2
    width, height = PICTURE.width + 2 * _MARGIN, PICTURE.height + top + _MARGIN
    lines = [
        f'<text class="rc-head" x="{_MARGIN}" y="{_MARGIN + 14 + i * _HEAD_LINE}">{escape(line)}</text>'
        for i, line in enumerate(head)
    ] + [
        f'<text x="{_MARGIN}" y="{_MARGIN + 13 + len(head) * _HEAD_LINE + i * _TEXT_LINE}">'
        f"{escape(line)}</text>"
        for i, line in enumerate(text)
    ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="rc{size}" viewBox="0 0 {width} {height:g}" '
        f'width="{width}" height="{height:g}" role="img" aria-labelledby="{name}-t {name}-d">'
        f'<title id="{name}-t">{escape(title)}</title><desc id="{name}-d">{escape(description)}</desc>'
        f'<style>{STYLE}</style><rect width="{width}" height="{height:g}" fill="#fff"/>'
        f'{"".join(lines)}<g transform="translate({_MARGIN} {top:g})">{body}</g></svg>'
    )


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
