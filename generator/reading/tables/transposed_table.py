"""A table that lies on its side: a row a student or a prompt, and a column a visit."""

from generator.problems import Place, Problem, error
from generator.reading.tables.columns import ColumnRole, classify
from generator.reading.tables.dates import read_dates
from generator.reading.tables.raw_table import RawTable

_FEWEST_DATES = 2  # headings
_DATES = (ColumnRole.DATE, ColumnRole.STAMP)


def transposed_problem(table: RawTable) -> Problem | None:
    """One problem where the headings of a table are its dates; None for any other table."""
    if any(classify(heading, None) in _DATES for heading in table.header):
        return None
    dates = [index for index, heading in enumerate(table.header) if _is_date(heading)]
    if len(dates) < _FEWEST_DATES:
        return None
    return error(
        "lies-on-its-side",
        Place(table.file, row=1, column=dates[0] + 1),
        "This table is sideways: its headings are the dates of the visits.",
        "Give each visit a row: its date, how many students were there (n), and for each prompt how many "
        "of them did it.",
    )


def _is_date(heading: str) -> bool:
    """Whether a heading is a date in any form, one without a year too, or ends in one (Quiz 9/8), as the
    assignments of a gradebook do."""
    dates = read_dates([heading, heading.split()[-1] if heading.split() else ""])
    return any(dates.days) or any(
        mistake in ("ambiguous-dates", "no-year", "which-year") for _, mistake in dates.mistakes
    )
