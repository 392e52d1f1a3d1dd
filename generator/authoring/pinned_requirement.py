"""What the workflow installs: runfolio in one version that cannot change by itself."""

import json
import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import PurePosixPath
from typing import Any

_NAME = "runfolio"
_VERSION = re.compile(r"\d+(\.\d+)*((a|b|rc)\d+)?(\.post\d+)?")  # PEP 440, without local versions
_GIT = re.compile(r"(git\+)?https://[\w.-]+/[\w./-]+@[0-9a-f]{40}")
WHEELS = "vendor"


def installed_requirement() -> str:
    """The line for requirements.txt that installs what runs now; empty where nobody else could install it,
    as from a folder or a wheel on this computer, and where it cannot be told.

    What came from git says so in direct_url.json (PEP 610).  What came from an index does not say from which
    one, and a name alone would be installed from whoever has it on the public one.
    """
    try:
        origin = distribution(_NAME).read_text("direct_url.json")
    except PackageNotFoundError:
        return ""
    return requirement_of_origin(json.loads(origin)) if origin else ""


def requirement_of_origin(origin: dict[str, Any]) -> str:
    """The line for what was installed from this origin (the object of a direct_url.json)."""
    url, commit = str(origin.get("url", "")), origin.get("vcs_info", {}).get("commit_id", "")
    return pinned_requirement(f"git+{url}@{commit}") if commit else ""


def pinned_requirement(spec: str) -> str:
    """The line for requirements.txt; empty where `spec` does not name one version.

    A version on the index (`0.9.0`, `runfolio==0.9.0`), a git address with a commit (40 hex digits; a branch
    or a tag can move), or a wheel in vendor/.
    """
    version = spec.removeprefix(f"{_NAME}==")
    if _VERSION.fullmatch(version):
        return f"{_NAME}=={version}"
    if _GIT.fullmatch(spec):
        return f"{_NAME} @ git+{spec.removeprefix('git+')}"
    path = PurePosixPath(spec.replace("\\", "/"))
    if path.suffix == ".whl" and path.parts[:-1] == (WHEELS,) and re.fullmatch(r"[\w.+-]+", path.name):
        return f"./{path}"
    return ""
