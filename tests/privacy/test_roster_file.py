"""A roster is read as teachers have it: a name a line, or a list out of a school system."""

import pytest

from generator.privacy.roster_file import MOST_NAMES, read_roster


@pytest.mark.parametrize(
    "line", ["Jaylen Brown", "  Jaylen Brown ;", '"Jaylen Brown",', "Jaylen Brown # left"]
)
def test_a_line_copied_from_a_spreadsheet_is_a_name(line: str) -> None:
    assert read_roster(f"# Period 2\n\n{line}\n{line}\n").names == ("Jaylen Brown",)


def test_a_roster_has_a_limit() -> None:
    names = read_roster("\n".join(f"Name{number}" for number in range(MOST_NAMES + 1))).names
    assert len(names) == MOST_NAMES == 50_000


@pytest.mark.parametrize(
    "text",
    [
        "Name\nJaylen Brown\n",
        "Period 2:\nJaylen Brown\n",
        "Period 2\nJaylen Brown\n",
        "Ms. Rivera, Period 2:\n1. Jaylen Brown\n",
        "Student Name,Grade\nJaylen Brown,6\n",
        "Grade;Name;Email\n6;Jaylen Brown;jb@example.org\n",
        "Jaylen Brown, Grade 6\n",
        "Jaylen Brown ; Period 4\n",
        "Jaylen Brown\t6\tjb@example.org\n",
        "- Jaylen Brown\n",
        "Nombre\nJaylen Brown\n",
        "Nombre,Grado\nJaylen Brown,6\n",
        "Name,Preferred name,Grade\nJaylen Brown,Jay,6\n",
        "Grade,Name\nJaylen Brown\n",  # a line without its first cell
        "Jaylen Brown,6,Ms. Rivera\n",
        "Jaylen Brown,Ms Rivera,Mr Okafor\n",
        "Name,Teacher\nJaylen Brown,Ana Rivera,Eva Ruiz\n",
        *("Roster,,\nName,Gr.\nJaylen Brown,6\n", "Roster,,\nJaylen Brown,6,\n"),
        *("#1 Jaylen Brown\n", "1 Jaylen Brown\n", "☐ Jaylen Brown\n", "sep=;\nName;Grade\nJaylen Brown;6\n"),
    ],
)
def test_headings_are_no_names(text: str) -> None:
    assert read_roster(text).names == ("Jaylen Brown",)


@pytest.mark.parametrize(
    "text",
    [
        "Brown, Jaylen\n",
        "Last,First,Grade\nBrown,Jaylen,6\n",
        "Last Name;First Name;ID\nBrown;Jaylen;12\n",
        "ID,First,Last\n12,Jaylen,Brown\n",
        'Name,Grade\n"Brown, Jaylen",6\n',
        'Grade, Name\n6, "Brown, Jaylen"\n',
        "Name\nBrown, Jaylen\n",
        "First,Last\nJaylen,Brown\n",
        "First,Last,Grade\nJaylen,Brown\n",
        "Brown,Jaylen,6A\n",
        "Brown,Jaylen,jb@example.org\n",
        "Apellidos,Nombre\nBrown,Jaylen\n",
        "Brown,Jaylen,6\n",
        "Brown\tJaylen\t6\n",
        # a title above the headings, and headings that only others have
        "Roster,,\nLast,First,Gr.\nBrown,Jaylen,6\n",
        "Last,First,Counselor\nBrown,Jaylen,Smith\n",
        "1\tBrown\tJaylen\n",
    ],
)
def test_the_family_name_may_be_first(text: str) -> None:
    assert read_roster(text).names == ("Brown, Jaylen",)


def test_a_family_name_may_have_two_words() -> None:
    assert read_roster("Del Toro, Ana\n").names == ("Del Toro, Ana",)
    assert read_roster("De La Cruz, Ana Maria\n").names == ("De La Cruz, Ana Maria",)


def test_a_family_name_that_is_a_heading_makes_no_header() -> None:
    assert read_roster("Last, Ana\n").names == ("Ana",)


def test_each_class_may_have_its_own_heading() -> None:
    text = "Period 2:\nJaylen Brown\n\nPeriod 3:\nMary-Kate O'Brien\nZoë\n"
    assert read_roster(text).names == ("Jaylen Brown", "Mary-Kate O'Brien", "Zoë")


def test_names_that_are_words_of_headings_stay_names() -> None:
    assert read_roster("Page Last\nGrade Kim\n").names == ("Page Last", "Grade Kim")


def test_a_line_out_of_all_measure_stops_nothing() -> None:
    roster = read_roster("a" * 500_000 + "\nAna Lopez\n")
    assert roster.names == ("a" * 10_000, "Ana Lopez")


@pytest.mark.parametrize(
    "line", ["Jaylen Brown, Ximena Quispe, Zion Okafor", "Jaylen Brown; Ximena Quispe; Zion Okafor"]
)
def test_a_line_of_full_names_is_a_list(line: str) -> None:
    assert read_roster(f"{line}\n").names == ("Jaylen Brown", "Ximena Quispe", "Zion Okafor")


@pytest.mark.parametrize("line", ["Jaylen Brown, Ms. Smith, Maple Grove", "Jaylen Brown, 6, Maple Grove"])
def test_a_teacher_or_a_number_in_a_line_makes_it_one_of_a_table(line: str) -> None:
    assert read_roster(f"{line}\n").names == ("Jaylen Brown",)
