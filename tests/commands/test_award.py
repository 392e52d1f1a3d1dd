"""`portfolio award` and `revoke`, as an issuer types them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.openbadges.signing_keys import new_key
from tests.conftest import ANA, Site, weekly
from tests.openbadges.awards import (
    AWARD,
    BASE,
    KEY,
    NAME,
    PEM,
    SECRET,
    WORSE,
    award,
    credential,
    earned,
    issuer,
    verify,
)
from tests.terminal import Ran, portfolio


def test_an_award_freezes_its_data_and_names_the_latest_review(awarded: Site) -> None:
    document = credential(awarded)
    assert document["id"] == f"{BASE}credentials/{NAME}.json"
    assert document["validFrom"] == "2026-01-20T00:00:00Z"
    assert [one["id"] for one in document["relatedResource"]] == [
        f"{BASE}credentials/{NAME}/data.csv",
        f"{BASE}credentials/{NAME}/finding.json",
    ]
    frozen = (awarded.content / AWARD / "data.csv").read_bytes()
    assert frozen == (awarded.output / ANA / "data.csv").read_bytes()


def test_both_halves_are_in_it_for_machines(awarded: Site) -> None:
    subject = credential(awarded)["credentialSubject"]
    results = {one["resultDescription"].partition("#")[2]: one for one in subject["result"]}
    assert results["criterion-question"]["achievedLevel"].endswith("#criterion-question-level-2")
    assert results["impact"]["status"] == "Completed"
    described = {one["id"].partition("#")[2]: one for one in subject["achievement"]["resultDescription"]}
    assert described["criterion-question"]["requiredLevel"].endswith("#criterion-question-level-2")
    assert described["impact"]["resultType"] == "Status"


def test_issuing_twice_gives_the_same_bytes(site: Callable[..., Site]) -> None:
    one = earned(site)
    award(one)
    first = {path: path.read_bytes() for path in one.content.rglob("*") if path.is_file()}
    again = award(one)
    assert (again.status, "there already" in again.out) == (0, True)
    for path in one.content.rglob("*"):
        if "awards" in path.parts and path.is_file():
            path.unlink()
    award(one)
    assert {path: path.read_bytes() for path in one.content.rglob("*") if path.is_file()} == first


def test_what_is_not_earned_is_refused_and_what_is_missing_is_said(site: Callable[..., Site]) -> None:
    one = earned(site, {f"{ANA}/data/period-2.csv": WORSE})
    done = award(one)
    assert done.status == 1
    assert "impact is still missing" in done.err
    assert "did not hold" in done.err
    assert not (one.content / AWARD).exists()
    assert not (one.content / "credentials").exists()


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


def test_the_key_may_come_from_the_workflow_and_is_never_shown(
    site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = earned(site)
    monkeypatch.setenv("PORTFOLIO_KEY", PEM.decode())
    done = portfolio("award", ANA, "--today", "2026-02-02", inside=one.root)
    assert done.status == 0, done.err
    one.build()
    monkeypatch.setenv("PORTFOLIO_KEY", f"broken {SECRET}")
    broken = portfolio("award", ANA, "--debug", inside=one.root)
    assert broken.status == 2
    (one.root / "wrong.pem").write_text(f"-----BEGIN PRIVATE KEY-----\n{SECRET[:-8]}\n")
    wrong = award(one, key="wrong.pem")
    assert wrong.status == 2
    said = "".join((done.out, done.err, broken.out, broken.err, wrong.out, wrong.err))
    assert SECRET[:-8] not in said
    for path in one.root.rglob("*"):
        if path.is_file() and path.suffix != ".pem":
            assert SECRET[:-8].encode() not in path.read_bytes(), path


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


def test_everybody_who_earned_one_is_awarded_at_once_and_nobody_twice(site: Callable[..., Site]) -> None:
    one = earned(site)
    files = {
        path.relative_to(one.content / ANA): path.read_bytes() for path in (one.content / ANA).rglob("*.*")
    }
    for who, table in (("bo", {}), ("cy", {"data/period-2.csv": WORSE})):
        one.change({f"teachers/{who}/about.md": f"---\nname: {who.title()}\n---\n"})
        own = {path.as_posix(): data for path, data in files.items()} | table
        one.change({f"teachers/{who}/talk/{path}": data for path, data in own.items()})
    translator = ("award", "--all", "--key", "issuer.pem", "--today", "2026-02-02")
    done = portfolio(*translator, inside=one.root)
    assert done.status == 0, done.err
    assert sorted(path.parts[-4] for path in one.content.rglob("credential.json")) == [
        "talk",
        "visible-thinking",
    ]
    assert "2 new awards" in done.out
    numbers = [entry["number"] for entry in register(one)]
    assert numbers == [0, 1]
    again = portfolio(*translator, inside=one.root)
    assert (again.status, "2 were there already" in again.out) == (0, True)
    one.build()
    for name in (NAME, "bo.talk.visible"):
        assert verify(one, one.output / f"badges/{name}.png").status == 0


def register(site: Site) -> list[dict[str, object]]:
    return list(json.loads((site.content / "credentials/register.json").read_text("utf-8"))["credentials"])


def test_all_is_all(site: Callable[..., Site]) -> None:
    one = earned(site)
    assert portfolio("award", ANA, "--all", "--key", "issuer.pem", inside=one.root).status == 2
    assert portfolio("award", "--all", "--anew", "--key", "issuer.pem", inside=one.root).status == 2


def test_an_award_by_an_older_key_is_as_good_as_one_by_the_newest(awarded: Site) -> None:
    before, newer = credential(awarded), new_key()
    awarded.change({"program.yml": issuer(newer, KEY)})
    (awarded.root / "newer.pem").write_bytes(newer.pem())
    done = award(awarded, key="newer.pem")
    assert (done.status, "there already" in done.out) == (0, True)
    assert credential(awarded) == before
    assert award(awarded, "--anew", key="newer.pem").status == 0
    assert newer.public in credential(awarded)["proof"][0]["verificationMethod"]


def test_what_nobody_can_see_is_not_awarded(site: Callable[..., Site]) -> None:
    one = earned(site)
    inquiry = (one.content / ANA / "inquiry.md").read_text("utf-8")
    one.change({f"{ANA}/inquiry.md": inquiry.replace("publish: true", "publish: false")})
    done = award(one)
    assert (done.status, "publish to true" in done.err) == (1, True)
    assert not (one.content / AWARD).exists()


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


@pytest.mark.parametrize(
    ("named", "said"), [("nobody.at.all", "no award"), (NAME[:-2], f"Did you mean {NAME}?")]
)
def test_only_what_there_is_can_be_revoked(awarded: Site, named: str, said: str) -> None:
    done = portfolio("revoke", named, "--key", "issuer.pem", "--reason", "x", inside=awarded.root)
    assert done.status == 2
    assert said in " ".join(done.err.split())


# as they are typed between double quotation marks
NAMES = [
    "Zoë “Zed” O'Brien",
    "李 小龍",
    "אבגדה \u202eabc",
    "😀 Emoji 👩🏽‍🏫",
    "a]]>b <script>alert(1)</script> &amp;",
    'quote \\" and backslash \\\\',
    "bell \\a and \\e[31m escape",
]


def test_whatever_a_teacher_is_called_her_badges_verify(site: Callable[..., Site]) -> None:
    one = earned(site)
    files = {path.relative_to(one.content / ANA): path for path in (one.content / ANA).rglob("*.*")}
    for number, name in enumerate(NAMES):
        home = f"teachers/t{number}"
        one.change({f"{home}/about.md": f'---\nname: "{name}"\n---\n'})
        one.change({f"{home}/visible/{path.as_posix()}": file.read_bytes() for path, file in files.items()})
        translator = ("award", f"t{number}/visible", "--key", "issuer.pem", "--today", "2026-02-02")
        done = portfolio(*translator, inside=one.root)
        assert done.status == 0, done.err
    one.build()
    for number in range(len(NAMES)):
        award_id = f"t{number}.visible.visible"
        for file in (f"credentials/{award_id}.json", f"badges/{award_id}.svg", f"badges/{award_id}.png"):
            checked = verify(one, one.output / file)
            assert checked.status == 0, checked.out


# ---------------------------------------------------------------- issuing anew


def status_of(site: Site, badge: Path) -> str:
    done = verify(site, badge, "--site", "output")
    return next((line for line in done.out.splitlines() if "revoked" in line), done.out)


def test_what_is_issued_anew_takes_the_place_of_badges_that_were_handed_out(awarded: Site) -> None:
    old = awarded.root / "old.svg"
    old.write_bytes((awarded.output / f"badges/{NAME}.svg").read_bytes())
    done = award(awarded, "--anew", "--expires", "2026-03-01")
    assert done.status == 0, done.err
    awarded.build()
    assert "replaced it by a newer one" in status_of(awarded, old)
    assert "It is not revoked" in status_of(awarded, awarded.output / f"badges/{NAME}.svg")


def test_an_option_that_is_left_out_leaves_things_as_they_are(site: Callable[..., Site]) -> None:
    one = earned(site)
    award(one, "--expires", "2027-02-01", "--date", "2026-02-01")
    before = credential(one)
    again = award(one)
    assert (again.status, "there already" in again.out) == (0, True)
    assert credential(one) == before


def test_a_date_before_the_latest_review_is_remarked_upon(site: Callable[..., Site]) -> None:
    done = award(earned(site), "--date", "2026-01-15")
    assert (done.status, "before the latest review, of 20 January 2026" in done.err) == (0, True)


def test_what_was_revoked_can_be_awarded_again_under_a_new_number(awarded: Site) -> None:
    old = awarded.root / "old.svg"
    old.write_bytes((awarded.output / f"badges/{NAME}.svg").read_bytes())
    assert revoke(awarded, NAME).status == 0
    refused = award(awarded)
    assert (refused.status, "add --anew" in refused.err) == (1, True)
    assert award(awarded, "--anew").status == 0
    awarded.build()
    assert verify(awarded, awarded.output / f"badges/{NAME}.svg", "--site", "output").status == 0
    assert verify(awarded, old, "--site", "output").status == 1


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


def test_once_the_list_is_signed_by_the_newer_key_the_older_may_go(awarded: Site) -> None:
    newer = new_key()
    (awarded.root / "newer.pem").write_bytes(newer.pem())
    awarded.change({"program.yml": issuer(newer, KEY)})
    assert award(awarded, "--anew", key="newer.pem").status == 0
    outcome = awarded.change({"program.yml": issuer(newer)}).build()
    assert [one.code for one in outcome.problems if one.severity != "notice"] == []
    assert verify(awarded, awarded.output / f"badges/{NAME}.svg", "--site", "output").status == 0


# ---------------------------------------------------------------- what is signed


def test_it_is_signed_in_the_programs_language_whoever_sits_at_the_machine(
    site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = earned(site)
    settings = (one.content / "program.yml").read_text("utf-8").replace("language: en\n", "")
    one.change({"program.yml": settings})
    monkeypatch.setenv("LANG", "es_ES.UTF-8")
    done = award(one)
    assert (done.status, "Acreditado" in done.out) == (0, True)
    assert "Sustained improvement in Period 2" in credential(one)["evidence"][0]["narrative"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda home: (home / "reviews/c.yml").symlink_to(home / "reviews/a.yml"),
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


# ---------------------------------------------------------------- how an award is named


def revoke(site: Site, named: str, *words: str) -> Ran:
    typed = (
        "revoke",
        named,
        "--key",
        "issuer.pem",
        "--reason",
        "By mistake",
        "--today",
        "2026-02-03",
        *words,
    )
    return portfolio(*typed, inside=site.root)


@pytest.mark.parametrize(
    "named",
    [
        NAME,
        "ana-lopez/visible-thinking",
        f"{BASE}credentials/{NAME}.json",
        f"{BASE}credentials/{NAME}/index.html",
        f"{BASE}badges/{NAME}.png",
    ],
)
def test_an_award_may_be_named_in_any_way_that_people_have_it(awarded: Site, named: str) -> None:
    done = revoke(awarded, named)
    assert done.status == 0, done.err
    assert register(awarded)[0]["revoked"] == "2026-02-03"


@pytest.mark.parametrize(
    ("named", "words", "status"),
    [
        (f"https://other.example.org/credentials/{NAME}/", (), 2),
        ("ana-lopez/other", (), 2),
        (NAME, ("--date", "2199-01-01"), 1),
    ],
)
def test_what_cannot_be_meant_revokes_nothing(
    awarded: Site, named: str, words: tuple[str, ...], status: int
) -> None:
    assert revoke(awarded, named, *words).status == status
    assert register(awarded)[0]["revoked"] == ""


# ---------------------------------------------------------------- nothing is forgotten


def kept(site: Site) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (site.content / "credentials").iterdir()}


@pytest.mark.parametrize("reason", ["Ask office@maple.org", "Call 212-555-0142", "   "])
def test_a_reason_that_must_not_be_published_is_not_taken(awarded: Site, reason: str) -> None:
    before = kept(awarded)
    done = portfolio(
        "revoke", NAME, "--key", "issuer.pem", "--reason", reason, "--today", "2026-02-03",
        inside=awarded.root,
    )  # fmt: skip
    assert done.status in (1, 2)
    assert kept(awarded) == before


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


def test_nothing_is_written_through_a_link(site: Callable[..., Site]) -> None:
    one = earned(site)
    (one.root / "elsewhere").mkdir()
    (one.content / "credentials").symlink_to(one.root / "elsewhere")
    assert award(one).status == 3
    assert list((one.root / "elsewhere").iterdir()) == []


def test_a_half_file_that_is_a_link_is_not_followed(awarded: Site) -> None:
    target = awarded.root / "precious"
    target.write_text("mine")
    (awarded.content / "credentials/.register.json.new").symlink_to(target)
    assert revoke(awarded, NAME).status == 0
    assert target.read_text() == "mine"


# ---------------------------------------------------------------- whatever teachers type


@pytest.mark.parametrize(
    "names", [("Period 2", "period 2"), ("Period-2", "Period  2"), ("'=Period 2", "=Period 2")]
)
def test_a_class_may_be_spelled_in_any_way(site: Callable[..., Site], names: tuple[str, str]) -> None:
    table = weekly([6, 9, 7, 8, 5, 9, 7, 8, 14, 15, 13, 16, 15, 14, 17, 16, 15, 16]).splitlines()
    lines = [f"{line},{names[number % 2]}" for number, line in enumerate(table[1:])]
    data = "\n".join([f"{table[0]},class", *lines]) + "\n"
    one = earned(site, {f"{ANA}/data/period-2.csv": data})
    done = award(one)
    assert done.status == 0, done.err
    one.build()
    checked = verify(one, one.output / f"badges/{NAME}.png", "--site", "output")
    assert checked.status == 0, checked.out


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (issuer(KEY, url="https://Maple-Grove.example.org/portfolios/"), "must be plain"),
        (issuer(KEY, url="https://x.org/a b/"), "must be plain"),
        (issuer(KEY, did="did:plc:abc"), "neither a did:web nor a did:key"),
        (issuer(KEY, did="did:key:z6Mk"), "neither a did:web nor a did:key"),
    ],
)
def test_nothing_is_signed_that_nobody_could_check(
    site: Callable[..., Site], settings: str, said: str
) -> None:
    done = award(earned(site, {"program.yml": settings}))
    assert (done.status, said in done.err) == (1, True), done.err


# ---------------------------------------------------------------- what happens in the years after


def built(site: Site) -> list[str]:
    return [one.code for one in site.build().problems if one.severity != "notice"]


def test_a_list_that_fell_behind_is_an_error_and_is_mended_by_all(awarded: Site) -> None:
    listed = awarded.content / "credentials/revocation.json"
    before = listed.read_bytes()
    assert revoke(awarded, NAME).status == 0
    listed.write_bytes(before)  # as after a merge that took the other side
    assert built(awarded) == ["list-behind"]
    done = portfolio("award", "--all", "--key", "issuer.pem", "--today", "2026-02-04", inside=awarded.root)
    assert (done.status, "signed anew" in done.out) == (0, True)
    assert built(awarded) == []


def test_a_revocation_whose_entry_was_lost_is_not_forgotten(awarded: Site) -> None:
    assert revoke(awarded, NAME).status == 0
    (awarded.content / "credentials/register.json").write_text('{"schema": 1, "credentials": []}')
    assert "bad-register" in built(awarded)
    assert award(awarded, "--anew").status == 1


def test_an_expiry_goes_on_when_an_award_is_replaced(awarded: Site) -> None:
    assert award(awarded, "--anew", "--expires", "2026-06-30").status == 0
    inquiry = (awarded.content / ANA / "inquiry.md").read_text("utf-8")
    awarded.change({f"{ANA}/inquiry.md": inquiry.replace("title: ", "title: The ")})
    assert award(awarded, "--anew").status == 0
    assert credential(awarded)["validUntil"] == "2026-06-30T23:59:59Z"
    awarded.change({f"{ANA}/inquiry.md": inquiry})
    refused = award(awarded, "--anew", "--today", "2026-09-01")
    assert (refused.status, "Say with --expires" in refused.err) == (1, True)


def test_a_folder_that_was_renamed_is_awarded_as_a_new_one(awarded: Site) -> None:
    (awarded.content / ANA).rename(awarded.content / "teachers/ana-lopez/other")
    done = portfolio("award", "--all", "--key", "issuer.pem", "--today", "2026-02-04", inside=awarded.root)
    assert (done.status, "1 new award" in done.out) == (0, True), done.err
    assert [entry["number"] for entry in register(awarded)] == [0, 1]
    assert built(awarded) == []


def test_one_draft_holds_nobody_else_up(site: Callable[..., Site]) -> None:
    one = earned(site)
    inquiry = (one.content / ANA / "inquiry.md").read_text("utf-8")
    one.change({f"{ANA}/inquiry.md": inquiry.replace("publish: true", "publish: false")})
    done = portfolio("award", "--all", "--key", "issuer.pem", "--today", "2026-02-02", inside=one.root)
    assert (done.status, "not earned one yet" in done.out) == (0, True)


def observed(n: int) -> str:
    """A table of two observers, the second of whom counts n students."""
    table = weekly([6, 9, 7, 8, 5, 9, 7, 8, 14, 15, 13, 16, 15, 14, 17, 16, 15, 16]).splitlines()
    second = [line.replace(",24,", f",{n},") for line in table[1:]]
    rows = [f"{line},Kim" for line in table[1:]] + [f"{line},Lee" for line in second]
    return "\n".join([f"{table[0]},observer", *rows]) + "\n"


def test_two_observers_who_count_one_student_more_are_awarded_and_built(site: Callable[..., Site]) -> None:
    one = earned(site, {f"{ANA}/data/period-2.csv": observed(23)})
    assert "P15" not in built(one)
    assert award(one).status == 0
    assert built(one) == []


def test_a_count_that_is_corrected_later_can_be_awarded_anew(awarded: Site) -> None:
    table = (awarded.content / ANA / "data/period-2.csv").read_text("utf-8")
    awarded.change({f"{ANA}/data/period-2.csv": table.replace(",24,", ",23,", 1)})
    assert "P15" in built(awarded)  # both counts together would say what one student did
    assert award(awarded, "--anew").status == 0
    assert built(awarded) == []


def test_an_issuer_that_changes_its_name_keeps_its_awards(site: Callable[..., Site]) -> None:
    newer = new_key()
    one = earned(site, {"program.yml": issuer(KEY, did=f"did:key:{KEY.public}")})
    assert award(one).status == 0
    (one.root / "newer.pem").write_bytes(newer.pem())
    one.change({"program.yml": issuer(newer, KEY, did=f"did:key:{newer.public}")})
    done = portfolio("award", "--all", "--key", "newer.pem", "--today", "2026-02-04", inside=one.root)
    assert done.status == 0, done.err
    assert built(one) == []
    assert verify(one, one.output / f"badges/{NAME}.png", "--site", "output").status == 0


def test_all_names_whoever_lost_hers_with_a_stolen_key(awarded: Site) -> None:
    newer = new_key()
    (awarded.root / "newer.pem").write_bytes(newer.pem())
    awarded.change({"program.yml": issuer(newer), f"{ANA}/data/period-2.csv": WORSE})
    before = credential(awarded)
    done = portfolio("award", "--all", "--key", "newer.pem", "--today", "2026-02-04", inside=awarded.root)
    assert (done.status, "1 does not verify any more" in done.out) == (0, True)
    assert NAME in done.err
    assert credential(awarded) == before
