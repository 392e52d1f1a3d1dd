"""What only shows when the files of an inquiry are held against one another and the program."""

from generator.problems import Problem
from generator.reading.parsed_folder import parse_folder
from generator.reading.program_files import read_program
from generator.reading.teacher_folder import read_teacher
from tests.conftest import ANA, PROGRAM
from tests.reading.trees import Tree, folder

SETTINGS = "---\ntitle: Talk\ntool: math-talk\nmicro_credential: visible\n{more}---\n\nBody.\n"


def problems_with(changes: Tree) -> list[Problem]:
    """What is wrong in Ana Lopez' folder, with some of the program's files changed."""
    tree = {**PROGRAM, **changes}
    program, _ = read_program(folder("", tree))
    assert program
    return read_teacher(parse_folder(folder("teachers/ana-lopez", tree)), program)[1]


def inquiry(more: str) -> Tree:
    return {f"{ANA}/inquiry.md": SETTINGS.format(more=more)}


def reflection(more: str) -> Tree:
    return {f"{ANA}/reflections/2025-10-03.md": f"---\ndate: 2025-10-03\n{more}---\n\nThey spoke.\n"}


def said(problems: list[Problem]) -> list[tuple[str, str, str]]:
    return [(problem.code, str(problem.place), problem.hint) for problem in problems]


def test_the_program_as_it_is_has_no_problem() -> None:
    assert problems_with({}) == []


def test_a_tool_that_is_not_there() -> None:
    problems = problems_with({f"{ANA}/inquiry.md": "---\ntitle: Talk\ntool: Math Tlak\n---\n"})
    assert said(problems) == [("unknown-reference", f"{ANA}/inquiry.md:3:7", "Did you mean math-talk?")]


def test_a_tool_with_an_error_of_its_own_is_waited_for() -> None:
    problems = problems_with({"tools/math-talk.yml": "title: Math talk\nprompts: []\n"})
    assert [problem.code for problem in problems] == ["waits-for"]


def test_a_change_idea_that_is_not_there() -> None:
    problems = problems_with(inquiry("changes:\n  - {date: 2025-10-27, idea: TALKS}\n"))
    assert said(problems) == [("unknown-reference", f"{ANA}/inquiry.md:6:30", "Did you mean talk?")]


def test_a_change_needs_a_title_or_an_idea() -> None:
    assert said(problems_with(inquiry("changes:\n  - {date: 2025-10-27}\n"))) == [
        ("change-without-title", f"{ANA}/inquiry.md:6:5", "Add  title: what you did differently")
    ]


def test_a_requirement_on_a_prompt_that_the_tool_does_not_ask() -> None:
    credential = "---\ntitle: Visible thinking\nimpact: {prompts: [listens]}\n---\n"
    problems = problems_with({"micro-credentials/visible.md": credential})
    assert [(problem.code, problem.is_error) for problem in problems] == [("prompt-not-asked", False)]


def test_tables_without_a_tool() -> None:
    problems = problems_with({f"{ANA}/inquiry.md": "---\ntitle: Talk\n---\n"})
    assert said(problems)[0] == (
        "no-tool",
        f"{ANA}/inquiry.md",
        "Add a line  tool: …  with one of: math-talk.",
    )


def test_classes_that_no_table_has() -> None:
    more = (
        "changes:\n  - {date: 2025-10-27, title: Talk, classes: [PERIOD-3]}\n"
        "baseline_until: {Block C: 2025-10-20}\nconditions: {Period 2: hot, 2: cold}\n"
    )
    assert [(problem.code, problem.place.line) for problem in problems_with(inquiry(more))] == [
        ("unknown-class", 6),
        ("unknown-class", 7),
        ("unknown-class", 8),
    ]


def test_a_baseline_that_ends_after_the_change() -> None:
    more = "changes:\n  - {date: 2025-10-27, title: Talk, classes: [Period 2]}\nbaseline_until: 2025-11-01\n"
    assert said(problems_with(inquiry(more)))[0][:2] == ("baseline-after-change", f"{ANA}/inquiry.md:7:17")


def test_photos_that_are_declared_and_photos_that_are_there() -> None:
    problems = problems_with(
        {
            **inquiry("photos:\n  Bord.JPG: {alt: The board, people: none}\n"),
            f"{ANA}/photos/board.jpg": b"",
        }
    )
    assert said(problems) == [
        ("photo-not-there", f"{ANA}/inquiry.md:6:3", "Did you mean board.jpg?"),
        (
            "photo-not-declared",
            f"{ANA}/photos/board.jpg",
            "Add there:   board.jpg: {alt: what it shows, people: none}",
        ),
    ]


def test_a_reflection_on_a_visit_class_or_change_that_did_not_take_place_has_its_line() -> None:
    problems = problems_with(reflection("visit: 2025-10-04\nchange: '#2'\nclass: Period 3\n"))
    file = f"{ANA}/reflections/2025-10-03.md"
    assert said(problems) == [
        (
            "unknown-class",
            f"{file}:5:8",
            "Did you mean Period 2? If the name is right, import the visits to this class.",
        ),
        ("no-such-visit", f"{file}:3:8", "Compare the date with the one in data/."),
        ("no-such-change", f"{file}:4:9", "Type its number, date, title, or idea; there are: 1 Talk."),
    ]


def test_an_answer_to_a_column_is_a_kind_of_column_or_a_prompt() -> None:
    columns = 'columns: {"Which period?": class, Seen: prompt explains, Mood: feeling, Room: skip}\n'
    (problem,) = problems_with(inquiry(columns))
    assert (problem.code, problem.place.line) == ("unknown-answer", 5)
    assert problem.message == "The column Mood cannot hold feeling."
