"""Questions of `portfolio import`; the conversations themselves are in test_import_reader.py."""

from generator.commands.import_questions import ImportQuestions
from generator.words.translator import Translator


def test_nobody_is_asked_where_nobody_sits_at_the_terminal() -> None:
    assert not ImportQuestions(Translator("en")).can_ask
