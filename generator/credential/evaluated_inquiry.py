"""An inquiry together with all that follows from it: findings, the requirement, the decision."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.credential.decision import Decision, decide
from generator.credential.requirement_in_force import RequirementInForce, requirement_in_force
from generator.evidence.observer_agreement import second_observer
from generator.model import (
    EvaluatedSeries,
    GrowthResult,
    Impact,
    Inquiry,
    MicroCredential,
    Program,
    Prompt,
    Tool,
)
from generator.runchart.design import Design, classify_design
from generator.runchart.growth import growth_by_prompt
from generator.runchart.replication import RequirementResult, evaluate_requirement
from generator.runchart.series import evaluate_all_series
from generator.runchart.what_works import SecondObserver


class EvaluatedInquiry(Struct, frozen=True):
    """`credential` is the micro-credential with the rubric that the latest attempt is judged by, `in_force`
    says which requirement that is; `main` is the prompt of the main chart: the requirement's first one with
    data, else the tool's first; `growth` the comparison of each prompt with steady growth, in all classes
    together."""

    inquiry: Inquiry
    tool: Tool | None
    credential: MicroCredential | None
    series: tuple[EvaluatedSeries, ...]
    main: Prompt | None
    design: Design | None
    second_observer: SecondObserver
    growth: tuple[GrowthResult, ...]
    in_force: RequirementInForce | None
    requirement: RequirementResult | None
    decision: Decision

    @property
    def main_prompts(self) -> tuple[str, ...]:
        """Ids of the prompts that the requirement names and the tool has; without one, the main prompt's."""
        of_tool = {prompt.id for prompt in self.tool.prompts} if self.tool else set()
        required = self.requirement.prompts if self.requirement else ()
        named = tuple(prompt for prompt in required if prompt in of_tool)
        return named or ((self.main.id,) if self.main else ())


def evaluate_inquiry(program: Program, inquiry: Inquiry) -> EvaluatedInquiry:
    """Evaluate an inquiry's series, hold them against its micro-credential, and decide."""
    tool = program.tools.get(inquiry.tool)
    declared = program.micro_credentials.get(inquiry.micro_credential)
    series = evaluate_all_series(inquiry, tool)
    growth = growth_by_prompt(series)
    in_force = requirement_in_force(inquiry, declared) if declared else None
    credential = replace(declared, mastery=in_force.mastery) if declared and in_force else None
    impact = in_force.impact if in_force else None
    main = _main_prompt(tool, impact, series)
    requirement = (
        evaluate_requirement(series, impact, tool.prompts[0].id, growth)
        if impact and tool and tool.prompts
        else None
    )
    return EvaluatedInquiry(
        inquiry=inquiry,
        tool=tool,
        credential=credential,
        series=series,
        main=main,
        design=classify_design(series, inquiry.changes, main.id) if main else None,
        second_observer=second_observer(inquiry, tool),
        growth=growth,
        in_force=in_force,
        requirement=requirement,
        decision=decide(inquiry, credential, requirement),
    )


def _main_prompt(
    tool: Tool | None, impact: Impact | None, series: Sequence[EvaluatedSeries]
) -> Prompt | None:
    """The first that has data: of those the requirement names, then of the tool's; with none, the first."""
    if tool is None:
        return None
    by_id = {prompt.id: prompt for prompt in tool.prompts}
    required = impact.prompts if impact else ()
    prompts = [*(by_id[prompt] for prompt in required if prompt in by_id), *tool.prompts]
    collected = {phase.series.prompt for phase in series if phase.finding.points}
    return next((prompt for prompt in prompts if prompt.id in collected), next(iter(prompts), None))
