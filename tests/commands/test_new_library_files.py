"""New tools, micro-credentials and change ideas."""

from pathlib import Path

import pytest
import yaml

from generator.authoring.scaffold import init_program
from tests.commands.new_files import new, problems
from tests.terminal import portfolio


@pytest.fixture
def program(tmp_path: Path) -> Path:
    init_program(tmp_path, demo=False)
    return tmp_path


def test_prompts_typed_one_by_one_become_the_tool(program: Path) -> None:
    out = new(program, "tool", answers="Partner talk\n\n1\nAsks: why?\nGives a reason\n\nA colleague\n")
    assert "partner-talk.yml" in out and "look_for" in out
    tool = yaml.safe_load((program / "content/tools/partner-talk.yml").read_text("utf-8"))
    assert (tool["title"], tool["adapted_from"]) == ("Partner talk", "A colleague")
    assert [prompt["text"] for prompt in tool["prompts"]] == ["Asks: why?", "Gives a reason"]
    assert problems(program) == []


def test_a_tool_without_prompts_is_refused(program: Path) -> None:
    ran = portfolio("new", "tool", "--title", "Talk", "--yes", inside=program)
    assert ran.status == 2
    assert "--prompt is needed" in ran.err


def test_the_next_step_names_the_new_file(program: Path) -> None:
    assert "micro-credentials/yes.md" in new(program, "micro-credential", "--title", "Yes", "--yes")
    assert "change-ideas/pairs.md" in new(program, "change-idea", "--title", "Pairs", "--yes")
