"""The shape of the evidence page: all that its template reads, part by part, in the page's order."""

from dataclasses import dataclass
from datetime import date as Date

from markupsafe import Markup

from generator.credential.decision import Decision
from generator.model import Better, Change, Inquiry, Photo, Tool, Verdict
from generator.site.inquiry.inquiry_charts import Chart
from generator.site.inquiry.results_after_change import GroupResult, ResultsAfterChange
from generator.site.rendering.content_links import PublishedImage
from generator.site.rendering.template_renderer import Link
from generator.site.teacher_card import AwardCard


@dataclass(frozen=True, slots=True)
class ClassRow:
    """All charts of one class, the main prompt's first."""

    class_id: str
    class_name: str
    condition: str
    comparison: bool
    charts: tuple[Chart, ...]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change in the numbered list under the charts; the number is the one on the charts' flags."""

    change: Change
    idea: Link | None
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    text: str
    way: Link | None = None


@dataclass(frozen=True, slots=True)
class VoteLine:
    assessor: str
    level: str
    passes: bool
    feedback: str
    evidence: tuple[Link, ...]
    noted: str  # evidence named in words that are no file of the inquiry


@dataclass(frozen=True, slots=True)
class CriterionLine:
    title: str
    standard: str
    standard_url: str
    passing: str  # the passing level in words
    met: bool
    waiting: str
    votes: tuple[VoteLine, ...]


@dataclass(frozen=True, slots=True)
class ReflectionBlock:
    id: str
    date: Date
    title: str
    ties: tuple[Link, ...]
    html: Markup


@dataclass(frozen=True, slots=True)
class DataTable:
    """One class: a row a visit, a column a prompt."""

    class_name: str
    headings: tuple[str, ...]
    rows: tuple[
        tuple[Date | None, str, tuple[str, ...], Link | None], ...
    ]  # date, students, cells, reflection

    @property
    def reflected(self) -> bool:
        return any(reflection for _, _, _, reflection in self.rows)


@dataclass(frozen=True, slots=True)
class Recipe:
    """A command that works the findings out again from data.csv."""

    command: str
    classes: tuple[str, ...]
    better: Better


@dataclass(frozen=True, slots=True)
class PhotoBlock:
    photo: Photo
    shown: PublishedImage


@dataclass(frozen=True, slots=True)
class EvidencePage:
    address: str
    title: str
    description: str
    trail: tuple[Link, ...]
    inquiry: Inquiry
    draft: bool
    invitation: str  # empty without a tool
    teacher: Link
    about: str
    # 1 the question, 2 the finding
    six_words: str
    decision: Decision
    decided: str  # by whom and when
    lead: str
    together: tuple[str, ...]  # where a verdict leans on more than one change
    not_shown: tuple[str, ...]
    # 3 the run charts
    main: tuple[Chart, ...]
    staircase: tuple[Markup, ...]
    rows: tuple[ClassRow, ...]
    changes: tuple[ChangeLine, ...]
    live: Markup  # what the interactive charts need beside the tables
    # 4 what followed
    followed: tuple[ResultsAfterChange, ...]
    groups: tuple[GroupResult, ...]
    prompts: tuple[str, ...]
    design: str
    # 5, 6 provenance and the tool
    provenance: tuple[Fact, ...]
    tool: Tool | None
    # 7 the rubric
    credential: Link | None
    criteria: tuple[CriterionLine, ...]
    assessors_needed: int
    # 8 reflections
    body: Markup
    reflections: tuple[ReflectionBlock, ...]
    photos: tuple[PhotoBlock, ...]
    # 9 the data
    tables: tuple[DataTable, ...]
    data_address: str
    data_size: int
    findings_address: str
    findings_size: int
    recipes: tuple[Recipe, ...]
    # 10 privacy, 11 the decision
    privacy: tuple[str, ...]
    requirement: str
    reasons: tuple[str, ...]
    submitted: str
    awards: tuple[AwardCard, ...]
    since: tuple[str, ...]  # what changed since then
    citation: str  # empty without an address on the web
    card: str  # the picture for where the page is shared; empty where there is none

    @property
    def main_verdicts(self) -> tuple[tuple[str, Verdict | None], ...]:
        return tuple((chart.class_name, chart.verdict) for chart in self.main)
