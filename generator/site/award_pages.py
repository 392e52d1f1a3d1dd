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
from generator.credential.case import Case
from generator.credential.decision import State
from generator.credential.reasons import six_words
from generator.model import Award, Prompt, Teacher, Verdict
from generator.openbadges.achievement import clean
from generator.openbadges.checking import Checked, day_in
from generator.openbadges.credential import CREDENTIAL, DATA, FINDING
from generator.openbadges.emblem import Inscription
from generator.openbadges.finding import Again
from generator.openbadges.status import Entry
from generator.openbadges.step import Step
from generator.problems import Problem
from generator.site.award_badge import badges, shown_on
from generator.site.award_check import award_checked, not_shown, registered, without_credential
from generator.site.card import AwardCard
from generator.site.charts import amount
from generator.site.press import Part, Press
from generator.site.qr import qr_code
from generator.site.render import Way


@dataclass(frozen=True, slots=True)
class Reached:
    """One criterion of the rubric and the level that was reached."""

    criterion: str
    level: str


@dataclass(frozen=True, slots=True)
class Judgement:
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
    trail: tuple[Way, ...]
    card: AwardCard
    person: Way
    credential: Way
    evidence: Way
    issuer: str
    until: Date | None
    steps: tuple[Step, ...]
    results: tuple[Reached, ...]
    impact: str
    judged: tuple[Judgement, ...]
    document: str  # addresses; empty where there is nothing to be had
    data: str
    finding: str
    svg: str
    png: str
    check: str
    qr: Markup
    file: str  # what the credential is called when it is saved


def award_sites(
    press: Press, teacher: Teacher, case: Case, folder: str
) -> tuple[tuple[AwardCard, ...], Part]:
    """The awards of an inquiry, the one for its micro-credential first, and all their files.  `folder` is
    the inquiry's path below the content folder."""
    awards = sorted(case.inquiry.awards, key=lambda one: one.id != case.inquiry.micro_credential)
    cards: list[AwardCard] = []
    part = Part()
    for award in awards if press.program.url else ():
        card, own = _award_site(press, teacher, case, award, f"{folder}/awards/{award.id}/{CREDENTIAL}")
        part += own
        if card:
            cards.append(card)
    return tuple(cards), part


def _award_site(
    press: Press, teacher: Teacher, case: Case, award: Award, file: str
) -> tuple[AwardCard | None, Part]:
    data = award.files.get(CREDENTIAL)
    if data is None:
        return None, Part(problems=(without_credential(file),))
    name = addresses.award_id(teacher.id, case.inquiry.id, award.id)
    document, result = award_checked(press, name, award, data)
    entry = registered(press, name)
    page = _page(press, teacher, case, award, document, result, entry)
    files: dict[str, bytes] = {page.document: data} if page.document else {}
    for address, file_name in ((page.data, DATA), (page.finding, FINDING)):
        if address:
            files[address] = award.files[file_name]
    problems: list[Problem] = []
    if result.holds and not page.card.revoked and result.again is not None and page.card.day is not None:
        said = Inscription(page.card.title, page.person.text, page.issuer, page.card.day)
        files[page.svg], files[page.png] = badges(press, result.again, said, data)
    elif not (entry and entry.revoked):
        problems.append(not_shown(file, result))
    return page.card, press.page("award.html", page) + Part(files, problems=tuple(problems))


