"""A micro-credential as an Open Badges `Achievement`: what it asks for, in words and for machines.

Each criterion of the rubric is a result of type RubricCriterionLevel, the requirement on student
learning one of type Status.
"""

import unicodedata
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from msgspec import Struct

from generator import addresses
from generator.model import (
    Creator,
    Criterion,
    GrowthRole,
    Impact,
    Mastery,
    MicroCredential,
    OtherIdentifier,
    Program,
    Standard,
)
from generator.words.translator import Translator
from generator.words.verdict_texts import VerdictTexts

IMPACT = "impact"
COMPLETED = "Completed"
_URI_SIGNS = "%/:=&?~#+!$,;'@()*[]"  # what an address may have besides letters and digits
# line ends become spaces below; nothing of this kind belongs into a name, an attribute or an image
_DROPPED = frozenset(["Cc", "Cf", "Cs"])
# letters that show nothing, besides those of the categories (Unicode's Default_Ignorable_Code_Point)
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")


def clean_text(text: str) -> str:
    """Text as it goes into a credential.

    On one line; without characters that XML cannot hold, or that URDNA2015 and RDFC-1.0 write differently,
    and without the ones that nobody sees: they turn a name round, or tell two apart that look alike.
    """
    spaced = " ".join(text.split())
    return "".join(char for char in spaced if not _is_dropped(char)).strip()


def has_invisible_signs(text: str) -> bool:
    """Whether `clean_text` leaves out something that nobody sees: direction marks, spaces of no width."""
    return any(char in _BLANK or unicodedata.category(char) == "Cf" for char in text)


def achievement_id(program: Program, credential: MicroCredential) -> str:
    """The address of an Achievement, which is its id."""
    return addresses.absolute_url(program.url, addresses.achievement(credential.id))


def criterion_id(base: str, criterion: Criterion) -> str:
    """The id of a criterion's result in the Achievement with the id `base`."""
    return f"{base}#criterion-{quote(clean_text(criterion.id), safe='')}"


def level_id(base: str, criterion: Criterion, number: int) -> str:
    """The id of a level of the rubric, counted from 1 as the lowest."""
    return f"{criterion_id(base, criterion)}-level-{number}"


def impact_id(base: str) -> str:
    """The id of the result for the requirement on student learning."""
    return f"{base}#{IMPACT}"


def identifier_entries(identifiers: Iterable[OtherIdentifier]) -> list[dict[str, Any]]:
    """What others call an issuer or a micro-credential, as `otherIdentifier` (Open Badges 3.0, B.2.5)."""
    return [
        {
            "type": "IdentifierEntry",
            "identifier": clean_text(other.identifier),
            "identifierType": other.kind,
        }
        for other in identifiers
    ]


def creator_profile(base: str, creator: Creator) -> dict[str, Any]:
    """Who wrote the Achievement with the id `base`, as a `Profile`; its id is its page on the web, where it
    has one."""
    url = web_address(creator.url)
    profile = {"id": url or f"{base}#creator", "type": ["Profile"], "name": clean_text(creator.name)}
    return profile | ({"url": url} if url else {})


def web_address(address: str) -> str:
    """An address on the web as an absolute URI; empty where it is something else."""
    return quote(address, safe=_URI_SIGNS) if address.startswith(("https://", "http://")) else ""


