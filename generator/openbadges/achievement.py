"""A micro-credential as an Open Badges `Achievement`: what it asks for, in words and for machines.

Each criterion of the rubric is a result of type RubricCriterionLevel, the requirement on student
learning one of type Status.
"""

import unicodedata
from typing import Any
from urllib.parse import quote

from generator import addresses
from generator.model import Criterion, Impact, Mastery, MicroCredential, Program
from generator.words.translator import Translator
from generator.words.verdict_texts import VerdictTexts

IMPACT = "impact"
COMPLETED = "Completed"
# line ends become spaces below; nothing of this kind belongs into a name, an attribute or an image
_DROPPED = frozenset(["Cc", "Cs"])


def clean_text(text: str) -> str:
    """Text as it goes into a credential: on one line, without what XML cannot hold or what two canonical
    forms write differently."""
    spaced = " ".join(text.split())
    return "".join(
        char
        for char in spaced
        if unicodedata.category(char) not in _DROPPED and not _is_no_character(ord(char))
    ).strip()


def achievement_id(program: Program, credential: MicroCredential) -> str:
    return addresses.absolute_url(program.url, addresses.achievement(credential.id))


def criterion_id(base: str, criterion: Criterion) -> str:
    return f"{base}#criterion-{quote(clean_text(criterion.id), safe='')}"


def level_id(base: str, criterion: Criterion, number: int) -> str:
    """The id of a level of the rubric, counted from 1 as the lowest."""
    return f"{criterion_id(base, criterion)}-level-{number}"


def impact_id(base: str) -> str:
    return f"{base}#{IMPACT}"


def achievement(translator: Translator, program: Program, credential: MicroCredential) -> dict[str, Any]:
    """The Achievement, without a context of its own."""
    base = achievement_id(program, credential)
    document: dict[str, Any] = {
        "id": base,
        "type": ["Achievement"],
        "achievementType": "MicroCredential",
        "name": clean_text(credential.title),
        "description": clean_text(credential.competency) or clean_text(credential.title),
        "version": clean_text(credential.version),
        "inLanguage": program.language,
        "criteria": {
            "id": addresses.absolute_url(program.url, addresses.micro_credential(credential.id)),
            "narrative": _narrative(translator, credential),
        },
        "resultDescription": [
            *(_criterion(base, one, credential.mastery) for one in credential.mastery.criteria),
            {
                "id": impact_id(base),
                "type": ["ResultDescription"],
                "name": impact_text(translator, credential.impact),
                "resultType": "Status",
                "requiredValue": COMPLETED,
            },
        ],
    }
    alignment = [
        {
            "type": ["Alignment"],
            "targetName": clean_text(one.name) or clean_text(one.code),
            "targetCode": clean_text(one.code),
            "targetFramework": clean_text(one.framework),
            "targetUrl": quote(one.url, safe="%/:=&?~#+!$,;'@()*[]"),
        }
        for one in dict.fromkeys(credential.standards)
        if one.url.startswith(("https://", "http://"))
    ]
    if alignment:
        document["alignment"] = alignment
    return document


def impact_text(translator: Translator, impact: Impact) -> str:
    """The requirement on student learning in one sentence."""
    said = translator.ngettext(
        "Impact on student learning: {verdict} in at least {n} class",
        "Impact on student learning: {verdict} in at least {n} classes",
        impact.classes,
        verdict=VerdictTexts(translator).name(impact.verdict),
    )
    prompts = clean_text(translator.format_list(list(impact.prompts)))
    return (
        translator.gettext("{requirement}, for: {prompts}", requirement=said, prompts=prompts)
        if prompts
        else said
    )


def _criterion(base: str, criterion: Criterion, mastery: Mastery) -> dict[str, Any]:
    levels = []
    for number, level in enumerate(mastery.levels, start=1):
        one = {
            "id": level_id(base, criterion, number),
            "type": ["RubricCriterionLevel"],
            "name": clean_text(level),
            "level": str(number),
        }
        if told := clean_text(criterion.levels.get(level, "")):
            one["description"] = told
        levels.append(one)
    passing = mastery.levels.index(mastery.passing) + 1
    return {
        "id": criterion_id(base, criterion),
        "type": ["ResultDescription"],
        "name": clean_text(criterion.title),
        "resultType": "RubricCriterionLevel",
        "rubricCriterionLevel": levels,
        "requiredLevel": level_id(base, criterion, passing),
    }


def _narrative(translator: Translator, credential: MicroCredential) -> str:
    mastery = credential.mastery
    judged = translator.ngettext(
        "Mastery: each criterion is judged {level} or better by {n} assessor",
        "Mastery: each criterion is judged {level} or better by {n} assessors",
        mastery.assessors,
        level=clean_text(mastery.passing),
    )
    titles = "; ".join(clean_text(one.title) for one in mastery.criteria)
    parts = [
        clean_text(credential.competency),
        clean_text(credential.key_method),
        f"{judged}: {titles}." if titles else f"{judged}.",
        f"{impact_text(translator, credential.impact)}.",
    ]
    return " ".join(part for part in parts if part)


def _is_no_character(point: int) -> bool:
    """Unicode's noncharacters."""
    return point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF
