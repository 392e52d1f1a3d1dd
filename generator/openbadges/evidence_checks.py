"""Checks of what a credential rests on: the levels reached, the signed data, the verdict.

A signature says who issued a credential, not that the chart is true: so the verdict is computed again
from the data under the signature.
"""

import json
import math
import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from generator.credential.rules_edition import SECOND_EDITION_SINCE, first_edition_allows
from generator.model import GrowthRole, RulesEdition
from generator.openbadges.achievement import COMPLETED, impact_id
from generator.openbadges.achievement_credential import DATA, FINDING, digest_sri
from generator.openbadges.check_answers import CheckAnswer
from generator.openbadges.check_result import CheckQuestion, CheckResult, failed, inconclusive, passed
from generator.openbadges.document_fields import date_of, mapping, mappings
from generator.openbadges.document_sources import Source
from generator.openbadges.frozen_finding import BadFinding, Difference, OtherRules, Recomputed, recompute
from generator.openbadges.jsonld import Document
from generator.openbadges.proof import proof_of
from generator.runchart.replication import RequirementResult
from generator.words.growth_texts import GrowthTexts
from generator.words.translator import Translator
from generator.words.verdict_texts import VerdictTexts

_DIFFERENCES_NAMED = 5
_LEVEL = re.compile("[0-9]{1,9}")


