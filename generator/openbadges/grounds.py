"""What a credential rests on, asked again: the levels reached, the data that were signed, the verdict.

A signature says who issued a credential, not that the chart is true: so the verdict is worked out again
from the data under the signature.
"""

import json
from collections.abc import Mapping
from typing import Any

from generator.openbadges.achievement import COMPLETED
from generator.openbadges.credential import DATA, FINDING, digest_sri
from generator.openbadges.finding import Again, BadFinding, Difference, OtherRules, worked_out_again
from generator.openbadges.linked import Document
from generator.openbadges.sources import Source
from generator.openbadges.step import Question, Step, no, unknown, yes
from generator.words.speech import Words
from generator.words.verdicts import verdict_name, verdict_text


def mastery(words: Words, document: Document) -> Step:
    """Whether every result that the achievement describes is there, at its required level or above."""
    subject = _mapping(document.get("credentialSubject"))
    results = {str(one.get("resultDescription")): one for one in _mappings(subject.get("result"))}
    described = _mappings(_mapping(subject.get("achievement")).get("resultDescription"))
    missed = [
        str(one.get("name", ""))
        for one in described
        if not _reached(one, results.get(str(one.get("id")), {}))
    ]
    if missed or not described:
        said = words.say("Below the level that is required: {criteria}.", criteria=words.listing(missed))
        return no(Question.MASTERY, said)
    said = words.say("Every criterion is at its required level or above.")
    return yes(Question.MASTERY, said)


def evidence(words: Words, document: Document, source: Source) -> tuple[dict[str, bytes], Step]:
    """The files under the signature by their names, and whether they are the ones that were signed."""
    files: dict[str, bytes] = {}
    wrong: list[str] = []
    gone: list[str] = []
    for one in _mappings(document.get("relatedResource")):
        address = str(one.get("id", ""))
        name = address.rpartition("/")[2]
        data = source(address)
        if data is None:
            gone.append(address)
        elif digest_sri(data) != one.get("digestSRI") or "#" in address or "?" in address or name in files:
            wrong.append(address)
        else:
            files[name] = data
    if wrong:
        said = words.say(
            "Changed since the award was signed: {files}.", files=words.listing([_tail(one) for one in wrong])
        )
        return files, no(Question.EVIDENCE, said)
    if gone or DATA not in files or FINDING not in files:
        missing = [_tail(one) for one in gone] or [name for name in (DATA, FINDING) if name not in files]
        said = words.say("Its evidence could not be read: {files}.", files=words.listing(missing))
        return files, (unknown if gone else no)(Question.EVIDENCE, said)
    return files, yes(Question.EVIDENCE, words.say("The data and the finding are the ones that were signed."))


def verdict(words: Words, files: Mapping[str, bytes]) -> tuple[Again | None, Step]:
    """The finding worked out again; None where nothing follows from its files."""
    try:
        again = worked_out_again(files[FINDING], files[DATA])
    except OtherRules as other:
        said = words.say(
            "It was judged by version {version} of the rules, which this runfolio does not have.",
            version=other.version,
        )
        return None, unknown(Question.VERDICT, said)
    except BadFinding:
        said = words.say("The finding or its data cannot be read, so nothing follows from them.")
        return None, no(Question.VERDICT, said)
    standing = again.standing
    if again.differences:
        told = " ".join(_told(words, one) for one in again.differences[:5])
        said = words.say("The verdict does not follow from the data. {differences}", differences=told)
        return again, no(Question.VERDICT, said)
    counted = words.count(
        "{verdict} in {met} of {all} classes; {n} is needed",
        "{verdict} in {met} of {all} classes; {n} are needed",
        standing.classes_needed,
        verdict=verdict_name(words, standing.verdict),
        met=words.number(standing.classes_met),
        all=words.number(len(standing.classes)),
    )
    if not standing.met:
        said = words.say("The requirement is not met by the data: {counted}.", counted=counted)
        return again, no(Question.VERDICT, said)
    said = words.say(
        "Worked out again from the data by the run chart rules, version {version}: {counted}.",
        version=again.rules,
        counted=counted,
    )
    return again, yes(Question.VERDICT, said)


def _reached(described: Mapping[str, Any], result: Mapping[str, Any]) -> bool:
    if described.get("resultType") == "Status":
        return result.get("status") == COMPLETED
    # by their signed numbers: the order in which they stand is not signed
    levels = {
        one.get("id"): str(one.get("level")) for one in _mappings(described.get("rubricCriterionLevel"))
    }
    reached, required = (
        levels.get(one) for one in (result.get("achievedLevel"), described.get("requiredLevel"))
    )
    return bool(
        reached
        and required
        and reached.isdecimal()
        and required.isdecimal()
        and int(reached) >= int(required)
    )


def _told(words: Words, one: Difference) -> str:
    """Which rule gives something else, and what."""
    where = " · ".join(part for part in (one.class_name, one.prompt.id if one.prompt else "") if part)
    if one.figure == "verdict" and one.judged and one.prompt:
        return words.say(
            "{where}: the award says “{signed}”; the rules say “{found}”: {why}",
            where=where,
            signed=str(one.signed).replace("_", " "),
            found=verdict_name(words, one.judged.finding.verdict),
            why=verdict_text(words, one.judged.finding, share=one.prompt.is_share, better=one.prompt.better),
        )
    return words.say(
        "{where}: {figure} is {signed} in the award and {found} by the data.",
        where=where,
        figure=one.figure.replace("_", " "),
        signed=_value(one.signed),
        found=_value(one.found),
    )


def _value(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)[:120]


def _tail(address: str) -> str:
    return "/".join(address.rsplit("/", 2)[-2:]) or address


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _mappings(value: Any) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []
