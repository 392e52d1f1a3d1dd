"""What the columns of a table mean."""

import pytest

from generator.model import Prompt, Tool
from generator.reading.tables.columns import (
    ColumnMeaning,
    ColumnRole,
    PromptValues,
    SkipReason,
    classify,
    read_answers,
    read_columns,
)
from generator.reading.tables.raw_table import read_raw_table

TOOL = Tool("t", "T", (Prompt("explains", "Explains own thinking"), Prompt("asks", "Asks")))


def meanings(text: str, tool: Tool | None = TOOL, ignore: tuple[str, ...] = ()) -> list[ColumnMeaning]:
    return read(text, tool, ignore)[0]


def read(
    text: str, tool: Tool | None = TOOL, ignore: tuple[str, ...] = ()
) -> tuple[list[ColumnMeaning], list[str]]:
    """The columns' meanings and the codes of the problems."""
    table, _ = read_raw_table(text.encode(), "a.csv")
    assert table is not None
    columns, problems = read_columns(table, tool, read_answers({}, tool, ignore)[0])
    return columns.meanings, [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("heading", "meaning"),
    [
        ("Date of visit", ColumnRole.DATE),
        ("Fecha", ColumnRole.DATE),
        ("How many students were present?", ColumnRole.N),
        ("Marca temporal", ColumnRole.STAMP),
        ("explains", PromptValues("explains")),
        ("Explains own thinking", PromptValues("explains")),
        ("How many ... [Asks]", PromptValues("asks")),
        ("Asks [row 1]", PromptValues("asks")),
        ("Room", None),
        ("", None),
    ],
)
def test_a_heading_alone(heading: str, meaning: ColumnMeaning) -> None:
    assert classify(heading, TOOL) == meaning


def test_a_forms_timestamp_is_the_date_unless_the_form_asks_for_it() -> None:
    assert meanings("Timestamp,explains\n") == [ColumnRole.DATE, PromptValues("explains")]
    assert meanings("Timestamp,Date,explains\n") == [None, ColumnRole.DATE, PromptValues("explains")]


def test_a_logs_stamp_stays_a_stamp() -> None:
    roles = [ColumnRole.STAMP, ColumnRole.SESSION, ColumnRole.PROMPT]
    assert meanings("stamp,session,prompt\n") == roles


def test_a_column_that_is_ignored_is_not_read_and_not_a_problem() -> None:
    assert read("date,explains,Room\n", ignore=("room",)) == (
        [ColumnRole.DATE, PromptValues("explains"), None],
        [],
    )


def test_an_unknown_column_is_an_error_with_the_nearest_name() -> None:
    table, _ = read_raw_table(b"date,explain\n2025-09-05,2\n", "a.csv")
    assert table is not None
    _, (problem,) = read_columns(table, TOOL)
    assert (problem.code, problem.place.row, problem.place.column) == ("unknown-column", 1, 2)
    assert problem.hint.startswith("Did you mean explains?")


def test_a_personal_column_is_left_to_the_privacy_gate() -> None:
    assert read("date,explains,Student name\n2025-09-05,2,Ana\n")[1] == []


def test_two_columns_of_one_meaning() -> None:
    assert read("date,Fecha,explains\n") == (
        [ColumnRole.DATE, None, PromptValues("explains")],
        ["same-column"],
    )


def test_values_without_a_heading() -> None:
    assert read("date,,explains\n2025-09-05,3,2\n")[1] == ["no-heading"]
    assert read("date,,explains\n2025-09-05,,2\n")[1] == []


def test_without_a_tool_numbers_are_prompts_and_text_is_not_read() -> None:
    text = "date,Speaks,Room\n2025-09-05,3,blue\n2025-09-06,,red\n"
    assert read(text, None) == ([ColumnRole.DATE, PromptValues("Speaks"), None], ["text-column"])


def test_answers_say_how_an_inquiry_reads_its_columns() -> None:
    written = {
        "Seen by": "observer",
        "How often?": "prompt asks",
        "Talk": "Explains own thinking",
        "Mood": "skip",
    }
    answers, misunderstood = read_answers({**written, "Place": "where"}, TOOL, ["Room"])
    assert misunderstood == ["Place"]
    table, _ = read_raw_table(
        b"Date,Seen by,How often,TALK,Mood,Room,Place\n2025-09-05,B,2,3,ok,blue,x\n", "a.csv"
    )
    assert table is not None
    columns, (problem,) = read_columns(table, TOOL, answers)
    assert columns.meanings == [
        ColumnRole.DATE,
        ColumnRole.OBSERVER,
        PromptValues("asks"),
        PromptValues("explains"),
        None,
        None,
        None,
    ]
    assert [(column.heading, column.samples) for column in columns.unknown] == [("Place", ("x",))]
    assert problem.code == "unknown-column"


