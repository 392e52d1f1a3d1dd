"""Memory changes how long a build takes, and nothing else."""

import random
from collections.abc import Callable

import pytest

from generator.building.site_assembly import BuiltSite as Made
from generator.building.site_assembly import build_in_memory
from generator.memoize import ProcessMemo, digest, no_cache
from generator.site.audience import Audience
from tests.conftest import ANA, PROGRAM, SUSTAINED, Site


def test_the_same_key_is_worked_out_once_a_round_and_in_the_round_after() -> None:
    memory, worked = ProcessMemo(), []

    def ask(key: bytes) -> bytes:
        def work() -> bytes:
            worked.append(key)
            return key

        return memory(key, work)

    assert [ask(b"a"), ask(b"a"), ask(b"b")] == [b"a", b"a", b"b"]
    memory.end_generation()
    ask(b"a")
    memory.end_generation()
    assert worked == [b"a", b"b"]
    assert [ask(b"a"), ask(b"b")] == [b"a", b"b"], "b was let go, because the last round did not ask for it"
    assert worked == [b"a", b"b", b"b"]


def test_nothing_is_remembered_of_work_that_failed() -> None:
    memory = ProcessMemo()
    with pytest.raises(ZeroDivisionError):
        memory(b"a", lambda: 1 // 0)
    assert memory(b"a", lambda: 1) == 1


def test_no_memory_works_every_time() -> None:
    assert [no_cache(b"a", lambda: 1), no_cache(b"a", lambda: 2)] == [1, 2]


def test_other_parts_are_another_key() -> None:
    keys = [
        digest(),
        digest(""),
        digest("ab"),
        digest("a", "b"),
        digest([("a", b"b")]),
        digest([("ab", b"")]),
        digest([("a", b""), ("b", b"")]),
        digest([("a", b"")], [("b", b"")]),
        digest([]),
    ]
    assert len(set(keys)) == len(keys)
    assert digest("ab") == digest(b"ab")


REFLECTION = f"{ANA}/reflections/2025-10-03.md"
INQUIRY = str(PROGRAM[f"{ANA}/inquiry.md"])
BEN = "teachers/ben-carter/reading/inquiry.md"
EDITS: list[dict[str, str | bytes | None]] = [
    {REFLECTION: "---\ndate: 2025-10-03\n---\n\nOther words, and [a link](../../../ben-carter/about.md).\n"},
    {REFLECTION: "---\ndate: Friday\n---\n\nBroken.\n"},
    {REFLECTION: str(PROGRAM[REFLECTION])},
    {f"{ANA}/inquiry.md": INQUIRY.replace("publish: true", "publish: false")},
    {f"{ANA}/inquiry.md": INQUIRY.replace("2025-10-27", "2025-10-20")},
    {f"{ANA}/inquiry.md": INQUIRY},
    {f"{ANA}/data/period-2.csv": SUSTAINED.replace(",9,4", ",11,4")},
    {f"{ANA}/data/period-2.csv": SUSTAINED},
    {f"{ANA}/data/period-4.csv": SUSTAINED},
    {BEN: "---\ntitle: Reading aloud\npublish: true\n---\n\nSoon, [Ana](../../ana-lopez/about.md).\n"},
    {"teachers/carla/about.md": "---\nname: Carla\n---\n"},
    {"teachers/ana-lopez/about.md": "---\nname: Ana Maria Lopez\n---\n"},
    {"tools/math-talk.yml": str(PROGRAM["tools/math-talk.yml"]).replace("Asks a", "Asks someone a")},
    {"tools/math-talk.yml": str(PROGRAM["tools/math-talk.yml"])},
    {"program.yml": str(PROGRAM["program.yml"]) + "language: es\n"},
    {"program.yml": "title: [\n"},
    {"program.yml": str(PROGRAM["program.yml"])},
    {"../themes/default/words.yml": '"Teachers": Our teachers\n'},
    {"../themes/default/styles/own.css": "p { color: red }"},
]


@pytest.mark.parametrize("seed", range(2))
def test_any_edits_give_the_bytes_and_problems_of_a_clean_build(site: Callable[..., Site], seed: int) -> None:
    dice, memory, one = random.Random(seed), ProcessMemo(), site()
    for edit in dice.choices(EDITS, k=6):
        one.change(edit)
        audience = Audience.PREVIEW if dice.random() < 0.5 else Audience.PUBLIC
        made = build_in_memory(one.options(audience), lambda *_: None, memory)
        memory.end_generation()
        clean = build_in_memory(one.options(audience), lambda *_: None)
        assert made.problems == clean.problems
        if isinstance(made, Made):
            assert isinstance(clean, Made)
            assert made.files == clean.files
            assert list(made.files) == list(clean.files)
