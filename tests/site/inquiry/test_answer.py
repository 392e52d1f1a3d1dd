"""An answer as pages take it: a headline, and the rest."""

from generator.site.inquiry.answer import Answer


def test_the_text_is_both_together() -> None:
    assert Answer("It got better.", "33% before, 59% since.").text == "It got better. 33% before, 59% since."
    assert Answer("No data have been collected yet.", "").text == "No data have been collected yet."
