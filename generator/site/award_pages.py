"""An award in the site: its page, the credential and what was frozen for it, its badge images.

An award is checked each time it is published.  One that no longer verifies keeps its address, with
the reason, and without the badge.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date as Date
from functools import partial
from io import BytesIO
from typing import Any

from PIL import Image

from generator import addresses
from generator.credential.case import Case
from generator.credential.decision import State
from generator.credential.reasons import six_words
from generator.memory import digest
from generator.model import Award, Judged, Teacher
from generator.openbadges.achievement import clean
from generator.openbadges.baking import NoCredential, baked_png, baked_svg, document_in
from generator.openbadges.checking import Checked, Question, Step, checked, day_in
from generator.openbadges.credential import DATA, FINDING
from generator.openbadges.emblem import Inscription, emblem
from generator.openbadges.finding import Again
from generator.openbadges.issuing import accepted, answers, evidence
from generator.openbadges.sources import in_mapping
from generator.openbadges.status import BadRegister, Entry, read_register
from generator.problems import Place, Problem, warning
from generator.runchart.draw import png_of
from generator.site.card import AwardCard
from generator.site.images import in_few_colours
from generator.site.press import Part, Press
from generator.site.render import Way

CREDENTIAL = "credential.json"
_COLOURS = 64  # of a badge


@dataclass(frozen=True, slots=True)
class Reached:
    """One criterion of the rubric and the level that was reached."""

    criterion: str
    level: str


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
    revoked: Entry | None
    steps: tuple[Step, ...]
    results: tuple[Reached, ...]
    impact: str
    document: str  # addresses
    data: str
    finding: str
    svg: str
    png: str
    check: str
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
        return None, Part(problems=(_no_credential(file),))
    name = addresses.award_id(teacher.id, case.inquiry.id, award.id)
    document, result = _checked(press, name, award, data)
    entry = _entry(press, name)
    page = _page(press, teacher, case, award, document, result, entry)
    files: dict[str, bytes] = {page.document: data}
    for address, file_name in ((page.data, DATA), (page.finding, FINDING)):
        if address:
            files[address] = award.files[file_name]
    problems: list[Problem] = []
    if result.holds and result.again is not None:
        files |= _badges(press, page, data, result.again)
    elif not (entry and entry.revoked):
        problems.append(_fails(file, page.card.reason))
    part = press.page("award.html", page)
    return page.card, part + Part(files, problems=tuple(problems))


def _checked(press: Press, name: str, award: Award, data: bytes) -> tuple[Mapping[str, Any], Checked]:
    """The credential, and every question asked of it, with what this program publishes."""
    program, words = press.program, press.words
    wanted = addresses.full(program.url, addresses.award_document(name))
    try:
        document: Mapping[str, Any] = document_in(data)
    except NoCredential:
        document = {}
    if document.get("id") != wanted:
        said = words.say(
            "It was issued for another address, {address}.", address=clean(str(document.get("id", "")))[:200]
        )
        return document, Checked((Step(Question.FORM, False, said),))
    files = answers(program) | evidence(program, name, award)
    key = digest("award", press.spoken, files.items(), press.today.isoformat(), *sorted(accepted(program)))
    work = partial(checked, words, document, in_mapping(files), press.today, accepted(program))
    return document, press.remember(key, work)


def _entry(press: Press, name: str) -> Entry | None:
    try:
        return read_register(press.program.register).of(name) if press.program.register else None
    except BadRegister:
        return None


def _page(
    press: Press,
    teacher: Teacher,
    case: Case,
    award: Award,
    document: Mapping[str, Any],
    result: Checked,
    entry: Entry | None,
) -> AwardPage:
    words, program = press.words, press.program
    name = addresses.award_id(teacher.id, case.inquiry.id, award.id)
    micro = program.micro_credentials.get(award.id)
    title = _text(document.get("name")) or (micro.title if micro else award.id)
    issuer = _text(_of(document.get("issuer"), "name")) or (program.issuer.name if program.issuer else "")
    day = day_in(document, "validFrom")
    badge = addresses.badge(name, "svg") if result.holds else ""
    card = AwardCard(
        name=name,
        micro_credential=award.id,
        address=addresses.award(name),
        title=title,
        badge=badge,
        day=day,
        holds=result.holds,
        reason="" if result.holds else _reason(press, result, entry),
        later=_later(press, case, award, day) if result.holds else "",
    )
    said = words.say("{title}, awarded to {name}", title=title, name=teacher.name)
    # what nobody signed is not published: it may be anything
    intact = any(one.question is Question.EVIDENCE and one.holds for one in result.steps)
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
        person=Way(teacher.name, addresses.teacher(teacher.id)),
        credential=Way(title, addresses.micro_credential(award.id) if micro else ""),
        evidence=Way(case.inquiry.title, addresses.evidence(teacher.id, case.inquiry.id)),
        issuer=issuer,
        until=day_in(document, "validUntil"),
        revoked=entry if entry and entry.revoked else None,
        steps=result.steps,
        results=_results(document),
        impact=_impact(document),
        document=addresses.award_document(name),
        data=f"{card.address}{DATA}" if intact else "",
        finding=f"{card.address}{FINDING}" if intact else "",
        svg=badge,
        png=addresses.badge(name, "png") if badge else "",
        check=addresses.VERIFY if program.issuer else "",
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


def _badges(press: Press, page: AwardPage, data: bytes, again: Again) -> dict[str, bytes]:
    """Both images, with the credential in them."""
    shown = _shown(again)
    day = page.card.day
    if shown is None or day is None:
        return {}
    said = Inscription(page.card.title, page.person.text, page.issuer, day)
    svg = emblem(press.words, shown, said)
    png = press.remember(digest("badge", svg), partial(_as_png, svg), bytes)
    return {page.svg: baked_svg(svg, data).encode(), page.png: baked_png(png, data)}


def _as_png(svg: str) -> bytes:
    with Image.open(BytesIO(png_of(svg, 1.0))) as drawn:
        return in_few_colours(drawn.convert("RGBA"), _COLOURS)


def _shown(again: Again) -> Judged | None:
    """The series on the badge: the requirement's first prompt in the first class that met it."""
    standing = again.standing
    met = {one.class_id for one in standing.classes if one.met}
    return next(
        (
            one
            for one in again.judged
            if one.series.class_id in met
            and one.series.prompt == standing.prompts[0]
            and one.finding.verdict is standing.verdict
        ),
        None,
    )


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


def _fails(file: str, reason: str) -> Problem:
    return warning(
        "award-fails",
        Place(file),
        "This award does not verify, so its badge is not shown: {reason}",
        "Restore its folder from git; or issue it anew with  portfolio award --anew",
        reason=reason,
    )


def _no_credential(file: str) -> Problem:
    return warning(
        "award-incomplete",
        Place(file),
        "This award has no credential, so it is not shown.",
        "Restore its folder from git, or take it away.",
    )
