"""What the list of teachers is filtered by: a row an inquiry, loaded when somebody begins to filter."""

from collections.abc import Iterable

from markupsafe import Markup
from msgspec import Struct

from generator import addresses
from generator.model import Verdict
from generator.site.program.program_context import ProgramContext
from generator.site.rendering.inline_json import json_in_html
from generator.site.teacher_card import InquiryCard
from generator.slugs import natural_key
from generator.words.verdict_texts import VerdictTexts

Choice = tuple[str, str]  # value, words


class FilterChoices(Struct, frozen=True):
    """What can be chosen; a list of one or none is not worth showing."""

    subjects: tuple[Choice, ...]
    grades: tuple[Choice, ...]
    credentials: tuple[Choice, ...]
    verdicts: tuple[Choice, ...]
    school_years: tuple[Choice, ...]  # the latest first

    @property
    def any(self) -> bool:
        """Whether there is anything to choose between."""
        lists = (self.subjects, self.grades, self.credentials, self.verdicts, self.school_years)
        return any(len(choices) > 1 for choices in lists)


def filter_choices(context: ProgramContext) -> FilterChoices:
    """The subjects, grades, micro-credentials, verdicts and school years that some teacher or inquiry has."""
    inquiries = [inquiry for _, inquiry in context.inquiries]
    verdicts = {verdict for inquiry in inquiries for _, verdict in inquiry.verdicts if verdict}
    credentials = {inquiry.micro_credential for inquiry in inquiries}
    texts = VerdictTexts(context.translator)
    return FilterChoices(
        subjects=_sorted_choices(card.subject for card in context.cards),
        grades=_sorted_choices(card.grade for card in context.cards),
        credentials=tuple(
            (key, credential.title)
            for key, credential in context.program.micro_credentials.items()
            if key in credentials
        ),
        verdicts=tuple(
            (verdict, texts.name(verdict)) for verdict in reversed(Verdict) if verdict in verdicts
        ),
        school_years=_sorted_choices(inquiry.school_year for inquiry in inquiries)[::-1],
    )


def filter_rows(context: ProgramContext) -> bytes:
    """A classic script, so that it can be loaded from a folder too: every inquiry as
    [name, about, subject, grade, address, question, credential, [[class, verdict, its name]], date,
    school year]."""
    texts = VerdictTexts(context.translator)
    rows = [
        [
            card.name,
            card.about,
            card.subject,
            card.grade,
            addresses.file_path(inquiry.address),
            inquiry.question or inquiry.title,
            inquiry.micro_credential,
            _verdicts(texts, inquiry),
            inquiry.latest.isoformat() if inquiry.latest else "",
            inquiry.school_year,
        ]
        for card in context.cards
        for inquiry in card.inquiries
    ]
    return f"window.runfolioInquiries = {json_in_html(rows)};\n".encode()


def filter_texts(context: ProgramContext) -> Markup:
    """What scripts/finder.js says, as JSON."""
    gettext = context.translator.gettext
    return json_in_html({"found": gettext("{n} found"), "none": gettext("Nothing fits all of that.")})


def _sorted_choices(values: Iterable[str]) -> tuple[Choice, ...]:
    distinct = {value for value in values if value}
    return tuple((value, value) for value in sorted(distinct, key=natural_key))


def _verdicts(texts: VerdictTexts, inquiry: InquiryCard) -> list[list[str | None]]:
    """[class, verdict, its name] of each class, with the sign of a baseline that may have been rising."""
    rising = {spark.class_name for spark in inquiry.sparks if spark.rising}
    sign = texts.translator.gettext("(may already have been getting better before)")
    return [
        [name, verdict, f"{texts.name(verdict)} {sign}" if name in rising else texts.name(verdict)]
        for name, verdict in inquiry.verdicts
    ]
