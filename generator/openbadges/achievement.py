"""A micro-credential as an Open Badges `Achievement`: what it asks for, in words and for machines.

Each criterion of the rubric is a result of type RubricCriterionLevel, the requirement on student
learning one of type Status.
"""

import unicodedata
from typing import Any
from urllib.parse import quote

from generator import addresses
from generator.model import Criterion, Impact, Mastery, MicroCredential, Program
from generator.words.speech import Words
from generator.words.verdicts import verdict_name

IMPACT = "impact"
COMPLETED = "Completed"
# line ends become spaces below; nothing of this kind belongs into a name, an attribute or an image
_DROPPED = frozenset(["Cc", "Cs"])


def clean(text: str) -> str:
    """Text as it goes into a credential: on one line, without what XML cannot hold or what two canonical
    forms write differently."""
    spaced = " ".join(text.split())
    return "".join(
        char
        for char in spaced
        if unicodedata.category(char) not in _DROPPED and not _is_no_character(ord(char))
    ).strip()


def achievement_id(program: Program, credential: MicroCredential) -> str:
    return addresses.full(program.url, addresses.achievement(credential.id))


def criterion_id(base: str, criterion: Criterion) -> str:
    return f"{base}#criterion-{quote(clean(criterion.id), safe='')}"


def level_id(base: str, criterion: Criterion, number: int) -> str:
    """The id of a level of the rubric, counted from 1 as the lowest."""
    return f"{criterion_id(base, criterion)}-level-{number}"


def impact_id(base: str) -> str:
    return f"{base}#{IMPACT}"


def achievement(words: Words, program: Program, credential: MicroCredential) -> dict[str, Any]:
    """The Achievement, without a context of its own."""
    base = achievement_id(program, credential)
    document: dict[str, Any] = {
        "id": base,
        "type": ["Achievement"],
        "achievementType": "MicroCredential",
        "name": clean(credential.title),
        "description": clean(credential.competency) or clean(credential.title),
        "version": clean(credential.version),
        "inLanguage": program.language,
        "criteria": {
            "id": addresses.full(program.url, addresses.micro_credential(credential.id)),
            "narrative": _narrative(words, credential),
        },
        "resultDescription": [
            *(_criterion(base, one, credential.mastery) for one in credential.mastery.criteria),
            {
                "id": impact_id(base),
                "type": ["ResultDescription"],
                "name": impact_text(words, credential.impact),
                "resultType": "Status",
                "requiredValue": COMPLETED,
            },
        ],
    }
    alignment = [
        {
            "type": ["Alignment"],
            "targetName": clean(one.name) or clean(one.code),
            "targetCode": clean(one.code),
            "targetFramework": clean(one.framework),
            "targetUrl": quote(one.url, safe="%/:=&?~#+!$,;'@()*[]"),
        }
        for one in dict.fromkeys(credential.standards)
        if one.url.startswith(("https://", "http://"))
    ]
    if alignment:
        document["alignment"] = alignment
    return document


def impact_text(words: Words, impact: Impact) -> str:
    """The requirement on student learning in one sentence."""
    said = words.count(
        "Impact on student learning: {verdict} in at least {n} class",
        "Impact on student learning: {verdict} in at least {n} classes",
        impact.classes,
        verdict=verdict_name(words, impact.verdict),
    )
    prompts = clean(words.listing(list(impact.prompts)))
    return words.say("{requirement}, for: {prompts}", requirement=said, prompts=prompts) if prompts else said


def _criterion(base: str, criterion: Criterion, mastery: Mastery) -> dict[str, Any]:
    levels = []
    for number, level in enumerate(mastery.levels, start=1):
        one = {
            "id": level_id(base, criterion, number),
            "type": ["RubricCriterionLevel"],
            "name": clean(level),
            "level": str(number),
        }
        if told := clean(criterion.levels.get(level, "")):
            one["description"] = told
        levels.append(one)
    passing = mastery.levels.index(mastery.passing) + 1
    return {
        "id": criterion_id(base, criterion),
        "type": ["ResultDescription"],
        "name": clean(criterion.title),
        "resultType": "RubricCriterionLevel",
        "rubricCriterionLevel": levels,
        "requiredLevel": level_id(base, criterion, passing),
    }


def _narrative(words: Words, credential: MicroCredential) -> str:
    mastery = credential.mastery
    judged = words.count(
        "Mastery: each criterion is judged {level} or better by {n} assessor",
        "Mastery: each criterion is judged {level} or better by {n} assessors",
        mastery.assessors,
        level=clean(mastery.passing),
    )
    titles = "; ".join(clean(one.title) for one in mastery.criteria)
    parts = [
        clean(credential.competency),
        clean(credential.key_method),
        f"{judged}: {titles}." if titles else f"{judged}.",
        f"{impact_text(words, credential.impact)}.",
    ]
    return " ".join(part for part in parts if part)


def _is_no_character(point: int) -> bool:
    """Unicode's noncharacters."""
    return point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF
