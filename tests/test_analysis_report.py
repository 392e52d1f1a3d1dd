"""The report, the JSON and the pictures of an analysis."""

import json

from generator.analyse import Baseline
from generator.analysis_report import AnalysisReport
from tests.test_analyse import RISEN, entries, read, report, visits


def test_trends_are_told_with_their_direction() -> None:
    (entry,) = entries(visits([3, 1, 2, 3, 4, 5, 6, 2]))
    assert entry["trends"] == [{"from": 2, "to": 7, "direction": "rising"}]


def test_the_report_says_what_a_teacher_asks() -> None:
    said = report(visits(RISEN, "date,explains,n", ",24"), Baseline(rows=8))
    assert said.startswith("explains\n")
    assert "16 points, 16 of them not on the median" in said
    assert "baseline median 23%, after it 52%" in said
    assert "shift above the median, rows 9 to 16" in said
    assert "SUSTAINED IMPROVEMENT" in said
    assert "NAP 1.00" in said
    assert "2 in 100 orders" in said


def test_values_as_written_are_not_called_percentages() -> None:
    table = "date,prompt,count,n\n2025-09-01,share,6,24\n2025-09-01,score,3,\n"
    share, score = report(table).split("\n\n")
    assert "median 25%" in share
    assert "median 3" in score
    assert "%" not in score


def test_a_value_with_its_n_is_still_the_value_as_written() -> None:
    assert "%" not in report("date,value,n\n2025-09-01,3.5,24\n")


def test_an_empty_table_is_said_to_be_empty() -> None:
    empty = AnalysisReport(read("date,value\n"))
    assert "no series" in empty.text()
    assert json.loads(empty.json()) == {"series": [], "growth": []}
    assert empty.pictures() == []


def test_pictures_are_named_and_share_their_time() -> None:
    table = "date,class,value\n2025-09-01,P 2,1\n2025-09-08,P 2,2\n2025-12-01,P 4,3\n2025-12-08,P 4,5\n"
    pictures = AnalysisReport(read(table, Baseline(rows=1))).pictures()
    assert [name for name, _ in pictures] == ["P 2", "P 4"]
    frames = [picture.plot.frame for _, picture in pictures]
    assert len({(frame.x_from, frame.x_to, frame.y_to) for frame in frames}) == 1
    assert [len(picture.plot.flags) for _, picture in pictures] == [1, 1]
    assert [picture.foot for _, picture in pictures] == [
        "2 visits, September 1 to September 8, 2025",
        "2 visits, December 1 to December 8, 2025",
    ]


def test_a_picture_says_the_levels_and_what_came_of_them() -> None:
    values = "".join(f"{value}\n" for value in [*[2, 3, 4] * 3, *[8, 9] * 5])
    ((_, picture),) = AnalysisReport(read(f"value\n{values}", Baseline(rows=9))).pictures()
    assert (picture.headline, picture.caption) == ("3 before, 8.5 since.", "It held")
    assert picture.foot == "19 visits"
