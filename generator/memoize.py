"""How a stage asks for work that may have been done before, and the memory of one process.

A stage hands over a key, a digest of everything its work is a function of, and the work itself; what
it gets back is the same either way.  Nothing is tracked or invalidated: other values, another key.
"""

from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import Any, Protocol, TypeVar

Result = TypeVar("Result")


class Memoizer(Protocol):
    """How a stage asks: the result of `work`, from memory where `key` is known.

    `shape` is the type of a result that may be kept on the disk too; without one it is remembered
    within a process at most.
    """

    def __call__(self, key: bytes, work: Callable[[], Result], shape: Any = None) -> Result: ...


def no_cache(key: bytes, work: Callable[[], Result], shape: Any = None) -> Result:
    """No memory at all."""
    return work()


class ProcessMemo:
    """What the latest round of work was made of, in this process; older rounds are let go.

    Not safe for two threads at once: one build at a time asks it.
    """

    def __init__(self) -> None:
        self._before: dict[bytes, Any] = {}
        self._now: dict[bytes, Any] = {}

    def __call__(self, key: bytes, work: Callable[[], Result], shape: Any = None) -> Result:
        if key not in self._now:
            self._now[key] = self._before[key] if key in self._before else work()
        result: Result = self._now[key]
        return result

    def end_generation(self) -> None:
        """The end of a round: what it did not ask for is forgotten."""
        self._before, self._now = self._now, {}


def digest(*parts: bytes | str | Iterable[tuple[str, bytes]]) -> bytes:
    """A key of texts, bytes and files (name, bytes); lengths are part of it, so that no two lists of
    parts run into one another."""
    whole = blake2b(digest_size=20)
    for part in parts:
        if isinstance(part, str):
            part = part.encode()
        if isinstance(part, bytes):
            whole.update(b"b%d:" % len(part))
            whole.update(part)
            continue
        for name, data in part:
            encoded = name.encode()
            whole.update(b"f%d:%d:" % (len(encoded), len(data)))
            whole.update(encoded)
            whole.update(data)
        whole.update(b";")
    return whole.digest()
