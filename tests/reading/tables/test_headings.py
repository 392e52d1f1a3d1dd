"""What a heading means by itself."""

import pytest

from generator.model import Prompt, PromptKind, Tool
from generator.reading.tables.headings import (
    ColumnRole,
    SkipReason,
    heading_key,
    prompt_of,
    role_of,
    skip_reason_of,
)

TOOL = Tool(
    "t",
    "T",
    (
        Prompt("explains", "Explains own thinking"),
        Prompt("restates", "Restates a classmate's idea"),
        Prompt("because", "Says “because”"),
        Prompt("share", "Share who talk", kind=PromptKind.PERCENT),
    ),
)

ROLES = {
    ColumnRole.CLASS: (
        "Which period?|Block|Hour|Sección|What class is this?|Which class (period)?|Class period|Period #"
        "|2. Which class did you visit?|Period visited|In which section|¿Qué clase?|¿En qué período?|Bloque"
    ),
    ColumnRole.DATE: (
        "Date of observation|Date of the visit|Fecha de observación|Fecha de la observación|Date (mm/dd/yyyy)"
        "|When was the visit?|When did you visit?|Date_dmy|What date was the visit?|Día de la visita|Day"
    ),
    ColumnRole.N: (
        "Number present|# of students|# present|Nº de estudiantes|N.º de alumnos|¿Cuántos estudiantes había?"
        "|¿Cuántos alumnos estaban presentes?|How many students were present?|How many were there?|N="
        "|How many students are in class?|Students (present)|Number of students (total)|Class size"
        "|Total students|Número de estudiantes presentes|Students in attendance"
    ),
    ColumnRole.STAMP: "Timestamp|Marca temporal|Start time|Completion time|Hora de inicio",
    ColumnRole.TIME: "Time|Time of day|Hora|What time was the visit?|Time of the visit",
    ColumnRole.NOTE: "Note|Notas",
}


@pytest.mark.parametrize(
    ("heading", "role"), [(heading, role) for role, names in ROLES.items() for heading in names.split("|")]
)
def test_what_people_call_the_columns(heading: str, role: ColumnRole) -> None:
    assert role_of(heading) is role


@pytest.mark.parametrize(
    "heading",
    [
        "Students (who explained)",
        "How many students explained?",
        "How many?",
        "Number of students who explained",
        "Date (of birth)",
        "Class (average)",
        "Room",
        "Course",
        "1",
    ],
)
def test_a_heading_that_says_something_else_has_no_role(heading: str) -> None:
    assert role_of(heading) is None


@pytest.mark.parametrize(
    ("heading", "prompt"),
    [
        ("Explains own thinking (number of students)", "explains"),
        ("1. Explains own thinking", "explains"),
        ("Q2: EXPLAINS OWN THINKING *", "explains"),
        ("How many ... [Explains own thinking]", "explains"),
        ("Restates a classmate’s idea", "restates"),
        ("b) Restates a classmate´s idea:", "restates"),
        ('Says "because"', "because"),
        ("Says 'because'", "because"),
        ("Share who talk (%)", "share"),
    ],
)
def test_prompts_are_compared_without_what_a_form_adds(heading: str, prompt: str) -> None:
    assert prompt_of(heading, TOOL) == TOOL.prompt(prompt)


@pytest.mark.parametrize(
    "heading",
    [
        "Explains own thinking (%)",
        "Explains own thinking (percent of students)",
        "% Explains own thinking",
        "Explains own thinking %",
        "explains%",
        "Share who talk (number of students)",
        "Explains own thinking [Score]",
        "P2 explains own thinking",
        "",
    ],
)
def test_what_is_not_the_prompts_kind_of_numbers_is_not_the_prompt(heading: str) -> None:
    assert prompt_of(heading, TOOL) is None


def test_a_heading_that_could_be_two_prompts_is_neither() -> None:
    tool = Tool("t", "T", (Prompt("a-1", "Asks (a peer)"), Prompt("a-2", "Asks (the teacher)")))
    assert prompt_of("Asks", tool) is None
    assert prompt_of("Asks (the teacher)", tool) == tool.prompt("a-2")


@pytest.mark.parametrize(
    ("heading", "reason"),
    [
        ("Score", SkipReason.SCORE),
        ("Points - Explains own thinking", SkipReason.SCORE),
        ("Explains own thinking [Feedback]", SkipReason.SCORE),
        ("Any other comments?", SkipReason.FREE_TEXT),
        ("Anything else you noticed", SkipReason.FREE_TEXT),
        ("Observaciones", SkipReason.FREE_TEXT),
        ("Last modified time", SkipReason.FORM_TIME),
        ("Explains own thinking", None),
    ],
)
def test_columns_that_nobody_needs(heading: str, reason: SkipReason | None) -> None:
    assert skip_reason_of(heading) is reason


def test_keys_do_not_see_quotation_marks_or_case() -> None:
    assert heading_key("A classmate’s “idea”?") == heading_key("a CLASSMATE's idea") == "a-classmates-idea"
    assert heading_key("%") == "%"


def test_what_is_too_long_for_a_heading_is_not_looked_at() -> None:
    for text in ("[" * 100_000, "date (" * 50_000, "1." * 100_000):
        assert (prompt_of(text, TOOL), role_of(text), skip_reason_of(text)) == (None, None, None)
