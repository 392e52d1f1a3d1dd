"""What is new, what is known, what differs."""

from generator.intake.merge import MergeResult, merge_import
from generator.intake.parse_file import ImportOptions
from generator.model import SameVisits
from tests.intake.inquiries import DATA, existing_tables, parsed_file
from tests.reading.trees import Tree

HEADER = "date,class,n,explains\n"
STUDENTS = "date,student,explains\n2025-09-05,S01,yes\n2025-09-05,S02,no\n2025-09-05,S03,yes\n"
LOG_HEADER = "stamp,session,class,n,prompt\n"
SESSION = "2025-10-06T09:00:00,k1,Period 2,24,\n2025-10-06T09:01:00,k1,Period 2,24,explains\n"


def merge(tables: Tree, text: str, observer: str = "", same: SameVisits | None = None) -> MergeResult:
    parsed = parsed_file(text, ImportOptions(observer=observer))
    return merge_import(existing_tables(tables), parsed, same)


def test_a_new_visit_joins_the_table_of_its_class() -> None:
    tables = {"period-2.csv": HEADER + "2025-09-29,Period 2,24,9\n", "period-4.csv": HEADER}
    result = merge(tables, HEADER + "2025-10-06,Period 2,24,12\n2025-10-06,Period 4,20,4\n")
    assert result.files == {
        f"{DATA}/period-2.csv": (HEADER + "2025-09-29,Period 2,24,9\n2025-10-06,Period 2,24,12\n").encode(),
        f"{DATA}/period-4.csv": (HEADER + "2025-10-06,Period 4,20,4\n").encode(),
    }
    assert len(result.added) == 2


def test_a_visit_that_is_there_with_the_same_numbers_is_known() -> None:
    row = "2025-10-06,Period 2,24,12\n"
    result = merge({"period-2.csv": HEADER + row}, HEADER + row)
    assert (len(result.already_present), result.added, result.differing, result.files) == (1, (), (), {})


def test_a_visit_that_is_there_with_other_numbers_differs() -> None:
    tables = {"period-2.csv": HEADER + "2025-10-06,Period 2,24,12\n"}
    result = merge(tables, HEADER + "2025-10-06,Period 2,24,13\n")
    assert (len(result.differing), result.files) == (1, {})


def test_a_corrected_visit_replaces_its_numbers_and_nothing_else() -> None:
    table = "date,n,explains,note\n2025-09-29,24,9,Drill\n2025-10-06,24,12,\n"
    text = HEADER + "2025-09-29,Period 2,23,10\n2025-10-06,Period 2,24,12\n"
    result = merge_import(existing_tables({"period-2.csv": table}), parsed_file(text), SameVisits.LATER)
    assert (len(result.corrected), len(result.already_present)) == (1, 1)
    assert result.files == {f"{DATA}/period-2.csv": table.replace("24,9,", "23,10,").encode()}


def test_a_visit_in_a_table_that_cannot_be_written_is_not_corrected() -> None:
    table = "- {date: 2025-10-06, n: 24, explains: 12}\n"
    text = HEADER + "2025-10-06,Period 2,24,13\n"
    result = merge_import(existing_tables({"period-2.yml": table}), parsed_file(text), SameVisits.LATER)
    assert (len(result.differing), result.files) == (1, {})


def test_a_session_whose_n_was_corrected_replaces_it() -> None:
    text = LOG_HEADER + SESSION.replace(",24,", ",25,")
    existing = existing_tables({"tally.csv": LOG_HEADER + SESSION})
    result = merge_import(existing, parsed_file(text), SameVisits.LATER)
    assert (len(result.corrected), result.files) == (1, {f"{DATA}/tally.csv": text.encode()})


def test_a_second_observer_is_added_and_the_first_is_told_apart() -> None:
    tables = {"period-2.csv": HEADER + "2025-10-06,Period 2,24,12\n"}
    result = merge(tables, HEADER + "2025-10-06,Period 2,24,10\n", observer="B")
    assert result.files[f"{DATA}/period-2.csv"].decode().splitlines()[1:] == [
        "2025-10-06,Period 2,24,12,1",
        "2025-10-06,Period 2,24,10,B",
    ]


