"""What the list of teachers is filtered by: a row an inquiry, loaded when somebody begins to filter."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator import addresses
from generator.model import MicroCredential, Verdict
from generator.site.rendering.inline_json import json_in_html
from generator.site.teacher_card import TeacherCard
from generator.slugs import natural_key
from generator.words.translator import Translator
from generator.words.verdict_texts import VerdictTexts


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """What can be chosen, each as (value, words); a list of one or none is not worth showing."""

    subjects: tuple[tuple[str, str], ...]
    grades: tuple[tuple[str, str], ...]
    credentials: tuple[tuple[str, str], ...]
    verdicts: tuple[tuple[str, str], ...]

    @property
    def any(self) -> bool:
        return any(len(one) > 1 for one in (self.subjects, self.grades, self.credentials, self.verdicts))


def filter_choices(
    translator: Translator, cards: Sequence[TeacherCard], credentials: Mapping[str, MicroCredential]
) -> FilterChoices:
    shown = [one for card in cards for one in card.inquiries]
    verdicts = {verdict for one in shown for _, verdict in one.verdicts if verdict}
    used = {one.micro_credential for one in shown}
    return FilterChoices(
        _plain(card.subject for card in cards),
        _plain(card.grade for card in cards),
        tuple((key, one.title) for key, one in credentials.items() if key in used),
        tuple((one, VerdictTexts(translator).name(one)) for one in reversed(Verdict) if one in verdicts),
    )


def _plain(values: Iterable[str]) -> tuple[tuple[str, str], ...]:
    known = {value for value in values if value}
    return tuple((value, value) for value in sorted(known, key=natural_key))


def filter_rows(translator: Translator, cards: Sequence[TeacherCard]) -> bytes:
    """A classic script, so that it can be loaded from a folder too: every inquiry as
    [name, about, subject, grade, address, question, credential, [[class, verdict, its name]], date]."""
    rows = [
        [
            card.name,
            card.about,
            card.subject,
            card.grade,
            addresses.file_path(one.address),
            one.question or one.title,
            one.micro_credential,
            [[name, verdict, VerdictTexts(translator).name(verdict)] for name, verdict in one.verdicts],
            one.latest.isoformat() if one.latest else "",
        ]
        for card in cards
        for one in card.inquiries
    ]
    return f"window.runfolioInquiries = {json_in_html(rows)};\n".encode()


def filter_texts(translator: Translator) -> Markup:
    """What the script says."""
    return json_in_html(
        {"found": translator.gettext("{n} found"), "none": translator.gettext("Nothing fits all of that.")}
    )
