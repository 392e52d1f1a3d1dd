"""What an import says: how the file was understood, and what came of it."""

from collections.abc import Sequence

from generator.intake.merge import MergeResult
from generator.intake.parse_file import PERSONAL, UNKNOWN, ParsedFile
from generator.intake.visits import Visit, group_visits
from generator.reading.tables.columns import PROMPT
from generator.words.translator import Translator


def describe_parsed_file(translator: Translator, file: str, understood: ParsedFile) -> list[str]:
    """How the file and each of its columns were understood."""

    forms = {
        "wide": translator.gettext("a table with a column for each prompt"),
        "long": translator.gettext("a table with a row for each prompt"),
        "event log": translator.gettext("the tally page's log"),
        "form export": translator.gettext("the answers to a form"),
        "two columns": translator.gettext("a table with dates and values"),
    }
    visits = group_visits(understood.observations)
    lines = [
        translator.gettext(
            "{file} is {form}: {visits}, {classes}{when}",
            file=file,
            form=forms.get(understood.table.form, understood.table.form),
            visits=translator.ngettext("{n} visit", "{n} visits", len({visit.moment for visit in visits})),
            classes=translator.format_list(list(dict.fromkeys(visit.class_name for visit in visits))),
            when=_when(translator, visits),
        )
    ]
    width = max((len(heading[:40]) for heading, _ in understood.columns), default=0)
    for heading, meaning in understood.columns:
        lines.append(f"  {heading[:40]:<{width}}  {_meaning(translator, meaning)}")
    return lines


def _when(translator: Translator, visits: Sequence[Visit]) -> str:
    days = sorted(visit.date for visit in visits if visit.date)
    return f", {translator.format_date_range(days[0], days[-1])}" if days else ""


def _meaning(translator: Translator, meaning: str) -> str:

    if meaning == PERSONAL:
        return translator.gettext("dropped: personal, it must not be published")
    if meaning == UNKNOWN:
        return translator.gettext("not taken over: no prompt of the tool")
    if meaning.startswith(PROMPT):
        return translator.gettext("prompt {name}", name=meaning.removeprefix(PROMPT))
    texts = {
        "date": translator.gettext("date of the visit"),
        "stamp": translator.gettext("date and time"),
        "session": translator.gettext("one visit by one person"),
        "class": translator.gettext("class"),
        "n": translator.gettext("number of students"),
        "prompt": translator.gettext("which prompt"),
        "count": translator.gettext("how many"),
        "value": translator.gettext("value"),
        "observer": translator.gettext("observer"),
        "group": translator.gettext("which students"),
        "condition": translator.gettext("condition"),
        "note": translator.gettext("note"),
        "unusual": translator.gettext("why the visit was unusual"),
    }
    return texts.get(meaning, translator.gettext("not taken over"))


def describe_result(translator: Translator, content: str, merged: MergeResult, dry_run: bool) -> list[str]:
    """What was added, what was there already, what differs."""
    lines = []
    would, did = (
        translator.gettext("Would be added to {file}: {visits}."),
        translator.gettext("Added to {file}: {visits}."),
    )
    count = translator.ngettext("{n} visit", "{n} visits", len(merged.added))
    if merged.files:
        files = translator.format_list([f"{content}/{path}" for path in merged.files])
        lines.append((would if dry_run else did).format(file=files, visits=count))
    if merged.known:
        lines.append(
            translator.ngettext(
                "{n} visit is there already and was not added again.",
                "{n} visits are there already and were not added again.",
                len(merged.known),
            )
        )
    for visit in merged.differing:
        lines.append(
            translator.gettext(
                "{class_name} on {date} is in the tables already with other numbers; they stay as they are. "
                "If a second person counted, import it with  --observer B",
                class_name=visit.class_name,
                date=translator.format_date(visit.date) if visit.date else "?",
            )
        )
    return lines