def test_visits_never_join_a_table_with_a_row_for_each_student() -> None:
    result = merge({"period-2.csv": STUDENTS}, HEADER + "2025-10-06,Period 2,24,12\n")
    assert result.files == {f"{DATA}/period-2-2.csv": (HEADER + "2025-10-06,Period 2,24,12\n").encode()}


def test_nor_a_table_in_yaml() -> None:
    table = "- {date: 2025-09-05, class: Period 2, n: 24, explains: 6}\n"
    result = merge({"period-2.yml": table}, HEADER + "2025-10-06,Period 2,24,12\n")
    assert list(result.files) == [f"{DATA}/period-2.csv"]


def test_a_log_stays_a_log() -> None:
    result = merge({}, LOG_HEADER + SESSION)
    assert result.files == {f"{DATA}/tally.csv": (LOG_HEADER + SESSION).encode()}
    assert len(result.added) == 1


def test_a_session_is_known_until_it_goes_on() -> None:
    tables = {"tally.csv": LOG_HEADER + SESSION}
    again = merge(tables, LOG_HEADER + SESSION)
    assert (len(again.already_present), again.files) == (1, {})
    more = SESSION + "2025-10-06T09:02:00,k1,Period 2,24,asks\n"
    assert merge(tables, LOG_HEADER + more).files == {f"{DATA}/tally.csv": (LOG_HEADER + more).encode()}


def test_a_session_whose_n_was_corrected_after_its_import_differs() -> None:
    result = merge({"tally.csv": LOG_HEADER + SESSION}, LOG_HEADER + SESSION.replace(",24,", ",25,"))
    assert (len(result.differing), result.files) == (1, {})


def test_a_session_in_another_log_is_known() -> None:
    other = SESSION.replace("k1", "k2").replace("10-06", "10-07")
    tables = {"a.csv": LOG_HEADER + other, "b.csv": LOG_HEADER + SESSION}
    result = merge(tables, LOG_HEADER + SESSION)
    assert (len(result.already_present), result.files) == (1, {})


def test_a_session_of_a_day_that_a_table_has_differs() -> None:
    result = merge({"period-2.csv": HEADER + "2025-10-06,Period 2,24,12\n"}, LOG_HEADER + SESSION)
    assert (len(result.differing), result.files) == (1, {})


LATER_SESSION = SESSION.replace("k1", "m1").replace("T09:", "T14:")


def test_a_session_of_another_phone_at_another_time_is_asked_about() -> None:
    tables = {"tally.csv": LOG_HEADER + SESSION}
    asked = merge(tables, LOG_HEADER + LATER_SESSION)
    assert (len(asked.differing), asked.files) == (1, {})
    lessons = merge(tables, LOG_HEADER + LATER_SESSION, same=SameVisits.LESSONS)
    assert lessons.files == {f"{DATA}/tally.csv": (LOG_HEADER + SESSION + LATER_SESSION).encode()}
    observers = merge(tables, LOG_HEADER + LATER_SESSION, same=SameVisits.OBSERVERS)
    rows = observers.files[f"{DATA}/tally.csv"].decode().splitlines()
    assert rows[0] == LOG_HEADER.strip() + ",observer"
    assert {(row.split(",")[1], row.split(",")[-1]) for row in rows[1:]} == {("k1", "1"), ("m1", "2")}


def test_a_session_that_has_gone_on_keeps_its_observer() -> None:
    log = LOG_HEADER.strip() + ",observer\n" + SESSION.replace("\n", ",B\n")
    more = SESSION + "2025-10-06T09:02:00,k1,Period 2,24,asks\n"
    rows = merge({"tally.csv": log}, LOG_HEADER + more).files[f"{DATA}/tally.csv"].decode().splitlines()
    assert [row.rpartition(",")[2] for row in rows] == ["observer", "B", "B", "B"]


def test_a_log_that_has_the_sessions_that_are_there_is_of_the_same_phone() -> None:
    tables = {"tally.csv": LOG_HEADER + SESSION}
    assert len(merge(tables, LOG_HEADER + SESSION + LATER_SESSION).added) == 1
    overlapping = SESSION.replace("k1", "m1")
    assert len(merge(tables, LOG_HEADER + overlapping).added) == 1
