"""What theme, catalogue and program say is no finding, whatever a roster has in it (P04, P15)."""

from collections.abc import Callable

import pytest

from generator.building.site_assembly import BuiltSite, build_in_memory
from generator.memoize import ProcessMemo
from generator.privacy.name_normalisation import normalise, tokenize
from generator.privacy.output_scan import visible_text
from tests.conftest import ANA, Site

MEMORY = ProcessMemo()
FAMILY = ["Kowalski", "Vang", "Nguyen", "Moua", "Okafor", "Quispe"]
ROSTERS = [
    ["Jan", "See", "Light"],
    ["New", "Back", "Rule"],
    ["Person", "May", "Will"],
    ["Mark", "Page", "Still"],
    ["Sha", "January", "Sep"],
    ["Open", "Self", "Data"],
    ["Chart", "Class", "Period"],
    ["Median", "Table", "Visit"],
    ["About", "Home", "Search"],
    ["Teacher", "Student", "Group"],
    ["October", "September", "Oct"],
    ["Date", "Count", "Question"],
    ["Change", "Before", "After"],
    ["First", "Last", "Next"],
    ["Privacy", "Name", "Names"],
    ["Main", "Skip", "Content"],
    ["Rose", "Line", "Grace"],
    ["Son", "Van", "An"],
    ["Do", "No", "To"],
    ["Bo", "Ty", "Xi"],
    ["Read", "Run", "Chart"],
    ["Held", "Worse", "Better"],
    ["Bright", "Sustained", "Shift"],
    ["Art", "Rich", "Frank"],
    ["Abril", "Julio", "Mayo"],
    ["Grace", "Faith", "Hope"],
]
SPANISH = [
    ["Abril", "Julio", "Domingo"],
    ["Luz", "Clara", "Blanca"],
    ["Inicio", "Clase", "Grupo"],
    ["Ver", "Regla", "Persona"],
    ["Docente", "Nuevo", "Datos"],
    ["Cambio", "Antes", "Mejor"],
    ["Sol", "Mar", "Dia"],
    ["Marca", "Nota", "Mediana"],
]


def built(made: Site, roster: str) -> BuiltSite:
    (made.root / "private").mkdir(exist_ok=True)
    (made.root / "private" / "roster.txt").write_text(roster, "utf-8")
    built_site = build_in_memory(made.options(), lambda *_: None, MEMORY)
    MEMORY.end_generation()
    assert isinstance(built_site, BuiltSite)
    return built_site


def words_of(files: dict[str, bytes]) -> set[str]:
    texts = (visible_text(data.decode()) for file, data in files.items() if file.endswith(".html"))
    return {token.folded for text in texts for token in tokenize(normalise(text))}


@pytest.mark.parametrize("given", ROSTERS, ids=" ".join)
def test_common_names_withdraw_no_page(site: Callable[..., Site], given: list[str]) -> None:
    roster = "\n".join(f"{name} {family}" for name in given for family in FAMILY)
    result = built(site(), roster)
    assert [problem.code for problem in result.outcome.problems if problem.is_error] == []
    assert f"{ANA}/index.html" in result.files


@pytest.mark.parametrize("given", SPANISH, ids=" ".join)
def test_common_names_withdraw_no_page_in_spanish(site: Callable[..., Site], given: list[str]) -> None:
    roster = "\n".join(f"{name} {family}" for name in given for family in FAMILY)
    settings = "title: Arboleda\nlanguage: es\nurl: https://arboleda.example.org/\n"
    result = built(site({"program.yml": settings}), roster)
    assert [problem.code for problem in result.outcome.problems if problem.is_error] == []
    assert f"{ANA}/index.html" in result.files


def test_no_word_of_the_pages_that_nobody_wrote_is_a_name(site: Callable[..., Site]) -> None:
    made = site()
    files = dict(built(made, "").files)
    authored = " ".join(data.decode() if isinstance(data, bytes) else data for data in made.files.values())
    authored += " ".join(str(path) for path in made.content.rglob("*"))
    authored += "".join(path.read_text("utf-8") for path in made.content.rglob("*.*") if path.is_file())
    own = words_of(files) - {token.folded for token in tokenize(normalise(authored))}
    assert len(own) > 300
    names = "\n".join(f"{word.title()} Quispe" for word in sorted(own))
    result = built(made, names)
    assert [problem.code for problem in result.outcome.problems if problem.is_error] == []
    assert set(files) == set(result.files)


@pytest.mark.parametrize(
    "name", ["Jan", "Sha", "Bo", "**Ja**n", "See Vang", "Rule Moua", "Will Vang", "May M. Vang"]
)
def test_in_her_own_text_they_are_found(site: Callable[..., Site], name: str) -> None:
    text = f"---\ndate: 2025-10-03\ntitle: First\n---\n\nThen {name} spoke.\n"
    roster = "Jan Kowalski\nSha Williams\nBo Li\nSee Vang\nRule Moua\nWill Vang\nMay Vang\n"
    result = built(site({f"{ANA}/reflections/2025-10-03.md": text}), roster)
    assert {"P04", "P15"} & {problem.code for problem in result.outcome.problems if problem.is_error}
    assert f"{ANA}/index.html" not in result.files
