"""Observations of one prompt in one class, for tests of the privacy gate."""

from datetime import date

from generator.model import Inquiry, Observation, Prompt, Prose, Tool

TOOL = Tool("talk", "Talk", (Prompt("explains", "Explains"),))


def visit(*groups: tuple[str, float, float], day: int = 2, observer: str = "") -> tuple[Observation, ...]:
    """One visit: (group, count, n) a row; an empty group is the whole class."""
    return tuple(
        Observation(
            date(2025, 9, day),
            "period-2",
            "Period 2",
            "explains",
            100 * count / n,
            count,
            n,
            group=group,
            observer=observer,
            file="data/period-2.csv",
            row=number,
        )
        for number, (group, count, n) in enumerate(groups, start=2)
    )


def inquiry_of(*rows: Observation, id: str = "i") -> Inquiry:
    """An inquiry with these observations and the tool `talk`."""
    return Inquiry(id, "t", "Title", Prose("", ""), tool="talk", observations=rows)
