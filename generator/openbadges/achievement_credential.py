"""An earned inquiry as an `AchievementCredential` (Open Badges 3.0), ready to be signed.

Both halves are in it for machines: a result for every criterion, and one for the impact on student
learning, with the digests of the data and the finding that it rests on.
"""

import base64
from collections.abc import Mapping
from datetime import date as Date
from hashlib import sha384
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from generator import addresses
from generator.credential.decision import CriterionResult
from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.credential.rules_edition import CURRENT_EDITION
from generator.model import GrowthRole, Mastery, MicroCredential, Program, RulesEdition, Teacher
from generator.openbadges.achievement import (
    COMPLETED,
    AchievementBuilder,
    achievement_id,
    clean_text,
    criterion_id,
    identifier_entries,
    impact_id,
    level_id,
    web_address,
)
from generator.openbadges.jsonld import CONTEXTS
from generator.openbadges.status_list import status_entry
from generator.words.translator import Translator, capitalized
from generator.words.verdict_texts import VerdictTexts

CREDENTIAL, DATA, FINDING = "credential.json", "data.csv", "finding.json"
_SCHEMA = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
_KINDS = {DATA: "text/csv", FINDING: "application/json"}


class Grant(Struct, frozen=True):
    """What an issuer decides besides what the inquiry says: when, until when, under which number."""

    did: str
    day: Date
    number: int  # in the status list
    until: Date | None = None


def midnight(day: Date) -> str:
    """A day as a date-time with a zone."""
    return f"{day.isoformat()}T00:00:00Z"


def digest_sri(data: bytes) -> str:
    """W3C Subresource Integrity, section 3.1."""
    return "sha384-" + base64.b64encode(sha384(data).digest()).decode()


