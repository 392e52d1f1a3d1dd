"""`portfolio new ...`: a few questions in plain words, and a file with helpful comments."""

from datetime import date as Date
from pathlib import Path

import click

from generator.commands.common import Day
from generator.commands.folder_owner import github_name, give_folder
from generator.commands.new_photo import photo
from generator.commands.prompts import Prompter, prompt_options
from generator.commands.terminal_output import print_line
from generator.user_error import UserError


@click.group(short_help="Create a teacher, inquiry, reflection, tool, and so on.")
def new() -> None:
    """Ask a few questions and write a file to start from; nothing is ever overwritten.

    Every question can be answered by an option; with --yes the others take their defaults.

    \b
    Example:  portfolio new teacher
              portfolio new inquiry --teacher ana-lopez --title "More explaining" --yes
    """


new.add_command(photo)


@new.command()
@click.option("--name", help="The teacher's name, as it should be shown.")
@click.option("--role", help="For example: Grade 6 mathematics.")
@click.option("--grade", help="Helps others find the page.")
@click.option("--subject", help="Helps others find the page.")
@click.option("--school", help="The school.")
@click.option("--github", help="The teacher's name on GitHub, who may then change this folder.")
@prompt_options
def teacher(
    name: str | None,
    role: str | None,
    grade: str | None,
    subject: str | None,
    school: str | None,
    github: str | None,
    content: Path,
    yes: bool,
) -> int:
    """A new teacher.

    \b
    Example:  portfolio new teacher --name "Ana Lopez" --role "Grade 6 mathematics" --yes
    """
    from generator.authoring.new_file_requests import NewTeacher
    from generator.authoring.new_files import NewFileWriter

    prompter = Prompter(content, yes)
    gettext = prompter.translator.gettext
    answers = NewTeacher(
        name=prompter.text(name, gettext("The teacher's name, as it should be shown"), option="--name"),
        role=prompter.text(role, gettext("Role, for example Grade 6 mathematics (optional)")),
        grade=prompter.text(grade, gettext("Grade (optional)")),
        subject=prompter.text(subject, gettext("Subject (optional)")),
        school=prompter.text(school, gettext("School (optional)")),
        github=github_name(github or ""),
    )
    about = prompter.write(NewFileWriter(prompter.translator).teacher(answers))
    if answers.github:
        give_folder(content, about.parent.name, answers.github, prompter.translator)
    return prompter.next("portfolio new inquiry")


