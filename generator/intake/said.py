"""What an import says: how the file was understood, and what came of it."""

from collections.abc import Sequence

from generator.intake.merge import Merged
from generator.intake.understand import PERSONAL, UNKNOWN, Understood
from generator.intake.visits import Visit, visits_of
from generator.reading.columns import PROMPT
from generator.words.speech import Words


def understood_lines(words: Words, file: str, understood: Understood) -> list[str]:
    """How the file and each of its columns were understood."""

    forms = {
        "wide": words.say("a table with a column for each prompt"),
        "long": words.say("a table with a row for each prompt"),
        "event log": words.say("the tally page's log"),
        "form export": words.say("the answers to a form"),
        "two columns": words.say("a table with dates and values"),
    }
    visits = visits_of(understood.observations)
    lines = [
        words.say(
            "{file} is {form}: {visits}, {classes}{when}",
            file=file,
            form=forms.get(understood.form, understood.form),
            visits=words.count("{n} visit", "{n} visits", len({visit.moment for visit in visits})),
            classes=words.listing(list(dict.fromkeys(visit.class_name for visit in visits))),
            when=_when(words, visits),
        )
    ]
    width = max((len(heading[:40]) for heading, _ in understood.columns), default=0)
    for heading, meaning in understood.columns:
        lines.append(f"  {heading[:40]:<{width}}  {_meaning(words, meaning)}")
    return lines


def _when(words: Words, visits: Sequence[Visit]) -> str:
    days = sorted(visit.date for visit in visits if visit.date)
    return f", {words.span(days[0], days[-1])}" if days else ""


def _meaning(words: Words, meaning: str) -> str:

    if meaning == PERSONAL:
        return words.say("dropped: personal, it must not be published")
    if meaning == UNKNOWN:
        return words.say("not taken over: no prompt of the tool")
    if meaning.startswith(PROMPT):
        return words.say("prompt {name}", name=meaning.removeprefix(PROMPT))
    texts = {
        "date": words.say("date of the visit"),
        "stamp": words.say("date and time"),
        "session": words.say("one visit by one person"),
        "class": words.say("class"),
        "n": words.say("number of students"),
        "prompt": words.say("which prompt"),
        "count": words.say("how many"),
        "value": words.say("value"),
        "observer": words.say("observer"),
        "group": words.say("which students"),
        "condition": words.say("condition"),
        "note": words.say("note"),
        "unusual": words.say("why the visit was unusual"),
    }
    return texts.get(meaning, words.say("not taken over"))


def done_lines(words: Words, content: str, merged: Merged, dry_run: bool) -> list[str]:
    """What was added, what was there already, what differs."""
    lines = []
    would, did = words.say("Would be added to {file}: {visits}."), words.say("Added to {file}: {visits}.")
    count = words.count("{n} visit", "{n} visits", len(merged.added))
    if merged.files:
        files = words.listing([f"{content}/{path}" for path in merged.files])
        lines.append((would if dry_run else did).format(file=files, visits=count))
    if merged.known:
        lines.append(
            words.count(
                "{n} visit is there already and was not added again.",
                "{n} visits are there already and were not added again.",
                len(merged.known),
            )
        )
    for visit in merged.differing:
        lines.append(
            words.say(
                "{class_name} on {date} is in the tables already with other numbers; they stay as they are. "
                "If a second person counted, import it with  --observer B",
                class_name=visit.class_name,
                date=words.date(visit.date) if visit.date else "?",
            )
        )
    return lines