def _page(
    press: Press,
    teacher: Teacher,
    case: Case,
    award: Award,
    document: Mapping[str, Any] | None,
    result: Checked,
    entry: Entry | None,
) -> AwardPage:
    words, program = press.words, press.program
    name = addresses.award_id(teacher.id, case.inquiry.id, award.id)
    micro = program.micro_credentials.get(award.id)
    claims: Mapping[str, Any] = document if document and result.signed else {}
    person = _recipient(claims) or teacher.name
    title = _text(claims.get("name")) or (micro.title if micro else award.id)
    issuer = _text(_of(claims.get("issuer"), "name")) or (program.issuer.name if program.issuer else "")
    day = day_in(claims, "validFrom")
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
        reason="" if holds else _reason(press, result, entry),
        later=_later(press, case, award, day) if holds else "",
    )
    said = words.say("{title}, awarded to {name}", title=title, name=person)
    intact = result.again is not None
    return AwardPage(
        address=card.address,
        title=said,
        description=said,
        trail=(
            Way(program.title, addresses.HOME),
            Way(words.say("Teachers"), addresses.TEACHERS),
            Way(teacher.name, addresses.teacher(teacher.id)),
        ),
        card=card,
        person=Way(person, addresses.teacher(teacher.id)),
        credential=Way(title, addresses.micro_credential(award.id) if micro else ""),
        evidence=Way(case.inquiry.title, addresses.evidence(teacher.id, case.inquiry.id)),
        issuer=issuer,
        until=day_in(claims, "validUntil"),
        steps=result.steps,
        results=_results(claims),
        impact=_impact(claims),
        judged=_judged(press, case, result.again) if result.again else (),
        document=addresses.award_document(name) if claims else "",
        data=f"{card.address}{DATA}" if intact else "",
        finding=f"{card.address}{FINDING}" if intact else "",
        svg=badge,
        png=addresses.badge(name, "png") if badge else "",
        check=addresses.VERIFY if program.issuer else "",
        qr=qr_code(addresses.full(program.url, card.address), words.say("QR code: this page")),
        file=f"{name}.json",
    )


def _reason(press: Press, result: Checked, entry: Entry | None) -> str:
    """Why it no longer verifies, in a sentence."""
    if entry and entry.revoked:
        return press.words.say(
            "Its issuer took it back on {date}: {reason}",
            date=_spoken(press, entry.revoked),
            reason=entry.reason,
        )
    return result.failed[0].said if result.failed else ""


def _later(press: Press, case: Case, award: Award, day: Date | None) -> str:
    """What has come since that the award does not know of."""
    words = press.words
    if award.id != case.inquiry.micro_credential or case.decision.state is State.EARNED or day is None:
        return ""
    when = words.date(day)
    if case.standing is not None and not case.standing.met:
        return words.say(
            "Data collected since then no longer support the verdict: the requirement is met in {met} of {n} "
            "classes now. The award stays what it was on {date}.",
            met=words.number(case.standing.classes_met),
            n=words.number(case.standing.classes_needed),
            date=when,
        )
    return words.say(
        "Decided anew today it would be: {decision}. The award stays what it was on {date}.",
        decision=six_words(words, case.decision),
        date=when,
    )


def _judged(press: Press, case: Case, again: Again) -> tuple[Judgement, ...]:
    """The classes and prompts that the requirement looks at."""
    prompts = {one.id: one for one in case.tool.prompts} if case.tool else {}
    badge = shown_on(again) if again.follows else None
    return tuple(
        Judgement(
            class_name=one.series.class_name,
            prompt=prompt.text,
            verdict=one.finding.verdict,
            before=amount(press.words, one.finding.median, prompt),
            after=amount(press.words, one.finding.median_after, prompt),
            on_badge=one is badge,
        )
        for one in again.judged
        if one.series.prompt in again.standing.prompts and one.finding.verdict is not None
        for prompt in (prompts.get(one.series.prompt) or Prompt(one.series.prompt, one.series.prompt),)
    )


def _recipient(document: Mapping[str, Any]) -> str:
    """Whom the credential names."""
    named = _list(_of(document.get("credentialSubject"), "identifier"))
    return next((_text(_of(one, "identityHash")) for one in named), "")


def _results(document: Mapping[str, Any]) -> tuple[Reached, ...]:
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
            found.append(Reached(_text(about.get("name")), _text(_of(one, "value"))))
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
    return clean(value)[:500] if isinstance(value, str) else ""


def _spoken(press: Press, day: str) -> str:
    try:
        return press.words.date(Date.fromisoformat(day))
    except ValueError:
        return day
