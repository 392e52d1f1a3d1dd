"""Whether a key can sign for a program, and the register beside its signed list."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.openbadges.signing_keys import new_key
from tests.conftest import ANA, Site
from tests.openbadges.awards import (
    AWARD,
    KEY,
    NAME,
    award,
    built,
    credential,
    earned,
    issuer,
    kept,
    revoke,
    verify,
)
from tests.terminal import portfolio


def test_a_key_that_the_program_does_not_list_signs_nothing(site: Callable[..., Site]) -> None:
    one = earned(site, {"program.yml": issuer(new_key())})
    done = award(one)
    assert done.status == 1
    assert KEY.public in done.err
    assert not (one.content / AWARD).exists()


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("title: T\nissuer: {name: District}\n", "needs the site's address"),
        ("title: T\nurl: https://x.org/\n", "does not say who issues"),
        (issuer(KEY, url="http://x.org/"), "must begin with https://"),
    ],
)
def test_what_an_issuer_still_lacks_is_said(site: Callable[..., Site], settings: str, said: str) -> None:
    done = award(earned(site, {"program.yml": settings}))
    assert (done.status, said in done.err) == (1, True)


def test_an_award_by_an_older_key_is_as_good_as_one_by_the_newest(awarded: Site) -> None:
    before, newer = credential(awarded), new_key()
    awarded.change({"program.yml": issuer(newer, KEY)})
    (awarded.root / "newer.pem").write_bytes(newer.pem())
    done = award(awarded, key="newer.pem")
    assert (done.status, "Already awarded" in done.out) == (0, True)
    assert credential(awarded) == before
    assert award(awarded, "--anew", key="newer.pem").status == 0
    assert newer.public in credential(awarded)["proof"][0]["verificationMethod"]


@pytest.mark.parametrize(
    ("settings", "file"),
    [
        (issuer(KEY, url="https://example.org/"), ".well-known/did.json"),
        (issuer(KEY, url="https://example.org/a/b/"), "did.json"),
        (issuer(KEY, did="did:web:maple-grove.example.org:portfolios"), "did.json"),
        (issuer(KEY, did=f"did:key:{KEY.public}"), ""),
    ],
)
def test_each_kind_of_did_verifies(site: Callable[..., Site], settings: str, file: str) -> None:
    one = earned(site, {"program.yml": settings})
    done = award(one)
    assert done.status == 0, done.err
    outcome = one.build()
    assert [problem.code for problem in outcome.problems if problem.severity != "notice"] == []
    assert [name for name in one.pages() if name.endswith("did.json")] == ([file] if file else [])
    checked = verify(one, one.output / f"credentials/{NAME}.json", "--site", "output")
    assert checked.status == 0, checked.out


def test_once_the_list_is_signed_by_the_newer_key_the_older_may_go(awarded: Site) -> None:
    newer = new_key()
    (awarded.root / "newer.pem").write_bytes(newer.pem())
    awarded.change({"program.yml": issuer(newer, KEY)})
    assert award(awarded, "--anew", key="newer.pem").status == 0
    outcome = awarded.change({"program.yml": issuer(newer)}).build()
    assert [one.code for one in outcome.problems if one.severity != "notice"] == []
    assert verify(awarded, awarded.output / f"badges/{NAME}.svg", "--site", "output").status == 0


def _linked(file: Path) -> None:
    file.rename(file.with_name("elsewhere.json"))
    file.symlink_to(file.with_name("elsewhere.json"))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.unlink(),
        _linked,
        lambda file: file.write_text("{}"),
        lambda file: file.write_text(
            file.read_text("utf-8").replace("By mistake", "office@maple.org"), "utf-8"
        ),
        lambda file: file.write_text(file.read_text("utf-8").replace("2026-02-03", ""), "utf-8"),
    ],
    ids=["gone", "a link", "empty", "refused by the privacy gate", "a revocation taken out"],
)
def test_a_register_that_cannot_be_believed_stops_everything(
    awarded: Site, spoil: Callable[[Path], object]
) -> None:
    assert revoke(awarded, NAME).status == 0
    spoil(awarded.content / "credentials/register.json")
    before = kept(awarded)
    for translator in (("award", "--all"), ("award", ANA, "--anew"), ("revoke", NAME, "--reason", "Other")):
        done = portfolio(*translator, "--key", "issuer.pem", "--today", "2026-02-04", inside=awarded.root)
        assert (done.status, "Restore content/credentials/" in done.err) == (1, True), translator
    assert kept(awarded) == before


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (issuer(KEY, url="https://Maple-Grove.example.org/portfolios/"), "must be plain"),
        (issuer(KEY, url="https://x.org/a b/"), "must be a plain web address"),
        (issuer(KEY, did="did:plc:abc"), "neither a did:web nor a did:key"),
        (issuer(KEY, did="did:key:z6Mk"), "neither a did:web nor a did:key"),
    ],
)
def test_nothing_is_signed_that_nobody_could_check(
    site: Callable[..., Site], settings: str, said: str
) -> None:
    done = award(earned(site, {"program.yml": settings}))
    assert (done.status, said in done.err) == (1, True), done.err


def test_a_list_that_fell_behind_is_an_error_and_is_mended_by_all(awarded: Site) -> None:
    listed = awarded.content / "credentials/revocation.json"
    before = listed.read_bytes()
    assert revoke(awarded, NAME).status == 0
    listed.write_bytes(before)  # as after a merge that took the other side
    assert built(awarded) == ["list-behind"]
    done = portfolio("award", "--all", "--key", "issuer.pem", "--today", "2026-02-04", inside=awarded.root)
    assert (done.status, "signed again" in done.out) == (0, True)
    assert built(awarded) == []


def test_a_revocation_whose_entry_was_lost_is_not_forgotten(awarded: Site) -> None:
    assert revoke(awarded, NAME).status == 0
    (awarded.content / "credentials/register.json").write_text('{"schema": 1, "credentials": []}')
    assert "bad-register" in built(awarded)
    assert award(awarded, "--anew").status == 1


def test_an_issuer_that_changes_its_name_keeps_its_awards(site: Callable[..., Site]) -> None:
    newer = new_key()
    one = earned(site, {"program.yml": issuer(KEY, did=f"did:key:{KEY.public}")})
    assert award(one).status == 0
    (one.root / "newer.pem").write_bytes(newer.pem())
    one.change({"program.yml": issuer(newer, KEY, did=f"did:key:{newer.public}")})
    done = portfolio("award", "--all", "--key", "newer.pem", "--today", "2026-02-02", inside=one.root)
    assert done.status == 0, done.err
    assert built(one) == []
    checked = verify(one, one.output / f"badges/{NAME}.png", "--site", "output", "--today", "2026-02-02")
    assert checked.status == 0, checked.out


MOVED = "https://new.example.org/portfolios/"


def test_awards_of_an_issuer_that_would_no_longer_answer_for_them_are_not_left_behind(
    site: Callable[..., Site],
) -> None:
    one = earned(site)
    award(one)
    one.change({"program.yml": issuer(KEY, url=MOVED)})
    done = award(one)
    assert done.status == 1
    assert "were issued by did:web:maple-grove.example.org:portfolios" in done.err
    assert "did-changed" in built(one)


def test_a_program_that_moved_keeps_its_issuer_and_awards_at_the_new_address(
    site: Callable[..., Site],
) -> None:
    one = earned(site)
    award(one)
    did = "did:web:maple-grove.example.org:portfolios"
    one.change({"program.yml": issuer(KEY, url=MOVED, did=did)})
    done = award(one)
    assert (done.status, credential(one)["id"]) == (0, f"{MOVED}credentials/{NAME}.json"), done.err
    assert built(one) == ["did-elsewhere"]


def test_an_issuer_may_begin_anew_without_the_old_register(site: Callable[..., Site]) -> None:
    one = earned(site)
    award(one)
    for file in (one.content / "credentials").iterdir():
        file.unlink()
    one.change({"program.yml": issuer(KEY, url=MOVED)})
    assert award(one).status == 0
    assert built(one) == []
