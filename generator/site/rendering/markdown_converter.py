"""Markdown -> safe HTML, with every link and image resolved.

The author's text never becomes markup of its own: HTML typed into Markdown is shown as text, ids
get a prefix, classes are ours, and what comes out passes through nh3 once more.  Links to content
files become links to their pages; one that leads nowhere is a problem with file and line.
"""

import re

import nh3
from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markupsafe import Markup
from msgspec import Struct

from generator.model import Prose
from generator.problems import Place, Problem
from generator.site.rendering.content_links import ContentLink, LinkTargets
from generator.site.rendering.github_blocks import GithubBlockParser
from generator.site.rendering.github_inline import GithubInlineProcessor
from generator.site.rendering.markdown_limits import too_many_marks
from generator.site.rendering.markdown_tree import ProseTree, TreeFinisher
from generator.site.rendering.pasted_text import INDENTED, tidy_pasted
from generator.site.rendering.prose_problems import nested_too_deep, pasted_text
from generator.site.rendering.typography import TypographyProcessor
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


class RenderedProse(Struct, frozen=True):
    """A text as HTML, and its links that only the whole site can confirm."""

    html: Markup
    links: tuple[ContentLink, ...] = ()


Converted = tuple[RenderedProse, list[Problem]]


class MarkdownConverter:
    """Turns texts of one language into HTML; setting one up costs more than a short text does."""

    def __init__(self, translator: Translator) -> None:
        self._translator = translator
        self._finisher = TreeFinisher()
        self._start()

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
        if not tidied.text.strip():  # the library would return before its steps forget the text before
            return RenderedProse(Markup()), []
        html = self._convert(tidied.text)
        if (deep_line := self._blocks.deep_line) is not None:
            return RenderedProse(Markup()), [nested_too_deep(tree.place_of(deep_line.strip()))]
        tree.report_foreign(self._inline.foreign_pieces)
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

    def _convert(self, text: str) -> str:
        """What Python-Markdown makes of a text.  Raises what it raises.

        An exception leaves its parser in the middle of a list or a quotation, which `reset` does not
        end: the next text would be read as if it went on there, so it gets a new parser.
        """
        try:
            return self._markdown.reset().convert(text)
        except BaseException:
            self._start()
            raise

    def _start(self) -> None:
        """Set up a Python-Markdown, its parser of blocks and that of what stands within a line."""
        back = self._translator.gettext("Back to the text, note %d")
        # the extension puts the number in with str.format, to which a theme's braces mean something
        footnotes = FootnoteExtension(BACKLINK_TITLE=back.replace("{", "{{").replace("}", "}}"))
        markdown = Markdown(extensions=[footnotes])
        self._markdown = markdown
        self._blocks = markdown.parser = footnotes.parser = GithubBlockParser(markdown, footnotes)
        self._inline = GithubInlineProcessor(markdown, self._blocks, footnotes)
        markdown.preprocessors.deregister("html_block")
        # before typography, which hides signs from it
        markdown.treeprocessors.register(self._finisher, "finish", 7)
        markdown.treeprocessors.deregister("inline")
        markdown.treeprocessors.register(self._inline, "inline", 20)
        quotes = self._translator.gettext("“"), self._translator.gettext("”")
        markdown.treeprocessors.register(TypographyProcessor(*quotes), "typography", 6)