class CredentialBuilder(Struct, frozen=True):
    """Writes the credential of one earned inquiry, in the language of its translator.

    The program has an address and an issuer.
    """

    translator: Translator
    program: Program
    teacher: Teacher
    evaluated: EvaluatedInquiry
    edition: RulesEdition = CURRENT_EDITION

    def build(self, frozen: Mapping[str, bytes], grant: Grant) -> dict[str, Any]:
        """The credential without its proof; `frozen` has the bytes of DATA and FINDING."""
        evaluated, program = self.evaluated, self.program
        micro, teacher = evaluated.credential, self.teacher
        assert micro is not None, "it is earned"
        award = addresses.award_id(teacher.id, evaluated.inquiry.id, micro.id)
        name = clean_text(micro.title)
        # wallets show the achievement's, or the credential's: here both are this award's own
        image = {"id": self._absolute(addresses.badge(award, "png")), "type": "Image", "caption": name}
        document: dict[str, Any] = {
            "@context": CONTEXTS,
            "id": self._absolute(addresses.award_document(award)),
            "type": ["VerifiableCredential", "AchievementCredential"],
            "name": name,
            "description": clean_text(micro.competency) or name,
            "image": image,
            "issuer": issuer_profile(program, grant.did),
            "awardedDate": midnight(grant.day),
            "validFrom": midnight(grant.day),
            "credentialSubject": {
                "id": self._absolute(addresses.teacher(teacher.id)),
                "type": ["AchievementSubject"],
                "identifier": [
                    {
                        "type": "IdentityObject",
                        "hashed": False,
                        "identityHash": clean_text(teacher.name),
                        "identityType": "name",
                    }
                ],
                "achievement": self._achievement(micro) | {"image": image},
                "result": self._results(micro),
            },
            "evidence": [
                {
                    "id": self._absolute(addresses.evidence(teacher.id, evaluated.inquiry.id)),
                    "type": ["Evidence"],
                    "name": clean_text(evaluated.inquiry.title),
                    "narrative": self._narrative(),
                    "genre": "run charts of student learning",
                }
            ],
            "relatedResource": [
                {
                    "id": self._absolute(addresses.award(award) + file),
                    "digestSRI": digest_sri(frozen[file]),
                    "mediaType": kind,
                }
                for file, kind in _KINDS.items()
            ],
            "credentialStatus": status_entry(self._absolute(addresses.REVOCATIONS), grant.number),
            "credentialSchema": [{"id": _SCHEMA, "type": "1EdTechJsonSchemaValidator2019"}],
        }
        document["credentialSubject"] |= self._activity(micro)
        if grant.until:
            document["validUntil"] = f"{grant.until.isoformat()}T23:59:59Z"  # that day is in it
        return document

    def _activity(self, micro: MicroCredential) -> dict[str, Any]:
        """The days of the first and the last visit, and the credits where the micro-credential gives any."""
        days = [visit.date for visit in self.evaluated.inquiry.observations if visit.date]
        activity: dict[str, Any] = {}
        if days:
            activity = {"activityStartDate": midnight(min(days)), "activityEndDate": midnight(max(days))}
        return activity | ({"creditsEarned": micro.credits} if micro.credits else {})

    def _achievement(self, micro: MicroCredential) -> dict[str, Any]:
        """What was achieved, with the requirement that the award is judged by."""
        assert self.evaluated.in_force is not None, "it is earned"
        impact = self.evaluated.in_force.impact
        if self.edition is RulesEdition.FIRST:  # it asked for no more than what the micro-credential says
            impact = replace(micro.impact, growth=GrowthRole.SHOWN)
        return AchievementBuilder(self.translator, self.program).build(micro, impact)

    def _results(self, micro: MicroCredential) -> list[dict[str, Any]]:
        """A result for each criterion, and one for the requirement on student learning."""
        base = achievement_id(self.program, micro)
        return [
            *(_criterion_result(base, result, micro.mastery) for result in self.evaluated.decision.criteria),
            {"type": ["Result"], "resultDescription": impact_id(base), "status": COMPLETED},
        ]

    def _narrative(self) -> str:
        """The question, and in which classes students improved."""
        translator, evaluated = self.translator, self.evaluated
        tool, requirement = evaluated.tool, evaluated.requirement
        assert tool is not None, "it is earned"
        assert requirement is not None, "it is earned"
        texts = {prompt.id: prompt.text for prompt in tool.prompts}
        met = translator.format_list([result.class_name for result in requirement.classes if result.met])
        outcome = translator.gettext(
            "{verdict} in {classes}, for: {prompts}.",
            verdict=VerdictTexts(translator).requirement(requirement.verdict),
            classes=met,
            prompts=translator.format_list(
                [f"“{texts.get(prompt, prompt)}”" for prompt in requirement.prompts]
            ),
        )
        return clean_text(f"{evaluated.inquiry.question} {capitalized(outcome)}")

    def _absolute(self, address: str) -> str:
        return addresses.absolute_url(self.program.url, address)


def issuer_profile(program: Program, did: str) -> dict[str, Any]:
    """Who issues: the same in every credential and in issuer.json."""
    assert program.issuer is not None, "whoever issues is named"
    issuer = program.issuer
    profile: dict[str, Any] = {
        "id": did,
        "type": ["Profile"],
        "name": clean_text(issuer.name),
        "url": program.url,
    }
    if issuer.image.startswith("https://"):
        profile["image"] = {"id": web_address(issuer.image), "type": "Image"}
    if description := clean_text(issuer.description):
        profile["description"] = description
    if email := clean_text(issuer.email):
        profile["email"] = email
    if parent := clean_text(issuer.parent_org):
        address = f"{program.url.rstrip('/')}/#parent-org"
        profile["parentOrg"] = {"id": address, "type": ["Profile"], "name": parent}
    if issuer.other_identifiers:
        profile["otherIdentifier"] = identifier_entries(issuer.other_identifiers)
    return profile


def _criterion_result(base: str, result: CriterionResult, mastery: Mastery) -> dict[str, Any]:
    """The level that most assessors say is reached: the middle one of theirs, the lower of two."""
    reached = sorted(mastery.levels.index(vote.level) for vote in result.votes)
    middle = reached[(len(reached) - 1) // 2]
    return {
        "type": ["Result"],
        "resultDescription": criterion_id(base, result.criterion),
        "achievedLevel": level_id(base, result.criterion, middle + 1),
        "value": clean_text(mastery.levels[middle]),
    }
