"""Names of leftovers, placeholders and hidden files."""

import pytest

from generator.reading.left_out_names import NameKind, downloaded_name, kind_of_name


@pytest.mark.parametrize(
    "name",
    [
        *("Thumbs.db", "ehthumbs.db", "desktop.ini", ".DS_Store", "._period-2.csv", "Icon\r", "@eaDir"),
        *("~$period-2.xlsx", ".~lock.period-2.csv#", ".period-2.csv.swp", "period-2.csv~", "~WRL0001.tmp"),
        *("Tally.gsheet", "Plan.gdoc", "Site.url", "Data.lnk", ".git", ".gitkeep", "__MACOSX", "#about.md#"),
    ],
)
def test_leftovers_of_systems_are_junk(name: str) -> None:
    assert kind_of_name(name) is NameKind.JUNK


@pytest.mark.parametrize("name", [".period-2.csv", "#old", "period-2.csv.bak", "period-2.csv.crdownload"])
def test_what_is_hidden_or_unfinished_may_be_missed(name: str) -> None:
    assert kind_of_name(name) is NameKind.PASSED_OVER


@pytest.mark.parametrize(
    "name", ["period-2.csv", "icon.png", "Period 2.CSV", "curl.md", "@home.md", "a#b.md"]
)
def test_everything_else_is_content(name: str) -> None:
    assert kind_of_name(name) is NameKind.CONTENT


def test_a_placeholder_stands_for_a_file() -> None:
    assert kind_of_name(".Period 2.csv.icloud") is NameKind.PLACEHOLDER
    assert downloaded_name(".Period 2.csv.icloud") == "Period 2.csv"
    assert downloaded_name("period-2.csv.nextcloud") == "period-2.csv"
    assert kind_of_name("period-2.icloud") is NameKind.CONTENT  # not hidden: no placeholder of Apple's
