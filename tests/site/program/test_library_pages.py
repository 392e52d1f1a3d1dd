"""The pages of micro-credentials, change ideas and tools."""

from generator import addresses
from generator.credential.decision import DecisionState
from generator.model import ChangeIdea, Impact, Program, Prompt, PromptKind, Prose, Tool
from generator.site.program.change_idea_results import ChangeIdeaResults
from generator.site.program.library_pages import LibraryPages
from generator.site.rendering.context import join_parts
from tests.site.views import inquiry_card, micro_credential, program_context, teacher_card

TALK = Tool("talk", "Math talk", (Prompt("explains", "Explains own thinking"),))
VISIBLE = micro_credential("visible", "Visible thinking", impact=Impact(prompts=("explains", "asks")))
IDEA = ChangeIdea("talk", "Exploratory talk", Prose("Begin with *pairs*.", "change-ideas/talk.md", 4))
PROGRAM = Program(
    "Hill",
    micro_credentials={"visible": VISIBLE},
    change_ideas={"talk": IDEA},
    tools={"talk": TALK},
)


def test_who_earned_a_micro_credential_comes_before_who_is_on_the_way() -> None:
    earned = inquiry_card("Earned?", micro_credential="visible", state=DecisionState.EARNED)
    waiting = inquiry_card("Waiting?", micro_credential="visible", state=DecisionState.SUBMITTED)
    other = inquiry_card("Other?", micro_credential="other", state=DecisionState.EARNED)
    context = program_context(teacher_card("Ana", waiting, other, earned), program=PROGRAM)
    page = join_parts(LibraryPages(context).credential(VISIBLE)).files["micro-credentials/visible/index.html"]
    html = page.decode()
    assert 0 < html.index("Earned?") < html.index("Waiting?")
    assert "Other?" not in html


def test_a_requirement_names_its_prompts_as_the_tools_word_them() -> None:
    context = program_context(program=PROGRAM)
    page = join_parts(LibraryPages(context).credential(VISIBLE)).files["micro-credentials/visible/index.html"]
    assert "sustained improvement of “Explains own thinking” and “asks”." in page.decode()


def test_a_long_list_has_pages() -> None:
    cards = [inquiry_card(f"Inquiry {n}?", tool="talk") for n in range(addresses.PAGE_SIZE + 1)]
    context = program_context(teacher_card("Ana", *cards), program=PROGRAM)
    files = join_parts(LibraryPages(context).tool(TALK)).files
    second = addresses.file_path(addresses.numbered_page(addresses.tool("talk"), 2))
    assert {"tools/talk/index.html", second} <= set(files)


def test_a_tool_that_can_be_tapped_has_a_tally_page_and_its_worker() -> None:
    scores = Tool("scores", "Scores", (Prompt("score", "Mean score", kind=PromptKind.SCALE),))
    library = LibraryPages(program_context(program=PROGRAM))
    assert {"tools/talk/sheet/index.html", "tools/talk/tally/index.html", "tools/talk/tally/sw.js"} <= set(
        join_parts(library.tool(TALK)).files
    )
    assert set(join_parts(library.tool(scores)).files) == {
        "tools/scores/index.html",
        "tools/scores/sheet/index.html",
    }


def test_a_change_idea_that_nobody_tried_says_so_and_how_to_try_it() -> None:
    library = LibraryPages(program_context(program=PROGRAM))
    files = join_parts(library.idea(ChangeIdeaResults(IDEA, (), 0))).files
    html = files["change-ideas/talk/index.html"].decode()
    assert "Nobody has tried it yet." in html
    assert "Begin with <em>pairs</em>." in html
