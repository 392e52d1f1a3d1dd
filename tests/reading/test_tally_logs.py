"""Two tally logs in data/: two people at one visit, two lessons of one day, one session sent twice."""

from generator.reading.inquiry_folder import read_inquiry
from generator.reading.parsed_folder import parse_folder
from generator.reading.program_files import read_program
from tests.reading.trees import Tree, folder

TALK = "teachers/ana/talk"
PROGRAM: Tree = {
    "program.yml": "title: Maple Grove\n",
    "tools/talk.yml": "title: Talk\ninterval_minutes: 2\nprompts: [{id: explains, text: Explains}]\n",
}
HEADER = "stamp,session,class,n,prompt\n"


def session(name: str, *times: str, class_name: str = "Period 2", day: str = "2025-10-06") -> str:
    """It begins at the first of the times; each of the others is one tap."""
    prompts = ["", *["explains"] * (len(times) - 1)]
    return "".join(
        f"{day}T{time},{name},{class_name},24,{prompt}\n" for time, prompt in zip(times, prompts, strict=True)
    )


def visits(logs: Tree, kind: str = "count_of") -> tuple[list[tuple[str, str, float | None]], list[str]]:
    """(time, observer, count) of every visit, and the codes of the problems."""
    tool = str(PROGRAM["tools/talk.yml"]).replace("Explains}", f"Explains, kind: {kind}}}")
    program, _ = read_program(folder("", {**PROGRAM, "tools/talk.yml": tool}))
    assert program is not None
    tree = {f"{TALK}/inquiry.md": "---\ntitle: Talk\ntool: talk\n---\n\nHow.\n"} | {
        f"{TALK}/data/{name}": data for name, data in logs.items()
    }
    files, problems = read_inquiry(TALK, parse_folder(folder("teachers/ana", tree)), program, "ana")
    assert files.inquiry is not None
    rows = [(row.time, row.observer, row.count) for row in files.inquiry.observations]
    return rows, [problem.code for problem in problems if problem.is_error]


def test_two_phones_at_one_visit_are_two_observers() -> None:
    first = HEADER + session("k1", "09:00:00", "09:01:00", "09:05:00")
    second = HEADER + session("m1", "09:00:20", "09:04:00")
    assert visits({"a.csv": first, "b.csv": second}) == ([("", "1", 2), ("", "2", 1)], [])


MORNING = session("k1", "09:00:00", "09:05:00")
LATER = session("m1", "14:00:20", "14:04:00", "14:05:00")


def with_column(heading: str, log: str, cell: str) -> str:
    return f"{HEADER.strip()},{heading}\n" + "".join(f"{row},{cell}\n" for row in log.splitlines())


def test_two_phones_at_different_times_of_one_day_may_be_two_lessons_or_two_people() -> None:
    rows, codes = visits({"a.csv": HEADER + MORNING, "b.csv": HEADER + LATER})
    assert (rows, codes) == ([("", "", 1)], ["logs-not-told-apart"])
    other_class = session("m1", "14:00:20", "14:04:00", class_name="Period 4")
    assert visits({"a.csv": HEADER + MORNING, "b.csv": HEADER + other_class})[1] == []


def test_a_column_of_times_says_that_they_were_two_lessons() -> None:
    logs = {"a.csv": with_column("time", MORNING, "9:05"), "b.csv": with_column("time", LATER, "2:10 pm")}
    assert visits(logs) == ([("09:05", "", 1), ("14:10", "", 2)], [])
    same = {**logs, "b.csv": with_column("time", LATER, "9:05")}
    assert visits(same) == ([("09:05", "1", 1), ("09:05", "2", 2)], [])
    assert visits({**logs, "b.csv": HEADER + LATER})[1] == ["logs-not-told-apart"], "one says no time"


def test_a_column_of_observers_says_that_they_were_two_people() -> None:
    logs = {"a.csv": with_column("observer", MORNING, "A"), "b.csv": with_column("observer", LATER, "B")}
    assert visits(logs) == ([("", "A", 1), ("", "B", 2)], [])
    assert visits({**logs, "b.csv": HEADER + LATER})[1] == ["logs-not-told-apart"], "one names nobody"
    assert visits({**logs, "b.csv": with_column("observer", LATER, "A")})[1] == ["logs-not-told-apart"]


def test_a_column_of_times_stands_in_one_log_too() -> None:
    log = with_column("time", MORNING, "9:05") + "".join(f"{row},13:00\n" for row in LATER.splitlines())
    assert visits({"a.csv": log}) == ([("09:05", "", 1), ("13:00", "", 2)], [])


def test_files_that_one_phone_saved_twice_are_one_log() -> None:
    logs = {"a.csv": HEADER + MORNING, "b.csv": HEADER + MORNING + LATER}
    assert visits(logs) == ([("09:00", "", 1), ("14:00", "", 2)], [])


def test_two_lessons_of_one_log_and_a_second_phone_at_one_of_them() -> None:
    first = HEADER + session("k1", "09:00:00", "09:05:00") + session("k2", "14:00:00", "14:05:00")
    second = HEADER + session("m1", "14:01:00", "14:04:00", "14:05:00")
    assert visits({"a.csv": first, "b.csv": second}) == (
        [("09:00", "", 1), ("14:00", "1", 1), ("14:00", "2", 2)],
        [],
    )


def test_an_observer_that_a_log_names_keeps_the_name() -> None:
    first = HEADER + session("k1", "09:00:00", "09:05:00")
    named = "stamp,session,class,n,prompt,observer\n" + "".join(
        f"{row},B\n" for row in session("m1", "09:00:20", "09:04:00").splitlines()
    )
    assert visits({"a.csv": first, "b.csv": named}) == ([("", "", 1), ("", "B", 1)], [])


def test_a_session_that_stands_in_two_logs_is_one_visit() -> None:
    log = session("k1", "09:00:00", "09:05:00")
    other = session("k2", "09:00:00", "09:05:00", day="2025-10-07")
    assert visits({"a.csv": HEADER + log, "b.csv": HEADER + log + other}) == ([("", "", 1), ("", "", 1)], [])


def test_logs_of_two_classes_have_nothing_to_tell_apart() -> None:
    first = HEADER + session("k1", "09:00:00", "09:05:00")
    second = HEADER + session("m1", "09:00:20", "09:04:00", class_name="Period 4")
    assert visits({"a.csv": first, "b.csv": second}) == ([("", "", 1), ("", "", 1)], [])


def test_two_people_who_sample_the_same_visit_are_two_observers() -> None:
    def looks(phone: str, *times: str) -> str:
        return HEADER + "".join(
            session(f"{phone}{number}-v{phone * 5}", f"09:{time}:00", f"09:{time}:20")
            for number, time in enumerate(times)
        )

    rows, codes = visits({"a.csv": looks("k", "00", "05"), "b.csv": looks("m", "01", "06")}, "percent")
    assert codes == []
    assert [(time, observer) for time, observer, _ in rows] == [("", "1"), ("", "2")]
    _, codes = visits({"a.csv": looks("k", "00", "05"), "b.csv": looks("m", "30", "35")}, "percent")
    assert codes == ["logs-not-told-apart"]
