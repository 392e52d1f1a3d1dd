"""An award is checked against what its own program publishes."""

from collections.abc import Callable

from generator.model import Award, Issuer, Program
from generator.openbadges.check_result import CheckQuestion
from generator.openbadges.signing_keys import new_key
from generator.site.awards.award_check import check_award, no_credential_problem
from tests.conftest import Site
from tests.openbadges.awards import BASE, KEY, NAME, award, earned, issuer, verify
from tests.site.views import render_context

PROGRAM = Program("Maple Grove", url=BASE, issuer=Issuer("Maple Grove District", keys=(KEY.public,)))


def test_a_file_without_a_credential_of_this_address_has_no_document() -> None:
    for credential in (b"name,mark\n", b"{}", b'{"id": "https://other.example.org/credentials/x.json"}'):
        checked = check_award(render_context(PROGRAM), NAME, Award("visible", {}), credential)
        assert checked.document == {}
        assert checked.signed_document == {}
        assert [result.question for result in checked.report.failures] == [CheckQuestion.FORM]


def test_an_award_that_the_register_does_not_list_is_not_asked_anything_else() -> None:
    credential = f'{{"id": "{BASE}credentials/{NAME}.json"}}'.encode()
    checked = check_award(render_context(PROGRAM), NAME, Award("visible", {}), credential)
    assert [result.question for result in checked.report.results] == [CheckQuestion.REVOCATION]
    assert checked.signed_document == {}


def test_a_folder_without_its_credential_is_named() -> None:
    problem = no_credential_problem("teachers/ana/talk/awards/visible/credential.json")
    assert (problem.code, problem.is_error) == ("award-incomplete", False)


def test_old_awards_stay_valid_under_a_new_key_but_not_without_the_old_one(awarded: Site) -> None:
    newer = new_key()
    awarded.change({"program.yml": issuer(newer, KEY)}).build()
    assert verify(awarded, awarded.output / f"credentials/{NAME}.json", "--site", "output").status == 0
    outcome = awarded.change({"program.yml": issuer(newer)}).build()
    assert [problem.code for problem in outcome.problems if problem.severity != "notice"] == ["award-fails"]
    page = awarded.page(f"credentials/{NAME}")
    assert "does not list" in page
    assert not (awarded.output / f"badges/{NAME}.png").exists()


def test_a_site_that_moved_says_so(awarded: Site) -> None:
    outcome = awarded.change({"program.yml": issuer(KEY, url="https://new.example.org/")}).build()
    assert [problem.code for problem in outcome.problems if problem.severity != "notice"] == [
        "award-fails",
        "did-changed",
    ]
    assert "another address" in awarded.page(f"credentials/{NAME}")


def test_that_an_award_expired_is_no_fault(site: Callable[..., Site]) -> None:
    one = earned(site)
    award(one, "--expires", "2026-01-31")
    outcome = one.build()
    assert [(problem.code, problem.severity) for problem in outcome.problems if "award" in problem.code] == [
        ("award-expired", "notice")
    ]
    assert "It expired after January 31, 2026" in one.page(f"credentials/{NAME}")


def test_a_badge_that_the_register_does_not_know_is_not_shown(awarded: Site) -> None:
    for file in ("register.json", "revocation.json"):
        (awarded.content / "credentials" / file).unlink()
    outcome = awarded.build()
    assert [problem.code for problem in outcome.problems if problem.severity != "notice"] == ["award-fails"]
    assert "It is not in the register" in awarded.page(f"credentials/{NAME}")
