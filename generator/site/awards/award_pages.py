"""An award in the site: its page, the credential and what was frozen for it, its badge images.

An award is checked each time it is published.  One that no longer verifies keeps its address, with
the reason, and without the badge; what nobody signed is not repeated.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Date
from typing import Any

from markupsafe import Markup

from generator import addresses
from generator.credential.decision import DecisionState
from generator.credential.decision_texts import DecisionTexts
from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.model import Award, Prompt, Teacher, Verdict
from generator.openbadges.achievement import clean_text
from generator.openbadges.achievement_credential import CREDENTIAL, DATA, FINDING
from generator.openbadges.award_register import RegisterEntry
from generator.openbadges.badge_image import BadgeText
from generator.openbadges.check_result import CheckResult
from generator.openbadges.credential_check import CheckReport
from generator.openbadges.document_fields import date_of
from generator.openbadges.frozen_finding import Recomputed
from generator.problems import Problem
from generator.site.awards.award_badge import badge_images, badge_series
from generator.site.awards.award_check import (
    award_not_shown_problem,
    check_award,
    no_credential_problem,
    register_entry,
)
from generator.site.inquiry.amount_format import AmountFormat
from generator.site.rendering.context import RenderContext, SitePart
from generator.site.rendering.qr_code import qr_code
from generator.site.rendering.template_renderer import Link
from generator.site.teacher_card import AwardCard


@dataclass(frozen=True, slots=True)
class LevelReached:
    """One criterion of the rubric and the level that was reached."""

    criterion: str
    level: str


@dataclass(frozen=True, slots=True)
class AwardVerdict:
    """What the signed data say of one class and prompt of the requirement; medians in words."""

    class_name: str
    prompt: str
    verdict: Verdict | None
    before: str
    after: str
    on_badge: bool


@dataclass(frozen=True, slots=True)
class AwardPage:
    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    card: AwardCard
    person: Link
    credential: Link
    evidence: Link
    issuer: str
    until: Date | None
    steps: tuple[CheckResult, ...]
    results: tuple[LevelReached, ...]
    impact: str
    judged: tuple[AwardVerdict, ...]
    document: str  # addresses; empty where there is nothing to be had
    data: str
    finding: str
    svg: str
    png: str
    check: str
    qr: Markup
    file: str  # what the credential is called when it is saved


def build_award_pages(
    context: RenderContext, teacher: Teacher, evaluated: EvaluatedInquiry, folder: str
) -> tuple[tuple[AwardCard, ...], SitePart]:
    """The awards of an inquiry, the one for its micro-credential first, and all their files.  `folder` is
    the inquiry's path below the content folder."""
    awards = sorted(evaluated.inquiry.awards, key=lambda one: one.id != evaluated.inquiry.micro_credential)
    cards: list[AwardCard] = []
    part = SitePart()
    for award in awards if context.program.url else ():
        card, own = _award_site(
            context, teacher, evaluated, award, f"{folder}/awards/{award.id}/{CREDENTIAL}"
        )
        part += own
        if card:
            cards.append(card)
    return tuple(cards), part


def _award_site(
    context: RenderContext, teacher: Teacher, evaluated: EvaluatedInquiry, award: Award, file: str
) -> tuple[AwardCard | None, SitePart]:
    data = award.files.get(CREDENTIAL)
    if data is None:
        return None, SitePart(problems=(no_credential_problem(file),))
    name = addresses.award_id(teacher.id, evaluated.inquiry.id, award.id)
    document, result = check_award(context, name, award, data)
    entry = register_entry(context, name)
    page = _page(context, teacher, evaluated, award, document, result, entry)
    files: dict[str, bytes] = {page.document: data} if page.document else {}
    for address, file_name in ((page.data, DATA), (page.finding, FINDING)):
        if address:
            files[address] = award.files[file_name]
    problems: list[Problem] = []
    if result.holds and not page.card.revoked and result.recomputed is not None and page.card.day is not None:
        said = BadgeText(page.card.title, page.person.text, page.issuer, page.card.day)
        files[page.svg], files[page.png] = badge_images(context, result.recomputed, said, data)
    elif not (entry and entry.revoked):
        problems.append(award_not_shown_problem(file, result))
    return page.card, context.render_page("award.html", page) + SitePart(files, problems=tuple(problems))


