"""Where a site can be put on the web, and the files that each host needs beside the program's own."""

import re
from enum import StrEnum
from pathlib import Path

from generator.addresses import site_path
from generator.problems import Phrase

_HOSTS = Path(__file__).parent.parent / "starter" / "hosts"
_PATH = b"@PATH@"
HTACCESS = "output/.htaccess"
_LOST_READERS = re.compile(rb"^ErrorDocument 404 (/\S*)404\.html(?=\s*$)", re.MULTILINE)


class Host(StrEnum):
    """A host by the name that `init --host` takes."""

    GITHUB = "github"  # GitHub Pages by its workflow; the address may be a domain of one's own
    GITLAB = "gitlab"  # GitLab Pages
    NETLIFY = "netlify"
    WEBSPACE = "webspace"  # a school's own web server; Apache finds the page for lost readers
    FOLDER = "folder"  # no host: a folder that is opened from a disk or a shared drive


HOST_STEPS = {
    Host.GITHUB: Phrase(
        "type the address into content/program.yml as  url:  and, on GitHub, choose "
        "Settings > Pages > Source: GitHub Actions."
    ),
    Host.GITLAB: Phrase(
        "type the address into content/program.yml as  url:  ; GitLab shows it at Deploy > Pages after the "
        "first change of the default branch."
    ),
    Host.NETLIFY: Phrase(
        "choose Add new project > Import an existing project at Netlify, then type the address that it gives "
        "into content/program.yml as  url:"
    ),
    Host.WEBSPACE: Phrase(
        "type the address into content/program.yml as  url:  , then  portfolio build  and upload all of "
        "output/, hidden files too."
    ),
    Host.FOLDER: Phrase("nothing more is needed:  portfolio build  and open output/index.html"),
}


HOSTS_THAT_INSTALL = frozenset({Host.GITHUB, Host.GITLAB, Host.NETLIFY})  # runfolio, by requirements.txt


# by which file a program's folder shows where its site is; GitHub last, which has more than its Pages
_HOST_FILES = {
    Host.GITLAB: ".gitlab-ci.yml",
    Host.NETLIFY: "netlify.toml",
    Host.WEBSPACE: HTACCESS,
    Host.GITHUB: ".github",
}


def host_of(root: Path) -> Host | None:
    """The host that the files of a program are for; None where none of them shows one."""
    return next((host for host, file in _HOST_FILES.items() if (root / file).exists()), None)


def host_folder(host: Host) -> Path:
    """The folder of the starter with the host's files; one that needs none has no folder."""
    return _HOSTS / host


def at_address(data: bytes, url: str) -> bytes:
    """A host's file for the site at `url`; without an address, for the root of a domain."""
    return data.replace(_PATH, site_path(url).encode())


def without_address(data: bytes) -> bytes:
    """A host's file as it is for the root of a domain, whatever site it was written for."""
    return _LOST_READERS.sub(b"ErrorDocument 404 /404.html", data)


def keeps_old_address(root: Path, url: str) -> bool:
    """Whether the web space's file of a program sends lost readers elsewhere than to the site at `url`;
    False where there is no such file, or no address to hold against it."""
    file = root / HTACCESS
    if not url or not file.is_file():
        return False
    return any(path != site_path(url).encode() for path in _LOST_READERS.findall(file.read_bytes()))
