"""A program of any size whose teachers have all earned their micro-credential: for what awarding costs."""

import random
from datetime import date, timedelta
from pathlib import Path

from generator.authoring.submission_plan import plan_submission
from generator.building.build_context import open_build_context
from generator.building.options import BuildOptions
from generator.reading.content_files import load_teacher
from tests.openbadges.awards import KEY, REVIEW
from tests.programs import PROMPTS, files_of, write_files


def write_earned_program(root: Path, teachers: int) -> Path:
    """A program below `root`/content whose teachers all have earned their micro-credential, with a submission
    and two reviews each; its issuer's key is that of tests/openbadges/awards.py."""
    dice = random.Random(5)
    files = dict(files_of(teachers))
    for path in list(files):
        if path.endswith(".csv"):
            files[path] = _improving_table(dice)
        if path.endswith("/talk/inquiry.md"):
            files[path] = files[path].replace("date: 2025-11-03", "date: 2025-11-06")
            for who, day in (("A", 18), ("B", 20)):
                review = REVIEW.format(who=who, day=day)
                files[path.replace("inquiry.md", f"reviews/{who.lower()}.yml")] = review
    issuer = f"issuer: {{name: Maple Grove District, keys: [{KEY.public}]}}\nassessors: [A, B]\n"
    files["program.yml"] += issuer
    content = write_files(root / "content", files.items())
    context, _ = open_build_context(BuildOptions(content, root / "output", date(2026, 2, 2)))
    assert context is not None, "it can be read"
    for number in range(teachers):
        folder, _ = load_teacher(content, f"teacher-{number:05d}")
        plan = plan_submission(context.program, folder, f"{folder.path}/talk", date(2026, 1, 17))
        write_files(content, [(path, data.decode()) for path, data in plan.files.items()])
    return content


def _improving_table(dice: random.Random) -> str:
    """Counts that step up after nine visits, and stay there."""
    rows = [f"date,n,{','.join(PROMPTS)}"]
    for week in range(18):
        level = 7 if week < 9 else 15
        counts = [level + dice.randrange(-2, 3) for _ in PROMPTS]
        rows.append(f"{date(2025, 9, 5) + timedelta(weeks=week)},24,{','.join(map(str, counts))}")
    return "\n".join(rows) + "\n"
