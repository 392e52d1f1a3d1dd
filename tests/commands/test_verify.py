"""`portfolio verify`: what it says of good credentials, and of every kind of bad one."""

import json
import struct
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.openbadges.achievement_credential import digest_sri
from generator.openbadges.jsonld import InvalidJsonLd
from generator.openbadges.proof import sign_document
from generator.openbadges.signing_keys import SigningKey, new_key
from tests.conftest import Site
from tests.openbadges.awards import AWARD, BASE, KEY, NAME, award, credential, earned, verify
from tests.terminal import portfolio


def test_file_and_both_badges_verify(awarded: Site) -> None:
    for file in (f"credentials/{NAME}.json", f"badges/{NAME}.svg", f"badges/{NAME}.png"):
        done = verify(awarded, awarded.output / file, "--site", "output")
        assert (done.status, "It verifies." in done.out) == (0, True), done.out


def test_without_the_web_the_files_around_it_are_taken_and_that_is_said(awarded: Site) -> None:
    done = verify(awarded, awarded.output / f"badges/{NAME}.png")
    assert (done.status, "It verifies with those files." in done.out) == (1, True)
    assert f"{BASE}did.json could not be read on the web" in done.out
    assert "It verifies." not in done.out


def test_with_neither_nothing_is_proved_either_way(awarded: Site) -> None:
    elsewhere = awarded.root / "badge.png"
    elsewhere.write_bytes((awarded.output / f"badges/{NAME}.png").read_bytes())
    done = verify(awarded, elsewhere)
    assert done.status == 1
    assert "cannot be checked from here" in done.out
    assert "does not verify" not in done.out


@dataclass
class Web:
    """What is on the web, by address."""

    files: dict[str, bytes]

    def __call__(self, address: str) -> bytes | None:
        return self.files.get(address)

    def is_absent(self, address: str) -> bool:
        return address not in self.files


def on_the_web(site: Site) -> Web:
    """What the site has."""
    return Web({f"{BASE}{name}": data for name, data in site.pages().items()})


def test_the_web_is_asked_before_files_that_anybody_may_have_put_there(
    awarded: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    thief, web = new_key(), on_the_web(awarded)
    monkeypatch.setattr("generator.commands.web_files.WebFiles", lambda: web)
    file = awarded.output / f"credentials/{NAME}.json"
    good = verify(awarded, file)
    assert (good.status, "It verifies." in good.out) == (0, True)
    did_json = awarded.output / "did.json"
    did_json.write_text(did_json.read_text("utf-8").replace(KEY.public, thief.public), "utf-8")
    forged = verify(awarded, changed(awarded, lambda one: one.update(name="Mine"), again=thief))
    assert (forged.status, "does not list" in forged.out) == (1, True)


def test_a_forgery_cannot_bring_the_issuers_files_as_its_evidence(awarded: Site) -> None:
    thief = new_key()
    for name in ("did.json", "status/revocation.json"):
        file = awarded.output / name
        file.write_text(file.read_text("utf-8").replace(KEY.public, thief.public), "utf-8")
    listed = json.loads((awarded.output / "status/revocation.json").read_bytes())
    did = listed.pop("proof")[0]["verificationMethod"].partition("#")[0]
    forged = json.dumps(sign_document(listed, thief, did, listed["validFrom"]))
    (awarded.output / "status/revocation.json").write_text(forged, "utf-8")

    def more(document: dict[str, Any]) -> None:
        for name in ("did.json", "status/revocation.json"):
            digest = digest_sri((awarded.output / name).read_bytes())
            document["relatedResource"].append({"id": f"{BASE}{name}", "digestSRI": digest})

    done = verify(awarded, changed(awarded, more, again=thief))
    assert "Only you can know" in done.out
    assert (done.status, "It verifies." in done.out) == (1, False)


def test_an_address_on_the_web_is_as_good_as_a_file(awarded: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    web = on_the_web(awarded)
    monkeypatch.setattr("generator.commands.web_files.WebFiles", lambda: web)
    for tail in (f"{NAME}.json", f"{NAME}/", f"{NAME}/index.html"):
        done = verify(awarded, f"{BASE}credentials/{tail}")
        assert (done.status, "It verifies." in done.out) == (0, True), tail
    assert verify(awarded, f"{BASE}credentials/nobody.json").status == 1


def test_a_file_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    assert portfolio("verify", "nothing.json", inside=tmp_path).status == 2


def test_a_changed_table_is_named(awarded: Site) -> None:
    table = awarded.output / f"credentials/{NAME}/data.csv"
    table.write_bytes(table.read_bytes().replace(b",14,", b",15,", 1))
    done = verify(awarded, awarded.output / f"credentials/{NAME}.json")
    assert done.status == 1
    assert f"Changed since the award was signed: {NAME}/data.csv" in done.out


def changed(
    site: Site, change: Callable[[dict[str, Any]], object], *, again: SigningKey | None = None
) -> Path:
    """A credential with something else in it; `again` signs it anew, in its issuer's name."""
    document = credential(site)
    change(document)
    if again:
        del document["proof"]
        document = sign_document(document, again, document["issuer"]["id"], document["validFrom"])
    file = site.output / "credentials" / "changed.json"
    file.write_text(json.dumps(document), "utf-8")
    return file


def test_one_changed_letter_is_found(awarded: Site) -> None:
    done = verify(awarded, changed(awarded, lambda one: one.update(name="Visible thinkinG")))
    assert (done.status, "does not match" in done.out) == (1, True)


def test_an_undefined_term_is_found_though_no_signature_covers_it(awarded: Site) -> None:
    done = verify(awarded, changed(awarded, lambda one: one.update(honours="summa cum laude")))
    assert (done.status, "honours" in done.out) == (1, True)


def test_a_key_that_is_not_listed_is_found(awarded: Site) -> None:
    other = new_key()
    document = credential(awarded)
    del document["proof"]
    did = document["issuer"]["id"]
    file = awarded.output / "credentials/other.json"
    file.write_text(json.dumps(sign_document(document, other, did, document["validFrom"])), "utf-8")
    done = verify(awarded, file)
    assert (done.status, "does not list" in done.out) == (1, True)


def test_a_key_that_gives_itself_the_issuers_name_is_found(awarded: Site) -> None:
    thief = new_key()
    document = credential(awarded)
    del document["proof"]
    document["issuer"]["id"] = did = f"did:key:{thief.public}"
    file = awarded.output / "credentials/forged.json"
    file.write_text(json.dumps(sign_document(document, thief, did, document["validFrom"])), "utf-8")
    done = verify(awarded, file)
    assert (done.status, "lists no key of" in done.out) == (1, True)


def test_an_expired_one_is_found(site: Callable[..., Site]) -> None:
    one = earned(site)
    award(one, "--expires", "2026-02-10")
    one.build()
    file = one.output / f"credentials/{NAME}.json"
    assert verify(one, file, "--site", "output").status == 0
    assert verify(one, file, "--site", "output", "--today", "2026-02-10").status == 0
    late = verify(one, file, "--site", "output", "--today", "2026-02-11")
    assert (late.status, "expired" in late.out) == (1, True)


def test_a_verdict_that_does_not_follow_names_the_series_and_the_rule(awarded: Site) -> None:
    home = awarded.output / f"credentials/{NAME}"
    table = (home / "data.csv").read_text("utf-8").splitlines()
    worse = [line if ",explains," not in line or line < "2025-11-20" else _fewer(line) for line in table]
    (home / "data.csv").write_text("\n".join(worse) + "\n", "utf-8")

    def rebound(document: dict[str, Any]) -> None:
        document["relatedResource"][0]["digestSRI"] = digest_sri((home / "data.csv").read_bytes())

    done = verify(awarded, changed(awarded, rebound, again=KEY))
    assert done.status == 1
    assert "Period 2 · explains: the award says “sustained improvement”; the rules say “worse" in done.out


def _fewer(line: str) -> str:
    date, name, prompt, _, n, _ = line.split(",")
    return f"{date},{name},{prompt},5,{n},{500 / int(n)!r}"


def test_it_is_checked_before_it_is_built_too(site: Callable[..., Site]) -> None:
    one = earned(site)
    award(one)
    done = verify(one, one.content / AWARD / "credential.json")
    assert (done.status, "It verifies with those files." in done.out) == (1, True), done.out


LONG = "https://www.w3.org/2018/credentials#"


def test_an_end_may_not_be_hidden_under_its_full_address(site: Callable[..., Site]) -> None:
    one = earned(site)
    award(one, "--expires", "2026-02-01")
    one.build()

    def hide(document: dict[str, Any]) -> None:
        until = document.pop("validUntil")
        kind = "http://www.w3.org/2001/XMLSchema#dateTime"
        document[f"{LONG}validUntil"] = {"@value": until, "@type": kind}

    done = verify(one, changed(one, hide), "--site", "output")
    assert (done.status, "no standard defines" in done.out) == (1, True), done.out


def test_a_level_below_the_required_one_is_found(awarded: Site) -> None:
    def lower(document: dict[str, Any]) -> None:
        result = document["credentialSubject"]["result"][0]
        result["achievedLevel"] = result["achievedLevel"].replace("level-2", "level-1")

    done = verify(awarded, changed(awarded, lower, again=KEY), "--site", "output")
    assert done.status == 1
    assert "Below the level that is required: Asks a question" in done.out


def test_rules_that_this_program_does_not_have_prove_nothing(awarded: Site) -> None:
    finding = awarded.output / f"credentials/{NAME}/finding.json"
    finding.write_text(finding.read_text("utf-8").replace('"rules": "2"', '"rules": "999"'), "utf-8")

    def rebound(document: dict[str, Any]) -> None:
        document["relatedResource"][1]["digestSRI"] = digest_sri(finding.read_bytes())

    file = changed(awarded, rebound, again=KEY).replace(awarded.output / f"credentials/{NAME}.json")
    done = verify(awarded, file, "--site", "output")
    assert (done.status, "version 999 of the rules" in done.out) == (1, True)
    assert "cannot be checked" in done.out


@pytest.mark.parametrize(
    "change",
    [
        lambda one: one.update(issuer=5),
        lambda one: one["issuer"].update(id="did:web:ev%20il.com"),
        lambda one: one["issuer"].update(id="did:web:maple.org%40evil.com"),
        lambda one: one["issuer"].update(id="did:web:maple-grove.example.org:portfolios:.."),
        lambda one: one.update(relatedResource=[{"id": f"{BASE}credentials/"}, 5]),
        lambda one: one.update(credentialStatus=[5]),
        lambda one: one.update(credentialSubject={"result": 5}),
        lambda one: one.update(validFrom=5),
        lambda one: one.update(type="AchievementCredential"),
    ],
)
def test_whatever_stands_in_it_there_is_an_answer(awarded: Site, change: Callable[[Any], object]) -> None:
    for again in (None, KEY):
        try:
            file = changed(awarded, change, again=again)
        except (InvalidJsonLd, TypeError):
            continue  # it cannot even be signed
        done = verify(awarded, file, "--site", "output")
        assert done.status == 1
        assert done.out.endswith(("verify.\n", "its site.\n")), done.out


@pytest.mark.parametrize("proof", [[5], 5, [], [{"proofValue": "z"}], None])
def test_whatever_stands_in_its_proof_there_is_an_answer(awarded: Site, proof: object) -> None:
    done = verify(awarded, changed(awarded, lambda one: one.update(proof=proof)), "--site", "output")
    assert (done.status, "It does not verify." in done.out) == (1, True)


def test_a_signature_of_any_length_is_refused_at_once(awarded: Site) -> None:
    long = "z" + "2" * 200_000
    file = changed(awarded, lambda one: one["proof"][0].update(proofValue=long))
    assert "does not match" in verify(awarded, file, "--site", "output").out


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("did.json", {"id": "did:web:maple-grove.example.org:portfolios", "assertionMethod": 5}),
        ("did.json", []),
        ("status/revocation.json", {"@context": {}, "id": f"{BASE}status/revocation.json", "proof": 5}),
        ("status/revocation.json", 5),
    ],
)
def test_whatever_an_issuer_publishes_there_is_an_answer(awarded: Site, name: str, data: object) -> None:
    (awarded.output / name).write_text(json.dumps(data), "utf-8")
    done = verify(awarded, awarded.output / f"credentials/{NAME}.json", "--site", "output")
    assert done.status == 1
    assert done.out.endswith(("verify.\n", "its site.\n")), done.out


