"""The places in a text that are filled with values: a translation may only have those of its English."""

import re
from string import Formatter

_POSITION = re.compile(r"%[sd]")  # as libraries write them whose texts we take


def text_places(text: str) -> frozenset[str]:
    """The `{name}` places of a text, each with how its value is written: `{n:d}` is not `{n}`; and `%d`.

    A text that cannot be read has a place that no text has.
    """
    try:
        return frozenset(
            f"{name}!{conversion}:{spec}"
            for _, name, spec, conversion in Formatter().parse(text)
            if name is not None
        ) | frozenset(_POSITION.findall(text))
    except ValueError:
        return frozenset({"\0"})
