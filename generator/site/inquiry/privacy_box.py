"""The privacy box of an evidence page: what was done and checked, never that it is safe."""

from collections.abc import Iterator, Sequence

from generator.model import Inquiry, Program, Safeguard, Tool, Unit
from generator.privacy.rule_texts import RULES
from generator.words.translator import Translator


def privacy_lines(
    translator: Translator, program: Program, inquiry: Inquiry, tool: Tool | None, *, names_checked: bool
) -> tuple[str, ...]:
    """In the order in which a parent would ask; `names_checked` says that there was a roster."""
    lines = [translator.gettext("Only counts of a whole class or group are published, never of a student.")]
    if any(row.observer for row in inquiry.observations):
        lines.append(translator.gettext("In the tables observers appear as A and B."))
    if tool and tool.unit is Unit.STUDENTS:
        lines.append(_few(translator, program, inquiry))
    done = {one.rule for one in inquiry.safeguards if not one.reviewer}
    if done & {"P06", "P07"}:
        lines.append(
            translator.gettext(
                "Counts of fewer students than that, and counts from which they would follow, are hidden; "
                "in the charts they are gaps."
            )
        )
    if "P08" in done:
        lines.append(
            translator.gettext(
                "Where all of the students or none reached something, the charts and tables say at least "
                "95 % or at most 5 %, and no count."
            )
        )
    if inquiry.photos:
        lines.append(
            translator.gettext(
                "Photos were drawn anew without what a camera stores in them (place, time, owner)."
            )
        )
    lines.append(
        translator.gettext(
            "Texts and tables were compared with the names of the students before this was published."
        )
        if names_checked
        else translator.gettext(
            "This page was made where no list of students' names was at hand to compare it with."
        )
    )
    lines += _allowed(translator, inquiry.safeguards)
    lines.append(_attested(translator, program))
    return tuple(lines)


def _few(translator: Translator, program: Program, inquiry: Inquiry) -> str:
    text = translator.gettext(
        "A visit with fewer than {n} students is not published.",
        n=translator.format_number(program.min_group_size),
    )
    sizes = [row.n for row in inquiry.observations if row.n]
    if sizes:
        text += " " + translator.gettext(
            "The smallest group here has {n} students.", n=translator.format_number(min(sizes))
        )
    return text


def _allowed(translator: Translator, safeguards: Sequence[Safeguard]) -> Iterator[str]:
    """What the gate found and a second person let stand, with her reason."""
    for one in safeguards:
        if one.reviewer:
            yield translator.gettext(
                "Looked at and allowed by {name} until {date}: {rule} Reason: {reason}",
                name=one.reviewer,
                date=one.until,
                rule=translator.gettext(RULES[one.rule]),
                reason=one.reason,
            )


def _attested(translator: Translator, program: Program) -> str:
    if program.privacy is None:
        return translator.gettext("Nobody has confirmed yet that a person has read every page.")
    return translator.gettext(
        "{name} confirmed on {date} that a person had read every page.",
        name=program.privacy.attested_by,
        date=translator.format_date(program.privacy.attested_on),
    )
