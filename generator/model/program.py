"""A program and what its teachers share: tools, micro-credentials, change ideas, pages."""

from collections.abc import Mapping
from datetime import date as Date  # fields are called date too

from msgspec import Struct, field

from generator.model.school_year import SchoolYearStart
from generator.model.vocabulary import (
    Better,
    GrowthRole,
    PromptKind,
    PublishReviews,
    Sensitivity,
    SmallGroups,
    Unit,
    Verdict,
)

FORMAT = 1  # the edition of the content format; program.yml says which one it is written in


class Prose(Struct, frozen=True):
    """Markdown as written, with the file and line it starts at, so that a dead link has a place."""

    text: str
    file: str
    line: int = 1


class Prompt(Struct, frozen=True):
    """One thing that students say or do and that is counted; `look_for` helps the observer."""

    id: str
    text: str
    look_for: str = ""
    kind: PromptKind = PromptKind.COUNT_OF
    better: Better = Better.HIGHER

    @property
    def is_share(self) -> bool:
        """True where values are percentages, drawn from 0 to 100."""
        return self.kind in (PromptKind.COUNT_OF, PromptKind.PERCENT)


class Tool(Struct, frozen=True):
    """A data collection tool: three or four prompts, and what is being counted."""

    id: str
    title: str
    prompts: tuple[Prompt, ...]
    version: str = "1"
    adapted_from: str = ""
    focus: str = ""
    unit: Unit = Unit.STUDENTS
    interval_minutes: float | None = None
    sensitivity: Sensitivity = Sensitivity.BEHAVIOUR
    digest: str = ""  # SHA-256 of its file's content

    def prompt(self, prompt_id: str) -> Prompt:
        return next(prompt for prompt in self.prompts if prompt.id == prompt_id)

    @property
    def tapped(self) -> tuple[Prompt, ...]:
        """What a visitor can tap: all but mean scores, which are written."""
        return tuple(prompt for prompt in self.prompts if prompt.kind is not PromptKind.SCALE)


class Standard(Struct, frozen=True):
    """A standard of a framework that a micro-credential belongs to, as the framework names it."""

    framework: str
    code: str
    name: str = ""
    url: str = ""


class Criterion(Struct, frozen=True):
    """One criterion of a rubric; `levels` describes each level by its name, lowest first."""

    id: str
    title: str
    standard: str = ""
    levels: Mapping[str, str] = field(default_factory=dict)


class Mastery(Struct, frozen=True):
    """The rubric: levels lowest first, the one that passes, how many assessors must agree."""

    levels: tuple[str, ...] = ("not yet", "demonstrated")
    passing: str = "demonstrated"
    assessors: int = 2
    criteria: tuple[Criterion, ...] = ()


class Impact(Struct, frozen=True):
    """The requirement on student learning, declared before the data are in.

    Empty `prompts` means the first prompt of the inquiry's tool.  `growth` says whether each prompt must
    also have improved by more than steady growth.
    """

    verdict: Verdict = Verdict.SUSTAINED_IMPROVEMENT
    prompts: tuple[str, ...] = ()
    classes: int = 2
    growth: GrowthRole = GrowthRole.REQUIRED


class OtherIdentifier(Struct, frozen=True):
    """What somebody else calls an issuer or a micro-credential; `kind` is one of Open Badges 3.0's
    IdentifierTypeEnum, or begins with ext:"""

    identifier: str
    kind: str = "identifier"


class Creator(Struct, frozen=True):
    """Who wrote a micro-credential, where that is not its issuer; `url` may be empty."""

    name: str
    url: str = ""


class MicroCredential(Struct, frozen=True):
    """A competency with its rubric (mastery) and its requirement on student learning (impact)."""

    id: str
    title: str
    body: Prose
    version: str = "1.0"
    competency: str = ""
    key_method: str = ""
    standards: tuple[Standard, ...] = ()
    mastery: Mastery = Mastery()
    impact: Impact = Impact()
    hours: int | None = None  # of work that it takes
    credits: int | None = None  # whole ones: a signed document has no fractions
    creator: Creator | None = None
    other_identifiers: tuple[OtherIdentifier, ...] = ()
    digest: str = ""  # SHA-256 of its file's content


class ChangeIdea(Struct, frozen=True):
    """A change described once for the program, so that its results can be compared across classes."""

    id: str
    title: str
    body: Prose
    summary: str = ""
    source: str = ""


class FreePage(Struct, frozen=True):
    """A page of the program; pages stand in the menu by `order`, then by title."""

    id: str
    title: str
    body: Prose
    order: int = 0


class Assessor(Struct, frozen=True):
    """Who may review in a program, and the last day on which a review counts; an alias is fine."""

    name: str
    until: Date | None = None


class Issuer(Struct, frozen=True):
    """Who signs awards: a name, a DID (else the one of the program's address), public keys.

    `last_days` has the last day on which a signature of an old key counts, by key.  `image` is an address,
    `parent_org` the name of the organisation that it belongs to; both may be empty.
    """

    name: str
    did: str = ""
    keys: tuple[str, ...] = ()
    last_days: Mapping[str, Date] = field(default_factory=dict)
    image: str = ""
    description: str = ""
    email: str = ""
    parent_org: str = ""
    other_identifiers: tuple[OtherIdentifier, ...] = ()


class Program(Struct, frozen=True):
    """One site: its settings and everything that its teachers share."""

    title: str
    url: str = ""
    language: str = "en"
    named_language: str = ""  # the one that program.yml names, if any
    own_catalogue: bytes = b""  # the program's own translations into it, as a .po file
    description: str = ""
    theme: str = "default"
    min_group_size: int = 10  # students; most states of the US publish no fewer (NCES 2011-603)
    small_groups: SmallGroups = SmallGroups.REFUSE
    allow_files: tuple[str, ...] = ()
    publish_reviews: PublishReviews = PublishReviews.WHEN_EARNED
    index: bool = True  # whether search engines may list the site
    school_year_starts: SchoolYearStart = field(default_factory=SchoolYearStart)
    issuer: Issuer | None = None
    assessors: tuple[Assessor, ...] = ()  # empty: anybody but the teacher and the colleague
    tools: Mapping[str, Tool] = field(default_factory=dict)
    micro_credentials: Mapping[str, MicroCredential] = field(default_factory=dict)
    change_ideas: Mapping[str, ChangeIdea] = field(default_factory=dict)
    pages: tuple[FreePage, ...] = ()
    register: bytes = b""  # of all awards, as `portfolio award` wrote it; empty before the first
    revocations: bytes = b""  # the signed list of which are revoked
    unreadable: frozenset[str] = frozenset()  # files left out for an error of their own: tools/math-talk
