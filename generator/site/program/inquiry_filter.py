"""What lists of inquiries are filtered by: a row an inquiry, loaded when somebody begins to filter."""

from collections.abc import Iterable

from markupsafe import Markup
from msgspec import Struct

from generator import addresses
from generator.credential.decision import DecisionState
from generator.model import Verdict
from generator.problems import Problem
from generator.site.program.program_context import CardPair, ProgramContext
from generator.site.rendering.context import SitePart
from generator.site.rendering.inline_json import json_in_html
from generator.site.rendering.template_renderer import Link
from generator.site.teacher_card import InquiryCard, TeacherCard
from generator.slugs import natural_key
from generator.words.verdict_texts import VerdictTexts

Choice = tuple[str, str]  # value, words
_AWARDED, _TAKEN_BACK = "awarded", "taken_back"  # beside the states of a decision


class Filter(Struct, frozen=True):
    """One thing to filter by: its name in the address, its label, what can be chosen."""

    name: str
    label: str
    choices: tuple[Choice, ...]


class InquiryFinder(Struct, frozen=True):
    """The form above a list of inquiries.

    `filters` are those with a choice.  `within` is what the list itself is filtered by, as name and value;
    both empty where it has every inquiry.  `rows` is the address of what is filtered, `root` the path to the
    site's root, `texts` what scripts/finder.js says, as JSON.
    """

    filters: tuple[Filter, ...]
    rows: str
    root: str
    texts: Markup
    within: tuple[str, str] = ("", "")


class InquiryRow(Struct, frozen=True):
    """One inquiry in a list, with links from the site's root."""

    card: TeacherCard
    inquiry: InquiryCard

    @property
    def address(self) -> str:
        return addresses.HOME

    @property
    def title(self) -> str:
        return self.inquiry.title

    @property
    def description(self) -> str:
        return self.inquiry.question

    @property
    def trail(self) -> tuple[Link, ...]:
        return ()


def inquiry_finder(
    context: ProgramContext, here: str, pairs: Iterable[CardPair], within: tuple[str, str] = ("", "")
) -> InquiryFinder:
    """The form for the page at an address, whose list has these inquiries."""
    return InquiryFinder(
        filters=tuple(choice for choice in _filters(context, pairs) if len(choice.choices) > 1),
        rows=addresses.FINDER_ROWS,
        root=addresses.path_to_root(here),
        texts=_script_texts(context),
        within=within,
    )


def filter_rows(context: ProgramContext) -> SitePart:
    """A classic script, so that it can be loaded from a folder too: for every inquiry what it can be
    filtered and sorted by, and its row of a list as HTML."""
    rows: list[dict[str, str | list[str]]] = []
    problems: list[Problem] = []
    for card, inquiry in context.inquiries:
        row = context.render.render_page("row.html", InquiryRow(card, inquiry))
        (html,) = row.files.values()
        problems += row.problems
        rows.append(_facets(card, inquiry) | {"row": html.decode().strip()})
    script = f"window.runfolioInquiries = {json_in_html(rows)};\n".encode()
    return SitePart({addresses.FINDER_ROWS: script}, problems=tuple(problems))


class _Facets(Struct, frozen=True):
    """What the inquiries of a list can be told apart by: the values of each, by the names of filters."""

    of_inquiries: tuple[dict[str, str | list[str]], ...]

    def values(self, name: str) -> set[str]:
        """Every value that some inquiry has."""
        lists = (facets[name] for facets in self.of_inquiries)
        return {value for values in lists for value in ([values] if isinstance(values, str) else values)}

    def sorted_choices(self, name: str) -> tuple[Choice, ...]:
        """Values that are their own words, in natural order."""
        present = (value for value in self.values(name) if value)
        return tuple((value, value) for value in sorted(present, key=natural_key))

    def choices_of(self, name: str, choices: Iterable[Choice]) -> tuple[Choice, ...]:
        """Those of the choices that some inquiry has."""
        present = self.values(name)
        return tuple(choice for choice in choices if choice[0] in present)


def _filters(context: ProgramContext, pairs: Iterable[CardPair]) -> tuple[Filter, ...]:
    """Everything that these inquiries, or their teachers, can be told apart by."""
    gettext = context.translator.gettext
    facets = _Facets(tuple(_facets(card, inquiry) for card, inquiry in pairs))
    return (
        Filter("subject", gettext("Subject"), facets.sorted_choices("subject")),
        Filter("grade", gettext("Grade"), facets.sorted_choices("grade")),
        Filter("school", gettext("School"), facets.sorted_choices("school")),
        Filter("year", gettext("School year"), facets.sorted_choices("year")[::-1]),
        Filter("state", gettext("Decision"), facets.choices_of("state", _state_choices(context))),
        Filter(
            "credential",
            gettext("Micro-credential"),
            facets.choices_of("credential", _credential_choices(context)),
        ),
        Filter("verdict", gettext("Verdict"), facets.choices_of("verdict", _verdict_choices(context))),
    )


def _credential_choices(context: ProgramContext) -> list[Choice]:
    return [(key, credential.title) for key, credential in context.program.micro_credentials.items()]


def _verdict_choices(context: ProgramContext) -> list[Choice]:
    texts = VerdictTexts(context.translator)
    return [(verdict, texts.name(verdict)) for verdict in reversed(Verdict)]


def _facets(card: TeacherCard, inquiry: InquiryCard) -> dict[str, str | list[str]]:
    """The values of an inquiry by the names of the filters, and what is searched and sorted by."""
    return {
        "words": " ".join((card.name, card.about, inquiry.question or inquiry.title)),
        "name": card.name,
        "latest": inquiry.latest.isoformat() if inquiry.latest else "",
        "subject": card.subject,
        "grade": card.grade,
        "school": card.school,
        "year": inquiry.school_year,
        "state": _state(inquiry),
        "credential": inquiry.micro_credential,
        "tool": inquiry.tool,
        "verdict": sorted({verdict for _, verdict in inquiry.verdicts if verdict}),
    }


def _state(inquiry: InquiryCard) -> str:
    """Where an inquiry stands with its micro-credential; an award counts as long as it is valid."""
    if inquiry.awarded:
        return _AWARDED
    if inquiry.state is DecisionState.EARNED and not inquiry.earned:
        return _TAKEN_BACK
    return inquiry.state


def _state_choices(context: ProgramContext) -> tuple[Choice, ...]:
    gettext = context.translator.gettext
    return (
        (_AWARDED, gettext("earned and awarded")),
        (DecisionState.EARNED, gettext("earned, not yet awarded by the issuer")),
        (_TAKEN_BACK, gettext("revoked by the issuer")),
        (DecisionState.NOT_YET_EARNED, gettext("not yet earned")),
        (DecisionState.IN_REVIEW, gettext("in review")),
        (DecisionState.SUBMITTED, gettext("submitted")),
        (DecisionState.INCOMPLETE, gettext("returned as incomplete")),
        (DecisionState.DRAFT, gettext("not submitted yet")),
        (DecisionState.SHARED, gettext("without a micro-credential")),
    )


def _script_texts(context: ProgramContext) -> Markup:
    """What scripts/finder.js says, as JSON."""
    gettext = context.translator.gettext
    return json_in_html(
        {
            "found": gettext("{n} found"),
            "some": gettext("{n} found; the first {most} are shown"),
            "none": gettext("Nothing matches all of these."),
        }
    )
