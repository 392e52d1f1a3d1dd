"""An award in the site: its page, the credential and what was frozen for it, its badge images.

An award is checked each time it is published.  One that no longer verifies keeps its address, with
the reason, and without the badge; what nobody signed is not repeated.
"""

from datetime import date as Date
from functools import cached_property
from urllib.parse import urlencode

from markupsafe import Markup
from msgspec import Struct

from generator import addresses
from generator.credential.decision import Decision, DecisionState
from generator.credential.decision_texts import DecisionTexts
from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.credential.published_decision import published_decision
from generator.credential.rules_edition import CURRENT_EDITION
from generator.model import Award, Teacher
from generator.openbadges.achievement_credential import CREDENTIAL, DATA, FINDING
from generator.openbadges.award_register import RegisterEntry
from generator.openbadges.badge_image import BadgeText
from generator.openbadges.check_result import CheckResult
from generator.openbadges.finding_editions import EditionFindings
from generator.problems import Problem
from generator.runchart.replication import ImpactState
from generator.site.awards.award_badge import badge_images, badge_picture
from generator.site.awards.award_charts import AwardVerdict, build_award_verdicts
from generator.site.awards.award_check import (
    CheckedAward,
    award_not_shown_problem,
    check_award,
    no_credential_problem,
    register_entry,
)
from generator.site.awards.award_claims import AwardClaims, LevelReached, read_claims
from generator.site.rendering.context import RenderContext, SitePart
from generator.site.rendering.qr_code import qr_code
from generator.site.rendering.template_renderer import Link
from generator.site.teacher_card import AwardCard


class AwardPage(Struct, frozen=True):
    """What award.html shows.  `document`, `data`, `finding`, `svg`, `png` and `check` are addresses, empty
    where there is nothing to be had; `file` is what the credential is called when it is saved.  `identifier`
    is the credential's id, `linkedin` the address that adds it to a profile, `document_qr` leads to it."""

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
    checks: tuple[CheckResult, ...]
    levels: tuple[LevelReached, ...]
    impact: str
    verdicts: tuple[AwardVerdict, ...]
    document: str
    data: str
    finding: str
    svg: str
    png: str
    check: str
    qr: Markup
    file: str
    identifier: str
    linkedin: str
    document_qr: Markup


def build_award_pages(
    context: RenderContext, teacher: Teacher, evaluated: EvaluatedInquiry, folder: str
) -> tuple[tuple[AwardCard, ...], SitePart]:
    """The awards of an inquiry, the one for its micro-credential first, and all their files.

    `folder` is the inquiry's path below the content folder.  Without an address on the web there are none.
    """
    awards = sorted(
        evaluated.inquiry.awards, key=lambda award: award.id != evaluated.inquiry.micro_credential
    )
    cards: list[AwardCard] = []
    part = SitePart()
    for award in awards if context.program.url else ():
        file = f"{folder}/awards/{award.id}/{CREDENTIAL}"
        credential = award.files.get(CREDENTIAL)
        if credential is None:
            part += SitePart(problems=(no_credential_problem(file),))
            continue
        name = addresses.award_id(teacher.id, evaluated.inquiry.id, award.id)
        builder = _AwardPageBuilder(
            context, teacher, evaluated, award, check_award(context, name, award, credential)
        )
        part += builder.part(file)
        cards.append(builder.card)
    return tuple(cards), part


