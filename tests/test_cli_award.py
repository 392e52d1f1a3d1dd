"""`portfolio keys`, `award`, `revoke` and `verify`, as an issuer types them."""

import json
import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.openbadges.keys import new_key
from generator.openbadges.proof import signed
from tests.conftest import ANA, PROGRAM, Site, weekly
from tests.openbadges.awards import (
    AWARD,
    BASE,
    KEY,
    NAME,
    PEM,
    award,
    credential,
    earned,
    issuer,
    verify,
)
from tests.terminal import portfolio

SECRET = PEM.splitlines()[1].decode()
WORSE = weekly([6, 9, 7, 8, 5, 9, 7, 8, 14, 15, 13, 16, 15, 14, 5, 4, 5, 4, 5, 4])


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Earned, awarded and built, once for all tests that begin there."""
    root = tmp_path_factory.mktemp("awarded")
    one = earned(lambda changes: Site(root).change(PROGRAM).change(changes))
    done = award(one)
    assert done.status == 0, done.err
    one.build()
    return one


@pytest.fixture
def awarded(first: Site, tmp_path: Path) -> Site:
    """A copy of it, to change."""
    shutil.copytree(first.root, tmp_path / "copy")
    return Site(tmp_path / "copy")


# ---------------------------------------------------------------- keys


def test_a_key_is_for_its_owner_only(tmp_path: Path) -> None:
    done = portfolio("keys", "new", "issuer.pem", inside=tmp_path)
    assert done.status == 0
    file = tmp_path / "issuer.pem"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "keys: [z6Mk" in done.out
    assert file.read_text().splitlines()[1] not in done.out + done.err
    again = portfolio("keys", "new", "issuer.pem", inside=tmp_path)
    assert again.status == 2


def test_no_key_is_written_where_git_keeps_it(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    (tmp_path / "below").mkdir()
    done = portfolio("keys", "new", "below/issuer.pem", inside=tmp_path)
    assert done.status == 2
    assert "git keeps" in done.err
    assert not (tmp_path / "below/issuer.pem").exists()
    (tmp_path / ".gitignore").write_text("private/\n")
    assert portfolio("keys", "new", "private/issuer.pem", inside=tmp_path).status == 0


# ---------------------------------------------------------------- award


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


def test_an_award_stays_what_it_was(awarded: Site) -> None:
    awarded.change({f"{ANA}/data/period-2.csv": WORSE}).build()
    assert verify(awarded, awarded.output / f"credentials/{NAME}.json").status == 0
    page = awarded.page(ANA)
    assert f"badges/{NAME}.svg" in page
    assert "no longer support the verdict" in page
    assert f"badges/{NAME}.svg" in awarded.page("teachers/ana-lopez").partition("Micro-credentials earned")[2]
    assert "Ana Lopez" in awarded.page("micro-credentials/visible").partition("Who earned it")[2]
    refused = award(awarded)
    assert refused.status == 1


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
    words = ("award", "--all", "--key", "issuer.pem", "--today", "2026-02-02")
    done = portfolio(*words, inside=one.root)
    assert done.status == 0, done.err
    assert sorted(path.parts[-4] for path in one.content.rglob("credential.json")) == [
        "talk",
        "visible-thinking",
    ]
    assert "2 new awards" in done.out
    numbers = [entry["number"] for entry in register(one)]
    assert numbers == [0, 1]
    again = portfolio(*words, inside=one.root)
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


# ---------------------------------------------------------------- verify


def test_file_and_both_badges_verify(awarded: Site) -> None:
    for file in (f"credentials/{NAME}.json", f"badges/{NAME}.svg", f"badges/{NAME}.png"):
        done = verify(awarded, awarded.output / file)
        assert done.status == 0, done.out
        assert "It verifies." in done.out
    elsewhere = awarded.root / "badge.png"
    elsewhere.write_bytes((awarded.output / f"badges/{NAME}.png").read_bytes())
    assert verify(awarded, elsewhere, "--site", "output").status == 0


def test_a_file_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    assert portfolio("verify", "nothing.json", inside=tmp_path).status == 2


def test_a_changed_table_is_named(awarded: Site) -> None:
    table = awarded.output / f"credentials/{NAME}/data.csv"
    table.write_bytes(table.read_bytes().replace(b",14,", b",15,", 1))
    done = verify(awarded, awarded.output / f"credentials/{NAME}.json")
    assert done.status == 1
    assert f"Changed since the award was signed: {NAME}/data.csv" in done.out


def changed(site: Site, change: Callable[[dict[str, object]], object], *, again: bool = False) -> Path:
    """A credential with something else in it; `again` signs it anew, with the issuer's own key."""
    document = credential(site)
    change(document)
    if again:
        del document["proof"]
        did = document["issuer"]["id"]
        document = signed(document, KEY, did, document["validFrom"])
    file = site.output / "credentials" / "changed.json"
    file.write_text(json.dumps(document), "utf-8")
    return file


