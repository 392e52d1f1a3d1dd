"""A submission: the inquiry as it stands when the teacher submits it, frozen as digests and findings.

Reviews name the attempt that they looked at; with what is kept here a page can say what has changed
since.  The words and tables themselves stay in git.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date as Date
from hashlib import sha256

from generator.evidence.findings import finding_entry
from generator.model import Judged

SCHEMA = 1
_FROZEN = (
    "data/",
    "reflections/",
    "photos/",
)  # and inquiry.md; what assessors add later is not the teacher's
_KEPT = ("class", "prompt", "points", "useful_after", "median", "median_after", "by_luck", "verdict")


def digests_of(folder: str, files: Mapping[str, bytes]) -> dict[str, str]:
    """SHA-256 of each of an inquiry's own files, by its path below the inquiry's folder."""
    own = {
        path.removeprefix(f"{folder}/"): data for path, data in files.items() if path.startswith(f"{folder}/")
    }
    return {
        path: sha256(data).hexdigest()
        for path, data in sorted(own.items())
        if path == "inquiry.md" or path.startswith(_FROZEN)
    }


def whole_digest(digests: Mapping[str, str]) -> str:
    """One digest for all files: SHA-256 of the lines `digest  path`, sorted by path."""
    lines = "".join(f"{digest}  {path}\n" for path, digest in sorted(digests.items()))
    return sha256(lines.encode()).hexdigest()


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
