"""Answers -> the text of a new file: one function for each thing that `portfolio new` makes.

Pure: nothing is written here.  Paths are below the content folder, with forward slashes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date

from generator import layout
from generator.authoring.yaml_writer import Field, Value, write_front_matter, yaml_scalar
from generator.file_names import is_reserved
from generator.layout import CONTENT, InquiryFolder, ProgramFolder
from generator.model import MicroCredential, PromptKind, Unit
from generator.slugs import slug
from generator.words.translator import Translator

_TOOLS = f"{CONTENT}/{ProgramFolder.TOOLS}/"
_MICRO_CREDENTIALS = f"{CONTENT}/{ProgramFolder.MICRO_CREDENTIALS}/"


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to be written: where, and its text."""

    path: str
    text: str


def file_name(text: str) -> str:
    """A title or a person's name as the name of a file or folder; empty where it has no letter."""
    name = slug(text)[:60].strip("-")
    return f"{name}-1" if is_reserved(name) else name


def new_teacher(
    translator: Translator, *, name: str, role: str = "", grade: str = "", subject: str = "", school: str = ""
) -> NewFile:
    fields = [
        Field("name", name, translator.gettext("as it is to be shown")),
        Field("role", role, translator.gettext("for example: Grade 6 mathematics")),
        Field("grade", grade, translator.gettext("grade and subject are for finding and comparing")),
        Field("subject", subject),
        Field("school", school),
        Field("contact", "", translator.gettext("the only e-mail address that may be shown")),
        Field(
            "portrait",
            "",
            translator.gettext("{example}  and the file portrait.jpg beside this one", example=_PORTRAIT),
        ),
    ]
    body = _comment(
        translator.gettext("A few words on who you are and what you care about, below this line.")
    )
    return NewFile(layout.about_file(file_name(name)), write_front_matter(fields, body))


_PORTRAIT = "{alt: At the board, people: adults}"


def new_inquiry(
    translator: Translator,
    *,
    teacher: str,
    title: str,
    area: str = "",
    problem: str = "",
    question: str = "",
    tool: str = "",
    micro_credential: str = "",
    colleague: str = "",
    planned_visits: int | None = None,
    planned_end: Date | None = None,
    change_date: Date | None = None,
    change_title: str = "",
    change_idea: str = "",
    classes: Sequence[str] = (),
) -> NewFile:
    fields: list[Field | str] = [
        Field("title", title),
        Field("area_of_interest", area, translator.gettext("for example: Visible thinking")),
        Field(
            "problem_of_practice",
            problem,
            translator.gettext("what you see that you would like to be different"),
        ),
        Field("question", question, translator.gettext("about what students say or do")),
        Field("tool", tool, translator.gettext("the name of a file in {folder}", folder=_TOOLS)),
        Field(
            "micro_credential",
            micro_credential,
            translator.gettext("the name of a file in {folder}", folder=_MICRO_CREDENTIALS),
        ),
        Field(
            "colleague",
            colleague,
            translator.gettext("who collects the data, for example: M. Rivera, grade 7"),
        ),
        Field(
            "planned_visits",
            planned_visits,
            translator.gettext("eight before the change and eight after it are a good plan"),
        ),
        Field("planned_end", planned_end),
        Field("publish", False, translator.gettext("true when others may see it")),
        Field(
            "status", "draft", translator.gettext("{command} makes it submitted", command="portfolio submit")
        ),
    ]
    if change_date:
        entry = _change(change_date, change_title, change_idea, classes)
        fields += ["changes:", f"  - {yaml_scalar(entry)}"]
    else:
        example = _change(Date(2025, 10, 27), translator.gettext("What you tried"), "", ["Period 2"])
        fields += [
            "# "
            + translator.gettext("When you try something new in class, say since when and in which classes:"),
            "# changes:",
            f"#   - {yaml_scalar(example)}",
        ]
    body = _comment(
        translator.gettext(
            "Why this question? What have you seen, and what do you hope to see your students say or do? "
            "No student's name belongs here."
        )
    )
    return NewFile(layout.inquiry_file(teacher, file_name(title)), write_front_matter(fields, body))


def _change(date: Date, title: str, idea: str, classes: Sequence[str]) -> dict[str, object]:
    entry: dict[str, object] = {"date": date}
    if title:
        entry["title"] = title
    if idea:
        entry["idea"] = idea
    if classes:
        entry["classes"] = list(classes)
    return entry


def new_reflection(
    translator: Translator,
    *,
    folder: str,
    date: Date,
    title: str,
    visit: Date | None = None,
    change: str = "",
) -> NewFile:
    """`folder` is the inquiry's, below the content folder."""
    fields = [
        Field("date", date),
        Field("title", title),
        Field("visit", visit, translator.gettext("the date of the visit it looks back on")),
        Field("change", change, translator.gettext("or the change it is about: its number or its title")),
    ]
    body = _comment(
        translator.gettext(
            "What did you notice? Quote what a student said or did, without a name. "
            "What surprised you? What does it change for the next lesson?"
        )
    )
    path = f"{folder}/{InquiryFolder.REFLECTIONS}/{date.isoformat()}.md"
    return NewFile(path, write_front_matter(fields, body))


