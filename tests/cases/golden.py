"""Builds a golden case and compares it with what is expected, or writes that again."""

import json
import re
import shutil
from datetime import date
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.build import build, check
from generator.building.options import BuildOptions
from generator.layout import ATTESTATIONS
from generator.site.audience import Audience
from generator.words.problem_format import ProblemFormat, sort_problems

CASES = Path(__file__).parent
TODAY = date(2026, 2, 20)
_TEXT = {".html", ".json", ".csv", ".xml", ".svg", ".css", ".js", ".txt"}
# what the theme puts whole into a page: the tally page carries its scripts and style with it;
# data (JSON) stay readable
_INLINE = re.compile(rb"(<(script|style)(?![^>]*json)[^>]*>)(.{1000,}?)(</\2>)", re.DOTALL)
# the address of a script or style holds a digest of it, which every page of every case would repeat
_ASSET_DIGEST = re.compile(rb"(assets/[\w/.-]+?)-[0-9a-f]{10}(\.\w+)")


def case_names() -> list[str]:
    """The folders that hold a case, sorted."""
    return sorted(path.parent.name for path in CASES.glob("*/content"))


def build_case(name: str, root: Path) -> dict[str, bytes]:
    """Build one case below `root` and return its expected files: path below `expected/` -> bytes."""
    shutil.copytree(CASES / name / "content", root / "content")
    if (CASES / name / "themes").is_dir():
        shutil.copytree(CASES / name / "themes", root / "themes")
    if (CASES / name / "roster.txt").is_file():
        (root / "private").mkdir()
        shutil.copyfile(CASES / name / "roster.txt", root / "private" / "roster.txt")
    if (CASES / name / ATTESTATIONS).is_file():
        shutil.copyfile(CASES / name / ATTESTATIONS, root / ATTESTATIONS)
    options = BuildOptions(root / "content", root / "output", TODAY)
    build(options)
    outcome = check(
        BuildOptions(root / "content", root / "output", TODAY, Audience.PREVIEW, quotes_content=True)
    )
    problems = ProblemFormat().json_document(
        sort_problems(outcome.problems), {"withheld": list(outcome.withheld)}
    )
    written = sorted(path for path in (root / "output").rglob("*") if path.is_file())
    names = [path.relative_to(root / "output").as_posix() for path in written]
    names = [name for name in names if not name.startswith(".runfolio")]
    expected = {
        f"site/{name}": _without_asset_digests(_with_digests((root / "output" / name).read_bytes()))
        for name in names
        if Path(name).suffix in _TEXT and not name.startswith("assets/")
    }
    expected["files.txt"] = _without_asset_digests("".join(f"{name}\n" for name in names).encode())
    expected["problems.json"] = problems.encode() + b"\n"
    expected["understood.json"] = json.dumps(outcome.echo, ensure_ascii=False, indent=1).encode() + b"\n"
    return expected


def _with_digests(data: bytes) -> bytes:
    """A page with a digest in the place of each long script or style, so that not every case repeats it."""
    return _INLINE.sub(
        lambda found: (
            found[1] + b"BLAKE2b " + blake2b(found[3], digest_size=16).hexdigest().encode() + found[4]
        ),
        data,
    )


def _without_asset_digests(data: bytes) -> bytes:
    """A text with DIGEST in the addresses of scripts and styles, so that a new style changes no page."""
    return _ASSET_DIGEST.sub(rb"\1-DIGEST\2", data)


def expected_files(name: str) -> dict[str, bytes]:
    """What a case must give: path below `expected/` -> bytes."""
    folder = CASES / name / "expected"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def renew(name: str) -> list[str]:
    """Write a case's expected files again; returns the paths that differ from before."""
    with TemporaryDirectory() as folder:
        files = build_case(name, Path(folder))
    before = expected_files(name)
    shutil.rmtree(CASES / name / "expected", ignore_errors=True)
    for path, data in files.items():
        target = CASES / name / "expected" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return sorted(path for path in files.keys() | before.keys() if files.get(path) != before.get(path))