def test_what_would_take_for_ever_is_refused_at_once(awarded: Site) -> None:
    begun = time.process_time()
    nodes = [{"id": f"_:b{one}", "type": ["Evidence"]} for one in range(9)]
    opening = "<openbadges:credential><![CDATA["
    files = {
        "nodes.json": json.dumps(credential(awarded) | {"evidence": nodes}).encode(),
        "alike.json": json.dumps(alike(credential(awarded))).encode(),
        "large.json": json.dumps(credential(awarded) | {"name": "m" * 600_000}).encode(),
        "deep.json": b'{"a":' * 100_000,
        "open.svg": f"<svg>{opening * 60_000}".encode(),
        "chunks.png": b"\x89PNG\r\n\x1a\n" + chunk(b"openbadgecredential\0\1\0\0\0" + packed()) * 300,
        "number.json": json.dumps(credential(awarded)).encode()[:-1] + b',"n":' + b"9" * 400 + b"}",
        "letter.json": json.dumps(credential(awarded) | {"name": "\ud800"}).encode(),
    }
    for name, data in files.items():
        (awarded.root / name).write_bytes(data)
        done = verify(awarded, awarded.root / name, "--site", "output")
        assert (done.status, "mistake in runfolio" in done.err) == (1, False), name
    assert time.process_time() - begun < 10


