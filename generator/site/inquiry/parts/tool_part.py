"""Part of the evidence page: the tool as it was used."""

from typing import ClassVar

from msgspec import Struct

from generator.model import Tool
from generator.site.inquiry.inquiry_context import InquiryContext


class ToolPart(Struct, frozen=True):
    """The tool and its prompts; `tool` is None where none has been chosen yet."""

    template: ClassVar[str] = "evidence/tool.html"

    tool: Tool | None


def build_tool_part(context: InquiryContext) -> ToolPart:
    """The tool with its prompts, as the program declares it."""
    return ToolPart(context.tool)
