"""`portfolio publish`: the site onto the branch that GitHub Pages serves, without a workflow."""

from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands.build import build_and_report
from generator.commands.common import (
    content_option,
    default_output,
    missing_roster_text,
    require_content_folder,
    strict_option,
    translator_for_outcome,
)
from generator.commands.terminal_output import print_line
from generator.exit_status import ExitStatus, exit_status_of
from generator.layout import CACHE, root_of

if TYPE_CHECKING:
    from generator.words.translator import Translator
    from generator.writing.pages_branch import PagesBranch, Published


@click.command(short_help="Put the site on the web, on a branch of its own.")
@content_option
@strict_option
@click.option("--remote", default="origin", show_default=True, help="Where the branch is sent.")
@click.option("--branch", default="gh-pages", show_default=True, help="The branch that holds the site.")
def publish(content: Path, strict: bool, remote: str, branch: str, today: Date | None) -> int:
    """Build the site, put it on a branch of its own, and send that branch to GitHub.

    Your own files and branches stay as they are. What has an error is left out, as with build;
    with --strict, nothing is published while anything needs correction.

    \b
    Example:  portfolio publish
              portfolio publish --remote school --branch pages
    """
    from generator.building.options import BuildOptions
    from generator.writing.pages_branch import open_pages_branch, publish_to_branch

    require_content_folder(content)
    pages = open_pages_branch(root_of(content), remote, branch)
    options = BuildOptions(
        content, default_output(content), today or Date.today(), jobs=None, cache=root_of(content) / CACHE
    )
    outcome = build_and_report(options)
    if not outcome.readable:
        return ExitStatus.MACHINE
    translator = translator_for_outcome(content, outcome)
    if not outcome.names_checked:
        print_line(missing_roster_text(translator))
    status = exit_status_of(outcome.problems, strict)
    if strict and status is not ExitStatus.DONE:
        print_line(translator.gettext("Nothing was published: first correct what is listed above."), err=True)
        return status
    published = publish_to_branch(options.output, pages, outcome.url)
    _report(published, pages, content, outcome.url, translator)
    return status


def _report(
    published: "Published", pages: "PagesBranch", content: Path, url: str, translator: "Translator"
) -> None:
    from generator.writing.pages_branch import has_uncommitted_content

    if published.is_new:
        text = translator.ngettext(
            "Published: {n} file on the branch {branch} of {remote}.",
            "Published: {n} files on the branch {branch} of {remote}.",
            published.files,
            branch=pages.branch,
            remote=pages.remote,
        )
    else:
        text = translator.gettext(
            "The branch {branch} of {remote} already has this site; nothing was sent.",
            branch=pages.branch,
            remote=pages.remote,
        )
    print_line(text)
    if has_uncommitted_content(pages, content.name):
        print_line(translator.gettext("The site shows changes in content/ that are not in git yet."))
    if url:
        print_line(translator.gettext("In a few minutes it will be at {url}", url=url))
    else:
        print_line(
            translator.gettext(
                "On GitHub choose Settings > Pages > Deploy from a branch > {branch}; the site's address is "
                "shown there. Type it into content/program.yml as  url:",
                branch=pages.branch,
            )
        )
