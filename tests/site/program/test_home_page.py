"""The front pages: of the latest school year, of earlier ones, of all."""

from datetime import date
from typing import Any

from generator.model import Change, ChangeIdea, Outcome, Program, Prose
from generator.site.inquiry.results_after_change import ResultsAfterChange
from generator.site.program.home_page import SHOWN_ON_HOME, home_pages
from generator.site.program.results_plot import MOST_ROWS
from generator.site.teacher_card import InquiryCard
from tests.site.views import class_card, inquiry_card, levels, program_context, teacher_card

HELD = class_card("Period 2", Outcome.LASTED, levels=levels(30, 60))
EARLY = class_card("Period 3", Outcome.TOO_FEW, levels=levels(30))


def inquiry(question: str, *classes: Any, **fields: Any) -> InquiryCard:
    return inquiry_card(question, classes=classes, visits=12, **fields)


def test_with_one_school_year_there_is_one_page_and_no_switch() -> None:
    card = teacher_card("Ana", inquiry("Talk?", HELD, EARLY, school_year="2025–26"))
    (page,) = home_pages(program_context(card))
    assert (page.address, page.years, page.school_year) == ("", (), "2025–26")
    assert page.title == "In one of two classes something got better for students, and it lasted."
    assert page.standfirst.startswith("One teacher asked one question")


def test_the_latest_school_year_is_the_home_page_and_the_others_stand_behind_a_switch() -> None:
    earlier = inquiry("Then?", HELD, school_year="2024–25")
    now = inquiry("Now?", EARLY, school_year="2025–26")
    pages = home_pages(program_context(teacher_card("Ana", now, earlier)))
    assert [page.address for page in pages] == ["", "school-years/2024-25/", "school-years/all/"]
    assert [[pair[1].question for pair in page.latest] for page in pages] == [
        ["Now?"],
        ["Then?"],
        ["Now?", "Then?"],
    ]
    assert [year.link.text for year in pages[0].years if year.is_here] == ["2025–26"]
    assert [link.text for page in pages for link in page.trail] == ["Maple Grove", "Maple Grove"]
    (row,) = pages[0].panels[0].groups[0].rows
    assert row.school_year == ""
    assert pages[2].panels[0].groups[0].rows[0].school_year == "2024–25"


def test_an_inquiry_without_a_visit_stands_with_the_latest_year() -> None:
    pages = home_pages(
        program_context(
            teacher_card("Ana", inquiry("Now?", HELD, school_year="2025–26")),
            teacher_card("Ben", inquiry("Then?", HELD, school_year="2024–25")),
            teacher_card("Cem", inquiry_card("Soon?")),
        )
    )
    assert {pair[1].question for pair in pages[0].latest} == {"Now?", "Soon?"}


def test_an_empty_program_has_its_own_title() -> None:
    (page,) = home_pages(program_context(program=Program("Hill", description="What changed here.")))
    assert (page.title, page.standfirst) == ("Hill", "What changed here.")
    assert (page.panels, page.strips, page.learned, page.latest, page.more) == ((), (), (), (), 0)


def test_only_the_latest_inquiries_are_tiles_and_the_others_counted() -> None:
    cards = [inquiry(f"Inquiry {n}?") for n in range(SHOWN_ON_HOME + 3)]
    (page,) = home_pages(program_context(teacher_card("Ana", *cards)))
    assert (len(page.latest), page.more) == (SHOWN_ON_HOME, 3)


def test_very_many_classes_are_dots_on_a_strip_for_each_change_idea() -> None:
    idea = ChangeIdea("talk", "Talk", Prose("", "change-ideas/talk.md", 1))
    gain = levels(30, 60)
    classes = [
        class_card(f"Class {n}", Outcome.LASTED, levels=gain, idea="talk") for n in range(MOST_ROWS + 1)
    ]
    program = Program("Hill", change_ideas={"talk": idea})
    (page,) = home_pages(program_context(teacher_card("Ana", inquiry("Talk?", *classes)), program=program))
    assert page.panels == ()
    assert [(strip.link.text, strip.classes) for strip in page.strips] == [("Talk", MOST_ROWS + 1)]


def test_the_mark_of_a_baseline_already_rising_is_explained_only_where_it_stands() -> None:
    rising = class_card("Period 2", Outcome.LASTED, levels=levels(30, 60), rising=True)
    (plain,) = home_pages(program_context(teacher_card("Ana", inquiry("Talk?", HELD))))
    (marked,) = home_pages(program_context(teacher_card("Ana", inquiry("Talk?", rising))))
    assert (plain.has_rising, marked.has_rising) == (False, True)


def test_what_was_learned_describes_and_says_that_it_proves_nothing() -> None:
    change = Change(1, date(2025, 10, 27), "Talk", "talk")
    followed = (ResultsAfterChange(change, "a", "A", "", ()),)
    idea = ChangeIdea("talk", "Talk", Prose("", "change-ideas/talk.md", 1))
    program = Program("Hill", change_ideas={"talk": idea})
    context = program_context(teacher_card("Ana", inquiry("Talk?", HELD, followed=followed)), program=program)
    (page,) = home_pages(context)
    assert [line.idea.text for line in page.learned] == ["Talk"]
    html = context.render.render_page("home.html", page).files["index.html"].decode()
    assert "It does not say that an idea works elsewhere." in html.partition('id="learned"')[2]
