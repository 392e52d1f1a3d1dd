"""findings.json: all that follows from an inquiry's data, for other programs."""

import json
from collections.abc import Mapping

from generator.credential.decision import Decision, decision_json, requirement_json
from generator.credential.design_texts import DesignTexts
from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.evidence.findings_json import finding_as_json, growth_as_json
from generator.model import EvaluatedSeries, Inquiry, RulesEdition
from generator.runchart.what_works import assess_design
from generator.words.translator import Translator
from generator.words.verdict_texts import VerdictTexts

SCHEMA = 2


def write_findings(evaluated: EvaluatedInquiry, outcome: Decision, translator: Translator) -> bytes:
    """findings.json of an inquiry: every series with its group, phase and change, each prompt against
    steady growth, the design, the requirement and the decision.  Its texts are the page's.

    Of `outcome`, the whole decision, the state and both halves are always there; its criteria where the
    decision of `evaluated` has them too.
    """
    requirement = evaluated.requirement
    document = {
        "schema": SCHEMA,
        "rules": RulesEdition.SECOND,
        "inquiry": _inquiry(evaluated.inquiry),
        "series": [_series(evaluated, phase, translator) for phase in evaluated.series],
        "growth": [growth_as_json(result) for result in evaluated.growth],
        "design": _design(evaluated, translator),
        "requirement": requirement_json(requirement) if requirement else None,
        "decision": decision_json(outcome, reviews_published=evaluated.decision.reviews_published),
    }
    return _lines(document).encode()


def _inquiry(inquiry: Inquiry) -> dict[str, object]:
    return {
        "id": inquiry.id,
        "teacher": inquiry.teacher,
        "title": inquiry.title,
        "question": inquiry.question or None,
        "tool": inquiry.tool or None,
        "micro_credential": inquiry.micro_credential or None,
    }


def _series(evaluated: EvaluatedInquiry, phase: EvaluatedSeries, translator: Translator) -> dict[str, object]:
    tool, series = evaluated.tool, phase.series
    share = bool(tool and tool.prompt(series.prompt).is_share)
    text = VerdictTexts(translator).verdict(phase, share=share)
    return finding_as_json(phase, text) | {
        "group": series.group or None,
        "phase": series.phase,
        "change": series.change,
    }


def _design(evaluated: EvaluatedInquiry, translator: Translator) -> dict[str, object] | None:
    """When the classes started, and what such starts can show; None without a prompt to look at.

    `groups` are the classes of one starting time, by date; the standards of the What Works
    Clearinghouse are applied where a change has been tried.
    """
    design, main = evaluated.design, evaluated.main
    if design is None or main is None:
        return None
    names = {phase.series.class_id: phase.series.class_name for phase in evaluated.series}
    texts, observer = DesignTexts(translator, design), evaluated.second_observer
    assessment = assess_design(design, observer)
    return {
        "prompt": main.id,
        "kind": design.kind,
        "name": texts.name(),
        "groups": [
            [
                {"class": names[class_id] or None, "start": design.starts[class_id].isoformat()}
                for class_id in group
            ]
            for group in design.groups
        ],
        "days_apart": design.days_apart,
        "visits_between": design.visits_between if len(design.groups) > 1 else None,
        "overlapping": design.overlapping,
        "demonstrations": design.demonstrations,
        "start_times": design.times,
        "fewest_points": design.fewest_points,
        "what_works": {
            "rating": assessment.rating,
            "shortfalls": list(assessment.shortfalls),
            "observed_twice": observer.share,
            "agreement": observer.agreement,
            "text": texts.what_works(observer),
        }
        if design.starts
        else None,
    }


def _lines(document: Mapping[str, object]) -> str:
    """JSON with a key a line, and a series a line: short, and still to be read and compared."""

    def text(value: object) -> str:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))

    lines = []
    for key, value in document.items():
        if isinstance(value, list) and value:
            value_text = "[\n " + ",\n ".join(map(text, value)) + "\n]"
        else:
            value_text = text(value)
        lines.append(f"{text(key)}: {value_text}")
    return "{\n" + ",\n".join(lines) + "\n}\n"
