"""Markdown -> safe HTML, with every link and image resolved.

The author's text never becomes markup of its own: HTML typed into Markdown is shown as text, ids
get a prefix, classes are ours, and what comes out passes through nh3 once more.  Links to content
files become links to their pages; one that leads nowhere is a problem with file and line.
"""

import re
from dataclasses import dataclass

import nh3
from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.smarty import SmartyExtension
from markupsafe import Markup

from generator.model import Prose
from generator.problems import Place, Problem
from generator.site.rendering.content_links import ContentLink, LinkTargets
from generator.site.rendering.github_blocks import GithubBlockParser
from generator.site.rendering.github_inline import use_github_inline
from generator.site.rendering.markdown_fast_path import use_fast_path
from generator.site.rendering.markdown_limits import too_many_marks
from generator.site.rendering.markdown_tree import ProseTree, TreeFinisher
from generator.site.rendering.pasted_text import INDENTED, tidy_pasted
from generator.site.rendering.prose_problems import pasted_text
from generator.words.translator import Translator

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAGS = {
    *("p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "a", "em", "strong", "code", "pre", "sup", "del"),
    *("blockquote", "table", "thead", "tbody", "tr", "th", "td", "img", "hr", "br", "section"),
}
_ATTRIBUTES = {
    "*": {"id"},
    "a": {"href", "aria-label"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start"},
    "th": {"scope"},
}
_ALIGNED = {"align-left", "align-right", "align-center"}


@dataclass(frozen=True, slots=True)
class RenderedProse:
    """A text as HTML, and its links that only the whole site can confirm."""

    html: Markup
    links: tuple[ContentLink, ...] = ()


Converted = tuple[RenderedProse, list[Problem]]


class MarkdownConverter:
    """Turns texts of one language into HTML; setting one up costs more than a short text does."""

    def __init__(self, translator: Translator) -> None:
        self._translator = translator
        self._finisher = TreeFinisher()
        quotes = {"left-double-quote": translator.gettext("“"), "right-double-quote": translator.gettext("”")}
        footnotes = FootnoteExtension(BACKLINK_TITLE=translator.gettext("Back to the text, note %d"))
        self._markdown = Markdown(extensions=[footnotes, SmartyExtension(substitutions=quotes)])
        self._blocks = GithubBlockParser(self._markdown, footnotes)
        self._markdown.parser = footnotes.parser = self._blocks
        self._markdown.preprocessors.deregister("html_block")
        self._markdown.inlinePatterns.deregister("html")
        self._markdown.inlinePatterns.deregister("automail")
        self._markdown.treeprocessors.register(self._finisher, "finish", -10)
        use_github_inline(self._markdown)
        use_fast_path(self._markdown)

    def convert(
        self, prose: Prose, here: str, sources: LinkTargets, *, top: int = 2
    ) -> tuple[RenderedProse, list[Problem]]:
        """The text as HTML for the page at `here`, its highest heading at level `top`."""
        if problem := too_many_marks(prose):
            return RenderedProse(Markup()), [problem]
        tree = ProseTree(prose, here, sources, top)
        self._finisher.tree = tree
        # the lines of a comment stay, so that those below it are counted as in the file
        text = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), prose.text)
        tidied = tidy_pasted(text)
        html = self._markdown.reset().convert(tidied.text)
        signs = (*tidied.signs, *((INDENTED,) if self._blocks.has_indented_prose else ()))
        clean = nh3.clean(
            html,
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            allowed_classes={"td": _ALIGNED, "th": _ALIGNED},
            url_schemes={"http", "https", "mailto"},
            link_rel=None,
        )
        return RenderedProse(Markup(clean), tuple(tree.links)), [
            *tree.problems,
            *([pasted_text(Place(prose.file), signs)] if signs else ()),
        ]
