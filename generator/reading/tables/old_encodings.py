"""Names in a table that was saved in an old encoding: Windows' and the Macintosh's have other letters for the
same bytes, and nothing in the file says which it is.

What was read as Windows-1252 and looks like Mac Roman (`Secci—n`, `OÕBrien`) would be a class of its own.
"""

import re
from collections.abc import Iterator

from generator.problems import Problem, error
from generator.reading.tables.columns import ColumnRole
from generator.reading.tables.raw_table import WINDOWS_1252
from generator.reading.tables.row_context import TableContext

_NAMES = (ColumnRole.CLASS, ColumnRole.GROUP, ColumnRole.OBSERVER)
# bytes 80 to 9f: rare in a word of Windows-1252, and the accented letters of Mac Roman
_RARE = "[€‚ƒ„…†‡ˆ‰‹•–—˜™›ŠŒŽšœžŸ]"
_DOUBTFUL = re.compile(
    rf"[^\W\d_]{_RARE}|{_RARE}[^\W\d_]"
    # an opening mark after a letter, a closing one that is no apostrophe
    r"|(?<=[^\W\d_])[‘“]|(?<=[a-z])”(?=\w)|(?<=[a-z])’(?=\w)(?!(?:s|t|d|m|re|ve|ll)\b)"
    r"|^[^‘]*(?<=[a-rt-z])’(?!\w)"
    # a capital within a word: what Mac Roman has for quotation marks, dashes, dots
    r"|(?<=[^\W\d_])[À-ÖØ-Þ](?=\w*[a-zß-ÿ])|(?<=[a-zß-ÿ])[À-ÖØ-Þ]|[ÐÊÉÑÒÓÔÕ](?![^\W\d_])"
)


def check_spelling(context: TableContext) -> list[Problem]:
    """An error for each name of a class, a group or an observer that may be spelt otherwise."""
    if context.table.encoding != WINDOWS_1252:
        return []
    return list(_doubtful_names(context))


def _doubtful_names(context: TableContext) -> Iterator[Problem]:
    for role in _NAMES:
        if context.columns.index(role) is None:
            continue
        rows_of: dict[str, int] = {}
        for index, row in enumerate(context.table.rows):
            rows_of.setdefault(context.cell(row, role), index)
        for name, index in rows_of.items():
            if _DOUBTFUL.search(name):
                yield error(
                    "which-encoding",
                    context.place(index, role),
                    "The spelling of {name} is not certain: this table is saved in an old Windows or "
                    "Macintosh encoding.",
                    "Save the table again as CSV UTF-8.",
                    name=name[:40],
                )
