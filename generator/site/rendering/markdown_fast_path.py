"""Tries Python-Markdown's inline patterns only on text that can match: halves the cost of a page.

The library tries each of its forty patterns on every piece of text.  Each pattern begins with a
character or two that most pieces do not have.  This overrides a private method of the library:
tests/site/rendering/test_markdown_fast_path.py fails when the library changes it or its patterns.
"""

import re

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

# by the name under which a pattern is registered: text without any of these cannot match it; a pattern
# that is not here is always tried
TRIGGERS: dict[str, tuple[str, ...]] = {
    "backtick": ("`", "\\"),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "linebreak": ("  \n",),
    "backslash-break": ("\\\n",),
    "html-break": ("<b", "<B"),
    "bare-address": ("http", "www."),
    "strikethrough": ("~",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
    "smarty-em-dashes": ("---",),
    "smarty-en-dashes": ("--",),
    "smarty-ellipses": ("...",),
    **{f"smarty-quotes-{number}": ('"', "'") for number in range(15)},
}
# the library's processors of inline patterns, and the priorities at which it registers them
PROCESSORS = {"inline": 20, "smarty": 6}


class FastInlineProcessor(InlineProcessor):
    """The library's own processor, which skips the patterns that cannot match."""

    def __init__(self, markdown: Markdown, original: InlineProcessor) -> None:
        super().__init__(markdown)
        self.inlinePatterns = original.inlinePatterns  # in the order of trying
        self._triggers: list[tuple[str, ...]] = [()] * len(original.inlinePatterns)
        for name, triggers in TRIGGERS.items():
            if name in original.inlinePatterns:
                self._triggers[original.inlinePatterns.get_index_for_name(name)] = triggers
        has_pattern_for_all_text = not all(self._triggers)
        distinct = sorted({trigger for triggers in self._triggers for trigger in triggers})
        self._any_trigger = re.compile("" if has_pattern_for_all_text else "|".join(map(re.escape, distinct)))

    # the name under which the base class calls its private method, which has no public one beside it
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if isinstance(data, AtomicString) or not self._any_trigger.search(data):
            return data
        for index in range(patternIndex, len(self._triggers)):
            triggers = self._triggers[index]
            if triggers and not any(trigger in data for trigger in triggers):
                continue
            matched, start = True, 0
            while matched:
                data, matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                    self.inlinePatterns[index], data, index, start
                )
        return data


def use_fast_path(markdown: Markdown) -> None:
    """Replace the converter's processors of inline patterns by fast ones."""
    for name, priority in PROCESSORS.items():
        original = markdown.treeprocessors[name]
        assert isinstance(original, InlineProcessor)
        markdown.treeprocessors.register(FastInlineProcessor(markdown, original), name, priority)
