"""What the program publishes as an issuer, and what is wrong with it."""

import json
import shutil
from collections.abc import Callable

import pytest

from generator.model import Issuer, Program
from generator.privacy.known_words import program_vocabulary
from generator.privacy.masking import LogQuoting
from generator.site.awards.issuer_pages import issuer_part
from tests.conftest import Site
from tests.openbadges.awards import BASE, KEY, NAME, SECRET, earned, issuer
from tests.site.views import micro_credential, render_context


def codes(program: Program) -> list[str]:
    return [problem.code for problem in issuer_part(render_context(program), ()).problems]


def issuing(did: str = "", keys: tuple[str, ...] = (KEY.public,)) -> Program:
    return Program(
        "Maple Grove",
        url=BASE,
        issuer=Issuer("Maple Grove District", did, keys),
        micro_credentials={"visible": micro_credential("visible", "Visible thinking")},
    )


def test_a_program_that_does_not_issue_publishes_nothing() -> None:
    part = issuer_part(render_context(Program("Maple Grove", url=BASE)), ())
    assert (part.files, part.problems) == ({}, ())


def test_an_issuer_publishes_its_key_and_its_achievements() -> None:
    part = issuer_part(render_context(issuing()), ())
    assert not part.problems
    assert KEY.public.encode() in b"".join(part.files.values())
    (achievement,) = [json.loads(data) for name, data in part.files.items() if "visible" in name]
    assert achievement["name"] == "Visible thinking"


@pytest.mark.parametrize(
    ("program", "code"),
    [
        (issuing(did="did:example:7"), "bad-did"),
        (issuing(did="did:web:elsewhere.example.org"), "did-elsewhere"),
        (issuing(keys=("z6MkNotAKey",)), "bad-key"),
    ],
)
def test_a_mistake_in_the_issuer_is_named(program: Program, code: str) -> None:
    assert code in codes(program)


def test_mistakes_in_the_issuer_are_named_without_quoting_a_key(site: Callable[..., Site]) -> None:
    wrong = issuer(KEY).replace(KEY.public, SECRET)
    outcome = earned(site, {"program.yml": wrong}).build()
    assert "bad-key" in [problem.code for problem in outcome.problems]
    assert SECRET not in "".join(problem.message for problem in outcome.problems)


def test_an_award_whose_inquiry_left_is_not_forgotten(awarded: Site) -> None:
    shutil.rmtree(awarded.content / "teachers/ana-lopez")
    outcome = awarded.build()
    log = LogQuoting(vocabulary=program_vocabulary(None)).problems(outcome.problems)
    assert [problem.message for problem in log if problem.code == "award-gone"] == [
        f"The award {NAME} no longer has a page, so no one who holds its badge can have it checked."
    ]