def alike(document: dict[str, Any]) -> dict[str, Any]:
    levels = [{"type": ["RubricCriterionLevel"]}] * 11
    described = {"type": ["ResultDescription"], "rubricCriterionLevel": levels}
    document["credentialSubject"]["achievement"]["resultDescription"] = [described, described]
    return document


def packed() -> bytes:
    return zlib.compress(b"{" + b" " * 8_000_000)


def chunk(data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + b"iTXt" + data + struct.pack(">I", zlib.crc32(b"iTXt" + data))


def test_what_a_stolen_key_signs_is_not_on_the_issuers_site(
    awarded: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    web = on_the_web(awarded)
    monkeypatch.setattr("generator.commands.web_files.WebFiles", lambda: web)

    def rename(document: dict[str, Any]) -> None:
        document["id"] = f"{BASE}credentials/friend.of.thief.json"

    forged = verify(awarded, changed(awarded, rename, again=KEY))
    assert (forged.status, "The issuer's site does not list this award." in forged.out) == (1, True)
    twin = verify(awarded, changed(awarded, lambda one: one.update(name="Mine"), again=KEY))
    assert (twin.status, "lists another award in its place" in twin.out) == (1, True)
    honest = verify(awarded, awarded.output / f"badges/{NAME}.svg")
    assert (honest.status, "The issuer's site lists this award." in honest.out) == (0, True)


def test_whether_a_site_that_does_not_answer_has_it_cannot_be_told(awarded: Site) -> None:
    (awarded.output / f"credentials/{NAME}.json").unlink()
    done = verify(awarded, awarded.output / f"badges/{NAME}.svg")
    assert (done.status, "It is not known whether" in done.out) == (1, True)
    assert "NO" not in done.out
    folder = verify(awarded, awarded.output / f"badges/{NAME}.svg", "--site", "output")
    assert (folder.status, "The issuer's site does not list this award." in folder.out) == (1, True)


FIELD = Path(__file__).parent / "other_issuers"


@pytest.mark.parametrize(
    ("file", "text", "is_refused"),
    [
        ("credly-like.json", "contexts that runfolio cannot check", False),
        ("ed2020.json", "not signed with eddsa-rdfc-2022", False),
        ("ob2.json", "an Open Badges 2.0 badge", False),
        ("noproof.json", "no one signed it", True),
        ("baked.png", "no one signed it", True),
    ],
)
def test_a_badge_that_cannot_be_checked_here_is_not_called_bad(
    tmp_path: Path, file: str, text: str, is_refused: bool
) -> None:
    done = portfolio("verify", FIELD / file, inside=tmp_path)
    assert (done.status, text in done.out) == (1, True), done.out
    assert ("It does not verify." in done.out) is is_refused
    assert ("NO" in done.out) is is_refused


@pytest.mark.parametrize("file", ["jwt.jwt", "jwtjson.json"])
def test_a_jwt_is_a_credential_that_cannot_be_checked_here(tmp_path: Path, file: str) -> None:
    done = portfolio("verify", FIELD / file, inside=tmp_path)
    assert (done.status, "as a JWT" in done.err) == (1, True), done.err


@pytest.mark.parametrize("file", ["list.json", "empty.json", "plain.png"])
def test_what_holds_none_is_said(tmp_path: Path, file: str) -> None:
    done = portfolio("verify", FIELD / file, inside=tmp_path)
    assert (done.status, "credential" in done.err) == (1, True), done.err
