"""A teacher who would like the badge without the work, or without anybody's judgement of it."""

import json
from collections.abc import Callable

import pytest

from tests.conftest import ANA, PROGRAM, Site
from tests.openbadges.awards import AWARD, REVIEW, award, earned, issuer
from tests.openbadges.awards import KEY as ISSUERS_KEY
from tests.terminal import Ran, portfolio

SUBMISSION = f"{ANA}/submissions/1.json"
INQUIRY = str(PROGRAM[f"{ANA}/inquiry.md"])
VISIBLE = str(PROGRAM["micro-credentials/visible.md"])


def state(site: Site) -> str:
    site.build()
    return str(json.loads((site.output / ANA / "findings.json").read_text("utf-8"))["decision"]["state"])


def refused(site: Site) -> str:
    """Nothing is awarded; what is said."""
    done: Ran = award(site)
    assert (done.status, (site.content / AWARD).exists()) == (1, False), done.out
    return done.out + done.err


def checked(site: Site) -> str:
    """What `check` says: exit 1."""
    done = portfolio("check", "--today", "2026-02-02", inside=site.root)
    assert done.status == 1, done.out
    return done.out + done.err


def test_two_honest_reviews_earn(site: Callable[..., Site]) -> None:
    one = earned(site)
    assert (state(one), award(one).status) == ("earned", 0)


def test_who_reviewed_is_said_to_the_issuer_where_the_program_lists_nobody(site: Callable[..., Site]) -> None:
    """An alias may be the teacher's own: the program cannot know."""
    done = award(earned(site))
    assert "check yourself that these people may review: A and B." in done.err
    listed = earned(site, {"program.yml": f"{issuer(ISSUERS_KEY)}assessors: [A, B]\n"})
    assert "check yourself" not in award(listed).err


@pytest.mark.parametrize("name", ["Ms. Ana López", "M. Rivera"])
def test_she_and_her_colleague_review(site: Callable[..., Site], name: str) -> None:
    one = earned(site, {f"{ANA}/reviews/b.yml": REVIEW.format(who=name, day=20)})
    assert state(one) == "in_review"
    assert "review" in refused(one)
    assert "does not count" in checked(one)


def test_one_assessor_under_two_names(site: Callable[..., Site]) -> None:
    one = earned(site, {f"{ANA}/reviews/b.yml": REVIEW.format(who="Assessor A", day=20)})
    assert state(one) != "earned"
    assert "are the same person" in checked(one)
    refused(one)


def test_reviewers_she_made_up_are_not_on_the_programs_list(site: Callable[..., Site]) -> None:
    one = earned(site, {"program.yml": f"{issuer(ISSUERS_KEY)}assessors: [J. Park, K. Ito]\n"})
    assert state(one) != "earned"
    assert "does not list A as an assessor" in checked(one)
    refused(one)


def test_a_review_of_another_inquiry(site: Callable[..., Site]) -> None:
    other = REVIEW.format(who="B", day=20) + "inquiry: ben-carter/reading\n"
    one = earned(site, {f"{ANA}/reviews/b.yml": other})
    assert state(one) != "earned"
    assert "This review is of" in checked(one)
    refused(one)


def test_a_page_that_is_edited_after_the_reviews(site: Callable[..., Site]) -> None:
    one = earned(site)
    one.change({f"{ANA}/reflections/2025-10-03.md": "---\ndate: 2025-10-03\n---\n\nBetter words.\n"})
    assert "not what was submitted as attempt 1: reflections/2025-10-03.md" in refused(one)
    one.build()
    assert "Changed since then: reflections/2025-10-03.md." in one.page(ANA)


def test_a_later_attempt_does_not_inherit_reviews(site: Callable[..., Site]) -> None:
    one = earned(site)
    one.change({f"{ANA}/reflections/2025-10-03.md": "---\ndate: 2025-10-03\n---\n\nBetter words.\n"})
    portfolio("submit", "ana-lopez/visible-thinking", "--today", "2026-01-25", inside=one.root)
    assert state(one) != "earned"
    refused(one)


def test_a_table_that_is_copied_to_a_second_class(site: Callable[..., Site]) -> None:
    two_classes = VISIBLE.replace("classes: 1", "classes: 2")
    every_class = INQUIRY.replace(", classes: [Period 2]", "")
    copy = {f"{ANA}/data/period-4.csv": PROGRAM[f"{ANA}/data/period-2.csv"], f"{ANA}/inquiry.md": every_class}
    one = earned(site, {"micro-credentials/visible.md": two_classes, **copy})
    assert not (one.content / SUBMISSION).exists()
    refused(one)


