"""What a unit wants remembered of its parts: asked once, kept while it is asked for."""

from generator.building.cache.memo_values import MemoValues, pack_values, unpack_values


def never() -> str:
    raise AssertionError("it is remembered")


def test_work_is_done_once_for_a_key() -> None:
    memo = MemoValues({})
    assert memo(b"key", lambda: "chart", str) == "chart"
    assert memo(b"key", never, str) == "chart"


def test_what_was_remembered_is_not_done_again() -> None:
    first = MemoValues({})
    first(b"key", lambda: "chart", str)
    second = MemoValues(first.used)
    assert second(b"key", never, str) == "chart"
    assert not second.changed


def test_what_nobody_asks_for_any_more_is_let_go() -> None:
    memo = MemoValues({b"old": b"x"})
    memo(b"new", lambda: "chart", str)
    assert list(memo.used) == [b"new"]
    assert memo.changed


def test_a_damaged_value_is_worked_out_again() -> None:
    memo = MemoValues({b"key": b"\xc1"})
    assert memo(b"key", lambda: "chart", str) == "chart"


def test_without_a_shape_nothing_is_kept() -> None:
    memo = MemoValues({})
    assert memo(b"key", lambda: object()) is not memo(b"key", lambda: object())
    assert memo.used == {}


def test_values_come_back_from_the_disk_and_damage_is_nothing() -> None:
    values = {b"key": b"\x00" * 1000, b"other": b"x"}
    packed = pack_values(values)
    assert len(packed) < 200
    assert unpack_values(packed) == values
    assert unpack_values(packed[:-3]) == {}
    assert unpack_values(b"") == {}
