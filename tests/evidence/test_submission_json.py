"""submissions/N.json: digests and findings of the day on which the inquiry was submitted."""

import json
from datetime import date

from generator.evidence.submission_json import write_submission
from generator.model import Point, Series
from generator.reading.file_digests import combined_digest
from generator.reading.review_files import read_submission
from generator.runchart.verdict import evaluate_series

DIGESTS = {"inquiry.md": "b" * 64, "data/period-2.csv": "a" * 64}


def written() -> bytes:
    points = tuple(Point(row, date(2025, 9, row), row % 5) for row in range(1, 17))
    judged = evaluate_series(Series("p-2", "P 2", "explains", points, baseline=8, change=1))
    return write_submission(2, date(2026, 1, 30), DIGESTS, [judged])


def test_what_is_frozen() -> None:
    document = json.loads(written())
    assert list(document) == ["schema", "attempt", "date", "digest", "digests", "findings"]
    assert (document["attempt"], document["date"]) == (2, "2026-01-30")
    assert list(document["digests"]) == ["data/period-2.csv", "inquiry.md"]
    assert document["digest"] == combined_digest(DIGESTS)
    (finding,) = document["findings"]
    assert (finding["class"], finding["group"], finding["phase"], finding["change"]) == ("P 2", None, 1, 1)
    assert "verdict_text" not in finding


def test_it_is_read_back() -> None:
    submission, problems = read_submission(written(), "teachers/ana/talk/submissions/2.json")
    assert problems == []
    assert submission is not None
    assert (submission.attempt, submission.date) == (2, date(2026, 1, 30))
    assert dict(submission.digests) == DIGESTS
