"""The page as a whole: which parts it has, in which order, under which address."""

from msgspec.structs import fields, replace

from generator.layout import bundled_themes
from generator.model import InquiryStatus, Program, Prose, Reflection, Submission
from generator.site.inquiry.evidence_page import EvidenceParts, build_evidence_page
from generator.site.rendering.template_renderer import Link
from tests.site.inquiry.inquiries import PROGRAM, SUSTAINED, inquiry, inquiry_context, observations, week


def templates(parts: EvidenceParts) -> list[str]:
    return [part.template.removeprefix("evidence/").removesuffix(".html") for _, part in parts.numbered]


def test_the_answer_and_the_charts_come_first_without_a_number() -> None:
    parts = build_evidence_page(inquiry_context(inquiry(micro_credential="visible"))).parts
    assert templates(parts)[:3] == ["question", "answer", "charts"]
    assert [number for number, _ in parts.numbered] == [0, 0, 0, *range(1, 9)]


def test_an_inquiry_for_no_micro_credential_has_no_heading_of_a_rubric() -> None:
    parts = build_evidence_page(inquiry_context(inquiry())).parts
    assert "rubric" not in templates(parts)
    assert [number for number, _ in parts.numbered] == [0, 0, 0, *range(1, 8)]


def test_the_parts_stand_in_the_order_of_their_fields() -> None:
    parts = build_evidence_page(inquiry_context(inquiry(micro_credential="visible"))).parts
    order = [field.name for field in fields(EvidenceParts)]
    assert templates(parts) == [name for name in order if name != "plan"]
    assert {path.stem for path in (bundled_themes() / "default/templates/evidence").iterdir()} == set(order)


def test_without_data_there_is_a_plan_and_what_was_written() -> None:
    assert templates(build_evidence_page(inquiry_context(inquiry({}))).parts) == ["question", "plan"]
    reflection = Reflection("a", week(0), "A", Prose("<p>a</p>", "reflections/a.md"))
    written = inquiry({}, reflections=(reflection,))
    assert templates(build_evidence_page(inquiry_context(written)).parts) == [
        "question",
        "plan",
        "reflections",
    ]


def test_what_was_submitted_without_data_keeps_its_decision() -> None:
    submitted = inquiry(
        {},
        micro_credential="visible",
        status=InquiryStatus.SUBMITTED,
        submissions=(Submission(1, week(2), {"inquiry.md": "a"}),),
    )
    assert templates(build_evidence_page(inquiry_context(submitted)).parts)[2:] == ["rubric", "decision"]


def test_the_page_stands_below_its_teacher_and_is_described_by_its_answer() -> None:
    page = build_evidence_page(inquiry_context(inquiry()))
    assert page.address == "teachers/ana-lopez/visible-thinking/"
    assert page.trail[-1] == page.teacher == Link("Ana Lopez", "teachers/ana-lopez/")
    assert page.description == inquiry_context(inquiry()).answer.text
    assert not page.draft


def test_a_draft_is_marked_as_one() -> None:
    assert build_evidence_page(inquiry_context(inquiry(publish=False))).draft


def test_a_picture_for_sharing_needs_data_and_an_address_on_the_web() -> None:
    card = build_evidence_page(inquiry_context(inquiry())).social_card
    assert card is not None
    assert card.address == "teachers/ana-lopez/visible-thinking/card.png"
    assert card.alt.startswith("Run chart, Explains own thinking, Period 2")
    assert build_evidence_page(inquiry_context(inquiry({}))).social_card is None
    offline = Program(PROGRAM.title, tools=PROGRAM.tools)
    assert build_evidence_page(inquiry_context(inquiry(), offline)).social_card is None


def test_every_state_of_an_inquiry_can_be_rendered() -> None:
    hidden = tuple(
        replace(row, value=None, count=None, bound="n < 10") for row in observations("Period 2", SUSTAINED)
    )
    for made in (
        inquiry(),
        inquiry(observations=hidden),
        inquiry({}),
        inquiry(tool=""),
        inquiry(micro_credential="visible", changes=()),
    ):
        context = inquiry_context(made)
        page, problems = context.render.renderer.render("evidence.html", build_evidence_page(context))
        assert problems == []
        sections = 8 if made.micro_credential else 7
        assert page.count(b'class="section-number"') == (sections if made.observations else 0)
        assert b"<h2>" not in page
