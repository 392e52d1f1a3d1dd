"""The shape of every file of the content format, for the reader and for editors (JSON Schema).

The only file that knows pydantic's models; `validate.py` turns its errors into problems.  Text
fields take whatever was typed; numbers and switches are read from their text.
"""

from datetime import date as Date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic.json_schema import GenerateJsonSchema

from generator.model import Better, Kind, Unit, Verdict

_TYPED = {"anyOf": [{"type": "string"}, {"type": "number"}, {"type": "boolean"}]}


def _iso_day(value: object) -> object:
    """Only 2025-10-06: a date written any other way could be read wrong."""
    if isinstance(value, Date) or value is None:
        return value
    text = str(value).strip()
    parts = text.split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not all(part.isdecimal() for part in parts):
        raise ValueError("not-iso-date")
    try:
        return Date(*map(int, parts))
    except ValueError as mistake:
        raise ValueError("no-such-day") from mistake


def _required_text(value: object) -> object:
    if value is None or (isinstance(value, str) and not value.strip()):
        raise ValueError("empty")
    return value


def _blank(value: object) -> object:
    return "" if value is None else value


def _one_or_more(value: object) -> object:
    """A single text where a list is meant: `classes: Period 2`."""
    if value is None:
        return []
    return [value] if isinstance(value, str) else value


Text = Annotated[str, BeforeValidator(_blank), WithJsonSchema(_TYPED)]
Needed = Annotated[str, BeforeValidator(_required_text), WithJsonSchema(_TYPED)]
Day = Annotated[Date, BeforeValidator(_iso_day), WithJsonSchema({"type": "string", "format": "date"})]
Days = Annotated[
    dict[str, Day],
    BeforeValidator(lambda value: {"": value} if isinstance(value, str) else value or {}),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "format": "date"},
                {"type": "object", "additionalProperties": {"type": "string", "format": "date"}},
            ]
        }
    ),
]
Texts = Annotated[list[Text], BeforeValidator(_one_or_more)]


