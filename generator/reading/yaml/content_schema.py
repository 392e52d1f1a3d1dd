"""The shape of every file of the content format, for the reader and for editors (JSON Schema).

`validation.py` turns pydantic's errors into problems.  Text fields take whatever was typed; numbers
and switches are read from their text.  A key without a value, as templates have them, is as if it
were not there.
"""

from typing import Literal

from pydantic import Field

from generator.layout import REVIEW_EXCEPTIONS
from generator.model import (
    Better,
    GrowthRole,
    InquiryStatus,
    LevelChange,
    PhotoPeople,
    PromptKind,
    PublishReviews,
    Recommendation,
    ReviewRole,
    SameVisits,
    Sensitivity,
    SmallGroups,
    Unit,
    Verdict,
)
from generator.reading.tables.dates import DateOrder
from generator.reading.yaml.field_types import (
    Day,
    Days,
    Language,
    MonthDay,
    Needed,
    RequiredVerdict,
    Text,
    Texts,
)
from generator.reading.yaml.issuer_schema import CreatorFile, IssuerFile, OtherIdentifierFile
from generator.reading.yaml.shape import Shape, ShortShape


class AttestationFile(Shape):
    """Who has read every page for names and other signs of a student, and when."""

    attested_by: Needed = Field(description="Who read the pages")
    attested_on: Day = Field(description="When")


class ExceptionFile(Shape):
    """One finding of the privacy gate that a second person has allowed."""

    rule: Needed = Field(description="The rule of the finding, for instance P03")
    path: Needed = Field(description="The file, as the message names it; no wildcards")
    fingerprint: Needed = Field(description="As the message gives it; it changes with the file")
    reason: Needed = Field(description="Why nobody can be recognised by it; 20 characters or more")
    reviewer: Needed = Field(description="Who decided, and is not the author")
    date: Day = Field(description="When it was decided")
    expires: Day = Field(description="Until when it holds; within a year")


class PrivacyReviewFile(Shape):
    """privacy-review.yml, beside content/"""

    file = REVIEW_EXCEPTIONS
    exceptions: list[ExceptionFile] = Field([])


class AssessorFile(ShortShape):
    """Who may review: a name, or a name and until when."""

    name: Needed = Field(description="An alias is fine", examples=["A"])
    until: Day | None = Field(None, description="The last day on which a review counts")


class ProgramFile(Shape):
    """content/program.yml"""

    file = "content/program.yml"
    title: Needed = Field(description="The site's name", examples=["Maple Grove Teacher Leaders"])
    url: Text = Field("", description="The site's address on the web, with https://")
    language: Language = Field("en", description="The language of the site's own words")
    description: Text = Field("", description="What the site shows, in one sentence")
    theme: Text = Field("default", description="A folder in themes/")
    # states of the US publish no group smaller than 5 to 30 students, most of them 10 (NCES 2011-603)
    min_group_size: int = Field(10, ge=5, description="Counts of fewer students are not published; 5 or more")
    small_groups: SmallGroups = Field(
        SmallGroups.REFUSE,
        description="Counts of fewer students are an error, or are left out and shown as a gap",
    )
    allow_files: Texts = Field(
        [], description="Kinds of documents that may be published as they are", examples=[["pdf"]]
    )
    school_year_starts: MonthDay = Field(
        (8, 1), description="Month and day; visits before and after it are of different students"
    )
    publish_reviews: PublishReviews = Field(
        PublishReviews.WHEN_EARNED,
        description="From when levels, feedback, assessors and recommendations stand on the public page",
    )
    index: bool = Field(True, description="Whether search engines may list the site; false asks them not to")
    format: int = Field(1, ge=1, description="The edition of the content format; portfolio upgrade writes it")
    privacy: AttestationFile | None = Field(None, description="No longer counts: portfolio attest")
    issuer: IssuerFile | None = Field(None, description="Who signs the program's awards")
    assessors: list[AssessorFile] = Field(
        [],
        description="Who may review; without it anybody but the teacher and the colleague",
        examples=[["A", "B", {"name": "C", "until": "2026-06-30"}]],
    )


class PromptFile(Shape):
    """One thing that students say or do and that is counted."""

    id: Text = Field("", description="A short name; without one it is made from the text")
    text: Needed = Field(description="What students say or do, in a few words")
    look_for: Text = Field("", description="What the visitor looks or listens for")
    kind: PromptKind = Field(
        PromptKind.COUNT_OF, description="x of n, a count, a percentage, or a mean score"
    )
    better: Better = Field(Better.HIGHER, description="Which direction is the better one")


class ToolFile(Shape):
    """content/tools/ID.yml"""

    file = "content/tools/*.yml"
    title: Needed = Field(description="What the tool is called")
    prompts: list[PromptFile] = Field(min_length=1, description="Three or four prompts")
    version: Text = Field("1", description="Raise it when a prompt changes")
    adapted_from: Text = Field("", description="Where it was selected from")
    focus: Text = Field("", description="What it looks at")
    unit: Unit = Field(Unit.STUDENTS, description="What is being counted")
    interval_minutes: float | None = Field(
        None, gt=0, allow_inf_nan=False, description="Minutes between two looks"
    )
    sensitivity: Sensitivity = Field(
        Sensitivity.BEHAVIOUR, description="attainment: grades or test results, which small groups give away"
    )


