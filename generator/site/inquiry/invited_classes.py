"""The classes that an invitation names: links to tally page and sheet with class and number filled in."""

from collections import Counter
from collections.abc import Sequence
from datetime import date as Date
from urllib.parse import quote, urlencode

from markupsafe import Markup
from msgspec import Struct

from generator.model import DeclaredClass, Inquiry, Observation
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.program.tally_sheet_page import tally_qr_code

MOST_STUDENTS = 999  # the tally page takes no more


class InvitedClass(Struct, frozen=True):
    """`label` names the class and its number of students; `fragment` tells both to the tally page and the
    sheet, behind the # of their addresses; `qr` is the code of the link to the tally page, empty without
    one."""

    label: str
    fragment: str
    qr: Markup


def invited_classes(context: InquiryContext, tally: str) -> tuple[InvitedClass, ...]:
    """Each class of the inquiry; `tally` is the address of the tally page, empty without one."""
    fewest = context.render.program.min_group_size
    return tuple(
        _invited_class(context, tally, name, students if students and students >= fewest else None)
        for name, students in _classes_with_size(context.inquiry)
    )


def _invited_class(context: InquiryContext, tally: str, name: str, students: int | None) -> InvitedClass:
    gettext = context.translator.gettext
    values: dict[str, str | int] = {"class": name}
    if students is not None:
        values["n"] = students
    fragment = urlencode(values, quote_via=quote)
    qr_label = gettext("QR code of the tally page for {class}", **{"class": name})
    return InvitedClass(
        label=gettext("{class}, {n} students", **values) if students is not None else name,
        fragment=fragment,
        qr=tally_qr_code(context.render, tally, fragment, qr_label),
    )


def _classes_with_size(inquiry: Inquiry) -> list[tuple[str, int | None]]:
    """The classes that inquiry.md declares, else those of the tables, and how many students each has."""
    names = {row.class_id: row.class_name for row in reversed(inquiry.observations)}
    declared = inquiry.classes or tuple(
        DeclaredClass(names[class_id])
        for class_id in dict.fromkeys(row.class_id for row in inquiry.observations)
    )
    return [
        (item.name, item.students or usual_size([row for row in inquiry.observations if _is_of(row, item)]))
        for item in declared
    ]


def _is_of(row: Observation, declared: DeclaredClass) -> bool:
    return row.class_name == declared.name or row.class_name in declared.also


def usual_size(rows: Sequence[Observation]) -> int | None:
    """How many students most visits of a class had, of equally frequent numbers the larger; None where the
    tables do not say it in whole numbers."""
    sizes: dict[tuple[Date | None, str, str], int] = {}
    for row in rows:
        if row.n is not None and not row.group and 1 <= row.n <= MOST_STUDENTS and row.n == int(row.n):
            sizes.setdefault((row.date, row.time, row.observer), int(row.n))
    frequent = Counter(sizes.values())
    return max(frequent, key=lambda size: (frequent[size], size), default=None)
