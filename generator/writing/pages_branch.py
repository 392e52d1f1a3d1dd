"""The site on a branch of its own, from which GitHub Pages serves it (library: ghp-import).

Only git's own storage is written to: neither the work tree, the index nor any branch of the user's is
touched.  The commit is made on a branch that is gone afterwards.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from shutil import copyfile
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from msgspec import Struct

from generator.exit_status import ExitStatus
from generator.git import Repository, failure_reason, git_environment, open_repository
from generator.problems import Phrase
from generator.user_error import UserError
from generator.writing.output_folder import listed_files

CNAME = "CNAME"  # the file in which GitHub Pages keeps a site's own domain
_HOSTS = (".github.io", ".gitlab.io", ".netlify.app")  # whose addresses need no such file


class PagesBranch(Struct, frozen=True):
    """A branch of the repository around a program, and the remote that serves it."""

    repository: Repository
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


def open_pages_branch(root: Path, remote: str, branch: str) -> PagesBranch:
    """The branch of the repository around the program in `root`.

    Raises UserError where nothing could be published, before a long build: no git, no repository, no such
    remote, no name to commit with, or a branch that people work on.
    """
    repository = open_repository(
        root, "portfolio publish", Phrase("Or upload the folder output/ to your web space.")
    )
    pages = PagesBranch(repository, remote, branch)
    if remote.startswith("-") or not repository.succeeds("remote", "get-url", remote):
        raise UserError(
            "This repository knows no remote called {remote}. It knows: {remotes}. "
            "Type  --remote NAME  , or connect it:  git remote add {remote} ADDRESS",
            remote=remote,
            remotes=", ".join(repository.text("remote").split()) or "-",
        )
    if branch.startswith("-") or not repository.succeeds("check-ref-format", pages.name):
        raise UserError("{branch} cannot be the name of a branch.", branch=branch)
    if f"branch {pages.name}" in repository.text("worktree", "list", "--porcelain").splitlines():
        raise UserError(
            "{branch} is the branch you are working on; publishing would replace your files with the site. "
            "Choose another with  --branch gh-pages",
            branch=branch,
        )
    if not repository.text("config", "user.name") and not os.environ.get("GIT_COMMITTER_NAME"):
        raise UserError(
            "Git does not know your name yet. Type these two lines, with your own name and address:\n"
            '  git config --global user.name "Ana Lopez"\n'
            "  git config --global user.email ana@example.org"
        )
    return pages


def publish_to_branch(output: Path, pages: PagesBranch, url: str) -> Published:
    """Put the files that the last build wrote on the branch, as one commit, and push it.

    A site that is there already makes no commit.  `url` is the site's address: where it is a domain of its
    own, the branch says so to GitHub.  Raises UserError where the remote cannot be reached or refuses, or
    where the branch holds anything but earlier sites of this program.
    """
    git = pages.repository
    before = _fetch(pages)
    ours = _program_line(pages)
    if before and not git.text("log", "-1", "--format=%H", "--fixed-strings", f"--grep={ours}", before):
        raise UserError(
            "The branch {branch} of {remote} holds something that this program did not publish; its newest "
            "commit is: {subject}. Choose another name with  --branch NAME  , or delete that branch first, "
            "if no one needs it.",
            branch=pages.branch,
            remote=pages.remote,
            subject=git.text("log", "-1", "--format=%s", before),
        )
    cname = custom_domain(url) or (git.text("show", f"{before}:{CNAME}") if before else "")
    names = sorted(listed_files(output))
    with TemporaryDirectory() as staged, _passing_branch(pages, before) as branch:
        for name in names:
            target = Path(staged, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            copyfile(output / name, target)
        _import_folder(staged, pages, branch, cname)
        commit = git.text("rev-parse", "--verify", f"refs/heads/{branch}")
        if before and _tree(pages, before) == _tree(pages, commit):
            return Published(before, is_new=False, files=len(names))
        pushed = git.run("push", "--quiet", pages.remote, f"{commit}:{pages.name}")
        if pushed.returncode:
            raise (
                _overtaken(pages) if _fetch(pages) != before else _unreachable(pages, failure_reason(pushed))
            )
    return Published(commit, is_new=True, files=len(names))


def custom_domain(url: str) -> str:
    """The domain that a site has to itself; empty where it lies below a host's address or in a folder."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    return "" if parts.path.strip("/") or parts.port or host.endswith(_HOSTS) else host


def has_uncommitted_content(pages: PagesBranch, content: str) -> bool:
    """Whether the site shows what is not in git yet; `content` is the name of the content folder."""
    return bool(pages.repository.text("--no-optional-locks", "status", "--porcelain", "--", content))


def _fetch(pages: PagesBranch) -> str:
    """The branch's newest commit on the remote, brought here; empty where there is no such branch."""
    git = pages.repository
    heads = git.run("ls-remote", "--heads", pages.remote, pages.name)
    if heads.returncode:
        raise _unreachable(pages, failure_reason(heads))
    if not heads.stdout.strip():
        return ""
    tracking = f"refs/remotes/{pages.remote}/{pages.branch}"
    fetched = git.run("fetch", "--quiet", "--no-tags", pages.remote, f"+{pages.name}:{tracking}")
    if fetched.returncode:
        raise _unreachable(pages, failure_reason(fetched))
    return git.text("rev-parse", "--verify", tracking)


@contextmanager
def _passing_branch(pages: PagesBranch, commit: str) -> Iterator[str]:
    """The name of a branch of nobody's at this commit (without one: not begun yet), gone afterwards.

    ghp-import commits to a branch by its short name, and moves it to where the remote has it: a branch or a
    tag of the user's with that name would be moved, or taken for it.
    """
    name = f"portfolio-publish-{token_hex(8)}"
    if commit:
        pages.repository.run("update-ref", f"refs/heads/{name}", commit)
    try:
        yield name
    finally:
        pages.repository.run("update-ref", "-d", f"refs/heads/{name}")


def _import_folder(folder: str, pages: PagesBranch, branch: str, cname: str) -> None:
    from ghp_import import GhpError, ghp_import

    try:
        with git_environment(pages.repository.folder):
            ghp_import(
                folder,
                remote=pages.remote,
                branch=branch,
                mesg=_message(pages),
                nojekyll=True,
                cname=cname or None,
            )
    except (GhpError, OSError, TypeError) as failure:  # TypeError: it says so in bytes, to a stream of text
        raise UserError(
            "Nothing was published: git could not store the site. Is the disk full?", ExitStatus.MACHINE
        ) from failure


def _overtaken(pages: PagesBranch) -> UserError:
    return UserError(
        "Nothing was published: somebody else published to {branch} at the same moment. "
        "Type  portfolio publish  again.",
        branch=pages.branch,
    )


def _unreachable(pages: PagesBranch, reason: str) -> UserError:
    return UserError(
        "Nothing was published: {remote} could not be reached, or did not accept it. Git says: {reason}",
        ExitStatus.MACHINE,
        remote=pages.remote,
        reason=reason,
    )


def _message(pages: PagesBranch) -> str:
    source = pages.repository.text("rev-parse", "--short", "--quiet", "--verify", "HEAD")
    subject = f"Publish the site of {source}" if source else "Publish the site"
    return f"{subject}\n\n{_program_line(pages)}"


def _program_line(pages: PagesBranch) -> str:
    """What tells this program's sites from those of another program or tool: its folder in the repository."""
    return f'Program: "/{pages.repository.text("rev-parse", "--show-prefix")}"'


def _tree(pages: PagesBranch, commit: str) -> str:
    """What all files of a commit are called in git's storage: the same files have the same name."""
    return pages.repository.text("rev-parse", f"{commit}^{{tree}}")
