"""Answers -> the text of a new file, for each thing that `portfolio new` makes.

Pure: nothing is written here.  Paths are below the content folder, with forward slashes.
"""

from collections.abc import Sequence
from datetime import date as Date

from msgspec import Struct

from generator import layout
from generator.authoring.new_file_requests import (
    NewChange,
    NewChangeIdea,
    NewInquiry,
    NewMicroCredential,
    NewReflection,
    NewReview,
    NewTeacher,
    NewTool,
)
from generator.authoring.yaml_writer import Field, write_front_matter, yaml_scalar
from generator.file_names import is_reserved
from generator.layout import CONTENT, InquiryFolder, ProgramFolder
from generator.model import Criterion, PromptKind, Unit
from generator.slugs import slug
from generator.words.translator import Translator

_TOOLS = f"{CONTENT}/{ProgramFolder.TOOLS}/"
_PORTRAIT = "{alt: At the board, people: adults}"
_MICRO_CREDENTIALS = f"{CONTENT}/{ProgramFolder.MICRO_CREDENTIALS}/"


class NewFile(Struct, frozen=True):
    """A file to be written: where, and its text."""

    path: str
    text: str


def file_name(text: str) -> str:
    """A title or a person's name as the name of a file or folder; empty where it has no letter."""
    name = slug(text)[:60].strip("-")
    return f"{name}-1" if is_reserved(name) else name


class NewFileWriter(Struct, frozen=True):
    """Writes what was answered as files to go on with, with hints in the translator's language."""

    translator: Translator

    def teacher(self, teacher: NewTeacher) -> NewFile:
        """about.md of a new teacher."""
        gettext = self.translator.gettext
        fields = [
            Field("name", teacher.name, gettext("as it should be shown")),
            Field("role", teacher.role, gettext("for example: Grade 6 mathematics")),
            Field("grade", teacher.grade, gettext("grade and subject help others find this inquiry")),
            Field("subject", teacher.subject),
            Field("school", teacher.school),
            *([Field("github", teacher.github)] if teacher.github else []),
            Field("contact", "", gettext("the only e-mail address that may be shown")),
            Field(
                "portrait",
                "",
                gettext("{example}  and the file portrait.jpg beside this one", example=_PORTRAIT),
            ),
        ]
        body = _comment(gettext("Below this line: a few words about who you are and what you care about."))
        return NewFile(layout.about_file(file_name(teacher.name)), write_front_matter(fields, body))

    def inquiry(self, inquiry: NewInquiry) -> NewFile:
        """inquiry.md of a new inquiry; without a change it has an example of one."""
        gettext = self.translator.gettext
        fields: list[Field | str] = [
            Field("title", inquiry.title),
            Field("area_of_interest", inquiry.area, gettext("for example: Visible thinking")),
            Field(
                "problem_of_practice",
                inquiry.problem,
                gettext("what you see and would like to change"),
            ),
            Field("question", inquiry.question, gettext("about what students say or do")),
            Field("tool", inquiry.tool, gettext("the name of a file in {folder}", folder=_TOOLS)),
            Field(
                "micro_credential",
                inquiry.micro_credential,
                gettext("the name of a file in {folder}", folder=_MICRO_CREDENTIALS),
            ),
            Field(
                "colleague",
                inquiry.colleague,
                gettext("who collects the data, for example: M. Rivera, grade 7"),
            ),
            Field(
                "planned_visits",
                inquiry.planned_visits,
                gettext("a good plan: eight before the change and eight after it"),
            ),
            Field("planned_end", inquiry.planned_end),
            Field("publish", False, gettext("true once others may see it")),
            Field("status", "draft", gettext("{command} makes it submitted", command="portfolio submit")),
        ]
        if inquiry.change:
            fields += ["changes:", f"  - {yaml_scalar(inquiry.change.as_entry())}"]
        else:
            example = NewChange(Date(2025, 10, 27), gettext("What you tried"), classes=("Period 2",))
            fields += [
                "# "
                + gettext("When you try something new in class, say when you began and in which classes:"),
                "# changes:",
                f"#   - {yaml_scalar(example.as_entry())}",
            ]
        body = _comment(
            gettext(
                "Why this question? What have you seen, and what do you hope to see your students say or do? "
                "No student's name belongs here."
            )
        )
        return NewFile(
            layout.inquiry_file(inquiry.teacher, file_name(inquiry.title)), write_front_matter(fields, body)
        )

    def reflection(self, reflection: NewReflection) -> NewFile:
        """A reflection, named after its date."""
        gettext = self.translator.gettext
        fields = [
            Field("date", reflection.date),
            Field("title", reflection.title),
            Field(
                "visit",
                reflection.visit,
                gettext("the date of the visit it looks back on"),
            ),
            Field(
                "change",
                reflection.change,
                gettext("or the change it is about: its number or its title"),
            ),
        ]
        body = _comment(
            gettext(
                "What did you notice? Quote what a student said or did, without a name. "
                "What surprised you? What does it change for the next lesson?"
            )
        )
        path = f"{reflection.folder}/{InquiryFolder.REFLECTIONS}/{reflection.date.isoformat()}.md"
        return NewFile(path, write_front_matter(fields, body))

    def tool(self, tool: NewTool) -> NewFile:
        """The tool, with a kind and a direction for each prompt to be looked over."""
        gettext = self.translator.gettext
        kind = PromptKind.COUNT_OF if tool.unit is Unit.STUDENTS else PromptKind.TALLY
        lines = [
            Field("title", tool.title).line,
            Field("version", "1", gettext("raise it when a prompt changes")).line,
            Field(
                "adapted_from", tool.source, gettext("where the prompts came from: a book, a colleague")
            ).line,
            Field("focus", tool.focus, gettext("what students say and do while ...")).line,
            Field("unit", tool.unit.value, " | ".join(unit.value for unit in Unit)).line,
            Field("interval_minutes", None, gettext("minutes from one interval to the next")).line
            if tool.interval is None
            else f"interval_minutes: {tool.interval:g}",
            "prompts:",
        ]
        for name, text in zip(_prompt_ids(tool.prompts), tool.prompts, strict=True):
            lines += [
                f"  - id: {yaml_scalar(name)}",
                f"    text: {yaml_scalar(text)}",
                "    # look_for: " + gettext("what it looks or sounds like"),
                f"    kind: {kind.value} # " + " | ".join(each.value for each in PromptKind),
                "    better: higher # higher | lower",
            ]
        return NewFile(f"tools/{file_name(tool.title)}.yml", "\n".join([*lines, ""]))

    def micro_credential(self, credential: NewMicroCredential) -> NewFile:
        """The micro-credential, with a rubric to start from."""
        gettext = self.translator.gettext
        low, high = gettext("not yet"), gettext("demonstrated")
        fields: list[Field | str] = [
            Field("title", credential.title),
            Field("version", "1.0"),
            Field("competency", credential.competency, gettext("The teacher ...")),
            Field(
                "key_method",
                gettext("A cycle of inquiry with a colleague who collects data on student learning."),
            ),
            "mastery:",
            f"  levels: {yaml_scalar([low, high])} # {gettext('lowest first')}",
            f"  pass: {yaml_scalar(high)}",
            "  assessors: 2",
            "  criteria:",
            "    - id: question",
            f"      title: {yaml_scalar(gettext('Asks a question that students work can answer'))}",
            "    - id: reflection",
            "      title: "
            + yaml_scalar(gettext("Reflects on specific instances of what students said and did")),
            "impact:",
            "  # " + gettext("declared before the data come in: which prompts, in how many classes"),
            "  verdict: sustained_improvement",
            f"  prompts: {yaml_scalar(list(credential.prompts))}"
            if credential.prompts
            else "  # prompts: [explains]",
            "  classes: 2",
            "  growth: required # " + gettext("required | shown: must it be more than steady growth?"),
        ]
        body = _comment(gettext("What research says, where to read on, what a teacher shows to earn it."))
        return NewFile(
            f"micro-credentials/{file_name(credential.title)}.md", write_front_matter(fields, body)
        )

    def change_idea(self, idea: NewChangeIdea) -> NewFile:
        """The change idea."""
        gettext = self.translator.gettext
        fields = [
            Field("title", idea.title),
            Field("summary", idea.summary, gettext("the idea in one sentence")),
            Field("source", idea.source, gettext("where it comes from")),
        ]
        body = _comment(gettext("How to try it, step by step, so that a colleague could do it."))
        return NewFile(f"change-ideas/{file_name(idea.title)}.md", write_front_matter(fields, body))

    def review(self, review: NewReview) -> NewFile:
        """A review; a criterion without a level is a comment to fill in."""
        gettext = self.translator.gettext
        lines = [
            Field("assessor", review.assessor, gettext("an alias is fine")).line,
            Field("inquiry", review.inquiry).line,
            "role: assessor # precheck | assessor | approver",
            Field("attempt", review.attempt, gettext("the submission that was read")).line,
            Field("content", review.content, gettext("the digest of what was read")).line,
            Field("date", review.date).line,
        ]
        if review.credential and review.credential.mastery.criteria:
            lines.append("criteria:" if review.levels else "# criteria:")
            for criterion in review.credential.mastery.criteria:
                lines += _review_lines(review, criterion, review.credential.mastery.levels)
        lines.append(Field("recommend", review.recommend, "grant | not yet | return incomplete").line)
        name = f"{file_name(review.assessor)}-attempt-{review.attempt or 1}"
        path = f"{review.folder}/{InquiryFolder.REVIEWS}/{name}.yml"
        return NewFile(path, "\n".join([*lines, ""]))


