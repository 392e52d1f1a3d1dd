"""The memo values of one unit: texts and charts that it asked for when it was built.

They are kept with the unit, so that a value that nobody asks for any more goes when the unit is built
the next time.
"""

import zlib
from collections.abc import Callable, Mapping
from typing import Any

from generator.building.cache.codec import Unreadable, decode, encode
from generator.memoize import Result

_FAST = 1  # zlib: pictures are half words and half numbers; more effort gains little


class MemoValues:
    """A Memoizer over the values that were remembered of a unit; `used` are those asked for this time."""

    def __init__(self, remembered: Mapping[bytes, bytes]) -> None:
        self._remembered = remembered
        self.used: dict[bytes, bytes] = {}

    def __call__(self, key: bytes, work: Callable[[], Result], shape: Any = None) -> Result:
        if shape is None:
            return work()
        data = self.used.get(key) or self._remembered.get(key)
        if data is not None:
            try:
                value: Result = decode(data, shape)
            except Unreadable:
                pass
            else:
                self.used[key] = data
                return value
        result = work()
        self.used[key] = encode(result)
        return result

    @property
    def changed(self) -> bool:
        """Whether other values were asked for than were remembered."""
        return self.used.keys() != self._remembered.keys()


def pack_values(values: Mapping[bytes, bytes]) -> bytes:
    """The values as the store keeps them."""
    return zlib.compress(encode(values), _FAST)


def unpack_values(data: bytes) -> dict[bytes, bytes]:
    """The values that were packed; none where the bytes are damaged."""
    try:
        return decode(zlib.decompress(data), dict[bytes, bytes]) if data else {}
    except (zlib.error, Unreadable):
        return {}
