"""Values and counts of a prompt as a page writes them."""

from msgspec import Struct

from generator.model import Point, Prompt
from generator.words.translator import Translator, decimals_of

_BOUND_SIGNS = {"": "", "<=": "≤ ", ">=": "≥ "}


class AmountFormat(Struct, frozen=True):
    """How values are written in one language."""

    translator: Translator

    def value(self, value: float | None, prompt: Prompt, bound: str = "") -> str:
        """A value in the prompt's own measure: `35%`, `4.5`, or `≤ 5%` where it is a bound (`<=` or
        `>=`); a dash where there is no value."""
        if value is None:
            return "–"
        amount = self.translator.format_amount(value, share=prompt.is_share)
        return _BOUND_SIGNS[bound] + amount if prompt.is_share else amount

    def count(self, value: float) -> str:
        """A number of students or events, with at most one digit after the point."""
        return self.translator.format_number(value, decimals_of(value))

    def count_of_students(self, point: Point, prompt: Prompt) -> str:
        """`12 of 24` for a share whose counts are published; else empty."""
        if not prompt.is_share or point.count is None or point.n is None:
            return ""
        return self.translator.gettext("{count} of {n}", count=self.count(point.count), n=self.count(point.n))
