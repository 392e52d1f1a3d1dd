"""Encodes frozen values as bytes, and decodes them by their types.

Decoding runs no code of whoever wrote the bytes, as unpickling would, and makes no markup that could run.
"""

from functools import cache
from typing import Any

import msgspec
from markupsafe import Markup

from generator.inert_markup import is_inert
from generator.problems import Phrase

_PHRASE = 1


class Unreadable(Exception):
    """These bytes are damaged, or of another shape."""


def encode(value: object) -> bytes:
    """The value as MessagePack."""
    return _encoder().encode(value)


def decode(data: bytes, shape: Any) -> Any:
    """The value of type `shape` that was encoded.  Raises Unreadable."""
    try:
        return _decoder(shape).decode(data)
    except (msgspec.MsgspecError, ValueError, TypeError, RecursionError) as trouble:
        raise Unreadable(str(trouble)) from trouble


@cache
def _encoder() -> msgspec.msgpack.Encoder:
    return msgspec.msgpack.Encoder(enc_hook=_encode_other)


@cache
def _decoder(shape: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(shape, dec_hook=_decode_other, ext_hook=_decode_extension)


def _encode_other(value: object) -> object:
    """Texts with a type of their own; what else a problem may show is kept as it is shown."""
    if isinstance(value, Phrase):
        return msgspec.msgpack.Ext(_PHRASE, str(value).encode())
    return str(value)


def _decode_other(shape: type, value: object) -> object:
    if shape is Markup:
        if isinstance(value, str) and is_inert(value):
            return Markup(value)
        raise ValueError("markup that this program does not write")
    if shape is object:  # what a problem shows may be anything
        return value
    raise NotImplementedError(shape)


def _decode_extension(code: int, data: memoryview) -> object:
    if code != _PHRASE:
        raise ValueError(code)
    return Phrase(bytes(data).decode())
