"""An inquiry together with all that follows from it: findings, the requirement, the decision."""

from dataclasses import dataclass

from generator.credential.decision import Decision, decide
from generator.model import Inquiry, Judged, MicroCredential, Program, Prompt, Tool
from generator.runchart.replication import Design, Standing, design_of, standing_of
from generator.runchart.series import judge_inquiry


@dataclass(frozen=True, slots=True)
class Case:
    """`main` is the prompt of the main chart: the requirement's first one, else the tool's first."""

    inquiry: Inquiry
    tool: Tool | None
    credential: MicroCredential | None
    judged: tuple[Judged, ...]
    main: Prompt | None
    design: Design | None
    standing: Standing | None
    decision: Decision

    @property
    def main_prompts(self) -> tuple[str, ...]:
        """Ids of the prompts that the requirement names and the tool has; without one, the main prompt's."""
        known = {prompt.id for prompt in self.tool.prompts} if self.tool else set()
        named = tuple(one for one in self.standing.prompts if one in known) if self.standing else ()
        return named or ((self.main.id,) if self.main else ())


def case_of(program: Program, inquiry: Inquiry) -> Case:
    """Judge an inquiry's series, hold them against its micro-credential, and decide."""
    tool = program.tools.get(inquiry.tool)
    credential = program.micro_credentials.get(inquiry.micro_credential)
    judged = judge_inquiry(inquiry, tool)
    main = _main_prompt(tool, credential)
    standing = standing_of(judged, credential.impact, main.id) if credential and main else None
    return Case(
        inquiry=inquiry,
        tool=tool,
        credential=credential,
        judged=judged,
        main=main,
        design=design_of(judged, inquiry.changes, main.id) if main else None,
        standing=standing,
        decision=decide(inquiry, credential, standing),
    )


def _main_prompt(tool: Tool | None, credential: MicroCredential | None) -> Prompt | None:
    if tool is None or not tool.prompts:
        return None
    wanted = credential.impact.prompts if credential else ()
    known = {prompt.id: prompt for prompt in tool.prompts}
    return next((known[prompt] for prompt in wanted if prompt in known), tool.prompts[0])
