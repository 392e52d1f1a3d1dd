"""The guides, tried step by step: every command that they show works, in the order in which they show it."""

import re
import shlex
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from generator.building.options import BuildOptions
from generator.building.site_assembly import BuiltSite, build_in_memory
from generator.site.audience import Audience
from tests.terminal import portfolio

DOCS = Path(__file__).parent.parent / "docs"
ANSWERS = {
    "portfolio new teacher": "Ana Lopez\nGrade 6 mathematics\n\n\n\n",
    "portfolio new inquiry": "More talk\n\nDo more students explain how they know?\n1\n\n\n\n\n\n",
}
LOG = "stamp,session,class,n,prompt\n" + "".join(
    f"2025-09-{day}T09:00:00,s{day},Period 2,24,\n2025-09-{day}T09:01:00,s{day},Period 2,24,explains\n"
    for day in range(10, 18)
)


def commands(guide: str) -> list[str]:
    """The lines of its blocks that a reader types."""
    blocks = re.findall(r"^```(\w*)\n(.*?)^```", (DOCS / guide).read_text("utf-8"), re.DOTALL | re.MULTILINE)
    return [line for language, block in blocks if not language for line in block.splitlines() if line]


@pytest.mark.parametrize("guide", ["teachers.md", "program-leads.md"])
def test_every_command_of_a_guide_works(guide: str, tmp_path: Path) -> None:
    here = tmp_path
    typed = commands(guide)
    assert len(typed) > 8
    done: set[str] = set()
    for line in typed:
        words = shlex.split(line)
        if words[0] == "cd":
            here = here / words[1]
            (here / "tally.csv").write_text(LOG)
            Image.new("RGB", (40, 30)).save(here / "IMG_0042.JPG")
            continue
        if words[0] != "portfolio" or words[1] == "serve":
            continue  # pip, and what ends with Ctrl-C (tests/browser/test_serve.py)
        if words[:3] == ["portfolio", "new", "teacher"] and "teacher" in done:
            (here / "content/teachers/ana-lopez/about.md").unlink()
        if words[:3] == ["portfolio", "new", "inquiry"] and "inquiry" in done:
            (here / "content/teachers/ana-lopez/more-talk/inquiry.md").unlink()
        done.add(words[2] if len(words) > 2 else "")
        ran = portfolio(*words[1:], inside=here, stdin=ANSWERS.get(line, "").encode())
        assert ran.status == 0, (line, ran.out, ran.err)


def test_from_nothing_to_a_run_chart_without_editing_a_file(tmp_path: Path) -> None:
    portfolio("init", "mine", inside=tmp_path)
    mine = tmp_path / "mine"
    (mine / "tally.csv").write_text(LOG)
    for line in ("portfolio new teacher", "portfolio new inquiry", "portfolio import tally.csv"):
        ran = portfolio(*line.split()[1:], inside=mine, stdin=ANSWERS.get(line, "").encode())
        assert ran.status == 0, (line, ran.err)
    options = BuildOptions(mine / "content", mine / "output", date(2026, 1, 1), Audience.PREVIEW)
    site = build_in_memory(options, lambda *_: None)
    assert isinstance(site, BuiltSite)
    page = site.files["teachers/ana-lopez/more-talk/index.html"].decode()
    assert 'class="rc"' in page
    assert "Draft: this page is not in the published site." in page


@pytest.mark.parametrize("guide", ["teachers.md", "program-leads.md"])
def test_every_picture_and_link_of_a_guide_is_there(guide: str) -> None:
    for link in re.findall(r"\]\(([^)#]+)", (DOCS / guide).read_text("utf-8")):
        assert link.startswith("http") or (DOCS / link).is_file(), link