def _page(
    context: RenderContext,
    teacher: Teacher,
    evaluated: EvaluatedInquiry,
    award: Award,
    document: Mapping[str, Any] | None,
    result: CheckReport,
    entry: RegisterEntry | None,
) -> AwardPage:
    translator, program = context.translator, context.program
    name = addresses.award_id(teacher.id, evaluated.inquiry.id, award.id)
    micro = program.micro_credentials.get(award.id)
    claims: Mapping[str, Any] = document if document and result.signed else {}
    person = _recipient(claims) or teacher.name
    title = _text(claims.get("name")) or (micro.title if micro else award.id)
    issuer = _text(_of(claims.get("issuer"), "name")) or (program.issuer.name if program.issuer else "")
    day = date_of(claims, "validFrom")
    revoked = entry is not None and bool(entry.revoked)
    holds = result.holds and not revoked
    badge = addresses.badge(name, "svg") if holds else ""
    card = AwardCard(
        name=name,
        micro_credential=award.id,
        address=addresses.award(name),
        title=title,
        badge=badge,
        day=day,
        holds=holds,
        revoked=revoked,
        reason="" if holds else _reason(context, result, entry),
        later=_later(context, evaluated, award, day) if holds else "",
    )
    said = translator.gettext("{title}, awarded to {name}", title=title, name=person)
    intact = result.recomputed is not None
    return AwardPage(
        address=card.address,
        title=said,
        description=said,
        trail=(
            Link(program.title, addresses.HOME),
            Link(translator.gettext("Teachers"), addresses.TEACHERS),
            Link(teacher.name, addresses.teacher(teacher.id)),
        ),
        card=card,
        person=Link(person, addresses.teacher(teacher.id)),
        credential=Link(title, addresses.micro_credential(award.id) if micro else ""),
        evidence=Link(evaluated.inquiry.title, addresses.evidence(teacher.id, evaluated.inquiry.id)),
        issuer=issuer,
        until=date_of(claims, "validUntil"),
        steps=result.results,
        results=_results(claims),
        impact=_impact(claims),
        judged=_judged(context, evaluated, result.recomputed) if result.recomputed else (),
        document=addresses.award_document(name) if claims else "",
        data=f"{card.address}{DATA}" if intact else "",
        finding=f"{card.address}{FINDING}" if intact else "",
        svg=badge,
        png=addresses.badge(name, "png") if badge else "",
        check=addresses.VERIFY if program.issuer else "",
        qr=qr_code(
            addresses.absolute_url(program.url, card.address), translator.gettext("QR code: this page")
        ),
        file=f"{name}.json",
    )


def _reason(context: RenderContext, result: CheckReport, entry: RegisterEntry | None) -> str:
    """Why it no longer verifies, in a sentence."""
    if entry and entry.revoked:
        return context.translator.gettext(
            "Its issuer took it back on {date}: {reason}",
            date=_spoken(context, entry.revoked),
            reason=entry.reason,
        )
    return result.failures[0].text if result.failures else ""


def _later(context: RenderContext, evaluated: EvaluatedInquiry, award: Award, day: Date | None) -> str:
    """What has come since that the award does not know of."""
    translator = context.translator
    if (
        award.id != evaluated.inquiry.micro_credential
        or evaluated.decision.state is DecisionState.EARNED
        or day is None
    ):
        return ""
    when = translator.format_date(day)
    if evaluated.requirement is not None and not evaluated.requirement.met:
        return translator.gettext(
            "Data collected since then no longer support the verdict: the requirement is met in {met} of {n} "
            "classes now. The award stays what it was on {date}.",
            met=translator.format_number(evaluated.requirement.classes_met),
            n=translator.format_number(evaluated.requirement.classes_needed),
            date=when,
        )
    return translator.gettext(
        "Decided anew today it would be: {decision}. The award stays what it was on {date}.",
        decision=DecisionTexts(translator).headline(evaluated.decision),
        date=when,
    )


def _judged(
    context: RenderContext, evaluated: EvaluatedInquiry, again: Recomputed
) -> tuple[AwardVerdict, ...]:
    """The classes and prompts that the requirement looks at."""
    prompts = {one.id: one for one in evaluated.tool.prompts} if evaluated.tool else {}
    badge = badge_series(again) if again.follows else None
    amounts = AmountFormat(context.translator)
    return tuple(
        AwardVerdict(
            class_name=one.series.class_name,
            prompt=prompt.text,
            verdict=one.finding.verdict,
            before=amounts.value(one.finding.median, prompt),
            after=amounts.value(one.finding.median_after, prompt),
            on_badge=one is badge,
        )
        for one in again.series
        if one.series.prompt in again.requirement.prompts and one.finding.verdict is not None
        for prompt in (prompts.get(one.series.prompt) or Prompt(one.series.prompt, one.series.prompt),)
    )


def _recipient(document: Mapping[str, Any]) -> str:
    """Whom the credential names."""
    named = _list(_of(document.get("credentialSubject"), "identifier"))
    return next((_text(_of(one, "identityHash")) for one in named), "")


def _results(document: Mapping[str, Any]) -> tuple[LevelReached, ...]:
    """The rubric's criteria with the levels reached, as the credential has them."""
    described = {
        str(one.get("id")): one
        for one in _list(_of(_achievement(document), "resultDescription"))
        if isinstance(one, Mapping)
    }
    found = []
    for one in _list(_of(document.get("credentialSubject"), "result")):
        about = described.get(str(_of(one, "resultDescription")), {})
        if about.get("resultType") == "RubricCriterionLevel":
            found.append(LevelReached(_text(about.get("name")), _text(_of(one, "value"))))
    return tuple(found)


def _impact(document: Mapping[str, Any]) -> str:
    """The requirement on student learning that was met, as the credential has it."""
    for one in _list(_of(_achievement(document), "resultDescription")):
        if _of(one, "resultType") == "Status":
            return _text(_of(one, "name"))
    return ""


def _achievement(document: Mapping[str, Any]) -> Any:
    return _of(document.get("credentialSubject"), "achievement")


def _of(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, Mapping) else None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str:
    return clean_text(value)[:500] if isinstance(value, str) else ""


def _spoken(context: RenderContext, day: str) -> str:
    try:
        return context.translator.format_date(Date.fromisoformat(day))
    except ValueError:
        return day
