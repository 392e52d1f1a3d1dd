"""privacy-report.json counts findings by rule and has no values."""

import json
from datetime import date

from generator.model import Program
from generator.privacy.privacy_context import PrivacyContext
from generator.privacy.privacy_report import privacy_report
from generator.privacy.review_exceptions import ReviewException
from generator.problems import Place, error, notice, warning

PLACE = Place("teachers/ana/about.md", 3)
PROBLEMS = [
    error("P03", PLACE, "This looks like {what}", what="555-123-4567"),
    warning("P03", PLACE, "A question"),
    warning("P03", PLACE, "Another question"),
    notice("P06", PLACE, "Shown as gaps"),
    notice("P03", PLACE, "Allowed by {reviewer}", reviewer="J. Park"),
    error("unknown-column", PLACE, "Not of the gate"),
]
EXCEPTION = ReviewException(
    "P03",
    "content/about.md",
    "0123456789ab",
    "On the door.",
    "J. Park",
    date(2026, 1, 10),
    date(2026, 6, 30),
    2,
    may_be_old=False,
)


def test_findings_are_counted_by_what_became_of_them() -> None:
    report = json.loads(json.dumps(privacy_report(PROBLEMS, PrivacyContext(), Program("Program"))))
    counts = {
        rule: {key: count for key, count in entry.items() if key != "looks_for" and count}
        for rule, entry in report["rules"].items()
    }
    assert len(counts) == 15
    assert {rule: found for rule, found in counts.items() if found} == {
        "P03": {"errors": 1, "warnings": 2, "allowed": 1},
        "P06": {"done": 1},
    }
    assert "555" not in json.dumps(report)


def test_the_report_says_what_was_compared_and_allowed() -> None:
    program = Program("Program", min_group_size=12)
    privacy = PrivacyContext(exceptions=(EXCEPTION,), has_roster=True)
    report = privacy_report([], privacy, program)
    assert report["schema"] == 2
    assert (report["min_group_size"], report["small_groups"]) == (12, "refuse")
    assert report["names_compared_with_a_roster"] is True
    assert report["exceptions"] == [
        {
            "rule": "P03",
            "path": "content/about.md",
            "reason": "On the door.",
            "reviewer": "J. Park",
            "date": "2026-01-10",
            "expires": "2026-06-30",
        }
    ]
