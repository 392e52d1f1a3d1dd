"""A submission: the inquiry as it stands when the teacher submits it, frozen as digests and findings.

Reviews name the attempt that they looked at; with what is kept here a page can say what has changed
since.  The words and tables themselves stay in git.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date as Date

from generator.evidence.findings import finding_entry
from generator.model import Judged
from generator.reading.digests import whole_digest

SCHEMA = 1
_KEPT = ("class", "prompt", "points", "useful_after", "median", "median_after", "by_luck", "verdict")


def submission_json(attempt: int, day: Date, digests: Mapping[str, str], judged: Sequence[Judged]) -> bytes:
    """submissions/N.json."""
    document = {
        "schema": SCHEMA,
        "attempt": attempt,
        "date": day.isoformat(),
        "digest": whole_digest(digests),
        "digests": dict(sorted(digests.items())),
        "findings": [
            {key: value for key, value in finding_entry(one, "").items() if key in _KEPT}
            | {"group": one.series.group or None, "phase": one.series.phase, "change": one.series.change}
            for one in judged
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False).encode() + b"\n"