class Shape(BaseModel):
    """A mapping of a content file: no key that is not named here."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)
    file: ClassVar[str] = ""  # which files have this shape, for the editor


class AttestationFile(Shape):
    attested_by: Needed
    attested_on: Day


class IssuerFile(Shape):
    name: Needed
    did: Text = ""
    keys: Texts = []


class ProgramFile(Shape):
    """content/program.yml"""

    file = "content/program.yml"
    title: Needed = Field(description="The site's name")
    url: Text = Field("", description="The site's address on the web, with https://")
    language: Literal["en", "es"] = Field("en", description="The language of the site's own words")
    description: Text = ""
    theme: Text = "default"
    min_group_size: int = Field(10, ge=5, description="Counts of fewer students are not published; 5 or more")
    small_groups: Literal["refuse", "suppress"] = "refuse"
    privacy: AttestationFile | None = Field(None, description="Who has read every page, and when")
    issuer: IssuerFile | None = None


class PromptFile(Shape):
    id: Text = Field("", description="A short name; without one it is made from the text")
    text: Needed = Field(description="What students say or do, in a few words")
    look_for: Text = ""
    kind: Kind = Field(Kind.COUNT_OF, description="x of n, a count, a percentage, or a mean score")
    better: Better = Better.HIGHER


class ToolFile(Shape):
    """content/tools/ID.yml"""

    file = "content/tools/*.yml"
    title: Needed
    prompts: list[PromptFile] = Field(min_length=1, description="Three or four prompts")
    version: Text = "1"
    adapted_from: Text = ""
    focus: Text = ""
    unit: Unit = Field(Unit.STUDENTS, description="What is being counted")
    interval_minutes: float | None = Field(None, gt=0)
    sensitivity: Literal["behaviour", "attainment"] = "behaviour"


class StandardFile(Shape):
    framework: Needed
    code: Text = ""
    name: Text = ""
    url: Text = ""


class CriterionFile(Shape):
    id: Needed
    title: Needed
    standard: Text = ""
    levels: dict[str, Text] = {}


class MasteryFile(Shape):
    levels: Texts = Field(["not yet", "demonstrated"], min_length=2, description="Lowest first")
    passing: Text = Field("", alias="pass", description="The level that passes; default: the highest")
    assessors: int = Field(2, ge=1)
    criteria: list[CriterionFile] = []


class ImpactFile(Shape):
    verdict: Verdict = Verdict.SUSTAINED_IMPROVEMENT
    prompts: Texts = Field(
        [], description="Declared before the data are in; default: the tool's first prompt"
    )
    classes: int = Field(2, ge=1)


class MicroCredentialFile(Shape):
    """content/micro-credentials/ID.md, front matter"""

    file = "content/micro-credentials/*.md"
    title: Needed
    version: Text = "1.0"
    competency: Text = ""
    key_method: Text = ""
    standards: list[StandardFile] = []
    mastery: MasteryFile = MasteryFile()
    impact: ImpactFile = ImpactFile()


class ChangeIdeaFile(Shape):
    """content/change-ideas/ID.md, front matter"""

    file = "content/change-ideas/*.md"
    title: Needed
    summary: Text = ""
    source: Text = ""


class PageFile(Shape):
    """content/pages/ID.md, front matter"""

    file = "content/pages/*.md"
    title: Needed
    order: int = 0


class PhotoFile(Shape):
    alt: Needed = Field(description="What the photo shows, for readers who cannot see it")
    people: Literal["none", "adults", "consented", "not identifiable"] = Field(
        description="Who can be recognised on it"
    )
    consent_on_file: Day | None = None


class AboutFile(Shape):
    """content/teachers/ID/about.md, front matter"""

    file = "content/teachers/*/about.md"
    name: Needed = Field(description="As it is to be shown")
    role: Text = ""
    grade: Text = ""
    subject: Text = ""
    school: Text = ""
    contact: Text = ""
    portrait: PhotoFile | None = None


class ChangeFile(Shape):
    date: Day
    title: Text = ""
    idea: Text = Field("", description="The name of a file in change-ideas/")
    classes: Texts = Field([], description="Default: every class")
    new_phase: bool = Field(False, description="Starts a new baseline: all visits since the change before")


class InquiryFile(Shape):
    """content/teachers/ID/INQUIRY/inquiry.md, front matter"""

    file = "content/teachers/*/*/inquiry.md"
    title: Needed
    area_of_interest: Text = ""
    problem_of_practice: Text = ""
    question: Text = ""
    micro_credential: Text = ""
    tool: Text = ""
    colleague: Text = ""
    planned_visits: int | None = Field(None, ge=1)
    planned_end: Day | None = None
    publish: bool = Field(False, description="true when others may see it; a draft is never in the site")
    status: Literal["draft", "submitted"] = "draft"
    baseline_until: Days = Field({}, description="One date for every class, or a date a class")
    changes: list[ChangeFile] = []
    photos: dict[str, PhotoFile] = {}
    conditions: dict[str, Text] = {}
    date_format: Literal["m/d/y", "d/m/y"] | None = None
    ignore_columns: Texts = []


class ReflectionFile(Shape):
    """content/teachers/ID/INQUIRY/reflections/DATE.md, front matter"""

    file = "content/teachers/*/*/reflections/*.md"
    date: Day
    title: Text = ""
    visit: Day | None = Field(None, description="The date of the visit it looks back on")
    change: Text = Field("", description="The number, title or idea of the change it is about")


class JudgementFile(Shape):
    level: Needed
    evidence: Text = ""
    feedback: Text = ""


class ReviewFile(Shape):
    """content/teachers/ID/INQUIRY/reviews/NAME.yml"""

    file = "content/teachers/*/*/reviews/*.yml"
    date: Day
    assessor: Text = ""
    role: Literal["precheck", "assessor", "approver"] = "assessor"
    attempt: int | None = Field(None, ge=1)
    criteria: dict[str, JudgementFile] = {}
    recommend: Literal["", "grant", "not yet", "return incomplete"] = ""
    feedback: Text = ""


class SubmissionFile(BaseModel):
    """content/teachers/ID/INQUIRY/submissions/N.json; later versions may add keys."""

    model_config = ConfigDict(extra="ignore")
    file: ClassVar[str] = ""
    schema_: int = Field(1, alias="schema")
    attempt: int = Field(ge=1)
    date: Day
    digests: dict[str, str] = {}


SHAPES: dict[str, type[Shape]] = {
    "program": ProgramFile,
    "tool": ToolFile,
    "micro-credential": MicroCredentialFile,
    "change-idea": ChangeIdeaFile,
    "page": PageFile,
    "about": AboutFile,
    "inquiry": InquiryFile,
    "reflection": ReflectionFile,
    "review": ReviewFile,
}


def json_schemas() -> dict[str, dict[str, Any]]:
    """Name -> JSON Schema (2020-12) of each file, for editors that check while one types."""
    schemas = {}
    for name, shape in SHAPES.items():
        schema = shape.model_json_schema(by_alias=True, mode="validation")
        schemas[name] = {"$schema": GenerateJsonSchema.schema_dialect, **schema}
    return schemas
