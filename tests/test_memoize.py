"""Work that was done before is not done again."""

import pytest

from generator.memoize import ProcessMemo, digest, no_cache


def test_a_key_that_is_known_gives_the_value_from_before() -> None:
    memo = ProcessMemo()
    assert memo(b"key", lambda: 1) == 1
    assert memo(b"key", lambda: 2) == 1
    assert memo(b"other", lambda: 3) == 3


def test_what_one_whole_round_does_not_ask_for_is_forgotten() -> None:
    memo = ProcessMemo()
    memo(b"key", lambda: 1)
    memo.end_generation()
    assert memo(b"key", lambda: 2) == 1, "asked for in the round after"
    memo.end_generation()
    memo.end_generation()
    assert memo(b"key", lambda: 3) == 3


def test_work_that_fails_is_done_again() -> None:
    memo = ProcessMemo()
    with pytest.raises(ZeroDivisionError):
        memo(b"key", lambda: 1 // 0)
    assert memo(b"key", lambda: 2) == 2


def test_no_cache_always_works() -> None:
    assert (no_cache(b"key", lambda: 1), no_cache(b"key", lambda: 2)) == (1, 2)


def test_parts_do_not_run_into_one_another() -> None:
    keys = [
        digest("ab", "c"),
        digest("a", "bc"),
        digest("abc"),
        digest([("a", b"bc")]),
        digest([("ab", b"c")]),
        digest([("a", b"b"), ("c", b"")]),
        digest([("a", b"b")], [("c", b"")]),
    ]
    assert len(set(keys)) == len(keys)
    assert digest("ab", b"c") == digest(b"ab", "c")