class StandardFile(Shape):
    """A standard that the micro-credential belongs to."""

    framework: Needed = Field(description="The framework it belongs to, such as ISTE")
    code: Text = Field("", description="Its number there, such as 2.2")
    name: Text = Field("", description="What it says, in a few words")
    url: Text = Field("", description="Its address on the web; without one, the micro-credential's own page")


class CriterionFile(Shape):
    """One criterion of the rubric."""

    id: Needed = Field(description="A short name, which reviews use")
    title: Needed = Field(description="What is judged")
    standard: Text = Field("", description="The code of a standard above")
    levels: dict[str, Text] = Field({}, description="For each level, what it looks like")


class MasteryFile(Shape):
    """The rubric: levels, the level that passes, assessors, criteria."""

    levels: Texts = Field(["not yet", "demonstrated"], min_length=2, description="Lowest first")
    passing: Text = Field("", alias="pass", description="The level that passes; default: the highest")
    assessors: int = Field(2, ge=1, description="How many must agree")
    criteria: list[CriterionFile] = Field([], description="What is judged, each with its levels")


class ImpactFile(Shape):
    """What the run charts must show."""

    verdict: RequiredVerdict = Field(
        Verdict.SUSTAINED_IMPROVEMENT, description="What the charts of these prompts must show"
    )
    prompts: Texts = Field(
        [], description="Declared before the data are in; default: the tool's first prompt"
    )
    classes: int = Field(2, ge=1, description="In how many classes")
    growth: GrowthRole = Field(
        GrowthRole.REQUIRED,
        description="shown: the comparison with steady growth is printed and decides nothing",
    )


class MicroCredentialFile(Shape):
    """content/micro-credentials/ID.md, front matter"""

    file = "content/micro-credentials/*.md"
    title: Needed = Field(description="What it is called")
    version: Text = Field("1.0", description="Raise it when the requirement changes")
    competency: Text = Field("", description="What the teacher can do", examples=["The teacher ..."])
    key_method: Text = Field("", description="How the teacher shows it")
    standards: list[StandardFile] = Field([], description="The standards that it belongs to")
    hours: int | None = Field(None, ge=1, description="How many hours of work it takes")
    credits: int | None = Field(None, ge=1, description="How many credits it gives; a whole number")
    creator: CreatorFile | None = Field(None, description="Who wrote it, where that is not the issuer")
    other_identifier: list[OtherIdentifierFile] = Field(
        [], description="Numbers that others know it by", examples=[["TX-114"]]
    )
    mastery: MasteryFile = Field(MasteryFile(), description="The rubric, and who judges by it")
    impact: ImpactFile = Field(ImpactFile(), description="What the students' charts must show")


class ChangeIdeaFile(Shape):
    """content/change-ideas/ID.md, front matter"""

    file = "content/change-ideas/*.md"
    title: Needed = Field(description="What it is called")
    summary: Text = Field("", description="The idea in one sentence")
    source: Text = Field("", description="Where it comes from")


class PageFile(Shape):
    """content/pages/ID.md, front matter"""

    file = "content/pages/*.md"
    title: Needed = Field(description="What the menu and the page say")
    order: int = Field(0, description="Pages with a lower number come first")


class PhotoFile(Shape):
    """What a photo shows, and who is in it."""

    alt: Needed = Field(description="What the photo shows, for readers who cannot see it")
    people: PhotoPeople = Field(
        PhotoPeople.UNSTATED,
        description="Who can be recognised on it; a photo that does not say is not published",
    )
    consent_on_file: Day | None = Field(None, description="For consented: the date of the consent")


class AboutFile(Shape):
    """content/teachers/ID/about.md, front matter"""

    file = "content/teachers/*/about.md"
    name: Needed = Field(description="As it is to be shown")
    role: Text = Field("", description="What you teach", examples=["Grade 6 mathematics"])
    grade: Text = Field("", description="For finding and comparing")
    subject: Text = Field("", description="For finding and comparing")
    school: Text = Field("", description="The school's name")
    contact: Text = Field("", description="An e-mail address that may be shown")
    github: Text = Field("", description="The name on GitHub, for CODEOWNERS; never shown")
    portrait: PhotoFile | None = Field(None, description="What portrait.jpg beside this file shows")


class ChangeFile(Shape):
    """Something the teacher did differently, with the date it started."""

    date: Day = Field(description="The first day of the change")
    title: Text = Field("", description="Default: the title of the idea")
    idea: Text = Field("", description="The name of a file in change-ideas/")
    classes: Texts = Field([], description="Default: every class")
    new_phase: bool = Field(False, description="Starts a new baseline: all visits since the change before")


