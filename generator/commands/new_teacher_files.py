"""`portfolio new teacher`, `inquiry` and `reflection`: what lies in a teacher's folder."""

from datetime import date as Date
from pathlib import Path

import click

from generator.commands.common import Day
from generator.commands.folder_owner import github_name, give_folder
from generator.commands.prompts import Prompter, prompt_options


@click.command()
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


@click.command()
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


@click.command()
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
