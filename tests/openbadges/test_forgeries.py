"""Honest and forged credentials, judged by `portfolio verify`, with the web and with the folder of a site."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.exit_status import ExitStatus
from generator.openbadges.baking import parse_document
from generator.openbadges.check_result import CheckStatus
from generator.openbadges.credential_check import CredentialCheck
from generator.openbadges.document_sources import mapping_source
from generator.words.translator import Translator
from tests.commands.test_verify import Web
from tests.conftest import Site
from tests.openbadges.awards import BASE, NAME, verify
from tests.openbadges.forgeries import (
    Awarded,
    Case,
    Given,
    at,
    encoded,
    gone,
    leaves,
    other_value,
    places,
    published,
    value_at,
)
from tests.openbadges.forgery_cases import CASES
from tests.terminal import Ran

OF_OTHERS = {("issuer", "id"), ("proof", 0, "type"), ("proof", 0, "cryptosuite")}


def verdict(ran: Ran) -> str:
    assert ran.status != ExitStatus.MACHINE, ran.err
    if ran.status == 0:
        assert ran.out.endswith("It verifies.\n")
        return "good"
    if ran.err or "It does not verify." in ran.out:
        return "bad"
    assert "cannot be checked from here" in ran.out or "Ask its issuer" in ran.out, ran.out
    return "unknown"


def judged(site: Site, given: Given, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str, str]:
    """(the verdict with the web, the one with --site, what was said)."""
    file = folder / f"given{given.suffix}"
    file.write_bytes(given.data)
    files = {name: data for name, data in (site.pages() | given.site).items() if data is not None}
    web = Web({f"{BASE}{name}": data for name, data in files.items()} | given.elsewhere)
    monkeypatch.setattr("generator.commands.web_files.WebFiles", lambda: web)
    on_web = verify(site, file)
    copy = folder / "site"
    shutil.rmtree(copy, ignore_errors=True)
    for name, data in files.items():
        if name.endswith((".json", ".csv")):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (copy / name).write_bytes(data)
    in_folder = verify(site, file, "--site", str(copy))
    return verdict(on_web), verdict(in_folder), on_web.out + on_web.err + in_folder.out


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_each_is_judged_right(
    case: Case, _first_award: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = case.forgery(Awarded(_first_award.output))
    web, folder, text = judged(_first_award, given, tmp_path, monkeypatch)
    assert (web, folder) == (case.verdict, case.verdict), text


def test_no_entry_of_an_award_can_be_changed(_first_award: Site) -> None:
    """Each text and truth in it, changed and taken away, though the site has it like that."""
    honest = Awarded(_first_award.output)
    files = {f"{BASE}{name}": data for name, data in _first_award.pages().items()}
    address = f"{BASE}credentials/{NAME}.json"
    entries = [*leaves(honest.document)]
    assert len(entries) > 70
    for place in entries:
        if "image" in place:  # it is signed in two places, as one thing: either may leave it out
            continue
        # other contexts or suites, or another issuer who may have signed it: no one can tell here
        may_be_unknown = place in OF_OTHERS or place[0] == "@context"
        expected = {CheckStatus.FAILED} | ({CheckStatus.INCONCLUSIVE} if may_be_unknown else set())
        for change in (at(*place, value=other_value(value_at(honest.document, place))), gone(*place)):
            given = published(change)(honest)
            document = parse_document(given.data)
            source = mapping_source(files | {address: given.data})
            report = CredentialCheck(Translator(), document, source, date(2026, 2, 2)).report()
            assert report.status in expected, (place, report)


@pytest.mark.parametrize("value", [None, True, 5, "", "x", [], ["x"], {}, {"id": ["x"]}, "in a list"])
def test_an_entry_of_any_type_is_judged(
    _first_award: Site, monkeypatch: pytest.MonkeyPatch, value: object
) -> None:
    """Whoever has the key can sign anything, and of one in a list the signature is the same as without."""
    monkeypatch.setattr("generator.openbadges.credential_check.proof_is_valid", lambda *_: True)
    honest = Awarded(_first_award.output)
    files = {f"{BASE}{name}": data for name, data in _first_award.pages().items()}
    for place in places(honest.document):
        document = honest.document
        at(*place, value=[value_at(document, place)] if value == "in a list" else value)(document)
        files[f"{BASE}credentials/{NAME}.json"] = encoded(document)
        check = CredentialCheck(Translator(), document, mapping_source(files), date(2026, 2, 2))
        assert check.report().results, place
