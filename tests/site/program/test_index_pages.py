"""The pages that list micro-credentials, change ideas and tools."""

from generator.credential.decision import DecisionState
from generator.model import ChangeIdea, Program, Prompt, Prose, Tool
from generator.site.program.change_idea_results import ChangeIdeaResults
from generator.site.program.index_pages import index_pages
from tests.site.views import inquiry_card, micro_credential, program_context, teacher_card

IDEA = ChangeIdea("talk", "Exploratory talk", Prose("", "change-ideas/talk.md", 1))
PROGRAM = Program(
    "Hill",
    micro_credentials={name: micro_credential(name, name.title()) for name in ("visible", "talk")},
    change_ideas={"talk": IDEA},
    tools={"tally": Tool("tally", "Tally", (Prompt("explains", "Explains"),))},
)


def test_there_is_a_page_for_each_kind_that_the_program_has() -> None:
    pages = index_pages(program_context(program=PROGRAM), [ChangeIdeaResults(IDEA, (), 0)])
    assert [page.address for page in pages] == ["micro-credentials/", "change-ideas/", "tools/"]
    assert [entry.link.address for page in pages for entry in page.entries] == [
        *("micro-credentials/visible/", "micro-credentials/talk/"),
        *("change-ideas/talk/", "tools/tally/"),
    ]
    assert index_pages(program_context(), []) == []


def test_each_says_what_came_of_it() -> None:
    earned = inquiry_card("A?", micro_credential="visible", state=DecisionState.EARNED, tool="tally")
    waiting = inquiry_card("B?", micro_credential="visible", state=DecisionState.SUBMITTED, tool="tally")
    context = program_context(teacher_card("Ana", earned, waiting), program=PROGRAM)
    credentials, ideas, tools = index_pages(context, [ChangeIdeaResults(IDEA, (), 0)])
    assert [entry.outcome for entry in credentials.entries] == [
        "earned 1 time, 1 not yet awarded by the issuer, 1 inquiry on the way",
        "not earned yet",
    ]
    assert ideas.entries[0].outcome == "Nobody has tried it yet."
    assert tools.entries[0].outcome == "used in 2 inquiries"
