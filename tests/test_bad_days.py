"""The steps of docs/credentials.md for bad days, typed as they stand there: honest awards verify at the end,
and what a thief signed does not."""

import json
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.openbadges.proof import sign_document
from tests.commands.test_verify import Web
from tests.conftest import Site
from tests.openbadges.awards import BASE, KEY, NAME, PEM, award, credential, earned, issuer
from tests.terminal import portfolio

GUIDE_FILE = Path(__file__).parent.parent / "docs/credentials.md"
GUIDE = GUIDE_FILE.read_text("utf-8")
DID = "did:web:maple-grove.example.org:portfolios"


def steps(heading: str) -> list[str]:
    """The numbered steps below a heading of the guide."""
    section = GUIDE.split(f"### {heading}\n")[1].split("\n#")[0]
    return re.findall(r"^[0-9]\. (.*)$", section, re.MULTILINE)


def follow(site: Site, heading: str, monkeypatch: pytest.MonkeyPatch, program: Callable[[str], str]) -> None:
    """Types what the steps say.  `program` gives program.yml, with the new key, where a step changes it."""
    home = site.root.with_name(f"{site.root.name}-home")
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    (home / "issuer-key.pem").write_bytes(PEM)
    new_key = ""
    for step in steps(heading):
        if "program.yml" in step:
            site.change({"program.yml": program(new_key)})
        for typed in re.findall(r"`(portfolio [^`]*)`", step):
            words = shlex.split(typed)[1:]
            dated = [*words, "--today", "2026-02-04"] if words[0] in ("award", "build") else words
            done = portfolio(*dated, inside=site.root)
            assert done.status == 0, (typed, done.out, done.err)
            new_key = new_key or done.out.partition("keys: [")[2].partition("]")[0]


def forged(site: Site, day: str = "2026-01-20") -> Path:
    """What somebody signed with the old key for a friend."""
    document = {name: value for name, value in credential(site).items() if name != "proof"}
    document |= {"id": f"{BASE}credentials/friend.of.thief.json", "validFrom": f"{day}T00:00:00Z"}
    file = site.root / "forged.json"
    file.write_text(json.dumps(sign_document(document, KEY, DID, document["validFrom"])), "utf-8")
    return file


def verifies(site: Site, file: Path) -> bool:
    done = portfolio("verify", file, "--site", "output", "--today", "2026-02-04", inside=site.root)
    return done.status == 0


@pytest.fixture
def issued(site: Callable[..., Site]) -> Site:
    one = earned(site)
    assert award(one).status == 0
    one.build()
    (one.root / "handed-out.png").write_bytes((one.output / f"badges/{NAME}.png").read_bytes())
    return one


def with_keys(written: str) -> Callable[[str], str]:
    """program.yml with the keys as the guide writes them."""
    assert f"keys: [{written}]" in GUIDE
    plain = issuer(KEY)
    return lambda new: plain.replace(
        f"[{KEY.public}]", f"[{written}]".replace("z6MkNEW", new).replace("z6MkOLD", KEY.public)
    )


def test_the_laptop_is_stolen(issued: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    follow(issued, "The laptop is stolen, and the key was on it", monkeypatch, with_keys("z6MkNEW"))
    assert verifies(issued, issued.output / f"badges/{NAME}.png")
    assert not verifies(issued, issued.root / "handed-out.png")
    assert not verifies(issued, forged(issued))


def test_the_key_is_lost(issued: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    follow(issued, "The key is lost", monkeypatch, with_keys("z6MkNEW, z6MkOLD"))
    assert verifies(issued, issued.root / "handed-out.png")


def test_the_lead_leaves(issued: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = with_keys("z6MkNEW, {key: z6MkOLD, until: 2026-06-30}")
    follow(issued, "The lead leaves", monkeypatch, lambda new: keys(new).replace("2026-06-30", "2026-01-31"))
    assert verifies(issued, issued.root / "handed-out.png")
    assert not verifies(issued, forged(issued, "2026-02-02"))


def test_the_program_moves(issued: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    old_site = issued.output.rename(issued.root / "old-site")
    moved = issuer(KEY, url="https://new.example.org/portfolios/", did=DID)
    follow(issued, "The program moves to another address", monkeypatch, lambda _: moved)
    done = portfolio(
        "verify", "handed-out.png", "--site", old_site, "--today", "2026-02-04", inside=issued.root
    )
    assert done.status == 0, done.out
    assert credential(issued)["id"] == f"https://new.example.org/portfolios/credentials/{NAME}.json"
    assert credential(issued)["issuer"]["id"] == DID


def test_the_example_can_be_issued_again_with_a_key_of_ones_own(tmp_path: Path) -> None:
    """As the guide says: its first key is stolen, or lost with no one who has it."""
    shutil.copytree(GUIDE_FILE.parent.parent / "content", tmp_path / "content")
    settings, key = tmp_path / "content/program.yml", tmp_path / "key.pem"
    key.write_bytes(PEM)
    written = re.sub(r"keys: \[[^]]*\]", f"keys: [{KEY.public}]", settings.read_text("utf-8"))
    settings.write_text(written, "utf-8")
    done = portfolio("award", "--all", "--key", key, "--today", "2026-03-02", inside=tmp_path)
    assert done.status == 0, done.err
    assert "1 new award" in done.out


def test_an_award_at_a_new_address_counts_once_the_old_one_links_to_it(
    issued: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = "https://new.example.org/portfolios/"
    before = {f"{BASE}{name}": data for name, data in issued.pages().items()}
    moved = issuer(KEY, url=new, did=DID)
    follow(issued, "The program moves to another address", monkeypatch, lambda _: moved)
    web = Web(before | {f"{new}{name}": data for name, data in issued.pages().items()})
    monkeypatch.setattr("generator.commands.web_files.WebFiles", lambda: web)

    def said(*words: str) -> str:
        return portfolio("verify", *words, "--today", "2026-02-04", inside=issued.root).out

    file = f"output/credentials/{NAME}.json"
    assert "site has this award: unknown. The award names another address" in said(file)
    web.files[f"{BASE}did.json"] = web.files[f"{new}did.json"]
    assert said(file).endswith("It verifies.\n")
    assert said(file, "--site", "output").endswith("It verifies.\n")
    old = said("handed-out.png", "--site", "output")
    assert f"it was issued at {BASE}, and this folder is the site of {new}" in old
    assert "NO" not in old
