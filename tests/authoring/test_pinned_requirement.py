"""What the workflow installs."""

import pytest

from generator.authoring import pinned_requirement as pinned_requirement_module
from generator.authoring.pinned_requirement import pinned_requirement, requirement_of_origin

COMMIT = "0123456789" * 4


@pytest.mark.parametrize(
    ("spec", "line"),
    [
        ("1.2.0", "runfolio==1.2.0"),
        ("runfolio==1.2.0rc1", "runfolio==1.2.0rc1"),
        (f"git+https://example.org/r.git@{COMMIT}", f"runfolio @ git+https://example.org/r.git@{COMMIT}"),
        (f"https://example.org/r.git@{COMMIT}", f"runfolio @ git+https://example.org/r.git@{COMMIT}"),
        ("vendor/runfolio-1.0.0-py3-none-any.whl", "./vendor/runfolio-1.0.0-py3-none-any.whl"),
        ("runfolio", ""),
        ("runfolio>=1", ""),
        ("git+https://example.org/r.git@main", ""),
        ("../runfolio-1.0.0-py3-none-any.whl", ""),
        ("1.2.0\n--index-url https://example.org", ""),
    ],
)
def test_one_version_or_none(spec: str, line: str) -> None:
    assert pinned_requirement(spec) == line


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (
            {"url": "https://example.org/r.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
            f"runfolio @ git+https://example.org/r.git@{COMMIT}",
        ),
        ({"url": "ssh://git@example.org/r.git", "vcs_info": {"vcs": "git", "commit_id": COMMIT}}, ""),
        ({"url": "file:///home/ana/runfolio-1.0.0-py3-none-any.whl", "archive_info": {}}, ""),
        ({"url": "file:///home/ana/runfolio", "dir_info": {"editable": True}}, ""),
    ],
)
def test_what_others_cannot_install_is_no_requirement(origin: dict[str, object], line: str) -> None:
    assert requirement_of_origin(origin) == line


def test_what_does_not_say_where_it_came_from_is_no_requirement(monkeypatch: pytest.MonkeyPatch) -> None:
    """An index leaves no trace, and the name may be anybody's on the public one."""

    class FromSomeIndex:
        version = "1.0.0"

        def read_text(self, name: str) -> None:
            return None

    monkeypatch.setattr(pinned_requirement_module, "distribution", lambda name: FromSomeIndex())
    assert pinned_requirement_module.installed_requirement() == ""
