"""Awards in the site: what is shown of good ones, and what is left of others."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.authoring import award_files
from generator.build import build
from generator.model import RulesEdition
from tests.conftest import ANA, Site, weekly
from tests.openbadges.awards import AWARD, NAME, WORSE, award, earned, verify
from tests.terminal import portfolio


def test_an_award_stays_what_it_was(awarded: Site) -> None:
    awarded.change({f"{ANA}/data/period-2.csv": WORSE}).build()
    assert verify(awarded, awarded.output / f"credentials/{NAME}.json", "--site", "output").status == 0
    page = awarded.page(ANA)
    assert f"badges/{NAME}.small.svg" in page
    assert "no longer support the verdict" in page
    earned = awarded.page("teachers/ana-lopez").partition("Micro-credentials earned")[2]
    assert f"badges/{NAME}.small.svg" in earned
    assert "Ana Lopez" in awarded.page("micro-credentials/visible").partition("Who earned it")[2]
    refused = award(awarded)
    assert refused.status == 1


def test_a_revoked_one_keeps_its_address_with_the_reason_and_without_the_badge(awarded: Site) -> None:
    old = awarded.root / "old.svg"
    old.write_bytes((awarded.output / f"badges/{NAME}.svg").read_bytes())
    done = portfolio(
        "revoke", NAME, "--key", "issuer.pem", "--reason", "Issued by mistake", "--today", "2026-02-03",
        inside=awarded.root,
    )  # fmt: skip
    assert done.status == 0, done.err
    outcome = awarded.build()
    assert not [one for one in outcome.problems if one.is_error]
    page = awarded.page(f"credentials/{NAME}")
    assert "Issued by mistake" in page
    assert not list(awarded.output.glob(f"badges/{NAME}.*"))
    assert "badges/" not in awarded.page(ANA)
    said = verify(awarded, old, "--site", "output", "--today", "2026-02-03")
    assert (said.status, "has revoked it" in said.out) == (1, True)
    assert award(awarded).status == 1


def test_the_site_has_no_award_of_a_draft_or_of_who_left(awarded: Site) -> None:
    inquiry = (awarded.content / ANA / "inquiry.md").read_text("utf-8")
    awarded.change({f"{ANA}/inquiry.md": inquiry.replace("publish: true", "publish: false")}).build()
    assert not [name for name in awarded.pages() if NAME in name]


def test_incremental_and_clean_builds_agree_also_on_the_day_an_award_expires(
    site: Callable[..., Site], tmp_path: Path
) -> None:
    one = earned(site)
    award(one, "--expires", "2026-02-10")
    for day in ("2026-02-10", "2026-02-11", "2026-02-12"):
        kept = portfolio("build", "--output", "kept", "--today", day, inside=one.root)
        clean = portfolio(
            "build", "--output", f"clean-{day}", "--content", "content", "--clean", "--today", day,
            inside=one.root,
        )  # fmt: skip
        assert (kept.status, clean.status) == (0, 0)
        left, right = (
            {
                path.relative_to(base).as_posix(): path.read_bytes()
                for path in base.rglob("*")
                if path.is_file() and not path.name.startswith(".runfolio")
            }
            for base in (one.root / "kept", one.root / f"clean-{day}")
        )
        assert left == right
        assert (f"badges/{NAME}.svg" in left) == (day <= "2026-02-10")


def test_what_was_frozen_is_withdrawn_with_the_inquiry_where_it_shows_too_few(awarded: Site) -> None:
    settings = (awarded.content / "program.yml").read_text("utf-8")
    awarded.change({"program.yml": f"{settings}min_group_size: 30\nsmall_groups: suppress\n"})
    outcome = awarded.build()
    assert [one.code for one in outcome.problems if one.is_error] == ["P15"]
    assert not [name for name, data in awarded.pages().items() if b",24," in data and name.endswith(".csv")]


def test_what_nobody_signed_is_not_published(awarded: Site) -> None:
    awarded.change({f"{AWARD}/data.csv": "name,mark\nMaria,5\n"}).build()
    assert not (awarded.output / f"credentials/{NAME}/data.csv").exists()
    assert "Changed since the award was signed" in awarded.page(f"credentials/{NAME}")


def test_the_file_that_a_teacher_keeps_has_her_badge_in_it(awarded: Site) -> None:
    done = portfolio("export", "ana-lopez", "kept.html", "--today", "2026-02-02", inside=awarded.root)
    assert done.status == 0, done.err
    kept = (awarded.root / "kept.html").read_text("utf-8")
    assert "data:image/svg+xml;base64," in kept
    assert 'src="' not in kept.replace('src="data:', "")


def test_what_was_taken_back_is_nowhere_said_to_be_earned(awarded: Site) -> None:
    command = ("revoke", NAME, "--key", "issuer.pem", "--reason", "Fraud", "--today", "2026-02-03")
    assert portfolio(*command, inside=awarded.root).status == 0
    awarded.build()
    assert "Micro-credentials earned" not in awarded.page("teachers/ana-lopez")
    assert "Earned, then revoked by its issuer" in awarded.page(ANA)
    of_inquiry = awarded.page("micro-credentials/visible").partition('<h2 id="inquiries"')[2]
    (state,) = re.findall(r'class="row-state">([^<·]+)', of_inquiry)
    assert state.strip() == "Earned, then revoked by its issuer"
    page = awarded.page(f"credentials/{NAME}")
    assert "Fraud" in page
    assert "on the badge" not in page


def test_the_page_says_what_the_signed_data_say_of_each_class(awarded: Site) -> None:
    page = " ".join(awarded.page(f"credentials/{NAME}").split())
    assert "it does not expire" in page
    assert "31% before the change, " in page
    assert "What it does not say" in page


def test_a_credential_that_was_changed_says_nothing_on_its_page(awarded: Site) -> None:
    file = awarded.content / AWARD / "credential.json"
    file.write_text(file.read_text("utf-8").replace("Maple Grove District", "Eve of the North"), "utf-8")
    awarded.build()
    page = awarded.page(f"credentials/{NAME}")
    assert "something was changed after it was signed" in page
    assert "<dd>Eve of the North</dd>" not in page
    file.write_text("name,mark\nMaria,5\n", "utf-8")
    awarded.build()
    assert not (awarded.output / f"credentials/{NAME}.json").exists()
    assert "This award is not valid" in awarded.page(f"credentials/{NAME}")


def test_one_award_more_or_less_is_no_work_for_who_has_none(awarded: Site) -> None:
    remembering = replace(awarded.options(), cache=awarded.root / ".portfolio-cache")
    build(remembering)
    command = ("revoke", NAME, "--key", "issuer.pem", "--reason", "x", "--today", "2026-02-03")
    assert portfolio(*command, inside=awarded.root).status == 0
    outcome = build(remembering)
    assert [(why.name, why.reason) for why in outcome.why] == [("ana-lopez", "program")]
    left = awarded.pages()
    build(replace(awarded.options(), clean=True))
    assert awarded.pages() == left


def test_it_was_awarded_to_whom_it_names(awarded: Site) -> None:
    awarded.change({"teachers/ana-lopez/about.md": "---\nname: Ana Moreno\n---\n"}).build()
    page = awarded.page(f"credentials/{NAME}")
    assert ">Ana Lopez</a></b></p>" in page
    assert "Ana Lopez" in (awarded.output / f"badges/{NAME}.svg").read_text("utf-8").partition("]]>")[2]


def test_what_is_revoked_in_either_place_is_revoked(awarded: Site) -> None:
    before = (awarded.content / "credentials/revocation.json").read_bytes()
    command = ("revoke", NAME, "--key", "issuer.pem", "--reason", "Fraud", "--today", "2026-01-31")
    assert portfolio(*command, inside=awarded.root).status == 0
    (awarded.content / "credentials/revocation.json").write_bytes(before)
    awarded.build()
    assert not (awarded.output / f"badges/{NAME}.png").exists()
    assert "Fraud" in awarded.page(f"credentials/{NAME}")


def test_an_award_of_the_first_edition_is_not_said_to_have_lost_its_data(
    site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the rules that have changed since, and not the students."""
    growing = weekly([3, 5, 4, 7, 5, 8, 6, 9, 8, 11, 9, 12, 11, 14, 12, 15, 13, 16, 15, 18])
    submission = f"{ANA}/submissions/1.json"
    one = earned(site, {f"{ANA}/data/period-2.csv": growing})
    frozen = json.loads((one.content / submission).read_bytes())
    second_edition = ("requirement", "basis", "rules")
    first_edition = {key: value for key, value in frozen.items() if key not in second_edition} | {"schema": 1}
    one.change({submission: json.dumps(first_edition)})
    with monkeypatch.context() as at_that_time:
        at_that_time.setattr(award_files, "CURRENT_EDITION", RulesEdition.FIRST)
        assert award(one).status == 0
    assert "Already awarded" in award(one).out
    one.change({submission: json.dumps(frozen)})
    one.build()
    page = one.page(ANA)
    assert "rules it would be: Improvement, not separable from growth." in page
    assert "no longer support the verdict" not in page
    assert f"badges/{NAME}.small.svg" in page
    checked = verify(one, one.output / f"credentials/{NAME}.json", "--site", "output")
    assert "rules, edition 1: " in checked.out
    assert "the first edition did not compare with steady growth" in checked.out


def test_the_page_offers_what_wallets_take_first(awarded: Site) -> None:
    page = awarded.page(f"credentials/{NAME}")
    places = [page.index(f'{NAME}.{ending}" download') for ending in ("json", "png", "svg")]
    assert places == sorted(places)
    assert "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME&amp;name=Visible" in page
    assert "issueYear=2026&amp;issueMonth=1" in page
    assert f"/verify/#{NAME}" in page
