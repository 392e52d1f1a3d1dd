"""Every rule of the gate has a sentence for the readers of the site."""

from generator.privacy.rule_texts import RULES


def test_there_are_fifteen_rules_with_a_sentence_each() -> None:
    assert list(RULES) == [f"P{number:02}" for number in range(1, 16)]
    assert len(set(RULES.values())) == 15
    assert all(text.endswith(".") and text[0].isupper() for text in RULES.values())
