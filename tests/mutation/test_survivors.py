"""The list of survivors: what it must look like, and what it is held against."""

import pytest

from tests.mutation.survivors import FILE, HEADINGS, Comparison, Survivor, compare, read_survivors

HEAD = "\t".join(HEADINGS)
LESS = ("m.py:is_few", "return n {< => <=} FEWEST")
MORE = ("m.py", "FEWEST = {10 => 11}")


def test_a_line_is_a_place_a_change_and_a_reason() -> None:
    assert read_survivors(f"{HEAD}\nm.py\tn = {{1 => 2}}\tnobody reads it\n") == [
        Survivor("m.py", "n = {1 => 2}", "nobody reads it")
    ]


@pytest.mark.parametrize(
    "line", ["m.py\tn = {1 => 2}", "m.py\tn = {1 => 2}\t ", "m.py\ta\tb\nm.py\ta\tc", "m.py a b"]
)
def test_a_survivor_without_a_reason_or_there_twice_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"survivors\.tsv, line"):
        read_survivors(f"{HEAD}\n{line}\n")


def test_each_survivor_in_the_repository_has_a_reason() -> None:
    assert read_survivors(FILE.read_text("utf-8"))


def test_what_survives_without_a_reason_is_named() -> None:
    assert compare([], [LESS, MORE], [LESS]) == Comparison(unexplained=[LESS], dead=[], gone=[])


def test_a_reason_that_is_no_longer_needed_is_named() -> None:
    listed = [Survivor(*LESS, "a reason"), Survivor(*MORE, "a reason")]
    assert compare(listed, [LESS], []) == Comparison(unexplained=[], dead=[LESS], gone=[MORE])
    assert not any(compare(listed, [LESS, MORE], [LESS, MORE]))