def _review_lines(review: NewReview, criterion: Criterion, scale: Sequence[str]) -> list[str]:
    """A criterion with its level and feedback, or as a comment where it has no level."""
    lead = "  " if criterion.id in review.levels else "  # "
    feedback = review.feedback.get(criterion.id, "")
    return [
        f"  # {' '.join(criterion.title.split())}",
        f"{lead}{yaml_scalar(criterion.id)}:",
        f"{lead}  level: {yaml_scalar(review.levels.get(criterion.id, ''))} # {' | '.join(scale)}",
        f"{lead}  # evidence: reflections/2025-10-03",
        f"{lead}  feedback: {yaml_scalar(feedback)}" if feedback else f"{lead}  # feedback:",
    ]


def _prompt_ids(texts: Sequence[str]) -> list[str]:
    """The prompts' ids, which head the columns of a table: as few words as tell the prompts apart.

    Explains own thinking -> explains.
    """
    ids: list[str] = []
    for text in texts:
        parts = slug(text).split("-")
        wanted = next(
            ("-".join(parts[:count]) for count in range(1, len(parts)) if "-".join(parts[:count]) not in ids),
            slug(text),
        )
        ids.append(wanted if wanted and wanted not in ids else f"prompt-{len(ids) + 1}")
    return ids


def _comment(text: str) -> str:
    """Advice that readers of the page never see."""
    return f"<!-- {text} -->"
