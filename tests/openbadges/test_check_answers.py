"""The answers of a check: the page's script asks for them by name and fills in their values."""

import re
from pathlib import Path
from string import Formatter

import pytest

from generator.openbadges.check_answers import CheckAnswer

ROOT = Path(__file__).parent.parent.parent
SCRIPT = (ROOT / "themes" / "default" / "scripts" / "credential.js").read_text("utf-8")


@pytest.mark.parametrize("answer", CheckAnswer)
def test_the_script_knows_each_answer_and_has_its_values(answer: CheckAnswer) -> None:
    named = [line for line in SCRIPT.splitlines() if re.search(rf"\b{answer.name.lower()}\b", line)]
    needed = {name for _, name, _, _ in Formatter().parse(answer.value) if name}
    given = [set(re.findall(r"\b(\w+)(?=:|,? \}\))", line)) for line in named if "step(" in line]
    assert named
    assert not needed or any(needed <= values for values in given)