def new_tool(
    translator: Translator,
    *,
    title: str,
    prompts: Sequence[str],
    focus: str = "",
    unit: Unit = Unit.STUDENTS,
    interval: float | None = None,
    source: str = "",
) -> NewFile:
    kind = PromptKind.COUNT_OF if unit is Unit.STUDENTS else PromptKind.TALLY
    minutes: Value = None if interval is None else f"{interval:g}"
    lines = [
        Field("title", title).line,
        Field("version", "1", translator.gettext("raise it when a prompt changes")).line,
        Field("adapted_from", source, translator.gettext("where you selected it from")).line,
        Field("focus", focus, translator.gettext("what students say and do while ...")).line,
        Field("unit", unit.value, " | ".join(one.value for one in Unit)).line,
        Field("interval_minutes", None, translator.gettext("minutes between two looks")).line
        if minutes is None
        else f"interval_minutes: {minutes}",
        "prompts:",
    ]
    for name, text in zip(_prompt_ids(prompts), prompts, strict=True):
        lines += [
            f"  - id: {yaml_scalar(name)}",
            f"    text: {yaml_scalar(text)}",
            "    # look_for: " + translator.gettext("how one sees or hears it"),
            f"    kind: {kind.value} # " + " | ".join(one.value for one in PromptKind),
            "    better: higher # higher | lower",
        ]
    return NewFile(f"tools/{file_name(title)}.yml", "\n".join([*lines, ""]))


def _prompt_ids(texts: Sequence[str]) -> list[str]:
    """Explains own thinking -> explains: as few words as tell the prompts apart, for the headings of
    a table."""
    ids: list[str] = []
    for text in texts:
        parts = slug(text).split("-")
        wanted = next(
            ("-".join(parts[:count]) for count in range(1, len(parts)) if "-".join(parts[:count]) not in ids),
            slug(text),
        )
        ids.append(wanted if wanted and wanted not in ids else f"prompt-{len(ids) + 1}")
    return ids


def new_micro_credential(
    translator: Translator, *, title: str, competency: str = "", prompts: Sequence[str] = ()
) -> NewFile:
    low, high = translator.gettext("not yet"), translator.gettext("demonstrated")
    fields: list[Field | str] = [
        Field("title", title),
        Field("version", "1.0"),
        Field("competency", competency, translator.gettext("The teacher ...")),
        Field(
            "key_method",
            translator.gettext("A cycle of inquiry with a colleague who collects data on student learning."),
        ),
        "mastery:",
        f"  levels: {yaml_scalar([low, high])} # {translator.gettext('lowest first')}",
        f"  pass: {yaml_scalar(high)}",
        "  assessors: 2",
        "  criteria:",
        "    - id: question",
        f"      title: {yaml_scalar(translator.gettext('Asks a question that students work can answer'))}",
        "    - id: reflection",
        "      title: "
        + yaml_scalar(translator.gettext("Reflects on specific instances of what students said and did")),
        "impact:",
        "  # " + translator.gettext("declared before the data are in: which prompts, in how many classes"),
        "  verdict: sustained_improvement",
        f"  prompts: {yaml_scalar(list(prompts))}" if prompts else "  # prompts: [explains]",
        "  classes: 2",
    ]
    body = _comment(
        translator.gettext("What research says, where to read on, what a teacher shows to earn it.")
    )
    return NewFile(f"micro-credentials/{file_name(title)}.md", write_front_matter(fields, body))


def new_change_idea(translator: Translator, *, title: str, summary: str = "", source: str = "") -> NewFile:
    fields = [
        Field("title", title),
        Field("summary", summary, translator.gettext("the idea in one sentence")),
        Field("source", source, translator.gettext("where it comes from")),
    ]
    body = _comment(translator.gettext("How to try it, step by step, so that a colleague could."))
    return NewFile(f"change-ideas/{file_name(title)}.md", write_front_matter(fields, body))


def new_review(
    translator: Translator,
    *,
    folder: str,
    assessor: str,
    date: Date,
    credential: MicroCredential | None,
    levels: Mapping[str, str],
    feedback: Mapping[str, str],
    attempt: int | None = None,
    recommend: str = "",
) -> NewFile:
    """`levels` and `feedback` by criterion; a criterion without a level is a comment to fill in."""
    lines = [
        Field("assessor", assessor, translator.gettext("an alias is fine")).line,
        "role: assessor # precheck | assessor | approver",
        Field("attempt", attempt, translator.gettext("the submission looked at; default: the latest")).line,
        Field("date", date).line,
    ]
    criteria = credential.mastery.criteria if credential else ()
    if criteria and credential:
        known = " | ".join(credential.mastery.levels)
        lines.append("criteria:" if levels else "# criteria:")
        for one in criteria:
            lead = "  " if one.id in levels else "  # "
            said = feedback.get(one.id, "")
            lines += [
                f"  # {' '.join(one.title.split())}",
                f"{lead}{yaml_scalar(one.id)}:",
                f"{lead}  level: {yaml_scalar(levels.get(one.id, ''))} # {known}",
                f"{lead}  # evidence: reflections/2025-10-03",
                f"{lead}  feedback: {yaml_scalar(said)}" if said else f"{lead}  # feedback:",
            ]
    lines.append(Field("recommend", recommend, "grant | not yet | return incomplete").line)
    path = f"{folder}/{InquiryFolder.REVIEWS}/{file_name('assessor ' + assessor)}.yml"
    return NewFile(path, "\n".join([*lines, ""]))


def _comment(text: str) -> str:
    """Advice that readers of the page never see."""
    return f"<!-- {text} -->"
