"""The frozen finding: it follows from its data, and a change in either is named."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from generator.model import RulesEdition
from generator.openbadges.frozen_finding import BadFinding, recompute
from tests.conftest import Site
from tests.openbadges.awards import AWARD, award, earned


@pytest.fixture
def frozen(site: Callable[..., Site]) -> tuple[bytes, bytes]:
    """(finding, data) of an award."""
    one = earned(site)
    assert award(one).status == 0
    folder = one.content / AWARD
    return (folder / "finding.json").read_bytes(), (folder / "data.csv").read_bytes()


def test_it_follows_from_its_data(frozen: tuple[bytes, bytes]) -> None:
    again = recompute(*frozen)
    assert again.follows
    assert again.requirement.classes_met == 1
    document = json.loads(frozen[0])
    assert document["rules"] == again.edition == RulesEdition.SECOND
    assert document["inputs"]["requirement"]["growth"] == again.requirement.growth_role
    assert "verdict_text" not in document["series"][0]


def test_it_says_nothing_about_people(frozen: tuple[bytes, bytes]) -> None:
    assert b"Ana" not in frozen[0] + frozen[1]
    assert b"explain their" not in frozen[0]


def test_another_verdict_is_named_with_the_series(frozen: tuple[bytes, bytes]) -> None:
    finding, data = frozen
    lines = data.decode().splitlines()
    weaker = [line if ",explains," not in line or line < "2025-11-20" else _with(line, "5") for line in lines]
    again = recompute(finding, ("\n".join(weaker) + "\n").encode())
    first = again.differences[0]
    assert (first.class_name, first.prompt and first.prompt.id, first.figure) == (
        "Period 2",
        "explains",
        "verdict",
    )
    assert (first.signed, first.computed) == ("sustained_improvement", "wrong_direction")
    assert not again.follows


def test_another_figure_is_named_where_the_verdict_is_the_same(frozen: tuple[bytes, bytes]) -> None:
    finding, data = frozen
    document = json.loads(finding)
    document["series"][0]["median"] += 1
    first = recompute(json.dumps(document).encode(), data).differences[0]
    assert first.figure == "median"


def test_a_requirement_that_is_not_met_does_not_follow(frozen: tuple[bytes, bytes]) -> None:
    finding, data = frozen
    document = json.loads(finding)
    document["inputs"]["requirement"]["classes"] = 2
    assert not recompute(json.dumps(document).encode(), data).follows


@pytest.mark.parametrize("finding", [b"", b"{}", b"[]", b'{"inputs": {}}', b"\xff"])
def test_what_cannot_be_read_is_no_finding(frozen: tuple[bytes, bytes], finding: bytes) -> None:
    with pytest.raises(BadFinding):
        recompute(finding, frozen[1])


@pytest.mark.parametrize(
    "data", [b"", b"a,b\n1,2\n", b"\xff", b"date,class,prompt,count,n,value\nx,y,z,1,2,3\n"]
)
def test_what_is_no_table_of_ours_is_no_evidence(frozen: tuple[bytes, bytes], data: bytes) -> None:
    with pytest.raises(BadFinding):
        recompute(frozen[0], data)


def _with(line: str, count: str) -> str:
    date, name, prompt, _, n, _ = line.split(",")
    return f"{date},{name},{prompt},{count},{n},{100 * int(count) / int(n)!r}"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda document: document["inputs"]["requirement"].update(classes=0),
        lambda document: document["inputs"]["requirement"].update(prompts=[]),
        lambda document: document["inputs"]["requirement"].update(prompts=["other"]),
        lambda document: document["series"].append(document["series"][0]),
        lambda document: document.update(rules="99"),
        lambda document: document.update(schema=99),
        lambda document: document["inputs"]["phases"].append({"class": "Period 2"}),
        lambda document: document["series"][0].update(phase=float("inf")),
    ],
)
def test_what_asks_for_nothing_or_says_things_twice_proves_nothing(
    frozen: tuple[bytes, bytes], spoil: Callable[[dict[str, Any]], object]
) -> None:
    document = json.loads(frozen[0])
    spoil(document)
    with pytest.raises(BadFinding):
        recompute(json.dumps(document).encode(), frozen[1])


@pytest.mark.parametrize("cells", [",14,25,55.0", ",nan,26,53.8", ',"14', ",14,26,1e999"])
def test_a_table_whose_numbers_do_not_add_up_proves_nothing(frozen: tuple[bytes, bytes], cells: str) -> None:
    lines = frozen[1].decode().splitlines()
    spoiled = ",".join(lines[1].split(",")[:3]) + cells
    with pytest.raises(BadFinding):
        recompute(frozen[0], "\n".join([lines[0], spoiled, *lines[2:]]).encode())


def test_a_number_of_any_length_is_another_number(frozen: tuple[bytes, bytes]) -> None:
    document = json.loads(frozen[0])
    document["series"][0]["median"] = 10**400
    assert recompute(json.dumps(document).encode(), frozen[1]).differences[0].figure == "median"