def test_one_changed_letter_is_found(awarded: Site) -> None:
    done = verify(awarded, changed(awarded, lambda one: one.update(name="Visible thinkinG")))
    assert (done.status, "does not fit" in done.out) == (1, True)


def test_an_undefined_term_is_found_though_no_signature_covers_it(awarded: Site) -> None:
    done = verify(awarded, changed(awarded, lambda one: one.update(honours="summa cum laude")))
    assert (done.status, "honours" in done.out) == (1, True)


def test_a_key_that_is_not_listed_is_found(awarded: Site) -> None:
    other = new_key()
    document = credential(awarded)
    del document["proof"]
    did = document["issuer"]["id"]
    file = awarded.output / "credentials/other.json"
    file.write_text(json.dumps(signed(document, other, did, document["validFrom"])), "utf-8")
    done = verify(awarded, file)
    assert (done.status, "does not list" in done.out) == (1, True)


def test_a_key_that_gives_itself_the_issuers_name_is_found(awarded: Site) -> None:
    thief = new_key()
    document = credential(awarded)
    del document["proof"]
    document["issuer"]["id"] = did = f"did:key:{thief.public}"
    file = awarded.output / "credentials/forged.json"
    file.write_text(json.dumps(signed(document, thief, did, document["validFrom"])), "utf-8")
    done = verify(awarded, file)
    assert (done.status, "Whose key" in done.out) == (1, True)


def test_an_expired_one_is_found(site: Callable[..., Site]) -> None:
    one = earned(site)
    award(one, "--expires", "2026-02-10")
    one.build()
    file = one.output / f"credentials/{NAME}.json"
    assert verify(one, file).status == 0
    assert portfolio("verify", file, "--today", "2026-02-10", inside=one.root).status == 0
    late = portfolio("verify", file, "--today", "2026-02-11", inside=one.root)
    assert (late.status, "expired" in late.out) == (1, True)


def test_a_verdict_that_does_not_follow_names_the_series_and_the_rule(awarded: Site) -> None:
    from generator.openbadges.credential import digest_sri

    home = awarded.output / f"credentials/{NAME}"
    table = (home / "data.csv").read_text("utf-8").splitlines()
    worse = [line if ",explains," not in line or line < "2025-11-20" else _fewer(line) for line in table]
    (home / "data.csv").write_text("\n".join(worse) + "\n", "utf-8")

    def rebound(document: dict[str, object]) -> None:
        document["relatedResource"][0]["digestSRI"] = digest_sri((home / "data.csv").read_bytes())

    done = verify(awarded, changed(awarded, rebound, again=True))
    assert done.status == 1
    assert "Period 2 · explains: the award says “sustained improvement”; the rules say “look" in done.out


def _fewer(line: str) -> str:
    date, name, prompt, _, n, _ = line.split(",")
    return f"{date},{name},{prompt},5,{n},{500 / int(n)!r}"


def test_it_is_checked_before_it_is_built_too(site: Callable[..., Site]) -> None:
    one = earned(site)
    award(one)
    done = verify(one, one.content / AWARD / "credential.json")
    assert done.status == 0, done.out


# ---------------------------------------------------------------- revoke


def test_a_revoked_one_keeps_its_address_with_the_reason_and_without_the_badge(awarded: Site) -> None:
    old = awarded.root / "old.svg"
    old.write_bytes((awarded.output / f"badges/{NAME}.svg").read_bytes())
    done = portfolio(
        "revoke", NAME, "--key", "issuer.pem", "--reason", "Issued by mistake", "--today", "2026-02-03",
        inside=awarded.root,
    )  # fmt: skip
    assert done.status == 0, done.err
    outcome = awarded.build()
    assert not [one for one in outcome.problems if one.is_error]
    page = awarded.page(f"credentials/{NAME}")
    assert "Issued by mistake" in page
    assert not (awarded.output / f"badges/{NAME}.svg").exists()
    assert "badges/" not in awarded.page(ANA)
    said = verify(awarded, old, "--site", "output")
    assert (said.status, "has revoked it" in said.out) == (1, True)
    assert award(awarded).status == 1


@pytest.mark.parametrize(
    ("named", "said"), [("nobody.at.all", "no award"), (NAME[:-2], f"Did you mean {NAME}?")]
)
def test_only_what_there_is_can_be_revoked(awarded: Site, named: str, said: str) -> None:
    done = portfolio("revoke", named, "--key", "issuer.pem", "--reason", "x", inside=awarded.root)
    assert done.status == 2
    assert said in " ".join(done.err.split())


