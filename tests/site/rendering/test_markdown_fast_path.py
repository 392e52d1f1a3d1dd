"""The fast path gives what Python-Markdown gives, and fails here when the library changes."""

import inspect
import textwrap
from hashlib import sha256
from unittest.mock import patch

import markdown as library
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor

from generator.model import Prose
from generator.site.rendering.content_links import LinkTargets
from generator.site.rendering.markdown_converter import MarkdownConverter
from generator.site.rendering.markdown_fast_path import PROCESSORS, TRIGGERS, FastInlineProcessor
from generator.words.translator import Translator

SOURCES = LinkTargets(frozenset({"tools/talk.yml"}))
CHANGED = (
    f"Python-Markdown {library.__version__} is not the one that the fast path was written for. Compare "
    "its InlineProcessor with generator/site/rendering/markdown_fast_path.py, correct the latter (or take "
    "it away), then put the new digest here."
)
CORPUS = """\
# A *heading* with `code` and "quotes"

They said "it's -- because...", 'then' --- *why*, **why not**, ***both***, _so_ and __so__ snake_case.
Two spaces  
break a line; \\*escaped\\* and \\`not code\\` &amp; &copy; & <https://example.org> ``a ` b``.

A [link](../../tools/talk.yml "title"), a [reference][ref], [ref] and [ref][]; ![x](a.jpg) ![x][ref] ![ref]
A note.[^1] An unknown one.[^2] [not a link] [^ ] <b>HTML</b> <!-- comment --> 5 < 6 > 4 1*2*3 "" '' ''' \"""

| a | *b* |
|---|----:|
| "1" | `2` |

* one *item*
    * two "deep"

> "quoted" -- it's

[ref]: https://example.org/ "T"
[^1]: The *note*, "quoted".
"""  # noqa: W291


def digest(*texts: str) -> str:
    return sha256("\0".join(texts).encode()).hexdigest()[:16]


def original_converter() -> MarkdownConverter:
    with patch("generator.site.rendering.markdown_converter.use_fast_path", lambda markdown: None):
        return MarkdownConverter(Translator())


def markdown_of(converter: MarkdownConverter) -> Markdown:
    return converter._markdown


@pytest.mark.parametrize(
    ("method", "expected"),
    {"handleInline": "3689d89c43d2be73", "applyPattern": "d5690766992c3841"}.items(),
)
def test_the_private_methods_are_the_ones_the_fast_path_was_written_for(method: str, expected: str) -> None:
    source = textwrap.dedent(inspect.getsource(getattr(InlineProcessor, f"_InlineProcessor__{method}")))
    assert digest(source) == expected, CHANGED


def test_the_patterns_are_the_ones_whose_triggers_are_listed() -> None:
    patterns = []
    for name in PROCESSORS:
        processor = markdown_of(original_converter()).treeprocessors[name]
        assert isinstance(processor, InlineProcessor)
        listed = [trigger for trigger in TRIGGERS if trigger in processor.inlinePatterns]
        assert len(listed) == len(processor.inlinePatterns), CHANGED
        for pattern in processor.inlinePatterns:
            assert isinstance(pattern, Pattern)
            patterns.append(pattern.pattern)
    assert digest(*patterns) == "25768d162ec0657c", CHANGED


def test_the_fast_processors_stand_where_the_librarys_stood() -> None:
    fast = list(markdown_of(MarkdownConverter(Translator())).treeprocessors)
    original = list(markdown_of(original_converter()).treeprocessors)
    for ours, theirs in zip(fast, original, strict=True):
        assert type(ours) is (FastInlineProcessor if type(theirs) is InlineProcessor else type(theirs))


def converted(converter: MarkdownConverter, text: str) -> object:
    return converter.convert(Prose(text, "pages/about.md"), "pages/about/", SOURCES)


@pytest.mark.parametrize("text", [CORPUS, *CORPUS.split("\n\n")])
def test_a_page_with_every_mark_is_converted_alike(text: str) -> None:
    assert converted(MarkdownConverter(Translator()), text) == converted(original_converter(), text)


MARKS = st.text("ab 1\n\\`*_![](){}<>&;#\"'.-|^:\N{NO-BREAK SPACE}", max_size=60)


@settings(max_examples=300, deadline=None)
@given(st.one_of(MARKS, st.text(max_size=60)))
def test_any_text_is_converted_alike(text: str) -> None:
    assert converted(MarkdownConverter(Translator()), text) == converted(original_converter(), text)
