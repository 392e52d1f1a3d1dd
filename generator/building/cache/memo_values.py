"""What one piece of work asked its memory for: kept with the piece, so that what nobody asks for any
more goes with the next time it is made."""

import zlib
from collections.abc import Callable, Mapping
from typing import Any

from generator.building.cache.codec import Unreadable, decode, encode
from generator.memoize import Result

_FAST = 1  # zlib: pictures are half words and half numbers; more effort gains little


class MemoValues:
    """A `Remember` of what was worked out for this piece before; `asked` is what it needed this time."""

    def __init__(self, known: Mapping[bytes, bytes]) -> None:
        self._known = known
        self.asked: dict[bytes, bytes] = {}

    def __call__(self, key: bytes, work: Callable[[], Result], shape: Any = None) -> Result:
        if shape is None:
            return work()
        data = self.asked.get(key) or self._known.get(key)
        if data is not None:
            try:
                known: Result = decode(data, shape)
            except Unreadable:
                pass
            else:
                self.asked[key] = data
                return known
        result = work()
        self.asked[key] = encode(result)
        return result

    @property
    def changed(self) -> bool:
        """Whether this time asked for anything else than what was known."""
        return self.asked.keys() != self._known.keys()


def pack_values(notes: Mapping[bytes, bytes]) -> bytes:
    return zlib.compress(encode(notes), _FAST)


def unpack_values(data: bytes) -> dict[bytes, bytes]:
    """What was packed; nothing where the bytes are damaged."""
    try:
        return decode(zlib.decompress(data), dict[bytes, bytes]) if data else {}
    except (zlib.error, Unreadable):
        return {}
