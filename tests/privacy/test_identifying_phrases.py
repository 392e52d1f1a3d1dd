"""Phrases that single out one student without a name (P13)."""

import pytest

from generator.privacy.identifying_phrases import (
    IDENTIFYING_TEXTS,
    IdentifyingKind,
    find_identifying_phrases,
)


def kinds(text: str) -> list[IdentifyingKind]:
    return [kind for kind, _ in find_identifying_phrases(text)]


@pytest.mark.parametrize(
    "text",
    [
        'A girl said, "I think it is five."',
        '"I think it is five," said one student.',
        "«Creo que es cinco», dijo un alumno.",
    ],
)
def test_the_words_of_one_student_are_quoted_speech(text: str) -> None:
    assert kinds(text) == [IdentifyingKind.QUOTED_SPEECH]


@pytest.mark.parametrize(
    "text",
    [
        'The students said, "I think it is five."',
        'A girl said "five".',  # too short to tell who spoke
        'A girl spoke. The card says "I think it is five."',
    ],
)
def test_what_the_class_or_a_card_says_is_not(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text", ["the only boy", "the only left-handed student", "la única niña", "The only one here who cried"]
)
def test_the_only_student_is_told_apart(text: str) -> None:
    assert kinds(text) == [IdentifyingKind.ONLY_ONE]


def test_each_phrase_has_the_place_where_it_begins() -> None:
    text = 'She was the only girl. A boy said, "I think it is five."'
    assert [(kind, text[start : start + 5]) for kind, start in find_identifying_phrases(text)] == [
        (IdentifyingKind.QUOTED_SPEECH, "A boy"),
        (IdentifyingKind.ONLY_ONE, "the o"),
    ]


def test_every_kind_has_words_for_a_message() -> None:
    assert set(IDENTIFYING_TEXTS) == set(IdentifyingKind)
