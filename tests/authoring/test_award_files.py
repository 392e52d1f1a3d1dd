"""The files of an award, and when two awards say the same."""

import json
import math
from collections.abc import Callable

import pytest

from generator.authoring import award_files
from generator.authoring.award_files import AwardDifferences, AwardDocuments, StandingAward
from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.model import RulesEdition
from generator.openbadges.frozen_finding import freeze_finding
from tests.conftest import Site
from tests.openbadges.awards import AWARD, award, earned, verify


def freeze_as_another_python(evaluated: EvaluatedInquiry, edition: RulesEdition) -> bytes:
    """The finding with the next larger float in one place, as another order of additions gives it."""
    document = json.loads(freeze_finding(evaluated, edition))
    entry = next(entry for entry in document["series"] if isinstance(entry["median"], float))
    entry["median"] = math.nextafter(entry["median"], math.inf)
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def test_an_award_stays_where_another_python_rounds_the_last_digit_otherwise(
    site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = earned(site)
    with monkeypatch.context() as another_python:
        another_python.setattr(award_files, "freeze_finding", freeze_as_another_python)
        assert award(one).status == 0
    frozen = {path.name: path.read_bytes() for path in (one.content / AWARD).iterdir()}
    again = award(one)
    assert (again.status, "up to date" in again.out) == (0, True), again.err
    assert {path.name: path.read_bytes() for path in (one.content / AWARD).iterdir()} == frozen
    done = verify(one, one.content / AWARD / "credential.json")
    assert "It verifies with those files." in done.out


def test_another_figure_is_another_award(site: Callable[..., Site]) -> None:
    one = earned(site)
    assert award(one).status == 0
    one.change({"teachers/ana-lopez/visible-thinking/data/period-2.csv": None})
    assert award(one).status == 1


def standing(credential: bytes, data: bytes = b"date\n") -> StandingAward:
    return StandingAward({"f/credential.json": credential, "f/data.csv": data}, "", None, None)


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        (standing(b'{"proof": [2], "id": "a", "issuer": {"name": "M"}}'), AwardDifferences()),
        (standing(b'{"proof": [2], "id": "a", "issuer": {}}'), AwardDifferences(added=("issuer.name",))),
        (standing(b'{"id": "b", "issuer": {"name": "M", "x": 1}}'), AwardDifferences(("id", "issuer.x"))),
        (standing(b'{"id": "a", "issuer": {"name": "M"}}', b"date,n\n"), AwardDifferences(("data.csv",))),
    ],
)
def test_what_an_award_lacks_is_told_from_what_has_changed(
    stored: StandingAward, expected: AwardDifferences
) -> None:
    documents = AwardDocuments({"id": "a", "issuer": {"name": "M"}}, {"data.csv": b"date\n"})
    assert documents.compare(stored, "f") == expected
