"""Answers -> the text of a new file: one function for each thing that `portfolio new` makes.

Pure: nothing is written here.  Paths are below the content folder, with forward slashes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date

from generator.authoring.fields import Field, Value, front_matter, scalar
from generator.model import Kind, MicroCredential, Unit
from generator.names import slug
from generator.words.speech import Words

# what Windows keeps for itself, whatever the ending
_RESERVED = {"con", "prn", "aux", "nul", *(f"{one}{n}" for one in ("com", "lpt") for n in range(1, 10))}


@dataclass(frozen=True, slots=True)
class Piece:
    """A file to be written: where, and its text."""

    path: str
    text: str


def file_name(text: str) -> str:
    """A title or a person's name as the name of a file or folder; empty where it has no letter."""
    name = slug(text)[:60].strip("-")
    return f"{name}-1" if name in _RESERVED else name


def teacher(
    words: Words, *, name: str, role: str = "", grade: str = "", subject: str = "", school: str = ""
) -> Piece:
    fields = [
        Field("name", name, words.say("as it is to be shown")),
        Field("role", role, words.say("for example: Grade 6 mathematics")),
        Field("grade", grade, words.say("grade and subject are for finding and comparing")),
        Field("subject", subject),
        Field("school", school),
        Field("contact", "", words.say("the only e-mail address that may be shown")),
        Field(
            "portrait",
            "",
            words.say("{example}  and the file portrait.jpg beside this one", example=_PORTRAIT),
        ),
    ]
    body = _comment(words.say("A few words on who you are and what you care about, below this line."))
    return Piece(f"teachers/{file_name(name)}/about.md", front_matter(fields, body))


_PORTRAIT = "{alt: At the board, people: adults}"


def inquiry(
    words: Words,
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
) -> Piece:
    fields: list[Field | str] = [
        Field("title", title),
        Field("area_of_interest", area, words.say("for example: Visible thinking")),
        Field("problem_of_practice", problem, words.say("what you see that you would like to be different")),
        Field("question", question, words.say("about what students say or do")),
        Field("tool", tool, words.say("the name of a file in {folder}", folder="content/tools/")),
        Field(
            "micro_credential",
            micro_credential,
            words.say("the name of a file in {folder}", folder="content/micro-credentials/"),
        ),
        Field("colleague", colleague, words.say("who collects the data, for example: M. Rivera, grade 7")),
        Field(
            "planned_visits",
            planned_visits,
            words.say("eight before the change and eight after it are a good plan"),
        ),
        Field("planned_end", planned_end),
        Field("publish", False, words.say("true when others may see it")),
        Field("status", "draft", words.say("{command} makes it submitted", command="portfolio submit")),
    ]
    if change_date:
        entry = _change(change_date, change_title, change_idea, classes)
        fields += ["changes:", f"  - {scalar(entry)}"]
    else:
        example = _change(Date(2025, 10, 27), words.say("What you tried"), "", ["Period 2"])
        fields += [
            "# " + words.say("When you try something new in class, say since when and in which classes:"),
            "# changes:",
            f"#   - {scalar(example)}",
        ]
    body = _comment(
        words.say(
            "Why this question? What have you seen, and what do you hope to see your students say or do? "
            "No student's name belongs here."
        )
    )
    return Piece(f"teachers/{teacher}/{file_name(title)}/inquiry.md", front_matter(fields, body))


def _change(date: Date, title: str, idea: str, classes: Sequence[str]) -> dict[str, object]:
    entry: dict[str, object] = {"date": date}
    if title:
        entry["title"] = title
    if idea:
        entry["idea"] = idea
    if classes:
        entry["classes"] = list(classes)
    return entry


def reflection(
    words: Words, *, folder: str, date: Date, title: str, visit: Date | None = None, change: str = ""
) -> Piece:
    """`folder` is the inquiry's, below the content folder."""
    fields = [
        Field("date", date),
        Field("title", title),
        Field("visit", visit, words.say("the date of the visit it looks back on")),
        Field("change", change, words.say("or the change it is about: its number or its title")),
    ]
    body = _comment(
        words.say(
            "What did you notice? Quote what a student said or did, without a name. "
            "What surprised you? What does it change for the next lesson?"
        )
    )
    return Piece(f"{folder}/reflections/{date.isoformat()}.md", front_matter(fields, body))


