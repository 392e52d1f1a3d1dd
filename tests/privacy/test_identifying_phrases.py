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


def quoted(letters: int) -> str:
    return '"' + "a" * letters + '"'


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        (f"A girl said {quoted(12)}", True),  # eleven letters are a term, or an answer
        (f"A girl said {quoted(11)}", False),
        (f"A girl said {quoted(400)}", True),  # 401 are a quotation mark that is never closed
        (f"A girl said {quoted(401)}", False),
        (f"A girl {'x' * 38} said {quoted(20)}", True),  # 40 signs between the girl and the verb
        (f"A girl {'x' * 39} said {quoted(20)}", False),
        (f"A girl said {'x' * 28} {quoted(20)}", True),  # 30 between the verb and the words
        (f"A girl said {'x' * 29} {quoted(20)}", False),
    ],
)
def test_speaker_verb_and_words_stand_close_together(text: str, is_found: bool) -> None:
    assert kinds(text) == [IdentifyingKind.QUOTED_SPEECH] * is_found


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("the only very very quiet boy", True),  # three words between
        ("the only very very very quiet boy", False),
        ("la única muy callada niña", True),  # two
        ("la única muy muy callada niña", False),
        ("the only student work here", False),  # no student
        ("my only student questions", False),
        ("the only student-made poster", False),
        ("the only student working", True),
        (f"the only one {'x' * 28} who cried", True),  # 30 signs
        (f"the only one {'x' * 29} who cried", False),
    ],
)
def test_the_only_one_is_named_soon_after(text: str, is_found: bool) -> None:
    assert kinds(text) == [IdentifyingKind.ONLY_ONE] * is_found


def test_each_phrase_has_the_place_where_it_begins() -> None:
    text = 'She was the only girl. A boy said, "I think it is five."'
    assert [(kind, text[start : start + 5]) for kind, start in find_identifying_phrases(text)] == [
        (IdentifyingKind.QUOTED_SPEECH, "A boy"),
        (IdentifyingKind.ONLY_ONE, "the o"),
    ]


def test_the_kinds_are_what_fingerprints_of_exceptions_were_made_of() -> None:
    assert [kind.value for kind in IdentifyingKind] == ["quoted-speech", "only-one"]


def test_every_kind_has_words_for_a_message() -> None:
    assert set(IDENTIFYING_TEXTS) == set(IdentifyingKind)


SAYING = "“I think it is five because of that.”"


@pytest.mark.parametrize(
    "text",
    [
        *(
            f"One of my students said, {SAYING}",
            f"Una de mis alumnas comentó: {SAYING}",
            f"The student noted {SAYING}",
        ),
        *(
            f"A student reflected: {SAYING}",
            f"As one student put it, {SAYING}",
            f"According to one student, {SAYING}",
        ),
        *(
            f"One student’s words: {SAYING}",
            f"Student A: {SAYING}",
            f"S3: {SAYING}",
            f"Student 3 said {SAYING}",
        ),
        *(f"> {SAYING} - a student", f"{SAYING} (student, Period 2)", f"One student\nsaid {SAYING}"),
        "A student said, 'I think it's five because of that.'",
        "One student said, ‘I think it is five because of that.’",
        "One student said „I think it is five because of that.“",
        *(
            "my only student from Guatemala",
            "THE ONLY STUDENT",
            "Única estudiante: LA ÚNICA ALUMNA",
            "our only newcomer",
            "the only eighth grader",
            "the one girl who spoke",
            "the single student who spoke",
            "the sole student who spoke",
            "One student said, „I think it is five because of that”",
        ),
    ],
)
def test_one_student_is_told_apart_however_it_is_said(text: str) -> None:
    assert list(find_identifying_phrases(text))


@pytest.mark.parametrize(
    "text",
    [
        *("the only question a student had", "the only thing each student needs", "only one student spoke"),
        *(f"Ms. Rivera said, {SAYING}", f"I said, {SAYING}", f"As Boaler noted, {SAYING}", "the one way in"),
        *(
            f"Our starter was {SAYING}",
            f"The card says {SAYING}",
            "the students' own 'because' and 'so' in it",
        ),
        f"One student spoke.\n\nIt said {SAYING}",
    ],
)
def test_what_nobody_is_told_apart_by_passes(text: str) -> None:
    assert not list(find_identifying_phrases(text))
