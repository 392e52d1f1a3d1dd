"""What the workflow installs: runfolio in one version that cannot change by itself."""

import re
from pathlib import PurePosixPath

_NAME = "runfolio"
_VERSION = re.compile(r"\d+(\.\d+)*((a|b|rc)\d+)?(\.post\d+)?")  # PEP 440, without local versions
_GIT = re.compile(r"(git\+)?https://[\w.-]+/[\w./-]+@[0-9a-f]{40}")
WHEELS = "vendor"


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