class AchievementBuilder(Struct, frozen=True):
    """Writes a program's micro-credentials as Achievements, in the language of its translator."""

    translator: Translator
    program: Program

    def build(self, credential: MicroCredential, impact: Impact | None = None) -> dict[str, Any]:
        """The Achievement (Open Badges 3.0, section B.3), without an @context of its own.

        `impact` is the requirement that an award was judged by; None takes the one of today.
        """
        impact = impact or credential.impact
        base = achievement_id(self.program, credential)
        document: dict[str, Any] = {
            "id": base,
            "type": ["Achievement"],
            "achievementType": "MicroCredential",
            "name": clean_text(credential.title),
            "description": clean_text(credential.competency) or clean_text(credential.title),
            "version": clean_text(credential.version),
            "inLanguage": self.program.language,
            "criteria": {
                "id": addresses.absolute_url(self.program.url, addresses.micro_credential(credential.id)),
                "narrative": self._narrative(credential, impact),
            },
            "resultDescription": [
                *self._criteria(base, credential),
                {
                    "id": impact_id(base),
                    "type": ["ResultDescription"],
                    "name": self._impact_text(impact),
                    "resultType": "Status",
                    "requiredValue": COMPLETED,
                },
            ],
        }
        if alignment := [self._alignment(credential, each) for each in dict.fromkeys(credential.standards)]:
            document["alignment"] = alignment
        if credential.credits:
            document["creditsAvailable"] = credential.credits
        if credential.creator:
            document["creator"] = creator_profile(base, credential.creator)
        if credential.other_identifiers:
            document["otherIdentifier"] = identifier_entries(credential.other_identifiers)
        return document

    def _alignment(self, credential: MicroCredential, standard: Standard) -> dict[str, Any]:
        """A standard; one without an address on the web is described on the micro-credential's page."""
        page = addresses.absolute_url(self.program.url, addresses.micro_credential(credential.id))
        return {
            "type": ["Alignment"],
            "targetName": clean_text(standard.name) or clean_text(standard.code),
            "targetCode": clean_text(standard.code),
            "targetFramework": clean_text(standard.framework),
            "targetUrl": web_address(standard.url) or page,
        }

    def _criteria(self, base: str, credential: MicroCredential) -> list[dict[str, Any]]:
        """A ResultDescription for each criterion of the rubric, with the standard that it names."""
        standards = {standard.code: standard for standard in credential.standards}
        descriptions = []
        for criterion in credential.mastery.criteria:
            description = _criterion(base, criterion, credential.mastery)
            if standard := standards.get(criterion.standard):
                description["alignment"] = [self._alignment(credential, standard)]
            descriptions.append(description)
        return descriptions

    def _impact_text(self, impact: Impact) -> str:
        """The requirement on student learning in one sentence."""
        requirement = self.translator.ngettext(
            "Impact on student learning: {verdict} in at least {n} class",
            "Impact on student learning: {verdict} in at least {n} classes",
            impact.classes,
            verdict=VerdictTexts(self.translator).requirement(impact.verdict),
        )
        if impact.growth is GrowthRole.REQUIRED:
            requirement = self.translator.gettext(
                "{requirement}, by more than steady growth", requirement=requirement
            )
        prompts = clean_text(self.translator.format_list(list(impact.prompts)))
        if not prompts:
            return requirement
        return self.translator.gettext(
            "{requirement}, for: {prompts}", requirement=requirement, prompts=prompts
        )

    def _hours_text(self, hours: int | None) -> str:
        """How much work it takes, as a sentence; empty where that is not said."""
        if hours is None:
            return ""
        return self.translator.ngettext("It takes {n} hour of work.", "It takes {n} hours of work.", hours)

    def _narrative(self, credential: MicroCredential, impact: Impact) -> str:
        """What the micro-credential asks for, as a paragraph."""
        mastery = credential.mastery
        mastery_text = self.translator.ngettext(
            "Mastery: each criterion is judged {level} or better by {n} assessor",
            "Mastery: each criterion is judged {level} or better by {n} assessors",
            mastery.assessors,
            level=clean_text(mastery.passing),
        )
        titles = "; ".join(clean_text(criterion.title) for criterion in mastery.criteria)
        parts = [
            clean_text(credential.competency),
            clean_text(credential.key_method),
            f"{mastery_text}: {titles}." if titles else f"{mastery_text}.",
            f"{self._impact_text(impact)}.",
            self._hours_text(credential.hours),
        ]
        return " ".join(part for part in parts if part)


def _criterion(base: str, criterion: Criterion, mastery: Mastery) -> dict[str, Any]:
    levels = []
    for number, level in enumerate(mastery.levels, start=1):
        entry = {
            "id": level_id(base, criterion, number),
            "type": ["RubricCriterionLevel"],
            "name": clean_text(level),
            "level": str(number),
        }
        if description := clean_text(criterion.levels.get(level, "")):
            entry["description"] = description
        levels.append(entry)
    passing = mastery.levels.index(mastery.passing) + 1
    return {
        "id": criterion_id(base, criterion),
        "type": ["ResultDescription"],
        "name": clean_text(criterion.title),
        "resultType": "RubricCriterionLevel",
        "rubricCriterionLevel": levels,
        "requiredLevel": level_id(base, criterion, passing),
    }


def _is_dropped(char: str) -> bool:
    return unicodedata.category(char) in _DROPPED or char in _BLANK or _is_noncharacter(ord(char))


def _is_noncharacter(point: int) -> bool:
    """Whether it is one of Unicode's noncharacters (Unicode 15, section 23.7)."""
    return point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF
