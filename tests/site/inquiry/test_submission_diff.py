"""What an assessor is told of changes since the last submission."""

from collections.abc import Callable, Mapping

from generator.model import Submission
from generator.site.inquiry.submission_diff import SubmissionDiff
from generator.words.translator import ENGLISH
from tests.conftest import ANA, Site
from tests.site.inquiry.inquiries import inquiry, inquiry_context, week
from tests.terminal import portfolio


def told(
    before: Mapping[str, str],
    now: Mapping[str, str],
    verdicts: Mapping[tuple[str, str, int], str | None] | None = None,
) -> tuple[str, ...]:
    """With these digests of files at the submission and now, and the verdicts that it kept."""
    submissions = (
        Submission(1, week(10), {"inquiry.md": "at the first attempt"}),
        Submission(2, week(17), before, verdicts=verdicts or {}),
    )
    evaluated = inquiry_context(inquiry(submissions=submissions, digests=now)).evaluated
    return SubmissionDiff(ENGLISH, evaluated).sentences()


def test_nothing_is_said_before_a_submission_or_where_it_kept_no_digests() -> None:
    assert SubmissionDiff(ENGLISH, inquiry_context(inquiry()).evaluated).sentences() == ()
    assert told({}, {"inquiry.md": "a"}) == ()


def test_that_nothing_has_changed_since_the_latest_attempt_is_said() -> None:
    assert told({"inquiry.md": "a"}, {"inquiry.md": "a"}) == ("Nothing has changed since then.",)


def test_files_that_are_new_changed_and_gone() -> None:
    assert told({"a.md": "1", "b.md": "1", "c.md": "1"}, {"b.md": "2", "c.md": "1", "d.md": "1"}) == (
        "New since then: d.md.",
        "Changed since then: b.md.",
        "Gone since then: a.md.",
    )


def test_of_many_files_six_are_named() -> None:
    many = {f"data/period-{number}.csv": "1" for number in range(9)}
    (sentence,) = told({"inquiry.md": "a"}, {"inquiry.md": "a"} | many)
    assert sentence.endswith("data/period-5.csv, and 3 more.")


def test_a_verdict_that_is_another_one_now() -> None:
    key = ("Period 2", "explains", 1)
    same = {"inquiry.md": "a"}
    assert told(same, same, {key: "no_signal"}) == (
        "Period 2, Explains own thinking: it was “no signal”, and is “sustained improvement” now.",
    )
    assert told(same, same, {key: "sustained_improvement"})[0].startswith("Nothing has changed")
    assert "it was “no verdict”" in told(same, same, {key: None})[0]
    assert "it was “no verdict”" in told(same, same, {key: "a word of another edition"})[0]


def submitted(site: Site) -> Site:
    assert portfolio("submit", ANA, "--today", "2026-02-02", inside=site.root).status == 0
    return site


def test_nothing_has_changed_since_it_was_submitted(site: Callable[..., Site]) -> None:
    program = submitted(site())
    program.build()
    assert "Nothing has changed since then." in program.page(ANA)


def test_what_has_changed_since_is_named_file_by_file_and_verdict_by_verdict(
    site: Callable[..., Site],
) -> None:
    program = submitted(site())
    table = (program.content / ANA / "data/period-2.csv").read_text("utf-8").splitlines()
    program.change(
        {
            f"{ANA}/data/period-2.csv": "\n".join(table[:12]) + "\n",
            f"{ANA}/reflections/2026-02-03.md": "---\ndate: 2026-02-03\n---\n\nAfter.\n",
            f"{ANA}/reflections/2025-10-03.md": None,
        }
    ).build()
    page = program.page(ANA)
    assert "New since then: reflections/2026-02-03.md." in page
    assert "Changed since then: data/period-2.csv." in page
    assert "Gone since then: reflections/2025-10-03.md." in page
    assert "it was “sustained improvement”, and is “too few points” now." in page


def test_a_review_is_not_a_change(site: Callable[..., Site]) -> None:
    program = submitted(site())
    program.change({f"{ANA}/reviews/a.yml": "date: 2026-02-10\nassessor: A\n"}).build()
    assert "Nothing has changed since then." in program.page(ANA)
