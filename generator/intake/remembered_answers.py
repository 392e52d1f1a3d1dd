"""What was answered while a form was imported, kept in inquiry.md, so that its next import asks nothing."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from msgspec import Struct, field

from generator.intake.existing_tables import ExistingTables
from generator.intake.settings_edit import SettingsText, quoted, yaml_text
from generator.model import DeclaredClass, SameVisits
from generator.reading.declared_classes import ClassNames
from generator.reading.tables.headings import heading_key
from generator.slugs import slug

_Edit = Callable[[SettingsText], SettingsText | None]


class ImportAnswers(Struct, frozen=True):
    """`columns` by heading, `spellings` of classes by the class that is meant, `new_classes`, and what
    several rows of one visit are."""

    columns: Mapping[str, str] = field(default_factory=dict)
    spellings: Mapping[str, Sequence[str]] = field(default_factory=dict)
    new_classes: Sequence[str] = ()
    same: SameVisits | None = None


def split_answers(written: Sequence[str]) -> dict[str, str]:
    """`HEADING=MEANING`, as typed behind --column, by heading; the last = counts.  Raises ValueError with
    what has none."""
    answers = {}
    for text in written:
        heading, sign, meaning = text.rpartition("=")
        if not sign or not heading.strip() or not meaning.strip():
            raise ValueError(text)
        answers[heading.strip()] = meaning.strip()
    return answers


def remember_answers(inquiry: bytes, answers: ImportAnswers, existing: ExistingTables) -> bytes | None:
    """inquiry.md with these answers added; everything else stays as it was typed.  None where nothing
    needs to be added, or where its settings are written in a way that cannot be added to."""
    settings = SettingsText.read(inquiry)
    if settings is None:
        return None
    for edit in _edits(answers, existing):
        settings = edit(settings) or settings
    return None if settings.data == inquiry else settings.data


def _edits(answers: ImportAnswers, existing: ExistingTables) -> Iterable[_Edit]:
    written = {heading_key(heading) for heading in existing.written_columns}
    columns = {
        quoted(heading): yaml_text(meaning)
        for heading, meaning in answers.columns.items()
        if heading_key(heading) not in written
    }
    yield lambda settings: settings.with_entries(["columns"], columns)
    yield from _class_edits(answers, existing)
    if answers.same is not None and existing.same_visits is None:
        same = str(answers.same)
        yield lambda settings: settings.with_entries([], {"same_visits": same})


def _class_edits(answers: ImportAnswers, existing: ExistingTables) -> Iterable[_Edit]:
    """A spelling is declared beside its class, and with it every class there is: where some are declared,
    all others are unknown."""
    declared = ClassNames(existing.declared)
    names = [*(existing.known_classes if answers.spellings else ()), *answers.new_classes]
    missing = dict.fromkeys(name for name in names if not declared.find(name))
    if answers.spellings or existing.declared:
        yield lambda settings: settings.with_entries(["classes"], {quoted(name): "{}" for name in missing})
    for name, spellings in answers.spellings.items():
        declaration = declared.find(name) or DeclaredClass(name)
        yield partial(_with_spellings, declaration, spellings)


def _with_spellings(
    declaration: DeclaredClass, spellings: Sequence[str], settings: SettingsText
) -> SettingsText | None:
    written = {slug(also) for also in declaration.also}
    new = [quoted(also) for also in spellings if slug(also) not in written]
    return settings.with_items(["classes", declaration.name, "also"], new) if new else settings
