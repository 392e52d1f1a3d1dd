"""What was answered: the values of the files that `portfolio new` makes, as `new_files` writes them."""

from collections.abc import Mapping
from datetime import date as Date

from msgspec import Struct

from generator.model import MicroCredential, Unit


class NewTeacher(Struct, frozen=True):
    """A teacher; empty texts are left as comments to fill in, here and below."""

    name: str
    role: str = ""
    grade: str = ""
    subject: str = ""
    school: str = ""
    github: str = ""  # the name there, without @


class NewChange(Struct, frozen=True):
    """Something new in class: since when, the id of its change idea, the names of the classes (none: all)."""

    date: Date
    title: str = ""
    idea: str = ""
    classes: tuple[str, ...] = ()

    def as_entry(self) -> dict[str, object]:
        """The change as it stands in inquiry.md; what is empty is left out."""
        entry = {"date": self.date, "title": self.title, "idea": self.idea, "classes": list(self.classes)}
        return {key: value for key, value in entry.items() if value}


class NewInquiry(Struct, frozen=True):
    """An inquiry of the teacher with this folder name; `tool` and `micro_credential` are ids."""

    teacher: str
    title: str
    area: str = ""
    problem: str = ""
    question: str = ""
    tool: str = ""
    micro_credential: str = ""
    colleague: str = ""
    planned_visits: int | None = None
    planned_end: Date | None = None
    change: NewChange | None = None


class NewReflection(Struct, frozen=True):
    """A reflection on a visit, or on a change by its number or title.

    `folder` is the inquiry's, below the content folder.
    """

    folder: str
    date: Date
    title: str
    visit: Date | None = None
    change: str = ""


class NewTool(Struct, frozen=True):
    """A data collection tool; `prompts` are texts, `interval` minutes between two looks."""

    title: str
    prompts: tuple[str, ...]
    focus: str = ""
    unit: Unit = Unit.STUDENTS
    interval: float | None = None
    source: str = ""


class NewMicroCredential(Struct, frozen=True):
    """A micro-credential; `prompts` are the ids of those that must improve."""

    title: str
    competency: str = ""
    prompts: tuple[str, ...] = ()


class NewChangeIdea(Struct, frozen=True):
    """A change idea."""

    title: str
    summary: str = ""
    source: str = ""


class NewReview(Struct, frozen=True):
    """An assessor's review of the inquiry in `folder`; `levels` and `feedback` are by criterion.

    `inquiry` is TEACHER/INQUIRY, `content` the digest of what is there to be read.
    """

    folder: str
    assessor: str
    date: Date
    credential: MicroCredential | None
    levels: Mapping[str, str]
    feedback: Mapping[str, str]
    inquiry: str = ""
    attempt: int | None = None
    content: str = ""
    recommend: str = ""
