"""The program's story in sentences."""

from datetime import date

import pytest

from generator.model import Change, ChangeIdea, Finding, Outcome, Program, Prompt, Prose, Verdict
from generator.site.inquiry.results_after_change import PromptResult, ResultsAfterChange
from generator.site.program.change_idea_results import change_idea_results
from generator.site.program.program_story import ProgramStory, ProgramTotals, program_totals
from generator.words.translator import ENGLISH, Translator
from tests.site.views import class_card, inquiry_card, program_context, teacher_card

STORY, SPANISH = ProgramStory(ENGLISH), ProgramStory(Translator("es"))
LASTED, SOON, LUCK, LOST = Outcome.LASTED, Outcome.TOO_SOON, Outcome.MAY_BE_LUCK, Outcome.DID_NOT_LAST
UNCLEAR, WORSE, FEW = Outcome.NO_CLEAR_CHANGE, Outcome.WORSE, Outcome.TOO_FEW


def totals(*outcomes: Outcome, inquiries: int = 1, visits: int = 20, **fields: int) -> ProgramTotals:
    counted = {outcome: outcomes.count(outcome) for outcome in Outcome}
    numbers = {"teachers": 1, "earned": 0, "awaiting_award": 0} | fields
    return ProgramTotals(inquiries=inquiries, visits=visits, outcomes=counted, **numbers)


@pytest.mark.parametrize(
    ("outcomes", "headline"),
    [
        (
            [LASTED] * 5 + [FEW] * 5,
            "In five of ten classes something got better for students, and it lasted.",
        ),
        ([LASTED, WORSE], "In one of two classes something got better for students, and it lasted."),
        ([LASTED] * 3, "In all three classes something got better for students, and it lasted."),
        ([LASTED], "In the only class so far something got better for students, and it lasted."),
        (
            [SOON, LUCK, FEW],
            (
                "In one of three classes something got better for students; "
                "it is too soon to say whether that lasts."
            ),
        ),
        ([LUCK, FEW], "In one of two classes something got better for students, but luck could explain it."),
        (
            [LOST, LOST],
            "In both classes something got better for students for a while, but that did not last.",
        ),
        ([UNCLEAR, WORSE, FEW], "Nothing has clearly gotten better for students so far."),
        ([FEW], "Something was tried in one class. It is too early to say what changed."),
        ([FEW, FEW], "Something was tried in two classes. It is too early to say what changed."),
        ([], "The counting has begun. No change has been tried yet."),
    ],
)
def test_the_headline_follows_the_counts(outcomes: list[Outcome], headline: str) -> None:
    assert STORY.headline(totals(*outcomes)) == headline


def test_before_the_first_visit_only_questions_have_been_asked() -> None:
    asked = totals(inquiries=3, visits=0)
    assert STORY.headline(asked) == (
        "Three questions about students have been asked. The counting has not begun yet."
    )
    assert STORY.standfirst(asked) == ""
    assert STORY.headline(totals(inquiries=0, visits=0)) == ""


def test_the_sentence_below_says_what_was_done_and_what_a_headline_on_gains_leaves_out() -> None:
    text = STORY.standfirst(totals(LASTED, LOST, WORSE, WORSE, teachers=6, inquiries=7, visits=197))
    assert text == (
        "Six teachers asked seven questions about what students say and do; the counts come from 197 visits. "
        "In one class it got better, but that did not last. In two classes it moved the wrong way. "
        "Here is every class where something was tried: where it stood before, and where it has stood since."
    )


def test_what_the_headline_itself_says_is_not_said_twice() -> None:
    assert "did not last" not in STORY.standfirst(totals(LOST, UNCLEAR))


def test_without_a_change_no_plot_is_announced() -> None:
    assert STORY.standfirst(totals(visits=1)) == (
        "One teacher asked one question about what students say and do; the counts come from one visit."
    )


def test_earned_is_never_said_without_the_award_that_is_missing() -> None:
    assert STORY.earned(totals()) == ""
    assert STORY.earned(totals(earned=1)) == "One micro-credential was earned."
    assert STORY.earned(totals(earned=3, awaiting_award=1)) == (
        "Three micro-credentials were earned. 1 of those earned is not yet awarded by the issuer."
    )


def test_totals_count_teachers_with_an_inquiry_and_classes_with_a_change() -> None:
    talk = inquiry_card("Talk?", visits=17, classes=(class_card("Period 2", LASTED), class_card("Period 3")))
    counted = program_totals(program_context(teacher_card("Ana", talk), teacher_card("Ben")))
    assert (counted.teachers, counted.inquiries, counted.visits, counted.classes) == (1, 1, 17, 1)
    assert counted.outcomes[LASTED] == 1


def idea_sentence(story: ProgramStory, *verdicts: Verdict | None) -> str:
    idea = ChangeIdea("talk", "Talk", Prose("", "change-ideas/talk.md", 1))
    change = Change(1, date(2025, 10, 27), "Talk", "talk")
    followed = tuple(
        ResultsAfterChange(
            change,
            f"c{place}",
            f"C{place}",
            "",
            (PromptResult(Prompt("explains", "Explains"), verdict, _finding(verdict)),) if verdict else (),
        )
        for place, verdict in enumerate(verdicts)
    )
    inquiry = inquiry_card("Talk?", followed=followed, main_prompts=("explains",))
    context = program_context(teacher_card("Ana", inquiry), program=Program("Hill"))
    return story.of_idea(change_idea_results(context, idea))


def _finding(verdict: Verdict) -> Finding:
    return Finding(12, 12, None, 0, None, 0, None, False, (), (), verdict=verdict)


def test_an_idea_is_told_in_one_sentence_that_leaves_out_no_class() -> None:
    up, none = Verdict.SUSTAINED_IMPROVEMENT, Verdict.NO_SIGNAL
    assert idea_sentence(STORY, up, up, none, None) == (
        "Tried in four classes by one teacher: it held in two, no clear change in one, and no verdict in one."
    )
    assert idea_sentence(STORY, Verdict.WRONG_DIRECTION) == "Tried in one class by one teacher: worse in one."
    assert idea_sentence(STORY) == "Nobody has tried it yet."


def test_the_story_is_told_in_spanish_too() -> None:
    assert SPANISH.headline(totals(LASTED, FEW)) != STORY.headline(totals(LASTED, FEW))
    assert "una" in idea_sentence(SPANISH, Verdict.SUSTAINED_IMPROVEMENT)