class EvidenceChecks(Struct, frozen=True):
    """The checks of one credential; `source` gives the files that it names."""

    translator: Translator
    document: Document
    source: Source

    def check_mastery(self) -> CheckResult:
        """Whether each result that the achievement describes is there, at its required level or above."""
        subject = mapping(self.document.get("credentialSubject"))
        results = {str(result.get("resultDescription")): result for result in mappings(subject.get("result"))}
        described = mappings(mapping(subject.get("achievement")).get("resultDescription"))
        base = str(mapping(subject.get("achievement")).get("id", ""))
        if not any(_is_impact(description, base) for description in described):
            text = self.translator.gettext(CheckAnswer.NO_IMPACT.value)
            return failed(CheckQuestion.MASTERY, text)
        missed = [
            str(description.get("name") or description.get("id"))
            for description in described
            if not _is_reached(description, results.get(str(description.get("id")), {}))
        ]
        if missed:
            text = self.translator.gettext(
                CheckAnswer.BELOW.value, criteria=self.translator.format_list(missed)
            )
            return failed(CheckQuestion.MASTERY, text)
        text = self.translator.gettext(CheckAnswer.MASTERED.value)
        return passed(CheckQuestion.MASTERY, text)

    def check_evidence(self) -> tuple[dict[str, bytes], CheckResult]:
        """(the files under the signature by their names, whether they are the ones that were signed).

        A file of another digest fails; one that cannot be read is inconclusive.
        """
        translator = self.translator
        files, changed, unreadable = self._signed_files()
        if changed:
            text = translator.gettext(CheckAnswer.CHANGED.value, files=translator.format_list(changed))
            return files, failed(CheckQuestion.EVIDENCE, text)
        missing = unreadable or [name for name in (DATA, FINDING) if name not in files]
        if missing:
            text = translator.gettext(CheckAnswer.GONE.value, files=translator.format_list(missing))
            return files, (inconclusive if unreadable else failed)(CheckQuestion.EVIDENCE, text)
        text = translator.gettext(CheckAnswer.SAME.value)
        return files, passed(CheckQuestion.EVIDENCE, text)

    def check_verdict(self, files: Mapping[str, bytes]) -> tuple[Recomputed | None, CheckResult]:
        """(the finding computed again, whether it is the signed one and meets the requirement).

        `files` are the ones under the signature.  The finding is None where they cannot be read, or were
        judged by rules that this version does not have.
        """
        try:
            recomputed = recompute(files[FINDING], files[DATA])
        except OtherRules as other:
            text = self.translator.gettext(
                "It was judged by version {version} of the rules, which this version of runfolio does not "
                "have.",
                version=other.version,
            )
            return None, inconclusive(CheckQuestion.VERDICT, text)
        except BadFinding:
            text = self.translator.gettext("The finding or its data cannot be read, so they show nothing.")
            return None, failed(CheckQuestion.VERDICT, text)
        if not self._fits_its_days(recomputed):
            text = self.translator.gettext(
                "It names the first edition of the rules, which only applies to visits and awards before "
                "{date}.",
                date=self.translator.format_date(SECOND_EDITION_SINCE),
            )
            return None, failed(CheckQuestion.VERDICT, text)
        return recomputed, self._verdict_result(recomputed)

    def _fits_its_days(self, recomputed: Recomputed) -> bool:
        """Whether the award and the visits it rests on are as old as the edition that judged it, so that
        nobody evades a newer rule by naming an older edition."""
        if recomputed.edition is not RulesEdition.FIRST:
            return True
        signed = [date_of(self.document, "validFrom"), date_of(self.document, "awardedDate")]
        signed.append(date_of(proof_of(self.document) or {}, "created"))
        return first_edition_allows([*recomputed.days, *(day for day in signed if day)])

    def _signed_files(self) -> tuple[dict[str, bytes], list[str], list[str]]:
        """(the files by name, the shortened addresses of changed ones, and of unreadable ones)."""
        files: dict[str, bytes] = {}
        changed: list[str] = []
        unreadable: list[str] = []
        for resource in mappings(self.document.get("relatedResource")):
            address = str(resource.get("id", ""))
            name = address.rpartition("/")[2]
            is_ambiguous = "#" in address or "?" in address or name in files
            data = None if is_ambiguous else self.source(address)
            if data is None and not is_ambiguous:
                unreadable.append(_short_address(address))
            elif data is None or digest_sri(data) != resource.get("digestSRI"):
                changed.append(_short_address(address))
            else:
                files[name] = data
        return files, changed, unreadable

    def _verdict_result(self, recomputed: Recomputed) -> CheckResult:
        translator, requirement = self.translator, recomputed.requirement
        if recomputed.differences:
            differences = " ".join(
                self._difference_text(difference)
                for difference in recomputed.differences[:_DIFFERENCES_NAMED]
            )
            text = translator.gettext(
                "The verdict does not follow from the data. {differences}", differences=differences
            )
            return failed(CheckQuestion.VERDICT, text)
        counted = f"{self._counted(requirement)}; {self._growth(recomputed)}"
        if not requirement.met:
            text = translator.gettext("The requirement is not met by the data: {counted}.", counted=counted)
            return failed(CheckQuestion.VERDICT, text)
        text = translator.gettext(
            "Worked out again from the data by the run chart rules, edition {edition}: {counted}.",
            edition=recomputed.edition,
            counted=counted,
        )
        return passed(CheckQuestion.VERDICT, text)

    def _counted(self, requirement: RequirementResult) -> str:
        """In how many classes the verdict is found, without a full stop."""
        return self.translator.ngettext(
            "{verdict} in {met} of {all} classes; {n} is needed",
            "{verdict} in {met} of {all} classes; {n} are needed",
            requirement.classes_needed,
            verdict=VerdictTexts(self.translator).requirement(requirement.verdict),
            met=self.translator.format_number(requirement.classes_met),
            all=self.translator.format_number(len(requirement.classes)),
        )

    def _growth(self, recomputed: Recomputed) -> str:
        """What became of the comparison with steady growth, without a full stop."""
        gettext, requirement = self.translator.gettext, recomputed.requirement
        if recomputed.edition is RulesEdition.FIRST:
            return gettext("the first edition did not compare with steady growth")
        if requirement.growth_role is GrowthRole.SHOWN:
            return gettext("steady growth was compared and did not decide")
        outcomes = {result.is_more_than_growth for result in requirement.growth}
        decisive = next((outcome for outcome in (False, None) if outcome in outcomes), True)
        return GrowthTexts(self.translator).name(decisive)

    def _difference_text(self, difference: Difference) -> str:
        """Which class, prompt and figure differ, and how."""
        prompt, series = difference.prompt, difference.series
        named = [part for part in (difference.class_name, prompt.id if prompt else "") if part]
        where = " · ".join(named) or self.translator.gettext("All classes")
        verdict_texts = VerdictTexts(self.translator)
        if difference.figure == "verdict" and series and prompt:
            return self.translator.gettext(
                "{where}: the award says “{signed}”; the rules say “{found}”: {why}",
                where=where,
                signed=str(difference.signed).replace("_", " "),
                found=verdict_texts.name(series.finding.verdict),
                why=verdict_texts.verdict(series, share=prompt.is_share),
            )
        return self.translator.gettext(
            "{where}: {figure} is {signed} in the award and {found} by the data.",
            where=where,
            figure=difference.figure.replace("_", " "),
            signed=_short_json(difference.signed),
            found=_short_json(difference.computed),
        )


def _is_impact(description: Mapping[str, Any], base: str) -> bool:
    """Whether it is the requirement on student learning of the achievement with this id."""
    return description.get("resultType") == "Status" and description.get("id") == impact_id(base)


def _is_reached(description: Mapping[str, Any], result: Mapping[str, Any]) -> bool:
    """Whether a result is complete, or its level is as high as the required one.

    Levels are compared by their signed numbers: the order in which they stand in the list is not signed.
    """
    if description.get("resultType") == "Status":
        return result.get("status") == COMPLETED
    levels = mappings(description.get("rubricCriterionLevel"))
    numbers = {str(level.get("id")): _number_of(level) for level in levels}
    reached = numbers.get(str(result.get("achievedLevel")), math.nan)
    return reached >= numbers.get(str(description.get("requiredLevel")), math.nan)


def _number_of(level: Mapping[str, Any]) -> float:
    """The signed number of a level; NaN, which is neither above nor below any, where it has none."""
    text = str(level.get("level"))
    return int(text) if _LEVEL.fullmatch(text) else math.nan


def _short_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)[:120]


def _short_address(address: str) -> str:
    """The last two parts of an address, which tell the files of an award apart; `?` without an address."""
    return "/".join(address.split("/")[-2:]) or "?"