@pytest.mark.parametrize(
    ("was", "easier"),
    [
        ("impact: {classes: 1}", "impact: {classes: 1, verdict: shift_not_yet_sustained}"),
        ("mastery:\n", "mastery:\n  assessors: 1\n"),
        ("mastery:\n", "mastery:\n  pass: not yet\n"),
    ],
)
def test_a_requirement_that_is_lowered_after_the_submission(
    site: Callable[..., Site], was: str, easier: str
) -> None:
    """One assessor, who says not yet, is what there is; a pull request makes that enough."""
    not_yet = REVIEW.format(who="A", day=18).replace("{level: demonstrated}", "{level: not yet}")
    one = earned(site, {f"{ANA}/reviews/a.yml": not_yet})
    one.change({f"{ANA}/reviews/b.yml": None, "micro-credentials/visible.md": VISIBLE.replace(was, easier)})
    assert state(one) != "earned"
    refused(one)


def test_a_tool_that_judges_the_other_way_round_after_the_submission(site: Callable[..., Site]) -> None:
    one = earned(site)
    tool = (one.content / "tools/math-talk.yml").read_text("utf-8")
    one.change({"tools/math-talk.yml": tool + "# lower is better now\n"})
    state(one)
    assert "The tool has changed since then" in (one.output / ANA / "index.html").read_text("utf-8")
    assert "The tool has changed since attempt 1 was submitted: tools/math-talk" in refused(one)
    again = portfolio("submit", "ana-lopez/visible-thinking", "--today", "2026-02-02", inside=one.root)
    assert "attempt 2" in again.out


def test_a_status_that_is_typed(site: Callable[..., Site]) -> None:
    one = earned(site)
    one.change({SUBMISSION: None})
    assert state(one) == "submitted"
    assert "Marked as submitted, but nothing was submitted" in refused(one)


def test_a_submission_that_is_typed_after_the_reviews(site: Callable[..., Site]) -> None:
    """Its digests have to be those of the files, its requirement the micro-credential's."""
    one = earned(site)
    frozen = json.loads((one.content / SUBMISSION).read_bytes())
    one.change({SUBMISSION: json.dumps({"schema": 1, "attempt": 1, "date": "2026-01-17"})})
    assert "No submission keeps what the assessors read" in refused(one)
    one.change({SUBMISSION: json.dumps(frozen | {"digests": {"inquiry.md": "0" * 64}})})
    assert "not as  portfolio submit  wrote it" in refused(one)
    one.change({SUBMISSION: json.dumps(frozen | {"date": "2026-01-19"})})
    assert state(one) != "earned"  # the first review is older


def test_another_micro_credential_is_named_after_the_reviews(site: Callable[..., Site]) -> None:
    one = earned(site)
    one.change({"micro-credentials/easy.md": VISIBLE.replace("Visible", "Easy")})
    one.change({f"{ANA}/inquiry.md": INQUIRY.replace("micro_credential: visible", "micro_credential: easy")})
    assert state(one) != "earned"
    refused(one)


@pytest.mark.parametrize(
    ("file", "was", "typed", "said"),
    [
        (f"{ANA}/reviews/b.yml", "2026-01-20", "2026-02-03", "The review of 2026-02-03 is in the future."),
        (SUBMISSION, "2026-01-17", "2026-02-03", "The submission of 2026-02-03 is in the future."),
    ],
)
def test_nothing_is_dated_in_the_future(
    site: Callable[..., Site], file: str, was: str, typed: str, said: str
) -> None:
    one = earned(site)
    one.change({file: (one.content / file).read_text("utf-8").replace(was, typed)})
    assert said in refused(one)
    assert said in checked(one)
    done = portfolio("submit", "ana-lopez/visible-thinking", "--today", "2026-02-02", inside=one.root)
    assert (done.status, said in done.out + done.err) == (1, True)


def test_a_checkout_with_windows_line_ends_is_awarded_as_it_was_submitted(site: Callable[..., Site]) -> None:
    one = earned(site)
    for path in (one.content / "teachers").rglob("*"):
        if path.suffix in (".md", ".csv", ".yml", ".json"):
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    one.build()
    assert "Nothing has changed since then." in one.page(ANA)
    assert award(one).status == 0


def test_what_it_is_judged_by_has_changed_since(site: Callable[..., Site]) -> None:
    one = earned(site)
    tool = str(PROGRAM["tools/math-talk.yml"]).replace("Explains own", "Explains their own")
    one.change({"tools/math-talk.yml": tool, "micro-credentials/visible.md": f"{VISIBLE}\nMore to read.\n"})
    one.build()
    page = one.page(ANA)
    assert "The tool has changed since then." in page
    assert "The micro-credential has changed since then." in page
    assert "As it stood when submitted on" in page