@new.command()
@click.option("--teacher", help="The teacher's folder, for example ana-lopez.")
@click.option("--title", help="A short title.")
@click.option("--area", "--area-of-interest", help="What you care about.")
@click.option("--problem", "--problem-of-practice", help="What you would like to change.")
@click.option("--question", help="About what students say or do.")
@click.option("--tool", help="A file in content/tools/.")
@click.option("--micro-credential", help="A file in content/micro-credentials/.")
@click.option("--colleague", help="Who comes to collect data.")
@click.option("--planned-visits", type=click.IntRange(min=1), help="How many visits are planned.")
@click.option("--planned-end", type=Day(), help="When the last visit is planned.")
@click.option("--change-date", type=Day(), help="The first day of your change, if you know it.")
@click.option("--change", help="What you are trying, in a few words.")
@click.option("--idea", help="A file in content/change-ideas/.")
@click.option("--class", "classes", multiple=True, help="A class that tries it; once for each class.")
@prompt_options
def inquiry(
    teacher: str | None,
    title: str | None,
    area: str | None,
    problem: str | None,
    question: str | None,
    tool: str | None,
    micro_credential: str | None,
    colleague: str | None,
    planned_visits: int | None,
    planned_end: Date | None,
    change_date: Date | None,
    change: str | None,
    idea: str | None,
    classes: tuple[str, ...],
    content: Path,
    yes: bool,
) -> int:
    """A new inquiry: a question about your students, a tool, a colleague who comes to count.

    \b
    Example:  portfolio new inquiry --title "Making thinking visible" --tool discussion --yes
    """
    from generator.authoring.new_file_requests import NewChange, NewInquiry
    from generator.authoring.new_files import NewFileWriter

    prompter = Prompter(content, yes)
    gettext, program = prompter.translator.gettext, prompter.program()
    tools = [(each.id, each.title) for each in program.tools.values()]
    credentials = [(each.id, each.title) for each in program.micro_credentials.values()]
    ideas = [(each.id, each.title) for each in program.change_ideas.values()]
    teacher_folder = prompter.teacher(teacher)
    title = prompter.text(title, gettext("A short title for the inquiry"), option="--title")
    problem = prompter.text(
        problem,
        gettext("What do you see in your classes that you would like to change? (optional)"),
    )
    question = prompter.text(question, gettext("Your question, about what students say or do (optional)"))
    tool = prompter.choice(
        tool,
        gettext("Which tool will you count with?"),
        tools,
        default=tools[0][0] if tools else "",
    )
    micro_credential = prompter.choice(
        micro_credential, gettext("Which micro-credential are you working toward?"), credentials
    )
    colleague = prompter.text(
        colleague, gettext("Who collects the data, for example M. Rivera, grade 7? (optional)")
    )
    planned_visits = prompter.number(planned_visits, gettext("How many visits do you plan?"), 16)
    change_date = prompter.day(
        change_date,
        gettext("The first day of your change, for example 10/27/2025 (leave empty if you do not know yet)"),
    )
    if change_date:
        idea = prompter.choice(idea, gettext("Which change idea are you trying?"), ideas)
        change = prompter.text(
            change,
            gettext("What are you trying, in a few words?"),
            default=dict(ideas).get(idea, gettext("My change")),
        )
        if not classes:
            typed = prompter.text(
                None, gettext("Which classes, for example Period 2, Period 4? (leave empty for all)")
            )
            classes = tuple(name.strip() for name in typed.split(",") if name.strip())
    answers = NewInquiry(
        teacher=teacher_folder,
        title=title,
        area=prompter.text(area, gettext("Area of interest, for example Visible thinking (optional)")),
        problem=problem,
        question=question,
        tool=tool,
        micro_credential=micro_credential,
        colleague=colleague,
        planned_visits=planned_visits,
        planned_end=planned_end,
        change=NewChange(change_date, change or "", idea or "", classes) if change_date else None,
    )
    prompter.write(NewFileWriter(prompter.translator).inquiry(answers))
    return prompter.next(
        "portfolio import FILE.csv      " + gettext("the table of visits"),
        "portfolio serve                " + gettext("the page, while you write"),
    )


@new.command()
@click.option("--inquiry", "named", help="T/I, for example ana-lopez/visible-thinking.")
@click.option("--title", help="A title.")
@click.option("--date", "date", type=Day(), help="The day it was written.  [default: today]")
@click.option("--visit", type=Day(), help="The date of the visit it is about.")
@click.option("--change", help="Or the number or title of the change it is about.")
@prompt_options
def reflection(
    named: str | None,
    title: str | None,
    date: Date | None,
    visit: Date | None,
    change: str | None,
    content: Path,
    yes: bool,
) -> int:
    """A new reflection, with questions to think about.

    \b
    Example:  portfolio new reflection --title "They asked each other" --visit 2025-10-03
    """
    from generator.authoring.new_file_requests import NewReflection
    from generator.authoring.new_files import NewFileWriter

    prompter = Prompter(content, yes)
    gettext = prompter.translator.gettext
    folder = prompter.inquiry(named)
    day = prompter.day(date, gettext("The date"), visit or Date.today()) or Date.today()
    answers = NewReflection(
        folder=folder.as_posix(),
        date=day,
        title=prompter.text(title, gettext("A title"), default=gettext("Reflection")),
        visit=prompter.day(visit, gettext("Which visit is it about, for example 10/3/2025? (optional)")),
        change=change or "",
    )
    path = prompter.write(NewFileWriter(prompter.translator).reflection(answers), numbered=True)
    return prompter.next(gettext("open {file} and write", file=path.as_posix()))


