"""Values as bytes and back: the house's frozen values, by their types.  Reading runs no code of whoever
wrote the bytes, as unpickling would."""

from functools import cache
from typing import Any

import msgspec
from markupsafe import Markup

from generator.problems import Phrase

_PHRASE = 1


class Unreadable(Exception):
    """These bytes are not what was kept."""


def encode(value: object) -> bytes:
    return _encoder().encode(value)


def decode(data: bytes, shape: Any) -> Any:
    """The value that was encoded; Unreadable where the bytes are damaged or of another shape."""
    try:
        return _decoder(shape).decode(data)
    except (msgspec.MsgspecError, ValueError, TypeError, RecursionError) as trouble:
        raise Unreadable(str(trouble)) from trouble


@cache
def _encoder() -> msgspec.msgpack.Encoder:
    return msgspec.msgpack.Encoder(enc_hook=_plain)


@cache
def _decoder(shape: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(shape, dec_hook=_dressed, ext_hook=_extended)


def _plain(value: object) -> object:
    """Texts with a type of their own; what else a problem may show is kept as it is shown."""
    if isinstance(value, Phrase):
        return msgspec.msgpack.Ext(_PHRASE, str(value).encode())
    return str(value)


def _dressed(shape: type, value: object) -> object:
    if shape is Markup:
        return Markup(value)  # made by us, and read from our own file
    if shape is object:  # what a problem shows may be anything
        return value
    raise NotImplementedError(shape)


def _extended(code: int, data: memoryview) -> object:
    if code != _PHRASE:
        raise ValueError(code)
    return Phrase(bytes(data).decode())