def test_an_answer_wins_over_what_a_heading_means() -> None:
    assert classify("Notes", TOOL, read_answers({"notes": "skip"}, TOOL)[0]) is None
    assert classify("Hour", TOOL, read_answers({"hour": "time"}, TOOL)[0]) is ColumnRole.TIME


def test_notes_are_read_from_our_own_tables_and_not_from_forms() -> None:
    assert meanings("date,explains,note\n")[2] is ColumnRole.NOTE
    assert read("Timestamp,explains,Notes\n") == (
        [ColumnRole.DATE, PromptValues("explains"), None],
        ["columns-dropped"],
    )


def test_points_and_free_text_are_left_out_and_said_once() -> None:
    words = "They talked for a long time,We had a fire drill again today,All of them were writing in silence"
    rows = "".join(f"2025-09-0{day},2,8 / 24,{said}\n" for day, said in enumerate(words.split(","), start=1))
    table, _ = read_raw_table(f"date,explains,Score,What did you notice?\n{rows}".encode(), "a.csv")
    assert table is not None
    _, (problem,) = read_columns(table, TOOL)
    assert problem.message == "Not read, because they hold points or free text: Score, What did you notice?."


def test_classes_in_long_words_are_not_free_text() -> None:
    rows = "".join(f"2025-09-0{day},2,Period {day % 2} with Ms Lopez upstairs\n" for day in range(1, 7))
    assert read("date,explains,Seen there\n" + rows)[1] == ["unknown-column"]


def test_a_microsoft_form_has_its_date_in_the_start_time() -> None:
    header = "Id,Start time,Completion time,Email,Name,Which class?,explains\n"
    row = "1,2025-09-08 09:00:00,2025-09-08 09:40:00,a@example.org,Ana,Period 2,2\n"
    assert read(header + row) == (
        [None, ColumnRole.DATE, None, None, None, ColumnRole.CLASS, PromptValues("explains")],
        [],
    )


def test_a_prompt_within_a_sentence_is_suggested_whole() -> None:
    sentence = "How many students: explains own thinking in a whole sentence, with reasons, to a partner"
    table, _ = read_raw_table(f'date,"{sentence}"\n2025-09-05,2\n'.encode(), "a.csv")
    assert table is not None
    _, (problem,) = read_columns(table, TOOL)
    assert sentence in problem.message
    assert problem.hint.startswith("Did you mean Explains own thinking?")


def test_a_start_time_by_the_clock_is_the_time_of_the_visit() -> None:
    text = "date,Start time,Completion time,explains\n2025-09-08,9:00,9:40,2\n"
    assert meanings(text) == [ColumnRole.DATE, ColumnRole.TIME, None, PromptValues("explains")]


def test_numbers_below_a_heading_of_comments_are_asked_about() -> None:
    def skipped(*cells: str) -> SkipReason | None:
        text = "date,n,explains,Comments\n" + "".join(
            f"2025-09-0{i + 1},24,8,{c}\n" for i, c in enumerate(cells)
        )
        raw, _ = read_raw_table(text.encode(), "a.csv")
        assert raw is not None
        return read_columns(raw, TOOL)[0].columns[3].skipped

    assert skipped("3", "NA", "5") is SkipReason.UNKNOWN
    assert skipped("3", "calm", "5") is SkipReason.FREE_TEXT
    assert skipped("", "") is SkipReason.FREE_TEXT


@pytest.mark.parametrize(
    "header",
    [
        "ID,Hora de inicio,Hora de finalización,Correo electrónico,Nombre",
        "ID,Startzeit,Fertigstellungszeit,E-Mail,Name",
        "ID,Heure de début,Heure de fin,Adresse de messagerie,Nom",
        "ID,Hora de início,Hora de conclusão,Email,Nome",
    ],
)
def test_microsoft_forms_in_other_languages_drop_who_answered_and_take_the_date(header: str) -> None:
    row = "1,11/10/2025 9:45:10,11/10/2025 9:52:31,a@example.org,Ana,12/24\n"
    table, _ = read_raw_table(f"{header},explains\n{row}".encode(), "a.csv")
    assert table is not None
    columns, problems = read_columns(table, TOOL)
    assert [column.meaning for column in columns.columns][1] is ColumnRole.DATE
    assert [column.skipped for column in columns.columns] == [
        SkipReason.PERSONAL,
        None,
        SkipReason.FORM_TIME,
        SkipReason.PERSONAL,
        SkipReason.PERSONAL,
        None,
    ]
    assert problems == []
