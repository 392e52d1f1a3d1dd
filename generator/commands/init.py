"""`portfolio init` and `portfolio schema`: files to start from, and what their shapes are."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.authoring.hosts import Host
from generator.commands.common import debug_option, require_one_settings_file, translator_for_language
from generator.commands.terminal_output import ask, can_be_asked, print_line
from generator.exit_status import ExitStatus
from generator.layout import CONTENT
from generator.user_error import UserError
from generator.writing.whole_file import write_whole

if TYPE_CHECKING:
    from generator.authoring.scaffold import InitResult
    from generator.words.translator import Translator


@click.command(short_help="Start a new program.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path())
@click.option("--demo", is_flag=True, help="A full example program, to look at and change.")
@click.option("--language", help="The language of the site and its starter files, such as es or es-MX.")
@click.option("--owners", help='Who must agree to changes on GitHub, as "@our-lead" or "@our-school/leads".')
@click.option(
    "--from", "spec", help="What the workflow installs: a version, a git address with its commit, or a wheel."
)
@click.option(
    "--host",
    type=click.Choice([str(host) for host in Host]),
    help="Where the site will be; its files are written too.  [default: as the folder has it, else github]",
)
@debug_option
def init(
    folder: Path, demo: bool, language: str | None, owners: str | None, spec: str | None, host: str | None
) -> int:
    """Write the files of a new program into FOLDER; existing files are kept.

    \b
    Example:  portfolio init my-program --owners "@our-lead"
              portfolio init look-around --demo
              portfolio init my-program --host netlify
              portfolio init mi-programa --language es
    """
    from generator.authoring.code_owners import CODEOWNERS
    from generator.authoring.hosts import HOST_STEPS, HOSTS_THAT_INSTALL, host_of
    from generator.authoring.pinned_requirement import installed_requirement
    from generator.authoring.scaffold import REQUIREMENTS, init_program

    require_one_settings_file(folder / CONTENT)
    tag = _language(language, demo)
    translator = translator_for_language(tag)
    chosen = Host(host) if host else host_of(folder) or Host.GITHUB
    asks_owners = chosen is Host.GITHUB and not ((folder / CODEOWNERS).exists() and owners is None)
    team = _owners(owners) if asks_owners else ()
    requirement = installed_requirement() if spec is None else _requirement(spec)
    result = init_program(
        folder,
        demo=demo,
        owners=team,
        requirement=requirement,
        host=chosen,
        language=tag,
    )
    if spec is not None and REQUIREMENTS in result.kept:
        text = translator.gettext("{file} already exists, so it was not changed.", file=REQUIREMENTS)
        print_line(text, err=True)
    _say_written(result, folder, translator)
    if asks_owners and not team:
        print_line(
            translator.gettext(
                "No CODEOWNERS file was written, so on GitHub anyone with write access can change "
                'everything. Type:  portfolio init --owners "@YOUR-LEAD"'
            )
        )
    if chosen in HOSTS_THAT_INSTALL and not (folder / REQUIREMENTS).exists():
        print_line(
            translator.gettext(
                "No requirements.txt was written: it cannot be told where {host} would find the runfolio of "
                "this computer. Say it:  portfolio init --from SPEC  , with a git address and its commit, or "
                "a wheel in vendor/.",
                host=chosen,
            )
        )
    _say_next(folder, translator, is_new=not (demo or result.content_kept))
    print_line(translator.gettext("On the web: {step}", step=translator.gettext(HOST_STEPS[chosen])))
    return ExitStatus.DONE


def _say_written(result: "InitResult", folder: Path, translator: "Translator") -> None:
    """Which files were kept, and how many were written."""
    for name in result.kept:
        print_line(translator.gettext("kept:  {name}", name=name))
    where = translator.gettext("this folder") if folder == Path() else f"{folder}/"
    if result.content_kept:
        print_line(
            translator.gettext(
                "The content in {where} stays as it is; no starter files were added.",
                where=where,
            )
        )
    if result.written:
        print_line(
            translator.ngettext(
                "{n} file written to {where}",
                "{n} files written to {where}",
                len(result.written),
                where=where,
            )
        )
    else:
        print_line(translator.gettext("Nothing to write: {where} already has everything.", where=where))


def _say_next(folder: Path, translator: "Translator", *, is_new: bool) -> None:
    print_line()
    print_line(translator.gettext("Next:"))
    if folder != Path():
        print_line(f'  cd "{folder}"' if " " in str(folder) else f"  cd {folder}")
    if is_new:
        print_line("  portfolio new teacher     " + translator.gettext("who you are"))
        print_line(
            "  portfolio new inquiry     " + translator.gettext("your question, your tool, your colleague")
        )
    print_line(
        "  portfolio serve           " + translator.gettext("the site in your browser, while you write")
    )
    print_line(
        "  git config core.hooksPath .githooks     "
        + translator.gettext("(with git) a check before every commit")
    )


def _language(typed: str | None, demo: bool) -> str:
    """The tag of the language that was typed; empty where none was.  Raises UserError where there are no
    texts in it, or for the example, which is in English."""
    from generator.words.catalogue import base_language, language_tag, languages

    if typed is None:
        return ""
    if demo:
        raise UserError("The example of --demo is in English: leave out --language, or --demo.")
    tag = language_tag(typed)
    if base_language(tag) not in languages():
        raise UserError(
            "runfolio has no texts in the language {value}. Type one of: {languages}. "
            "A region can follow: en-GB, es-MX.",
            value=typed,
            languages=", ".join(languages()),
        )
    return tag


def _owners(typed: str | None) -> tuple[str, ...]:
    """Who must agree, as typed or asked for; nobody where nobody can be asked.  Raises UserError."""
    from generator.authoring.code_owners import parse_owners

    if typed is None and not can_be_asked():
        return ()
    if typed is None:
        question = translator_for_language().gettext(
            "Who leads the program on GitHub, for example @our-lead? (optional)"
        )
        typed = ask(question, default="", show_default=False)
    owners = parse_owners(typed)
    if typed.strip() and not owners:
        raise UserError(
            "{typed} is not a name on GitHub. Type it with its @, such as @our-lead or @our-school/leads.",
            ExitStatus.WRONG_USE,
            typed=typed,
        )
    return owners


def _requirement(spec: str) -> str:
    """The line for requirements.txt.  Raises UserError."""
    from generator.authoring.pinned_requirement import pinned_requirement

    if requirement := pinned_requirement(spec):
        return requirement
    raise UserError(
        "{spec} does not name one version of runfolio. Type a version such as 1.0.0, a git address that "
        "ends with @ and the full commit, or a wheel such as vendor/runfolio-1.0.0-py3-none-any.whl",
        ExitStatus.WRONG_USE,
        spec=spec,
    )


@click.command(short_help="JSON Schemas of the files, for editors.")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path(".schemas"))
@debug_option
def schema(folder: Path) -> int:
    """Write the JSON Schema of each kind of file into FOLDER.

    \b
    Example:  portfolio schema .schemas
    """
    from generator.authoring.scaffold import schema_files

    folder.mkdir(parents=True, exist_ok=True)
    for name, data in schema_files().items():
        write_whole(folder / name, data)
        print_line(str(folder / name))
    return ExitStatus.DONE