@new.command()
@click.option("--title", help="What the tool is called.")
@click.option("--focus", help="What it looks at.")
@click.option("--unit", help="What is counted: students, responses, turns, minutes, or points.")
@click.option("--interval", type=click.FloatRange(min=0, min_open=True), help="Minutes to the next interval.")
@click.option("--source", help="Where the prompts came from: a book, a colleague.")
@click.option("--prompt", "prompts", multiple=True, help="What students say or do; once for each prompt.")
@prompt_options
def tool(
    title: str | None,
    focus: str | None,
    unit: str | None,
    interval: float | None,
    source: str | None,
    prompts: tuple[str, ...],
    content: Path,
    yes: bool,
) -> int:
    """A new data collection tool: three or four things that students say or do.

    \b
    Example:  portfolio new tool --title "Partner talk" --prompt "Asks a question" \\
                --prompt "Gives a reason" --yes
    """
    from generator.authoring.new_file_requests import NewTool
    from generator.authoring.new_files import NewFileWriter
    from generator.model import Unit

    prompter = Prompter(content, yes)
    gettext = prompter.translator.gettext
    title = prompter.text(title, gettext("What is the tool called?"), option="--title")
    focus = prompter.text(
        focus, gettext("What does it look at, for example what students say in pairs? (optional)")
    )
    units = [(each.value, gettext(each.value)) for each in Unit]
    unit = prompter.choice(unit, gettext("What is counted?"), units, default=Unit.STUDENTS.value)
    prompts = prompts or prompter.several(
        lambda n: gettext("Prompt {n}: what do students say or do? (leave empty to finish)", n=n),
        option="--prompt",
    )
    answers = NewTool(
        title=title,
        prompts=prompts,
        focus=focus,
        unit=Unit(unit),
        interval=interval,
        source=prompter.text(
            source, gettext("Where did the prompts come from? (a book, a colleague; optional)")
        ),
    )
    path = prompter.write(NewFileWriter(prompter.translator).tool(answers))
    return prompter.next(
        gettext("open {file}, and say for each prompt what to look for (look_for)", file=path.as_posix())
    )


@new.command(name="micro-credential")
@click.option("--title", help="What it is called.")
@click.option("--competency", help='What the teacher can do: "The teacher ...".')
@click.option("--prompt", "prompts", multiple=True, help="A prompt's id that must improve.")
@prompt_options
def micro_credential(
    title: str | None, competency: str | None, prompts: tuple[str, ...], content: Path, yes: bool
) -> int:
    """A new micro-credential: a rubric for mastery, a requirement on student learning.

    \b
    Example:  portfolio new micro-credential --title "Making student thinking visible" --yes
    """
    from generator.authoring.new_file_requests import NewMicroCredential
    from generator.authoring.new_files import NewFileWriter

    prompter = Prompter(content, yes)
    gettext = prompter.translator.gettext
    answers = NewMicroCredential(
        title=prompter.text(title, gettext("What is it called?"), option="--title"),
        competency=prompter.text(competency, gettext("The competency: The teacher ... (optional)")),
        prompts=prompts,
    )
    path = prompter.write(NewFileWriter(prompter.translator).micro_credential(answers))
    return prompter.next(gettext("open {file} and write the rubric", file=path.as_posix()))


