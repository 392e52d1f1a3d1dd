"""`portfolio new tool`, `micro-credential` and `change-idea`: what teachers of a program share."""

from pathlib import Path

import click

from generator.commands.prompts import Prompter, prompt_options


@click.command()
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


@click.command(name="micro-credential")
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


@click.command(name="change-idea")
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
