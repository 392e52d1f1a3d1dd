"""The page as a whole: which parts it has, in which order, under which address."""

from msgspec.structs import fields

from generator.model import Program
from generator.site.inquiry.evidence_page import EvidenceParts, build_evidence_page
from generator.site.rendering.template_renderer import Link
from generator.site.rendering.theme import bundled_themes
from tests.site.inquiry.inquiries import PROGRAM, inquiry, inquiry_context


def test_the_parts_are_numbered_in_the_order_of_their_fields() -> None:
    parts = build_evidence_page(inquiry_context(inquiry())).parts
    assert [number for number, _ in parts.numbered] == list(range(1, 12))
    assert [part for _, part in parts.numbered] == [
        getattr(parts, field.name) for field in fields(EvidenceParts)
    ]


def test_each_part_has_a_template_of_its_own() -> None:
    parts = build_evidence_page(inquiry_context(inquiry())).parts
    templates = [part.template for _, part in parts.numbered]
    assert len(set(templates)) == len(templates)
    assert {path.name for path in (bundled_themes() / "default/templates/evidence").iterdir()} == {
        template.removeprefix("evidence/") for template in templates
    }


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
    for made in (inquiry(), inquiry({}), inquiry(tool=""), inquiry(micro_credential="visible", changes=())):
        context = inquiry_context(made)
        page, problems = context.render.renderer.render("evidence.html", build_evidence_page(context))
        assert problems == []
        assert page.count(b'class="section-number"') == 11
