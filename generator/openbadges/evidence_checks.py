"""What a credential rests on, asked again: the levels reached, the data that were signed, the verdict.

A signature says who issued a credential, not that the chart is true: so the verdict is worked out again
from the data under the signature.
"""

import json
from collections.abc import Mapping
from typing import Any

from generator.openbadges.achievement import COMPLETED
from generator.openbadges.achievement_credential import DATA, FINDING, digest_sri
from generator.openbadges.check_result import CheckQuestion, CheckResult, failed, inconclusive, passed
from generator.openbadges.document_sources import Source
from generator.openbadges.frozen_finding import BadFinding, Difference, OtherRules, Recomputed, recompute
from generator.openbadges.jsonld import Document
from generator.words.translator import Translator
from generator.words.verdict_texts import VerdictTexts


def check_mastery(translator: Translator, document: Document) -> CheckResult:
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
        said = translator.gettext(
            "Below the level that is required: {criteria}.", criteria=translator.format_list(missed)
        )
        return failed(CheckQuestion.MASTERY, said)
    said = translator.gettext("Every criterion is at its required level or above.")
    return passed(CheckQuestion.MASTERY, said)


def check_evidence(
    translator: Translator, document: Document, source: Source
) -> tuple[dict[str, bytes], CheckResult]:
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
        said = translator.gettext(
            "Changed since the award was signed: {files}.",
            files=translator.format_list([_tail(one) for one in wrong]),
        )
        return files, failed(CheckQuestion.EVIDENCE, said)
    if gone or DATA not in files or FINDING not in files:
        missing = [_tail(one) for one in gone] or [name for name in (DATA, FINDING) if name not in files]
        said = translator.gettext(
            "Its evidence could not be read: {files}.", files=translator.format_list(missing)
        )
        return files, (inconclusive if gone else failed)(CheckQuestion.EVIDENCE, said)
    return files, passed(
        CheckQuestion.EVIDENCE, translator.gettext("The data and the finding are the ones that were signed.")
    )


def check_verdict(
    translator: Translator, files: Mapping[str, bytes]
) -> tuple[Recomputed | None, CheckResult]:
    """The finding worked out again; None where nothing follows from its files."""
    try:
        again = recompute(files[FINDING], files[DATA])
    except OtherRules as other:
        said = translator.gettext(
            "It was judged by version {version} of the rules, which this runfolio does not have.",
            version=other.version,
        )
        return None, inconclusive(CheckQuestion.VERDICT, said)
    except BadFinding:
        said = translator.gettext("The finding or its data cannot be read, so nothing follows from them.")
        return None, failed(CheckQuestion.VERDICT, said)
    standing = again.standing
    if again.differences:
        told = " ".join(_told(translator, one) for one in again.differences[:5])
        said = translator.gettext(
            "The verdict does not follow from the data. {differences}", differences=told
        )
        return again, failed(CheckQuestion.VERDICT, said)
    counted = translator.ngettext(
        "{verdict} in {met} of {all} classes; {n} is needed",
        "{verdict} in {met} of {all} classes; {n} are needed",
        standing.classes_needed,
        verdict=VerdictTexts(translator).name(standing.verdict),
        met=translator.format_number(standing.classes_met),
        all=translator.format_number(len(standing.classes)),
    )
    if not standing.met:
        said = translator.gettext("The requirement is not met by the data: {counted}.", counted=counted)
        return again, failed(CheckQuestion.VERDICT, said)
    said = translator.gettext(
        "Worked out again from the data by the run chart rules, version {version}: {counted}.",
        version=again.rules,
        counted=counted,
    )
    return again, passed(CheckQuestion.VERDICT, said)


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


def _told(translator: Translator, one: Difference) -> str:
    """Which rule gives something else, and what."""
    where = " · ".join(part for part in (one.class_name, one.prompt.id if one.prompt else "") if part)
    if one.figure == "verdict" and one.judged and one.prompt:
        return translator.gettext(
            "{where}: the award says “{signed}”; the rules say “{found}”: {why}",
            where=where,
            signed=str(one.signed).replace("_", " "),
            found=VerdictTexts(translator).name(one.judged.finding.verdict),
            why=VerdictTexts(translator).verdict(
                one.judged.finding, share=one.prompt.is_share, better=one.prompt.better
            ),
        )
    return translator.gettext(
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
