"""The site on a branch of its own, from which GitHub Pages serves it (library: ghp-import).

Only git's own storage is written to: neither the work tree nor the index is touched.
"""

import os
import subprocess
from contextlib import chdir
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from msgspec import Struct

from generator.exit_status import ExitStatus
from generator.layout import CONTENT, SETTINGS
from generator.user_error import UserError
from generator.writing.output_folder import listed_files

CNAME = "CNAME"  # the file in which GitHub Pages keeps a site's own domain
_HOSTS = (".github.io", ".gitlab.io", ".netlify.app")  # whose addresses need no such file


class PagesBranch(Struct, frozen=True):
    """A branch of the repository that holds `folder`, and the remote that serves it."""

    folder: Path
    remote: str
    branch: str

    @property
    def name(self) -> str:
        """The branch as git's commands take it."""
        return f"refs/heads/{self.branch}"


class Published(Struct, frozen=True):
    """`commit` is the branch's newest; `is_new` says whether there was anything to commit, `files` how many
    there are."""

    commit: str
    is_new: bool
    files: int


def require_pages_branch(pages: PagesBranch) -> None:
    """Raise UserError where nothing could be published, before a long build: no git, no repository, no such
    remote, no name to commit with, or a branch that people work on."""
    try:
        is_repository = _run(pages, "rev-parse", "--git-dir").returncode == 0
    except FileNotFoundError as missing:
        raise UserError(
            "Publishing needs git, and it is not on this computer. Install it from git-scm.com, "
            "or upload the folder output/ to your web space.",
            ExitStatus.MACHINE,
        ) from missing
    if not is_repository:
        raise UserError(
            "This folder is not a git repository. Put it on GitHub first (GitHub Desktop: Add local "
            "repository), or upload the folder output/ to your web space."
        )
    if pages.remote.startswith("-") or _run(pages, "remote", "get-url", pages.remote).returncode:
        raise UserError(
            "This repository knows no remote called {remote}. It knows: {remotes}. "
            "Type  --remote NAME  , or connect it:  git remote add {remote} ADDRESS",
            remote=pages.remote,
            remotes=", ".join(_output(pages, "remote").split()) or "-",
        )
    if pages.branch.startswith("-") or _run(pages, "check-ref-format", pages.name).returncode:
        raise UserError("{branch} cannot be the name of a branch.", branch=pages.branch)
    if f"branch {pages.name}" in _output(pages, "worktree", "list", "--porcelain").splitlines():
        raise UserError(
            "{branch} is the branch you are working on; publishing would replace your files with the site. "
            "Choose another with  --branch gh-pages",
            branch=pages.branch,
        )
    if not _output(pages, "config", "user.name") and not os.environ.get("GIT_COMMITTER_NAME"):
        raise UserError(
            "Git does not know your name yet. Type these two lines, with your own name and address:\n"
            '  git config --global user.name "Ana Lopez"\n'
            "  git config --global user.email ana@example.org"
        )


def publish_to_branch(output: Path, pages: PagesBranch, url: str) -> Published:
    """Put the files that the last build wrote on the branch, as one commit, and push it.

    A site that is there already makes no commit.  `url` is the site's address: where it is a domain of its
    own, the branch says so to GitHub.  Raises UserError where the remote cannot be reached or refuses.
    """
    from ghp_import import ghp_import

    _fetch(pages)
    before = _tip(pages)
    _refuse_sources(pages)
    cname = custom_domain(url) or _output(pages, "show", f"{pages.name}:{CNAME}") or None
    names = sorted(listed_files(output))
    with TemporaryDirectory() as staged:
        for name in names:
            target = Path(staged, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            copyfile(output / name, target)
        with chdir(pages.folder):  # where ghp-import starts git
            ghp_import(
                staged,
                remote=pages.remote,
                branch=pages.branch,
                mesg=_message(pages),
                nojekyll=True,
                cname=cname,
            )
    if before and _tree(pages, before) == _tree(pages, pages.name):
        _run(pages, "update-ref", pages.name, before)
    _push(pages)
    commit = _tip(pages)
    return Published(commit, commit != before, len(names))


def custom_domain(url: str) -> str:
    """The domain that a site has to itself; empty where it lies below a host's address or in a folder."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    return "" if parts.path.strip("/") or parts.port or host.endswith(_HOSTS) else host


def has_uncommitted_content(pages: PagesBranch) -> bool:
    """Whether the site shows what is not in git yet."""
    return bool(_output(pages, "status", "--porcelain", "--", CONTENT))


def _fetch(pages: PagesBranch) -> None:
    """Bring the branch to where the remote has it: somebody else may have published since."""
    heads = _run(pages, "ls-remote", "--heads", pages.remote, pages.name)
    if heads.returncode:
        raise _unreachable(pages, heads)
    tracking = f"refs/remotes/{pages.remote}/{pages.branch}"
    if not heads.stdout.strip():
        _run(pages, "update-ref", "-d", tracking)
        return
    fetched = _run(pages, "fetch", "--quiet", "--no-tags", pages.remote, f"+{pages.name}:{tracking}")
    if fetched.returncode:
        raise _unreachable(pages, fetched)
    _run(pages, "update-ref", pages.name, tracking)


def _refuse_sources(pages: PagesBranch) -> None:
    """Raise UserError where the branch holds a program's content: it is not the site's."""
    if _run(pages, "cat-file", "-e", f"{pages.name}:{CONTENT}/{SETTINGS}").returncode == 0:
        raise UserError(
            "The branch {branch} holds content/, so it is not the one for the site. "
            "Choose another with  --branch gh-pages",
            branch=pages.branch,
        )


def _push(pages: PagesBranch) -> None:
    pushed = _run(pages, "push", "--quiet", pages.remote, f"{pages.name}:{pages.name}")
    if pushed.returncode:
        raise _unreachable(pages, pushed)


def _unreachable(pages: PagesBranch, ran: "subprocess.CompletedProcess[str]") -> UserError:
    lines = [line for line in ran.stderr.splitlines() if line.strip()]
    return UserError(
        "Nothing was published: {remote} could not be reached, or did not accept it. Git says: {reason}",
        ExitStatus.MACHINE,
        remote=pages.remote,
        reason=lines[0] if lines else "-",
    )


def _message(pages: PagesBranch) -> str:
    source = _output(pages, "rev-parse", "--short", "--quiet", "--verify", "HEAD")
    return f"Publish the site of {source}" if source else "Publish the site"


def _tip(pages: PagesBranch) -> str:
    """The newest commit of the branch; empty where there is no such branch."""
    return _output(pages, "rev-parse", "--quiet", "--verify", pages.name)


def _tree(pages: PagesBranch, commit: str) -> str:
    """What all files of a commit are called in git's storage: the same files have the same name."""
    return _output(pages, "rev-parse", f"{commit}^{{tree}}")


def _output(pages: PagesBranch, *args: str) -> str:
    """What a command of git says; empty where it fails."""
    ran = _run(pages, *args)
    return ran.stdout.strip() if ran.returncode == 0 else ""


def _run(pages: PagesBranch, *args: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["git", *args],
        cwd=pages.folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
