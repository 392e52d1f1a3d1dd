"""Visits written as CSV."""

from generator.intake.table_writer import RowChanges, append_visits, log_rows, write_log, write_new_table
from generator.intake.visits import Visit, group_visits
from tests.intake.inquiries import existing_tables, parsed_file, program
from tests.reading.trees import Tree

TOOL = program().tools["talk"]


def visits(text: str) -> list[Visit]:
    return group_visits(parsed_file(text).observations)


def appended(tables: Tree, text: str, *observed: int) -> bytes:
    return append_visits(existing_tables(tables).tables[0], TOOL, visits(text), RowChanges(observed))


def test_a_new_table_has_the_columns_that_its_visits_need() -> None:
    assert write_new_table(TOOL, visits("date,class,n,asks\n2025-10-06,P 2,24,3\n")) == (
        b"date,class,n,asks\n2025-10-06,P 2,24,3\n"
    )
    assert write_new_table(TOOL, visits("date,class,explains,note\n2025-10-06,P 2,50%,Drill\n")) == (
        b"date,class,explains,note\n2025-10-06,P 2,50%,Drill\n"
    )


def test_rows_join_a_table_in_its_own_separator_line_ends_and_mark() -> None:
    table = b"\xef\xbb\xbfdate;n;explains\r\n2025-09-29;24;9\r\n"
    assert appended({"period-2.csv": table}, "date,class,n,explains\n2025-10-06,Period 2,23,12\n") == (
        b"\xef\xbb\xbfdate;n;explains\r\n2025-09-29;24;9\r\n2025-10-06;23;12\r\n"
    )


def test_a_title_block_above_the_header_stays() -> None:
    table = "Tally of Period 2,,\nFall 2025,,\n\ndate,n,explains\n2025-09-29,24,9\n"
    text = "date,class,n,explains,asks\n2025-10-06,Period 2,23,12,3\n"
    rewritten = appended({"period-2.csv": table}, text)
    assert rewritten.decode().splitlines() == [
        "Tally of Period 2,,",
        "Fall 2025,,",
        "",
        "date,n,explains,asks",
        "2025-09-29,24,9,",
        "2025-10-06,23,12,3",
    ]
    again = appended(
        {"period-2.csv": rewritten.decode()}, "date,class,n,explains\n2025-10-13,Period 2,24,9\n"
    )
    assert again.startswith(rewritten)


def test_columns_that_are_missing_are_added_and_the_rows_there_keep_their_class() -> None:
    table = "date,explains\n2025-09-29,9/24\n"
    text = "date,class,n,explains,asks\n2025-10-06,Period 2,23,12,3\n2025-10-07,Period 4,20,4,1\n"
    assert appended({"period-2.csv": table}, text).decode().splitlines() == [
        "date,explains,class,asks",
        "2025-09-29,9/24,Period 2,",
        "2025-10-06,12/23,Period 2,3/23",
        "2025-10-07,4/20,Period 4,1/20",
    ]


def test_a_visit_that_another_counted_too_gets_an_observer() -> None:
    table = "date,n,explains\n2025-09-29,24,9\n2025-10-06,24,12\n"
    text = "date,class,n,explains,observer\n2025-10-06,Period 2,24,10,B\n"
    assert appended({"period-2.csv": table}, text, 3).decode().splitlines() == [
        "date,n,explains,observer",
        "2025-09-29,24,9,",
        "2025-10-06,24,12,1",
        "2025-10-06,24,10,B",
    ]


def test_a_class_name_is_never_a_formula() -> None:
    text = 'date,class,n,explains\n2025-10-06,"@HYPERLINK(1)",24,2\n'
    assert b"'@HYPERLINK" in write_new_table(TOOL, visits(text))


def test_a_log_reads_back_by_session_with_prompts_as_ids() -> None:
    text = (
        "session,stamp,n,prompt\nk1,2025-10-06T09:00:00,24,\nk2,2025-10-07T09:00:00,24,\n"
        "k1,2025-10-06T09:01:00,24,Explains own thinking\n"
    )
    sessions = log_rows(parsed_file(text).table, TOOL)
    assert write_log(sessions.values()).decode().splitlines() == [
        "stamp,session,class,n,prompt",
        "2025-10-06T09:00:00,k1,,24,",
        "2025-10-06T09:01:00,k1,,24,explains",
        "2025-10-07T09:00:00,k2,,24,",
    ]
