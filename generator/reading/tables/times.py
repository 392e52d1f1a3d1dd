"""A time of day, as people and forms write it -> 09:05, so that two visits of one day can be told apart."""

import re

_CLOCK = (
    r"(?P<h>\d{1,2})(?:[:.h](?P<m>\d{2})(?:[:.](?P<s>\d{2})(?:\.\d+)?)?)?"  # 9:05, 14h30, 9.05.30
    r"\s*(?P<half>[ap]\.?\s?m\.?)?(?:\s*h(?:rs?|oras?)?\.?)?"  # p.m., 14:30 h
)
_WHOLE = re.compile(rf"^{_CLOCK}$", re.IGNORECASE)
# after the day of a form's stamp; a time zone may follow, which the day does not look at either
_AFTER_DAY = re.compile(r"\d[T ,\u202f\xa0]+" + _CLOCK + r"(?:\s*(?:Z|[+-]\d|[A-Z]{3}).*)?$", re.IGNORECASE)


def read_time(text: str) -> str | None:
    """A cell of a `time` column as 09:05 (with seconds where it has some); empty where it is blank, None
    where it is not a time of day."""
    if not text.strip():
        return ""
    match = _WHOLE.match(text.strip())
    return _clock(match) if match and (match["m"] or match["half"]) else None


def time_in_stamp(text: str) -> str:
    """The time of day in a form's stamp; empty where it has none."""
    match = _AFTER_DAY.search(text.strip())
    return (_clock(match) if match and match["m"] else "") or ""


def _clock(match: re.Match[str]) -> str | None:
    hour, minute, second = int(match["h"]), int(match["m"] or 0), int(match["s"] or 0)
    half = (match["half"] or "").lower()[:1]
    if hour > (12 if half else 23) or minute > 59 or second > 59 or (half and hour == 0):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute:02}" + (f":{second:02}" if second else "")