class _AwardPageBuilder(Struct, frozen=True, dict=True):
    """One award of an inquiry, checked."""

    context: RenderContext
    teacher: Teacher
    evaluated: EvaluatedInquiry
    award: Award
    checked: CheckedAward

    def part(self, file: str) -> SitePart:
        """The page and the award's files; `file` is the credential's in the content folder."""
        page = self._page()
        credential = self.award.files[CREDENTIAL]
        files = {page.document: credential} if page.document else {}
        for address, name in ((page.data, DATA), (page.finding, FINDING)):
            if address:
                files[address] = self.award.files[name]
        recomputed = self.checked.report.recomputed
        problems: tuple[Problem, ...] = ()
        if self.card.holds and recomputed is not None and self.card.day is not None:
            text = BadgeText(self.card.title, page.person.text, page.issuer, self.card.day)
            files[page.svg], files[page.png] = badge_images(self.context, recomputed, text, credential)
            files[self.card.small_badge] = badge_picture(self.context, recomputed, text)
        elif not self.card.revoked:
            problems = (award_not_shown_problem(file, self.checked.report),)
        return self.context.render_page("award.html", page) + SitePart(files, problems=problems)

    @cached_property
    def card(self) -> AwardCard:
        """The award where other pages show it."""
        micro = self.context.program.micro_credentials.get(self.award.id)
        revoked = self._entry is not None and bool(self._entry.revoked)
        holds = self.checked.report.holds and not revoked
        return AwardCard(
            name=self.checked.name,
            micro_credential=self.award.id,
            address=addresses.award(self.checked.name),
            title=self._claims.title or (micro.title if micro else self.award.id),
            badge=addresses.badge(self.checked.name, "svg") if holds else "",
            small_badge=addresses.small_badge(self.checked.name) if holds else "",
            day=self._claims.awarded_on,
            holds=holds,
            revoked=revoked,
            reason="" if holds else self._reason(),
            later=self._later(self._claims.awarded_on) if holds and self._claims.awarded_on else "",
        )

    @cached_property
    def _claims(self) -> AwardClaims:
        """What the credential says; nothing where nobody signed it."""
        return read_claims(self.checked.signed_document)

    @cached_property
    def _entry(self) -> RegisterEntry | None:
        return register_entry(self.context, self.checked.name)

    def _page(self) -> AwardPage:
        gettext, program = self.context.translator.gettext, self.context.program
        card, claims, name = self.card, self._claims, self.checked.name
        recomputed = self.checked.report.recomputed
        person = claims.person or self.teacher.name
        title = gettext("{title}, awarded to {name}", title=card.title, name=person)
        issuer = claims.issuer or (program.issuer.name if program.issuer else "")
        is_in_library = self.award.id in program.micro_credentials
        evidence = addresses.evidence(self.teacher.id, self.evaluated.inquiry.id)
        return AwardPage(
            address=card.address,
            title=title,
            description=self._description(issuer),
            trail=(
                Link(program.title, addresses.HOME),
                Link(gettext("Teachers"), addresses.TEACHERS),
                Link(self.teacher.name, addresses.teacher(self.teacher.id)),
            ),
            card=card,
            person=Link(person, addresses.teacher(self.teacher.id)),
            credential=Link(card.title, addresses.micro_credential(self.award.id) if is_in_library else ""),
            evidence=Link(self.evaluated.inquiry.title, evidence),
            issuer=issuer,
            until=claims.valid_until,
            checks=self.checked.report.results,
            levels=claims.levels,
            impact=claims.impact,
            verdicts=build_award_verdicts(self.context, self.evaluated, recomputed, claims.awarded_on)
            if recomputed
            else (),
            document=addresses.award_document(name) if self.checked.signed_document else "",
            data=f"{card.address}{DATA}" if recomputed else "",
            finding=f"{card.address}{FINDING}" if recomputed else "",
            svg=card.badge,
            png=addresses.badge(name, "png") if card.badge else "",
            check=addresses.VERIFY if program.issuer else "",
            qr=qr_code(addresses.absolute_url(program.url, card.address), gettext("QR code: this page")),
            file=f"{name}.json",
            identifier=addresses.absolute_url(program.url, addresses.award_document(name)),
            linkedin=self._linkedin() if card.holds else "",
            document_qr=qr_code(
                addresses.absolute_url(program.url, addresses.award_document(name)),
                gettext("QR code: the credential"),
            ),
        )

    def _description(self, issuer: str) -> str:
        """What stands under the title where the page is shared."""
        gettext, card = self.context.translator.gettext, self.card
        if not card.holds or card.day is None:
            return gettext("This award is not valid.")
        return gettext(
            "Issued by {issuer} on {date} for a skill and for what students learned: {impact}.",
            issuer=issuer,
            date=self.context.translator.format_date(card.day),
            impact=self._claims.impact,
        )

    def _linkedin(self) -> str:
        """The address at which LinkedIn adds the award to somebody's own profile; nothing is sent before."""
        claims, card, program = self._claims, self.card, self.context.program
        fields = {
            "startTask": "CERTIFICATION_NAME",
            "name": card.title,
            "organizationName": claims.issuer,
            "issueYear": str(card.day.year) if card.day else "",
            "issueMonth": str(card.day.month) if card.day else "",
            "certUrl": addresses.absolute_url(program.url, card.address),
            "certId": addresses.absolute_url(program.url, addresses.award_document(self.checked.name)),
        }
        return f"https://www.linkedin.com/profile/add?{urlencode(fields)}"

    def _reason(self) -> str:
        """Why it no longer verifies, in a sentence."""
        if self._entry and self._entry.revoked:
            return self.context.translator.gettext(
                "Its issuer revoked it on {date}: {reason}",
                date=self.context.translator.format_iso_date(self._entry.revoked),
                reason=self._entry.reason,
            )
        failures = self.checked.report.failures
        return failures[0].text if failures else ""

    def _later(self, awarded_on: Date) -> str:
        """What has come since that the award does not know of; empty where it would be made again."""
        evaluated, translator = self.evaluated, self.context.translator
        is_current = self.award.id == evaluated.inquiry.micro_credential
        if not is_current or evaluated.decision.state is DecisionState.EARNED:
            return ""
        date = translator.format_date(awarded_on)
        if self._is_met_by_its_own_edition:
            return translator.gettext(
                "By today's edition of the rules it would be: {decision}. It was judged by an earlier "
                "edition, and stays what it was on {date}.",
                decision=DecisionTexts(translator).headline(self._public_decision),
                date=date,
            )
        requirement = evaluated.requirement
        if requirement is not None and requirement.state is ImpactState.VERDICTS_MISSING:
            return translator.gettext(
                "Data collected since then no longer support the verdict: the requirement is now met in "
                "{met} of {n} classes. The award stays what it was on {date}.",
                met=translator.format_number(requirement.classes_met),
                n=translator.format_number(requirement.classes_needed),
                date=date,
            )
        public = self._public_decision
        if not public.reviews_published:
            return ""
        return translator.gettext(
            "Decided today, it would be: {decision}. The award stays what it was on {date}.",
            decision=DecisionTexts(translator).headline(public),
            date=date,
        )

    @property
    def _public_decision(self) -> Decision:
        """What may be seen of the decision beside a valid award of it."""
        publish = self.context.audience.publish_reviews(self.context.program.publish_reviews)
        return published_decision(self.evaluated.decision, publish, awarded=True)

    @property
    def _is_met_by_its_own_edition(self) -> bool:
        """Whether an award of an earlier edition of the rules would be made again by that, from the data of
        today: then it is the rules that have changed, and not the students."""
        recomputed, requirement = self.checked.report.recomputed, self.evaluated.requirement
        if recomputed is None or recomputed.edition is CURRENT_EDITION:
            return False
        if requirement is None or requirement.met:
            return False
        series = [each.series for each in self.evaluated.series if not each.series.group]
        impact = recomputed.requirement.impact
        return EditionFindings.of_series(series, impact, recomputed.edition).requirement.met
