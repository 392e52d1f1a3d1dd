"""Markdown's inline marks, looked for only where they can be: half of what a page costs otherwise.

The library tries each of its forty patterns on every piece of text.  Each begins with a character or
two that most pieces do not have; tests hold the outcome against the library's own.
"""

import re

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

# by the name under which a pattern is registered; one that is not here is always tried
_TRIGGERS: dict[str, tuple[str, ...]] = {
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
    "entity": ("&",),
    "em_strong": ("*", "_"),
    "smarty-em-dashes": ("---",),
    "smarty-en-dashes": ("--",),
    "smarty-ellipses": ("...",),
    **{f"smarty-quotes-{number}": ('"', "'") for number in range(15)},
}


class _Sparing(InlineProcessor):
    """The library's own processor, but for the patterns that cannot match."""

    def __init__(self, markdown: Markdown, like: InlineProcessor) -> None:
        super().__init__(markdown)
        self.inlinePatterns = like.inlinePatterns  # in the order of trying
        self._triggers: list[tuple[str, ...]] = [()] * len(like.inlinePatterns)
        for name, triggers in _TRIGGERS.items():
            if name in like.inlinePatterns:
                self._triggers[like.inlinePatterns.get_index_for_name(name)] = triggers
        known = sorted({one for triggers in self._triggers for one in triggers})
        always = not all(self._triggers)
        self._any = re.compile("" if always else "|".join(map(re.escape, known)))

    # the name under which the base class knows its private method, which has no public one beside it
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if isinstance(data, AtomicString) or not self._any.search(data):
            return data
        for index in range(patternIndex, len(self._triggers)):
            triggers = self._triggers[index]
            if triggers and not any(one in data for one in triggers):
                continue
            matched, start = True, 0
            while matched:
                data, matched, start = self._InlineProcessor__applyPattern(  # type: ignore[attr-defined]
                    self.inlinePatterns[index], data, index, start
                )
        return data


def use_fast_path(markdown: Markdown) -> None:
    """Let this converter look for marks only where they can be."""
    for name, priority in (("inline", 20), ("smarty", 6)):  # as the library registers them
        processor = markdown.treeprocessors[name]
        assert isinstance(processor, InlineProcessor)
        markdown.treeprocessors.register(_Sparing(markdown, processor), name, priority)
