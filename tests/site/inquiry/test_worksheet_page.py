"""The worksheet: the evidence beside the rubric, without saying whose it is."""

import json
from datetime import date

from markupsafe import Markup

from generator.model import InquiryStatus, Program, Prose, Reflection, Submission
from generator.site.inquiry.evidence_page import build_evidence_page
from generator.site.inquiry.inquiry_context import InquiryContext
from generator.site.inquiry.parts.reflections_part import ReflectionsPart
from generator.site.inquiry.worksheet_page import WorksheetPage, build_worksheet_page
from tests.site.inquiry.inquiries import CREDENTIAL, PROGRAM, inquiry, inquiry_context, week


def context_of(text: str = "", program: Program = PROGRAM) -> InquiryContext:
    reflection = Reflection("2025-10-03", week(4), "First", Prose(text, "reflections/2025-10-03.md"))
    submitted = inquiry(
        micro_credential="visible",
        status=InquiryStatus.SUBMITTED,
        colleague="M. Rivera",
        reflections=(reflection,),
    )
    return inquiry_context(submitted, program)


def worksheet(context: InquiryContext) -> WorksheetPage:
    return build_worksheet_page(context, CREDENTIAL, build_evidence_page(context).parts)


def test_it_shows_the_evidence_under_the_numbers_of_the_evidence_page() -> None:
    page = worksheet(context_of())
    assert [(number, part.template) for number, part in page.parts] == [
        (0, "evidence/answer.html"),
        (0, "evidence/charts.html"),
        (1, "evidence/reflections.html"),
        (2, "evidence/results.html"),
        (4, "evidence/provenance.html"),
        (5, "evidence/tool.html"),
        (6, "evidence/data.html"),
    ]


def test_it_names_neither_the_teacher_nor_her_colleague() -> None:
    context = context_of()
    data, problems = context.render.renderer.render("worksheet.html", worksheet(context))
    page = data.decode()
    assert problems == []
    assert "Ana Lopez" not in page
    assert "M. Rivera" not in page
    assert "/visit/" not in page
    evidence = context.render.renderer.render("evidence.html", build_evidence_page(context))[0].decode()
    assert "Ana Lopez" in evidence
    assert "M. Rivera" in evidence


def test_links_of_the_texts_hold_one_folder_further_down() -> None:
    text = (
        '<p><a href="../b/index.html#x" rel="nofollow">b</a> <a href="#top">top</a> <a href="/a">a</a>'
        ' <a href="https://example.org/?a=1&amp;b=2">web</a> <img src="photos/wall.jpg" alt="a > b"></p>'
    )
    page = worksheet(context_of(text))
    (reflections,) = (part for _, part in page.parts if isinstance(part, ReflectionsPart))
    assert reflections.reflections[0].html == Markup(
        '<p><a href="../../b/index.html#x" rel="nofollow">b</a> <a href="#top">top</a> <a href="/a">a</a>'
        ' <a href="https://example.org/?a=1&amp;b=2">web</a>'
        ' <img src="../photos/wall.jpg" alt="a > b"></p>'
    )


def test_evidence_is_named_as_reviews_name_it() -> None:
    assert [(one.name, one.text) for one in worksheet(context_of()).named] == [
        ("reflections/2025-10-03", "First"),
        ("data", "The data"),
        ("inquiry", "The question and the plan"),
    ]


def test_the_form_knows_the_attempt_and_the_criteria() -> None:
    page = worksheet(context_of())
    assert json.loads(page.form_data) == {
        "inquiry": "ana-lopez/visible-thinking",
        "attempt": 1,
        "content": page.digest,
        "criteria": ["question"],
    }
    assert (page.attempt, len(page.digest)) == (1, 12)
    assert page.heading == "Do more students explain?"


def test_a_page_that_was_changed_after_the_submission_says_that_reviews_of_it_do_not_count() -> None:
    context = context_of()
    frozen = Submission(1, date(2026, 2, 2), digests={"inquiry.md": "of then"})
    same, other = (
        inquiry(
            micro_credential="visible",
            status=InquiryStatus.SUBMITTED,
            submissions=(frozen,),
            digests={"inquiry.md": digest},
        )
        for digest in ("of then", "of today")
    )
    assert worksheet(inquiry_context(same, context.render.program)).changed == ""
    page = worksheet(inquiry_context(other, context.render.program))
    assert page.changed.startswith("This has changed since attempt 1 was submitted")
    assert page.submitted == "2026-02-02"
