"""How cells, dates and headings are written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date as Date

from hypothesis import strategies as st

_SPANISH = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre"]
_SPANISH += ["octubre", "noviembre", "diciembre"]
DAYS: dict[str, Callable[[Date], str]] = {
    "iso": lambda day: day.isoformat(),
    "m/d/y": lambda day: f"{day:%m/%d/%Y}",
    "d/m/y": lambda day: f"{day.day}/{day.month}/{day.year}",
    "d.m.y": lambda day: f"{day:%d.%m.%Y}",
    "m/d/yy": lambda day: f"{day.month}/{day.day}/{day:%y}",
    "d-m-yy": lambda day: f"{day:%d-%m-%y}",
    "yy-m-d": lambda day: f"{day:%y-%m-%d}",
    "8-Sep-25": lambda day: f"{day.day}-{day:%b}-{day:%y}",
    "Sep 8, 2025": lambda day: f"{day:%b} {day.day}, {day.year}",
    "8 de septiembre de 2025": lambda day: f"{day.day} de {_SPANISH[day.month - 1]} de {day.year}",
    "Monday, September 8, 2025": lambda day: f"{day:%A, %B} {day.day}, {day.year}",
    "compact": lambda day: f"{day:%Y%m%d}",
}
_HEADINGS: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "capitals": str.upper,
    "numbered": lambda text: f"3. {text}",
    "as a question": lambda text: f"Q2: {text}",
    "in quotation marks": lambda text: f"“{text}”",
    "with an addition": lambda text: f"{text} (today)",
    "with two spaces": lambda text: f" {text}  ",
}
_WORDS = {
    "date": ["date", "Date of observation", "Fecha de observación", "fecha"],
    "class": ["class", "Which period?", "Sección", "Class period", "¿Qué clase?"],
    "n": ["n", "Number present", "# of students", "¿Cuántos estudiantes había?"],
    "time": ["time", "What time was it?", "Hora de la visita"],
    "group": ["group", "Which students?", "Grupo"],
    "observer": ["observer", "Who observed?", "Observadora"],
    "note": ["note", "Notas"],
    "explains": ["explains", "Explains own thinking"],
    "asks": ["asks", "Asks a question"],
    "waits": ["waits", "Waits for an adult"],
}


@dataclass(frozen=True)
class Style:
    """`share` writes a count of n in one cell; empty: there is a column n."""

    separator: str
    encoding: str
    newline: str
    ends: bool  # with a line end after the last row
    quoted: bool
    comma: bool  # decimal comma
    thousands: str  # what parts them
    percent: str
    day: str
    blank: str
    share: str
    heading: str
    words: int

    def date(self, day: Date) -> str:
        """A day."""
        return DAYS[self.day](day)

    def head(self, role: str) -> str:
        """A heading; the words of a form's columns stay as they are."""
        words = _WORDS.get(role, [role])
        return _HEADINGS[self.heading](words[self.words % len(words)])

    def count(self, number: int | None) -> str:
        """A whole number."""
        if number is None:
            return self.blank
        return f"{number:,}".replace(",", self.thousands)

    def percentage(self, number: float | None) -> str:
        """A percentage, with a sign or without."""
        if number is None:
            return self.blank
        return str(number).replace(".", "," if self.comma else ".") + self.percent

    def counted_of(self, number: int | None, n: int) -> str:
        """A count of n in one cell."""
        return self.blank if number is None else self.share.format(number, n)


PLAIN = Style(",", "utf-8", "\n", True, False, False, "", "", "iso", "", "", "as it is", 0)
ENCODINGS = (
    *("utf-8", "utf-8-sig", "utf-16-le with its mark", "utf-16-be with its mark"),
    *("utf-16-le", "utf-16-be", "cp1252", "mac_roman"),
)
styles = st.builds(
    Style,
    separator=st.sampled_from([",", ",", ";", "\t", "|"]),
    encoding=st.sampled_from(["utf-8", "utf-8", "utf-8", *ENCODINGS]),
    newline=st.sampled_from(["\n", "\r\n", "\r"]),
    ends=st.booleans(),
    quoted=st.booleans(),
    comma=st.booleans(),
    thousands=st.sampled_from(["", "", ",", ".", " ", "\u202f", "\xa0", "'"]),
    percent=st.sampled_from(["", "", "%", " %", "\u202f%"]),
    day=st.sampled_from(["iso", "iso", *DAYS]),
    blank=st.sampled_from(["", "", "NA", "-", "n/a"]),
    share=st.sampled_from(["", "", "{}/{}", "{} of {}", "{} out of {}", "{} de {}", "{} / {}"]),
    heading=st.sampled_from(["as it is", *_HEADINGS]),
    words=st.integers(0, 3),
)
