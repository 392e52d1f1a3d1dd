"""The JSON Schema of findings.json: published with the site, and kept: keys are added, never renamed."""

import json
from typing import Any

from generator.model import RulesEdition, Verdict
from generator.runchart.design import DesignKind
from generator.runchart.what_works import WhatWorksRating, WhatWorksShortfall

_NUMBER: dict[str, Any] = {"type": ["number", "null"]}
_COUNT: dict[str, Any] = {"type": ["integer", "null"]}
_TEXT: dict[str, Any] = {"type": ["string", "null"]}
_TEXTS: dict[str, Any] = {"type": "array", "items": {"type": ["string", "null"]}}
_SHARE: dict[str, Any] = {"type": ["number", "null"], "minimum": 0, "maximum": 1}


def schema_as_json(schema: dict[str, Any]) -> bytes:
    """The schema as the bytes of the published file."""
    return json.dumps(schema, indent=1).encode() + b"\n"


def _described(about: str, shape: dict[str, Any]) -> dict[str, Any]:
    return {"description": about, **shape}


def findings_schema() -> dict[str, Any]:
    """The schema of findings.json (JSON Schema, draft 2020-12)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "findings.json of an inquiry",
        "type": "object",
        "required": ["schema", "rules", "inquiry", "series", "growth", "design", "requirement", "decision"],
        "properties": {
            "schema": {"const": 2},
            "rules": _described("The edition of the run chart rules", {"const": RulesEdition.SECOND}),
            "inquiry": {
                "type": "object",
                "required": ["id", "teacher", "title", "question", "tool", "micro_credential"],
                "properties": {
                    "id": {"type": "string"},
                    "teacher": {"type": "string"},
                    "title": {"type": "string"},
                    **dict.fromkeys(("question", "tool", "micro_credential"), _TEXT),
                },
            },
            "series": {"type": "array", "items": _series()},
            "growth": {"type": "array", "items": _growth()},
            "design": _design(),
            "requirement": {"type": ["object", "null"]},
            "decision": _decision(),
        },
    }


def _decision() -> dict[str, Any]:
    states = ("shared", "draft", "submitted", "incomplete", "in_review", "not_yet_earned", "earned")
    properties = {
        "state": _described("Where it stands, whatever publish_reviews says", {"enum": list(states)}),
        "attempt": _COUNT,
        "mastery": _described("Whether enough assessors found every criterion met", {"type": "boolean"}),
        "impact": _described("Whether the requirement on student learning is met", {"type": "boolean"}),
        "criteria": _described("Empty before reviews are public", {"type": "array"}),
    }
    return {"type": "object", "required": ["state", "mastery", "impact"], "properties": properties}


def _growth() -> dict[str, Any]:
    properties = {
        "prompt": _TEXT,
        "classes": _described("Those with 5 visits before and 5 after their change", _TEXTS),
        "p": _described("All classes together against steady growth, one-sided", _SHARE),
        "step": _described("The pooled step in the measure's unit; above 0 is better", _NUMBER),
        "step_low": _NUMBER,
        "step_high": _NUMBER,
        "rho": _described("The autocorrelation that it allows for", _SHARE),
    }
    return {"type": "object", "required": list(properties), "properties": properties}


def _design() -> dict[str, Any]:
    """The shape of the design: null without a prompt to look at, its standards null before a change."""
    group = {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["class", "start"],
            "properties": {"class": _TEXT, "start": {"type": "string", "format": "date"}},
        },
    }
    standards = {
        "rating": {"enum": [*map(str, WhatWorksRating)]},
        "shortfalls": {"type": "array", "items": {"enum": [*map(str, WhatWorksShortfall)]}},
        "observed_twice": _described("Of all visits, by a second observer", _SHARE),
        "agreement": _described("In percent; null where nothing was counted twice", _NUMBER),
        "text": {"type": "string"},
    }
    properties = {
        "prompt": {"type": "string"},
        "kind": {"enum": [*map(str, DesignKind)]},
        "name": {"type": "string"},
        "groups": _described("The classes of one starting time, by date", {"type": "array", "items": group}),
        "days_apart": _described("From the first start to the last", {"type": "integer"}),
        "visits_between": _described(
            "The fewest to a class still waiting, from one start to the next; null with one time", _COUNT
        ),
        "overlapping": {"type": "boolean"},
        "demonstrations": _described("Classes with a sustained improvement", {"type": "integer"}),
        "start_times": _described("Different ones among these classes", {"type": "integer"}),
        "fewest_points": _described("In the shortest phase of any class", {"type": "integer"}),
        "what_works": _described(
            "The standards of the What Works Clearinghouse (2010)",
            {"type": ["object", "null"], "required": list(standards), "properties": standards},
        ),
    }
    return {"type": ["object", "null"], "required": list(properties), "properties": properties}


def _series() -> dict[str, Any]:
    run = {"type": "object", "required": ["from", "to"], "properties": {"from": {"type": "integer"}}}
    properties = {
        "class": _TEXT,
        "prompt": _TEXT,
        "points": _described("Rows with a value", {"type": "integer"}),
        "useful": _described("Points that are not on the median", {"type": "integer"}),
        "median": _described("The baseline's, frozen; without a baseline of all points", _NUMBER),
        "longest_run": {"type": "integer"},
        "longest_run_limit": _COUNT,
        "crossings": {"type": "integer"},
        "crossings_limit": _COUNT,
        "runs_signal": {"type": "boolean"},
        "shifts": _described(
            "Six or more useful points in a row on one side", {"type": "array", "items": run}
        ),
        "trends": _described("Five or more values rising or falling", {"type": "array", "items": run}),
        "baseline_points": _COUNT,
        "useful_after": _COUNT,
        "on_good_side": _COUNT,
        "count_test_p": _described("The control-median test, one-sided", _SHARE),
        "by_luck": _described("How often these values, shuffled, give a sustained improvement", _SHARE),
        "median_after": _NUMBER,
        "nap": _described("Non-overlap of all pairs", _SHARE),
        "nap_low": _NUMBER,
        "nap_high": _NUMBER,
        "baseline_rising": {"type": ["boolean", "null"]},
        "verdict": {"enum": [*map(str, Verdict), None]},
        "verdict_text": _TEXT,
        "growth_p": _described("This class alone against steady growth", _SHARE),
        "group": _TEXT,
        "phase": {"type": "integer", "minimum": 1},
        "change": _COUNT,
    }
    return {"type": "object", "required": list(properties), "properties": properties}
