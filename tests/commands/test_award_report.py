"""What `award --all` prints: a line an award at most, and what it left alone."""

from collections.abc import Callable

import pytest

from generator.openbadges.signing_keys import new_key
from tests.conftest import ANA, Site
from tests.openbadges.awards import KEY, NAME, award, earned, issuer, revoke
from tests.terminal import Ran, portfolio

MICRO = "micro-credentials/visible.md"


def award_all(site: Site) -> Ran:
    return portfolio("award", "--all", "--key", "issuer.pem", "--today", "2026-02-02", inside=site.root)


def test_a_new_award_is_one_line(site: Callable[..., Site]) -> None:
    lines = award_all(earned(site)).out.splitlines()
    assert [line.partition(" on ")[0] for line in lines if NAME in line] == ["Awarded"]
    assert lines[-1] == "1 new award."


def test_what_is_as_it_should_be_is_only_counted(site: Callable[..., Site]) -> None:
    one = earned(site)
    award(one)
    assert award_all(one).out.splitlines() == ["1 was already there."]


def test_a_new_key_signs_the_list_and_that_is_said_once(site: Callable[..., Site]) -> None:
    one = earned(site)
    award(one)
    new = new_key()
    (one.root / "issuer.pem").write_bytes(new.pem())
    lines = award_all(one.change({"program.yml": issuer(new, KEY)})).out.splitlines()
    assert lines == ["The list of revoked awards was signed again.", "1 was already there."]


def test_a_changed_basis_is_named_in_a_line(site: Callable[..., Site]) -> None:
    one = earned(site)
    award(one)
    micro = (one.content / MICRO).read_text("utf-8")
    lines = award_all(one.change({MICRO: micro.replace("title: ", "title: More ", 1)})).out.splitlines()
    assert lines[0].startswith(f"Unchanged: {NAME}. These have changed since: ")
    assert lines[1] == "1 stays what it was."
    assert lines[2].endswith("portfolio award TEACHER/INQUIRY --anew")


def test_an_award_without_later_entries_is_left_alone_and_not_called_changed(
    site: Callable[..., Site],
) -> None:
    """As one of an earlier version, or from before the micro-credential had credits."""
    one = earned(site)
    award(one)
    micro = (one.content / MICRO).read_text("utf-8")
    one.change({MICRO: micro.replace("---\n", "---\ncredits: 1\n", 1)})
    alone = award(one)
    assert (alone.status, "changed since" in alone.out + alone.err) == (0, False)
    assert "would also have: achievement.creditsAvailable and creditsEarned" in alone.err
    assert award_all(one).out.startswith("1 was already there, without entries that new awards have.")


def test_a_revoked_award_says_why_in_a_line(site: Callable[..., Site]) -> None:
    one = earned(site)
    award(one)
    revoke(one, NAME)
    lines = award_all(one).out.splitlines()
    assert lines[0].startswith(f"Unchanged: {NAME}. It was revoked on ")
    assert lines[1] == "1 is revoked."


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({f"{ANA}/submissions/1.json": None}, ""),
        (
            {"teachers/ana-lopez/about.md": "---\nnam: Ana\n---\n"},
            "It has errors: portfolio check lists them.",
        ),
    ],
)
def test_what_cannot_be_awarded_is_a_line(
    site: Callable[..., Site], changes: dict[str, None], reason: str
) -> None:
    done = award_all(earned(site).change(changes))
    refused = [line for line in done.err.splitlines() if line.startswith("Not awarded: ")]
    assert (done.err.splitlines() == refused, len(refused)) == (True, 1 if reason else 0)
    assert not reason or refused[0] == f"Not awarded: {ANA}. {reason}"


def test_nothing_at_all_is_said(site: Callable[..., Site]) -> None:
    one = earned(site, {f"{ANA}/inquiry.md": None, f"{ANA}/data/period-2.csv": None})
    assert award_all(one).out.splitlines()[-1] == "There is nothing to award."
