"""`portfolio award` and `revoke`, as an issuer types them."""

from collections.abc import Callable

import pytest

from generator.openbadges.signing_keys import new_key
from tests.conftest import ANA, PROGRAM, Site, weekly
from tests.openbadges.awards import (
    AWARD,
    BASE,
    KEY,
    NAME,
    PEM,
    SECRET,
    WORSE,
    award,
    built,
    credential,
    earned,
    issuer,
    register,
    revoke,
    verify,
)
from tests.terminal import portfolio


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
    assert (again.status, "Already awarded" in again.out) == (0, True)
    for path in one.content.rglob("*"):
        if "awards" in path.parts and path.is_file():
            path.unlink()
    award(one)
    assert {path: path.read_bytes() for path in one.content.rglob("*") if path.is_file()} == first


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
    assert (again.status, "2 were already there" in again.out) == (0, True)
    one.build()
    for name in (NAME, "bo.talk.visible"):
        assert verify(one, one.output / f"badges/{name}.png", "--site", "output").status == 0


def test_all_is_all(site: Callable[..., Site]) -> None:
    one = earned(site)
    assert portfolio("award", ANA, "--all", "--key", "issuer.pem", inside=one.root).status == 2
    assert portfolio("award", "--all", "--anew", "--key", "issuer.pem", inside=one.root).status == 2


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
            checked = verify(one, one.output / file, "--site", "output")
            assert checked.status == 0, checked.out


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


def test_all_names_whoever_lost_hers_with_a_stolen_key(awarded: Site) -> None:
    newer = new_key()
    (awarded.root / "newer.pem").write_bytes(newer.pem())
    awarded.change({"program.yml": issuer(newer), f"{ANA}/data/period-2.csv": WORSE})
    before = credential(awarded)
    done = portfolio("award", "--all", "--key", "newer.pem", "--today", "2026-02-04", inside=awarded.root)
    assert (done.status, "1 no longer verifies" in done.out) == (0, True)
    assert NAME in done.err
    assert credential(awarded) == before


def test_what_the_issuer_says_of_itself_and_the_work_is_signed_and_verifies(
    site: Callable[..., Site],
) -> None:
    says = (
        "description: Schools of Maple Grove, email: badges@maple.example.org, parent_org: State Board, "
        "other_identifier: ['0612340', {identifier: '48', identifier_type: 'ext:state'}]"
    )
    program = issuer(KEY).replace(
        "issuer: {", f"issuer: {{{says}, image: 'https://maple.example.org/logo.png', "
    )
    micro = "micro-credentials/visible.md"
    text = str(PROGRAM[micro]).replace("mastery:", "hours: 15\ncredits: 2\ncreator: J. Park\nmastery:")
    one = earned(site, {"program.yml": program, micro: text})
    assert award(one).status == 0
    document = credential(one)
    assert document["issuer"]["email"] == "badges@maple.example.org"
    assert document["issuer"]["parentOrg"]["name"] == "State Board"
    assert document["issuer"]["image"]["id"] == "https://maple.example.org/logo.png"
    assert [one["identifier"] for one in document["issuer"]["otherIdentifier"]] == ["0612340", "48"]
    subject = document["credentialSubject"]
    assert subject["achievement"]["creator"]["name"] == "J. Park"
    assert (subject["creditsEarned"], subject["achievement"]["creditsAvailable"]) == (2, 2)
    assert subject["activityStartDate"] < subject["activityEndDate"] <= document["validFrom"]
    one.build()
    assert verify(one, one.output / f"badges/{NAME}.png", "--site", "output").status == 0


def test_signs_that_nobody_sees_are_left_out_and_that_is_said(site: Callable[..., Site]) -> None:
    about = "---\nname: Ana \u202eLopez\n---\n"
    one = earned(site, {"teachers/ana-lopez/about.md": about})
    done = award(one)
    assert (done.status, "left out of: Ana Lopez" in " ".join(done.err.split())) == (0, True), done.err
    assert credential(one)["credentialSubject"]["identifier"][0]["identityHash"] == "Ana Lopez"