class ClassFile(Shape):
    """Other spellings of a class, and how many students it has."""

    also: Texts = Field([], description="Other names of the class in tables", examples=[["P2", "2nd period"]])
    students: int | None = Field(None, ge=1, le=1000, description="How many students it usually has")


class InquiryFile(Shape):
    """content/teachers/ID/INQUIRY/inquiry.md, front matter"""

    file = "content/teachers/*/*/inquiry.md"
    title: Needed = Field(description="A short title")
    area_of_interest: Text = Field("", description="What it is about", examples=["Visible thinking"])
    problem_of_practice: Text = Field("", description="What is not as it should be, in one sentence")
    question: Text = Field("", description="What the visits are to answer, as one question")
    micro_credential: Text = Field("", description="The name of a file in micro-credentials/")
    tool: Text = Field("", description="The name of a file in tools/")
    colleague: Text = Field("", description="Who visits and collects the data")
    planned_visits: int | None = Field(None, ge=1, le=1000, description="How many visits are planned")
    planned_end: Day | None = Field(None, description="When the last visit is planned")
    publish: bool = Field(False, description="true when others may see it; a draft is never in the site")
    status: InquiryStatus = Field(InquiryStatus.DRAFT, description="submitted: ready for the assessors")
    baseline_until: Days = Field({}, description="One date for every class, or a date a class")
    changes: list[ChangeFile] = Field([], description="What was done differently, and since when")
    photos: dict[str, PhotoFile] = Field({}, description="Each photo in photos/ that is to be shown")
    conditions: dict[str, Text] = Field({}, description="What was different about a class")
    date_format: Literal["m/d/y", "d/m/y"] | None = Field(
        None, description="Only where the dates of a table can be read both ways"
    )
    ignore_columns: Texts = Field([], description="Columns of the tables that are not to be read")
    classes: dict[str, ClassFile | None] = Field(
        {}, description="Every class of the inquiry; a table that names another one is asked about"
    )
    columns: dict[str, Needed] = Field(
        {},
        description="What the columns of this inquiry's forms hold: class, date, time, n, a prompt, skip ...",
        examples=[{"Which period?": "class", "Comments": "skip"}],
    )
    same_visits: SameVisits | None = Field(
        None,
        description="What several answers of a form on one visit are, for portfolio import: later (a "
        "corrected one), lessons or observers",
    )
    same_students: bool = Field(
        False, description="true where visits of two school years are of the same students"
    )

    @property
    def date_order(self) -> DateOrder | None:
        """`date_format` as the table reader takes it."""
        return DateOrder(self.date_format) if self.date_format else None


class ReflectionFile(Shape):
    """content/teachers/ID/INQUIRY/reflections/DATE.md, front matter"""

    file = "content/teachers/*/*/reflections/*.md"
    date: Day = Field(description="The day it was written")
    title: Text = Field("", description="A short title; without one the date stands alone")
    visit: Day | None = Field(None, description="The date of the visit it looks back on")
    class_: Text = Field("", alias="class", description="The class it is about, where there are several")
    change: Text = Field("", description="The number, title or idea of the change it is about")


class JudgementFile(Shape):
    """The level reached in one criterion, and what it rests on."""

    level: Needed = Field(description="One of the levels of the micro-credential")
    evidence: Text = Field(
        "", description="The files it rests on, parted by commas", examples=["reflections/2025-10-03"]
    )
    feedback: Text = Field("", description="What the teacher can use, about this criterion")


class ReviewFile(Shape):
    """content/teachers/ID/INQUIRY/reviews/NAME.yml"""

    file = "content/teachers/*/*/reviews/*.yml"
    date: Day = Field(description="When the review was written")
    assessor: Text = Field("", description="An alias is fine")
    inquiry: Text = Field(
        "", description="What was read: teacher and inquiry", examples=["ana-lopez/visible-thinking"]
    )
    role: ReviewRole = Field(ReviewRole.ASSESSOR, description="What this reader decides")
    attempt: int | None = Field(
        None, ge=1, description="The submission that was read; a review without it does not count"
    )
    content: Text = Field("", description="The digest of what was read, as the worksheet shows it")
    criteria: dict[str, JudgementFile] = Field(
        {}, description="For each criterion the level that was reached"
    )
    recommend: Recommendation = Field(
        Recommendation.NONE, description="Shown beside the review; it decides nothing"
    )
    feedback: Text = Field("", description="What the teacher can use, about the whole")


class MaskedAnswerFile(Shape):
    """What a reader saw in one masked chart."""

    change: LevelChange = Field(description="What the level did: up, down or none")
    visit: int | None = Field(None, ge=2, description="The first visit at the new level")


class MaskedLookFile(Shape):
    """content/teachers/ID/INQUIRY/masked-looks/NAME.yml"""

    file = "content/teachers/*/*/masked-looks/*.yml"
    date: Day = Field(description="When the charts were read")
    reader: Needed = Field(description="An alias is fine")
    charts: Needed = Field(description="Which charts were shown, as the page says")
    unseen: bool = Field(False, description="The reader had not seen the inquiry before")
    answers: dict[str, MaskedAnswerFile] = Field({}, description="For each chart what was seen")
