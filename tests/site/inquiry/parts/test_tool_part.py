"""The tool as it was used."""

from generator.site.inquiry.parts.tool_part import build_tool_part
from tests.site.inquiry.inquiries import TOOL, inquiry, inquiry_context


def test_the_tool_as_the_program_declares_it() -> None:
    assert build_tool_part(inquiry_context(inquiry())).tool is TOOL


def test_a_tool_that_the_program_does_not_have_is_not_shown() -> None:
    assert build_tool_part(inquiry_context(inquiry(tool="gone"))).tool is None