@new.command(name="change-idea")
@click.option("--title", help="What it is called.")
@click.option("--summary", help="The idea in one sentence.")
@click.option("--source", help="Where it comes from.")
@prompt_options
def change_idea(title: str | None, summary: str | None, source: str | None, content: Path, yes: bool) -> int:
    """A new change idea, described once, so that its results can be compared across classrooms.

    \b
    Example:  portfolio new change-idea --title "Think, pair, share" --source "Lyman 1981" --yes
    """
    from generator.authoring.new_file_requests import NewChangeIdea
    from generator.authoring.new_files import NewFileWriter

    prompter = Prompter(content, yes)
    gettext = prompter.translator.gettext
    answers = NewChangeIdea(
        title=prompter.text(title, gettext("What is it called?"), option="--title"),
        summary=prompter.text(summary, gettext("The idea in one sentence (optional)")),
        source=prompter.text(source, gettext("Where does it come from? (optional)")),
    )
    path = prompter.write(NewFileWriter(prompter.translator).change_idea(answers))
    return prompter.next(gettext("open {file} and write how to try it", file=path.as_posix()))


@new.command()
@click.option("--inquiry", "named", help="T/I, for example ana-lopez/visible-thinking.")
@click.option("--assessor", help="A name; an alias such as A is fine.")
@click.option("--date", "date", type=Day(), help="The day of the review.  [default: today]")
@click.option("--level", "levels", multiple=True, help="CRITERION=LEVEL; once for each criterion.")
@click.option(
    "--recommend",
    type=click.Choice(["grant", "not yet", "return incomplete"]),
    help="Shown beside the review; decides nothing.",
)
@prompt_options
def review(
    named: str | None,
    assessor: str | None,
    date: Date | None,
    levels: tuple[str, ...],
    recommend: str | None,
    content: Path,
    yes: bool,
) -> int:
    """A new review: a level and feedback for each criterion of the rubric.

    \b
    Example:  portfolio new review --inquiry ana-lopez/visible-thinking --assessor A
    """
    from generator.authoring.new_file_requests import NewReview
    from generator.authoring.new_files import NewFileWriter
    from generator.authoring.review_rubric import changes_warning, parse_levels, reviewed_inquiry
    from generator.reading.file_digests import CITED_DIGITS, combined_digest

    prompter = Prompter(content, yes)
    gettext = prompter.translator.gettext
    folder = prompter.inquiry(named)
    program = prompter.program()
    inquiry = reviewed_inquiry(content, folder, program)
    credential = program.micro_credentials.get(inquiry.micro_credential) if inquiry else None
    submission = inquiry.latest_submission if inquiry else None
    given, wrong = parse_levels(levels, credential)
    if wrong:
        raise UserError(
            "{typed} is not a level of a criterion; type it as CRITERION=LEVEL.", typed=", ".join(wrong)
        )
    assessor = prompter.text(
        assessor, gettext("The assessor's name or alias"), option="--assessor", default="A"
    )
    feedback: dict[str, str] = {}
    if credential and not yes:
        scale = [(level, level) for level in credential.mastery.levels]
        for criterion in credential.mastery.criteria:
            if criterion.id in given:
                continue
            if level := prompter.choice(None, criterion.title, scale):
                given[criterion.id] = level
                feedback[criterion.id] = prompter.text(None, gettext("Feedback (optional)"))
    answers = NewReview(
        folder=folder.as_posix(),
        assessor=assessor,
        date=date or Date.today(),
        credential=credential,
        levels=given,
        feedback=feedback,
        inquiry=f"{inquiry.teacher}/{inquiry.id}" if inquiry else "",
        attempt=submission.attempt if submission else None,
        content=combined_digest(inquiry.digests)[:CITED_DIGITS] if inquiry and submission else "",
        recommend=recommend or "",
    )
    path = prompter.write(NewFileWriter(prompter.translator).review(answers))
    _warn(changes_warning(inquiry, prompter.translator))
    return prompter.next(
        gettext("open {file}, and point to the evidence of each level", file=path.as_posix())
    )


def _warn(text: str) -> None:
    """Say what there is to say, if anything."""
    if text:
        print_line(text, err=True)
