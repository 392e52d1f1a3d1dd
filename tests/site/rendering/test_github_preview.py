"""A page shows what GitHub's preview shows.

github_preview.json holds snippets and the HTML of cmark-gfm, GitHub's own library (cmarkgfm 2025.10.22,
footnotes on).  What differs by design is left out there: typed HTML is shown as text, images and links are
those of the program, ftp: and xmpp: addresses cannot be used.
"""

import json
import re
from pathlib import Path

import pytest

from generator.model import Prose
from generator.site.rendering.content_links import LinkTargets
from generator.site.rendering.markdown_converter import MarkdownConverter
from generator.words.translator import Translator

SNIPPETS = json.loads(Path(__file__).with_name("github_preview.json").read_text("utf-8"))
CONVERTER = MarkdownConverter(Translator())
_OF_BLOCKS = r"</?(?:p|[ou]l|li|table|thead|tbody|t[rdh]|blockquote|h|pre|[bh]r)\b[^>]*>"
# what a page writes in another way: levels of headings, typography, boxes of tasks, the form of an address
SAME = (
    (r"<(br|hr)[^>]*>", r"<\1>"),
    (r'<input type="checkbox" checked="" disabled="" /> ', "☑ "),
    (r'<input type="checkbox" disabled="" /> ', "☐ "),
    (r' (?:id|scope|class|title|lang|align)="[^"]*"', ""),
    (r"<(/?)h[1-6]", r"<\1h"),
    ("—", "---"),
    ("–", "--"),
    ("…", "..."),
    ("[“”]|&quot;", '"'),
    ("[‘’]", "'"),
    ("&amp;", "&"),
    ("\u00a0|&nbsp;", " "),
    ("%C3%A9", "é"),
    ("%C3%BC", "ü"),
    (r"\s*\n\s*", "\n"),
    (rf"\n?({_OF_BLOCKS})\n?", r"\1"),
)


def normalized(html: str) -> str:
    for pattern, replacement in SAME:
        html = re.sub(pattern, replacement, html)
    return html.strip()


@pytest.mark.parametrize(("markdown", "on_github"), SNIPPETS)
def test_as_on_github(markdown: str, on_github: str) -> None:
    rendered, _ = CONVERTER.convert(Prose(markdown, "pages/a.md"), "a/", LinkTargets(frozenset()))
    assert normalized(str(rendered.html)) == normalized(on_github)
