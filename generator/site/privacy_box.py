"""The privacy box of an evidence page: what was done and checked, never that it is safe."""

from collections.abc import Iterator, Sequence

from generator.model import Inquiry, Program, Safeguard, Tool, Unit
from generator.privacy.rules import RULES
from generator.words.speech import Words


def privacy_lines(
    words: Words, program: Program, inquiry: Inquiry, tool: Tool | None, *, names_checked: bool
) -> tuple[str, ...]:
    """In the order in which a parent would ask; `names_checked` says that there was a roster."""
    lines = [words.say("Only counts of a whole class or group are published, never of a student.")]
    if any(row.observer for row in inquiry.observations):
        lines.append(words.say("In the tables observers appear as A and B."))
    if tool and tool.unit is Unit.STUDENTS:
        lines.append(_few(words, program, inquiry))
    done = {one.rule for one in inquiry.safeguards if not one.reviewer}
    if done & {"P06", "P07"}:
        lines.append(
            words.say(
                "Counts of fewer students than that, and counts from which they would follow, are hidden; "
                "in the charts they are gaps."
            )
        )
    if "P08" in done:
        lines.append(
            words.say(
                "Where all of the students or none reached something, the charts and tables say at least "
                "95 % or at most 5 %, and no count."
            )
        )
    if inquiry.photos:
        lines.append(
            words.say("Photos were drawn anew without what a camera stores in them (place, time, owner).")
        )
    lines.append(
        words.say("Texts and tables were compared with the names of the students before this was published.")
        if names_checked
        else words.say("This page was made where no list of students' names was at hand to compare it with.")
    )
    lines += _allowed(words, inquiry.safeguards)
    lines.append(_attested(words, program))
    return tuple(lines)


def _few(words: Words, program: Program, inquiry: Inquiry) -> str:
    text = words.say(
        "A visit with fewer than {n} students is not published.", n=words.number(program.min_group_size)
    )
    sizes = [row.n for row in inquiry.observations if row.n]
    if sizes:
        text += " " + words.say("The smallest group here has {n} students.", n=words.number(min(sizes)))
    return text


def _allowed(words: Words, safeguards: Sequence[Safeguard]) -> Iterator[str]:
    """What the gate found and a second person let stand, with her reason."""
    for one in safeguards:
        if one.reviewer:
            yield words.say(
                "Looked at and allowed by {name} until {date}: {rule} Reason: {reason}",
                name=one.reviewer,
                date=one.until,
                rule=words.say(RULES[one.rule]),
                reason=one.reason,
            )


def _attested(words: Words, program: Program) -> str:
    if program.privacy is None:
        return words.say("Nobody has confirmed yet that a person has read every page.")
    return words.say(
        "{name} confirmed on {date} that a person had read every page.",
        name=program.privacy.attested_by,
        date=words.date(program.privacy.attested_on),
    )
