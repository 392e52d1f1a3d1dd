"""What becomes of an award, by what is true of it before: unearned, standing, replaced, revoked."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.openbadges.signing_keys import new_key
from tests.conftest import ANA, Site
from tests.openbadges.awards import (
    AWARD,
    KEY,
    NAME,
    WORSE,
    award,
    built,
    credential,
    earned,
    issuer,
    register,
    revoke,
    submitted_again,
    verify,
)
from tests.terminal import portfolio


def test_what_is_not_earned_is_refused_and_what_is_missing_is_said(site: Callable[..., Site]) -> None:
    one = earned(site, {f"{ANA}/data/period-2.csv": WORSE})
    done = award(one)
    assert done.status == 1
    assert "impact is still missing" in done.err
    assert "did not hold" in done.err
    assert not (one.content / AWARD).exists()
    assert not (one.content / "credentials").exists()


def test_criteria_of_one_standard_can_be_signed(site: Callable[..., Site]) -> None:
    criteria = "".join(f"    - {{id: {name}, title: {name}, standard: III.c}}\n" for name in "abc")
    reviewed = "".join(f"  {name}: {{level: demonstrated}}\n" for name in "abc")
    files = {
        "micro-credentials/visible.md": "---\ntitle: Visible thinking\nstandards:\n"
        "  - {code: III.c, framework: Leader Standards, name: Uses data}\n"
        f"mastery:\n  criteria:\n{criteria}impact: {{classes: 1}}\n---\n"
    }
    for who, day in (("a", 18), ("b", 20)):
        files[f"{ANA}/reviews/{who}.yml"] = (
            f"assessor: {who}\nattempt: 1\ndate: 2026-01-{day}\ncriteria:\n{reviewed}"
        )
    one = earned(site, files)
    assert (award(one).status, built(one)) == (0, [])
    described = credential(one)["credentialSubject"]["achievement"]["resultDescription"]
    assert [each["alignment"][0]["targetCode"] for each in described if "alignment" in each] == ["III.c"] * 3


def test_what_cannot_be_signed_says_why(site: Callable[..., Site]) -> None:
    alike = issuer(KEY).replace("keys:", 'other_identifier: ["48", "48", "48"], keys:')
    done = award(earned(site, {"program.yml": alike}))
    assert done.status == 1
    assert "It cannot be put into the form that is signed." in done.err


def test_a_new_one_takes_the_place_of_an_old_one_only_when_told(awarded: Site) -> None:
    before = credential(awarded)
    awarded.change({"teachers/ana-lopez/about.md": "---\nname: Ana L\n---\n"})
    refused = award(awarded)
    assert (refused.status, "--anew" in refused.err) == (1, True)
    assert credential(awarded) == before
    assert award(awarded, "--anew").status == 0
    assert credential(awarded) != before


def test_a_date_in_the_future_is_refused(site: Callable[..., Site]) -> None:
    done = award(earned(site), "--date", "2026-03-01")
    assert (done.status, "future" in done.err) == (1, True)


def test_what_nobody_can_see_is_not_awarded(site: Callable[..., Site]) -> None:
    one = earned(site)
    inquiry = (one.content / ANA / "inquiry.md").read_text("utf-8")
    one.change({f"{ANA}/inquiry.md": inquiry.replace("publish: true", "publish: false")})
    done = award(one)
    assert (done.status, "publish to true" in done.err) == (1, True)
    assert not (one.content / AWARD).exists()


def status_of(site: Site, badge: Path) -> str:
    done = verify(site, badge, "--site", "output")
    return next((line for line in done.out.splitlines() if "revoked" in line), done.out)


def test_what_is_issued_anew_takes_the_place_of_badges_that_were_handed_out(awarded: Site) -> None:
    old = awarded.root / "old.svg"
    old.write_bytes((awarded.output / f"badges/{NAME}.svg").read_bytes())
    done = award(awarded, "--anew", "--expires", "2026-03-01")
    assert done.status == 0, done.err
    awarded.build()
    assert "replaced it with a newer one" in status_of(awarded, old)
    assert "It is not revoked" in status_of(awarded, awarded.output / f"badges/{NAME}.svg")


def test_an_option_that_is_left_out_leaves_things_as_they_are(site: Callable[..., Site]) -> None:
    one = earned(site)
    award(one, "--expires", "2027-02-01", "--date", "2026-02-01")
    before = credential(one)
    again = award(one)
    assert (again.status, "Already awarded" in again.out) == (0, True)
    assert credential(one) == before


def test_a_date_before_the_latest_review_is_refused(site: Callable[..., Site]) -> None:
    done = award(earned(site), "--date", "2026-01-19")
    assert (done.status, "before the latest review, of January 20, 2026" in done.err) == (1, True), done.err


def test_what_was_revoked_can_be_awarded_again_under_a_new_number(awarded: Site) -> None:
    old = awarded.root / "old.svg"
    old.write_bytes((awarded.output / f"badges/{NAME}.svg").read_bytes())
    assert revoke(awarded, NAME).status == 0
    refused = award(awarded)
    assert (refused.status, "add --anew" in refused.err) == (1, True)
    assert award(awarded, "--anew").status == 0
    awarded.build()
    later = ("--site", "output", "--today", "2026-02-03")
    assert verify(awarded, awarded.output / f"badges/{NAME}.svg", *later).status == 0
    assert verify(awarded, old, *later).status == 1


def test_an_award_that_does_not_verify_is_replaced_and_that_is_said(awarded: Site) -> None:
    newer = new_key()
    awarded.change({"program.yml": issuer(newer)})
    (awarded.root / "newer.pem").write_bytes(newer.pem())
    done = award(awarded, key="newer.pem")
    assert (done.status, "it was replaced" in done.err) == (0, True)
    assert register(awarded)[0] == {
        "id": NAME, "number": 1, "day": "2026-01-20", "until": "", "revoked": "", "reason": "",
        "replaced": [0],
    }  # fmt: skip


@pytest.mark.parametrize(
    "spoil",
    [
        lambda home: (home / "data/c.csv").symlink_to(home / "data/period-2.csv"),
        lambda home: (
            (home / "reflections").mkdir(exist_ok=True)
            or (home / "reflections/2026-01-30.md").write_text(
                "---\ndate: 2026-01-30\ntitle: R\n---\n![a](photos/no.png)\n"
            )
        ),
        lambda home: (home.parent.parent / "Ana Lopez").mkdir(),
    ],
    ids=["a link", "a picture that is not there", "two folders with one address"],
)
def test_what_a_build_would_not_publish_is_not_awarded(
    site: Callable[..., Site], spoil: Callable[[Path], object]
) -> None:
    one = earned(site)
    spoil(one.content / ANA)
    for translator in ((ANA,), ("--all",)):
        done = portfolio(
            "award", *translator, "--key", "issuer.pem", "--today", "2026-02-02", inside=one.root
        )
        assert done.status == 1, done.out
    assert not (one.content / AWARD).exists()


def test_an_expiry_goes_on_when_an_award_is_replaced(awarded: Site) -> None:
    assert award(awarded, "--anew", "--expires", "2026-06-30").status == 0
    inquiry = (awarded.content / ANA / "inquiry.md").read_text("utf-8")
    awarded.change({f"{ANA}/inquiry.md": inquiry.replace("title: ", "title: The ")})
    refused = award(awarded, "--anew")
    assert (refused.status, "not what was submitted as attempt 1: inquiry.md" in refused.err) == (1, True)
    assert award(submitted_again(awarded), "--anew").status == 0
    assert credential(awarded)["validUntil"] == "2026-06-30T23:59:59Z"
    awarded.change({f"{ANA}/inquiry.md": inquiry})
    refused = award(submitted_again(awarded, 3), "--anew", "--today", "2026-09-01")
    assert (refused.status, "Say with --expires" in refused.err) == (1, True)


def test_a_folder_that_was_renamed_is_awarded_as_a_new_one(awarded: Site) -> None:
    (awarded.content / ANA).rename(awarded.content / "teachers/ana-lopez/other")
    awarded.change({})  # read again
    done = portfolio("award", "--all", "--key", "issuer.pem", "--today", "2026-02-04", inside=awarded.root)
    assert (done.status, "1 new award" in done.out) == (0, True), done.err
    assert [entry["number"] for entry in register(awarded)] == [0, 1]
    assert built(awarded) == []


def test_a_count_that_is_corrected_later_can_be_awarded_anew(awarded: Site) -> None:
    table = (awarded.content / ANA / "data/period-2.csv").read_text("utf-8")
    awarded.change({f"{ANA}/data/period-2.csv": table.replace(",24,", ",23,", 1)})
    assert "P15" in built(awarded)  # both counts together would say what one student did
    assert award(submitted_again(awarded), "--anew").status == 0
    assert built(awarded) == []
