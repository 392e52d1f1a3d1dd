"""Part of the evidence page: who collected the data, how often against the plan, when, with what."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from generator import addresses
from generator.evidence.observer_agreement import cohens_kappa, observer_agreements, overall_agreement
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.rendering.template_renderer import Link


class Fact(Struct, frozen=True):
    """A line of a list of facts; `link` is what the text leads to, if anything."""

    label: str
    text: str
    link: Link | None = None


class ProvenancePart(Struct, frozen=True):
    """`collected_by` may name a person, so it stands apart from the other facts; `invitation` is an
    address, empty without a tool."""

    template: ClassVar[str] = "evidence/provenance.html"

    collected_by: Fact | None
    facts: tuple[Fact, ...]
    invitation: str


def build_provenance_part(context: InquiryContext) -> ProvenancePart:
    """The facts in the order in which an assessor asks for them."""
    translator, inquiry = context.translator, context.inquiry
    return ProvenancePart(
        collected_by=Fact(
            translator.gettext("Collected by"),
            inquiry.colleague or translator.gettext("a colleague who is not named here"),
        ),
        facts=(*_visits(context), *_tool(context), *_observers(context), *_area(context)),
        invitation=addresses.invitation(context.teacher.id, inquiry.id) if context.tool else "",
    )


def _visits(context: InquiryContext) -> Iterator[Fact]:
    translator, inquiry = context.translator, context.inquiry
    gettext, ngettext = translator.gettext, translator.ngettext
    days, visits = context.visit_days, len(context.visits)
    counted = ngettext("{n} visit", "{n} visits", len(days))
    if inquiry.planned_visits is not None:
        counted = gettext("{visits} of {planned} planned", visits=counted, planned=inquiry.planned_visits)
    if visits > len(days):
        each = ngettext("{n} class period", "{n} class periods", visits)
        counted = gettext("{visits}, {each} in all", visits=counted, each=each)
    yield Fact(gettext("Visits"), counted)
    if days:
        yield Fact(gettext("When"), translator.format_date_range(days[0], days[-1]))
        yield Fact(gettext("School year"), context.school_year)
    if inquiry.planned_end:
        yield Fact(gettext("Planned until"), translator.format_date(inquiry.planned_end))


def _tool(context: InquiryContext) -> Iterator[Fact]:
    gettext, tool = context.translator.gettext, context.tool
    if tool:
        version = gettext("{title}, version {version}", title=tool.title, version=tool.version)
        yield Fact(gettext("Tool"), version, Link(tool.title, addresses.tool(tool.id)))


def _area(context: InquiryContext) -> Iterator[Fact]:
    if area := context.inquiry.area_of_interest:
        yield Fact(context.translator.gettext("Area of interest"), area)


def _observers(context: InquiryContext) -> Iterator[Fact]:
    """How many there were, and how far two of them agree where both counted the same."""
    translator = context.translator
    gettext, ngettext = translator.gettext, translator.ngettext
    observers = {row.observer for row in context.inquiry.observations if row.observer}
    if len(observers) > 1:
        yield Fact(gettext("Observers"), translator.format_number(len(observers)))
    agreements = observer_agreements(context.inquiry, context.tool)
    percent = overall_agreement(agreements)
    if percent is not None:
        yield Fact(
            gettext("Agreement of two observers"),
            gettext(
                "{percent} on average over {counts} (the smaller total as a share of the larger)",
                percent=translator.format_percent(percent),
                counts=ngettext("{n} count", "{n} counts", len(agreements)),
            ),
        )
    beyond_chance = cohens_kappa(agreements)
    if beyond_chance is not None:
        kappa, intervals = beyond_chance
        yield Fact(
            gettext("Agreement beyond chance"),
            gettext(
                "Cohen's kappa {kappa} over {intervals}",
                kappa=translator.format_decimal(kappa, 2),
                intervals=ngettext("{n} interval", "{n} intervals", intervals),
            ),
        )
