"""Tools, micro-credentials, change ideas and pages: what is read, and what is left out with its reason."""

import pytest

from generator.model import GrowthRole
from generator.reading.library_files import read_library, read_micro_credential, read_tool
from tests.reading.trees import Tree, folder

TOOL = "title: Math talk\nprompts:\n  - {id: explains, text: Explains own thinking}\n"
CREDENTIAL = "---\ntitle: Visible thinking\nmastery:\n  criteria:\n    - {id: question, title: Asks}\n---\n"


def codes(tree: Tree) -> list[tuple[str, str]]:
    """What is wrong in a program's library, as (code, file)."""
    return [(problem.code, problem.place.file) for problem in read_library(folder("", tree))[1]]


def test_everything_has_its_id_from_its_file() -> None:
    tree = {
        "tools/Math Talk.yml": TOOL,
        "micro-credentials/visible.md": CREDENTIAL,
        "change-ideas/wait-time.md": "---\ntitle: Wait time\n---\n",
        "pages/z.md": "---\ntitle: Z\norder: 1\n---\n",
        "pages/a.md": "---\ntitle: A\norder: 2\n---\n",
    }
    library, problems = read_library(folder("", tree))
    assert problems == []
    assert list(library.tools) == ["math-talk"]
    assert list(library.micro_credentials) == ["visible"]
    assert list(library.change_ideas) == ["wait-time"]
    assert [page.id for page in library.pages] == ["z", "a"]
    assert library.unreadable == frozenset()


def test_a_file_with_an_error_is_left_out_and_known_as_left_out() -> None:
    library, problems = read_library(
        folder("", {"tools/a.yml": "title: A\nprompts: []\n", "tools/b.yml": TOOL})
    )
    assert list(library.tools) == ["b"]
    assert library.unreadable == {"tools/a"}
    assert [problem.code for problem in problems] == ["too-few"]


def test_files_of_another_kind_or_in_a_folder_below_are_not_read() -> None:
    assert codes({"tools/a.md": "", "tools/old/b.yml": TOOL, "pages/photo.jpg": b""}) == [
        ("stray-file", "tools/a.md"),
        ("stray-file", "tools/old/b.yml"),
    ]


def test_two_files_with_one_address() -> None:
    assert codes({"tools/Math Talk.yml": TOOL, "tools/math-talk.yml": TOOL}) == [
        ("same-address", "tools/math-talk.yml")
    ]


def test_a_requirement_on_a_prompt_that_no_tool_asks() -> None:
    credential = "---\ntitle: Visible\nimpact: {prompts: [Explain]}\n---\n"
    (problem,) = read_library(folder("", {"tools/a.yml": TOOL, "micro-credentials/v.md": credential}))[1]
    assert (problem.code, problem.hint) == ("unknown-prompt", "Did you mean explains?")


@pytest.mark.parametrize(
    ("impact", "role"),
    [
        ("{}", GrowthRole.REQUIRED),
        ("{growth: required}", GrowthRole.REQUIRED),
        ("{growth: shown}", GrowthRole.SHOWN),
    ],
)
def test_more_than_steady_growth_is_required_unless_it_is_only_to_be_shown(
    impact: str, role: GrowthRole
) -> None:
    page = f"---\ntitle: Visible\nimpact: {impact}\n---\n"
    credential, problems = read_micro_credential("v", "micro-credentials/v.md", page.encode())
    assert credential and (credential.impact.growth, problems) == (role, [])


@pytest.mark.parametrize("growth", ["no", "false", "optional", "[shown]"])
def test_what_growth_decides_is_one_of_two_words(growth: str) -> None:
    page = f"---\ntitle: Visible\nimpact: {{growth: {growth}}}\n---\n"
    credential, problems = read_micro_credential("v", "micro-credentials/v.md", page.encode())
    assert credential is None
    assert [problem.place.line for problem in problems] == [3]


def test_two_prompts_with_one_id() -> None:
    tool, problems = read_tool("a", "tools/a.yml", f"{TOOL}  - {{text: Explains}}\n".encode())
    assert tool is None
    assert [(problem.code, problem.place.line) for problem in problems] == [("same-id", 4)]


def test_the_highest_level_passes_where_none_is_named() -> None:
    credential, _ = read_micro_credential("v", "micro-credentials/v.md", CREDENTIAL.encode())
    assert credential and credential.mastery.passing == "demonstrated"


@pytest.mark.parametrize(
    ("settings", "code", "hint"),
    [
        ("mastery: {levels: [low, high], pass: hihg}", "unknown-level", "Did you mean high?"),
        (
            "mastery: {criteria: [{id: q, title: Q, levels: {no: x}}]}",
            "unknown-level",
            "Its levels are: not yet, demonstrated.",
        ),
        (
            "mastery: {criteria: [{id: q, title: Q}, {id: q, title: R}]}",
            "same-id",
            "Give one of them another id.",
        ),
        (
            "standards: [{framework: F, url: example.org}]",
            "bad-url",
            "Type it with https:// at the start, for instance https://example.org",
        ),
    ],
)
def test_a_rubric_that_contradicts_itself(settings: str, code: str, hint: str) -> None:
    data = f"---\ntitle: Visible\n{settings}\n---\n".encode()
    credential, problems = read_micro_credential("v", "micro-credentials/v.md", data)
    assert credential is None
    assert [(problem.code, problem.hint) for problem in problems] == [(code, hint)]