# ---------------------------------------------------------------- rotation, other DIDs


def test_old_awards_stay_valid_under_a_new_key_but_not_without_the_old_one(awarded: Site) -> None:
    newer = new_key()
    awarded.change({"program.yml": issuer(newer, KEY)}).build()
    assert verify(awarded, awarded.output / f"credentials/{NAME}.json").status == 0
    outcome = awarded.change({"program.yml": issuer(newer)}).build()
    assert [one.code for one in outcome.problems if one.severity != "notice"] == ["award-fails"]
    page = awarded.page(f"credentials/{NAME}")
    assert "does not list" in page
    assert not (awarded.output / f"badges/{NAME}.png").exists()


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


def test_a_site_that_moved_says_so(awarded: Site) -> None:
    outcome = awarded.change({"program.yml": issuer(KEY, url="https://new.example.org/")}).build()
    assert [one.code for one in outcome.problems if one.severity != "notice"] == ["award-fails"]
    assert "another address" in awarded.page(f"credentials/{NAME}")


def test_mistakes_in_the_issuer_are_named_without_quoting_a_key(site: Callable[..., Site]) -> None:
    wrong = issuer(KEY).replace(KEY.public, SECRET)
    outcome = earned(site, {"program.yml": wrong}).build()
    assert "bad-key" in [one.code for one in outcome.problems]
    assert SECRET not in "".join(one.message for one in outcome.problems)


# ---------------------------------------------------------------- names

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
        words = ("award", f"t{number}/visible", "--key", "issuer.pem", "--today", "2026-02-02")
        done = portfolio(*words, inside=one.root)
        assert done.status == 0, done.err
    one.build()
    for number in range(len(NAMES)):
        award_id = f"t{number}.visible.visible"
        for file in (f"credentials/{award_id}.json", f"badges/{award_id}.svg", f"badges/{award_id}.png"):
            checked = verify(one, one.output / file)
            assert checked.status == 0, checked.out


def test_the_site_has_no_award_of_a_draft_or_of_who_left(awarded: Site) -> None:
    inquiry = (awarded.content / ANA / "inquiry.md").read_text("utf-8")
    awarded.change({f"{ANA}/inquiry.md": inquiry.replace("publish: true", "publish: false")}).build()
    assert not [name for name in awarded.pages() if NAME in name]


def test_incremental_and_clean_builds_agree_also_on_the_day_an_award_expires(
    site: Callable[..., Site], tmp_path: Path
) -> None:
    one = earned(site)
    award(one, "--expires", "2026-02-10")
    for day in ("2026-02-10", "2026-02-11", "2026-02-12"):
        kept = portfolio("build", "--output", "kept", "--today", day, inside=one.root)
        clean = portfolio(
            "build", "--output", f"clean-{day}", "--content", "content", "--clean", "--today", day,
            inside=one.root,
        )  # fmt: skip
        assert (kept.status, clean.status) == (0, 0)
        left, right = (
            {
                path.relative_to(base).as_posix(): path.read_bytes()
                for path in base.rglob("*")
                if path.is_file() and not path.name.startswith(".runfolio")
            }
            for base in (one.root / "kept", one.root / f"clean-{day}")
        )
        assert left == right
        assert (f"badges/{NAME}.svg" in left) == (day <= "2026-02-10")


def test_what_was_frozen_is_withdrawn_with_the_inquiry_where_it_shows_too_few(awarded: Site) -> None:
    settings = (awarded.content / "program.yml").read_text("utf-8")
    awarded.change({"program.yml": f"{settings}min_group_size: 30\nsmall_groups: suppress\n"})
    outcome = awarded.build()
    assert [one.code for one in outcome.problems if one.is_error] == ["P15"]
    assert not [name for name, data in awarded.pages().items() if b",24," in data and name.endswith(".csv")]


def test_what_nobody_signed_is_not_published(awarded: Site) -> None:
    awarded.change({f"{AWARD}/data.csv": "name,mark\nMaria,5\n"}).build()
    assert not (awarded.output / f"credentials/{NAME}/data.csv").exists()
    assert "Changed since the award was signed" in awarded.page(f"credentials/{NAME}")


def test_the_file_that_a_teacher_keeps_has_her_badge_in_it(awarded: Site) -> None:
    done = portfolio("export", "ana-lopez", "kept.html", "--today", "2026-02-02", inside=awarded.root)
    assert done.status == 0, done.err
    kept = (awarded.root / "kept.html").read_text("utf-8")
    assert "data:image/svg+xml;base64," in kept
    assert 'src="' not in kept.replace('src="data:', "")