def tool(
    words: Words,
    *,
    title: str,
    prompts: Sequence[str],
    focus: str = "",
    unit: Unit = Unit.STUDENTS,
    interval: float | None = None,
    source: str = "",
) -> Piece:
    kind = Kind.COUNT_OF if unit is Unit.STUDENTS else Kind.TALLY
    minutes: Value = None if interval is None else f"{interval:g}"
    lines = [
        Field("title", title).line,
        Field("version", "1", words.say("raise it when a prompt changes")).line,
        Field("adapted_from", source, words.say("where you selected it from")).line,
        Field("focus", focus, words.say("what students say and do while ...")).line,
        Field("unit", unit.value, " | ".join(one.value for one in Unit)).line,
        Field("interval_minutes", None, words.say("minutes between two looks")).line
        if minutes is None
        else f"interval_minutes: {minutes}",
        "prompts:",
    ]
    for name, text in zip(_prompt_ids(prompts), prompts, strict=True):
        lines += [
            f"  - id: {scalar(name)}",
            f"    text: {scalar(text)}",
            "    # look_for: " + words.say("how one sees or hears it"),
            f"    kind: {kind.value} # " + " | ".join(one.value for one in Kind),
            "    better: higher # higher | lower",
        ]
    return Piece(f"tools/{file_name(title)}.yml", "\n".join([*lines, ""]))


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


def micro_credential(words: Words, *, title: str, competency: str = "", prompts: Sequence[str] = ()) -> Piece:
    low, high = words.say("not yet"), words.say("demonstrated")
    fields: list[Field | str] = [
        Field("title", title),
        Field("version", "1.0"),
        Field("competency", competency, words.say("The teacher ...")),
        Field(
            "key_method",
            words.say("A cycle of inquiry with a colleague who collects data on student learning."),
        ),
        "mastery:",
        f"  levels: {scalar([low, high])} # {words.say('lowest first')}",
        f"  pass: {scalar(high)}",
        "  assessors: 2",
        "  criteria:",
        "    - id: question",
        f"      title: {scalar(words.say('Asks a question that students work can answer'))}",
        "    - id: reflection",
        f"      title: {scalar(words.say('Reflects on specific instances of what students said and did'))}",
        "impact:",
        "  # " + words.say("declared before the data are in: which prompts, in how many classes"),
        "  verdict: sustained_improvement",
        f"  prompts: {scalar(list(prompts))}" if prompts else "  # prompts: [explains]",
        "  classes: 2",
    ]
    body = _comment(words.say("What research says, where to read on, what a teacher shows to earn it."))
    return Piece(f"micro-credentials/{file_name(title)}.md", front_matter(fields, body))


def change_idea(words: Words, *, title: str, summary: str = "", source: str = "") -> Piece:
    fields = [
        Field("title", title),
        Field("summary", summary, words.say("the idea in one sentence")),
        Field("source", source, words.say("where it comes from")),
    ]
    body = _comment(words.say("How to try it, step by step, so that a colleague could."))
    return Piece(f"change-ideas/{file_name(title)}.md", front_matter(fields, body))


def review(
    words: Words,
    *,
    folder: str,
    assessor: str,
    date: Date,
    credential: MicroCredential | None,
    levels: Mapping[str, str],
    feedback: Mapping[str, str],
    attempt: int | None = None,
    recommend: str = "",
) -> Piece:
    """`levels` and `feedback` by criterion; a criterion without a level is a comment to fill in."""
    lines = [
        Field("assessor", assessor, words.say("an alias is fine")).line,
        "role: assessor # precheck | assessor | approver",
        Field("attempt", attempt, words.say("the submission looked at; default: the latest")).line,
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
                f"{lead}{scalar(one.id)}:",
                f"{lead}  level: {scalar(levels.get(one.id, ''))} # {known}",
                f"{lead}  # evidence: reflections/2025-10-03",
                f"{lead}  feedback: {scalar(said)}" if said else f"{lead}  # feedback:",
            ]
    lines.append(Field("recommend", recommend, "grant | not yet | return incomplete").line)
    return Piece(f"{folder}/reviews/{file_name('assessor ' + assessor)}.yml", "\n".join([*lines, ""]))


def _comment(text: str) -> str:
    """Advice that readers of the page never see."""
    return f"<!-- {text} -->"
