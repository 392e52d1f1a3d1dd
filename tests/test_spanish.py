"""A whole program in Spanish: its pages, its pictures, and what the commands say."""

import json
import re
import shutil
from collections.abc import Mapping
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from generator.building.options import BuildOptions
from generator.building.site_assembly import BuiltSite, build_in_memory
from generator.words.catalogue import known_texts
from generator.words.catalogue_update import extract_texts
from generator.words.translator import Translator
from tests.terminal import portfolio
from tests.test_example import CONTENT

MONTHS = ("Jan", "Apr", "Aug", "Dec")  # written differently in Spanish


def made(content: Path) -> BuiltSite:
    site = build_in_memory(
        BuildOptions(content, content.parent / "output", date(2026, 2, 1)), lambda *_: None
    )
    assert isinstance(site, BuiltSite)
    return site


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example program with one word changed: language: es."""
    content = tmp_path_factory.mktemp("spanish") / "content"
    shutil.copytree(CONTENT, content)
    settings = content / "program.yml"
    settings.write_text(settings.read_text("utf-8").replace("language: en", "language: es"), "utf-8")
    return content


@pytest.fixture(scope="module")
def said(content: Path) -> tuple[BuiltSite, set[str]]:
    """The site, and every English text that was said while it was made."""
    texts: set[str] = set()
    say, count = Translator.gettext, Translator.ngettext

    def heard(self: Translator, text: str, **values: object) -> str:
        texts.add(text)
        return say(self, text, **values)

    def counted(self: Translator, one: str, many: str, n: float, **values: object) -> str:
        texts.add(one)
        return count(self, one, many, n, **values)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Translator, "gettext", heard)
        patch.setattr(Translator, "ngettext", counted)
        return made(content), texts


@pytest.fixture(scope="module")
def pages(said: tuple[BuiltSite, set[str]]) -> Mapping[str, str]:
    """What a reader of each page reads or hears: its text and the words in its attributes."""
    return {
        name: " ".join(unescape(_words_of(data.decode())).split())
        for name, data in said[0].files.items()
        if name.endswith(".html")
    }


def _words_of(html: str) -> str:
    spoken = re.findall(r'\s(?:aria-label|alt|title|content)="([^"]*)"', html)
    html = re.sub(r"<(script|style)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return re.sub(r"<[^>]+>", " ", html) + " " + " ".join(spoken)


def _own_words() -> str:
    """What the authors of the example wrote, and what was signed, which stays in its own language."""
    files = (path for path in CONTENT.rglob("*") if path.suffix in (".md", ".yml", ".csv", ".json"))
    return " ".join(" ".join(path.read_text("utf-8", "replace").split()) for path in files)


def test_all_that_is_said_while_a_site_is_made_has_a_translation(said: tuple[BuiltSite, set[str]]) -> None:
    assert len(said[1]) > 150
    assert sorted(said[1] - known_texts()) == []


def test_no_english_words_of_the_site_are_left(pages: Mapping[str, str]) -> None:
    own = _own_words()
    left = []
    for message in extract_texts():
        for text in (message.id,) if isinstance(message.id, str) else message.id:
            for part in re.split(r"\{[^}]*\}", text):
                part = " ".join(part.split())
                if len(part.split()) >= 3 and part not in own:
                    left += [(part, page) for page, translator in pages.items() if part in translator]
    assert not left


def test_every_page_says_which_language_it_is_in(said: tuple[BuiltSite, set[str]]) -> None:
    for name, data in said[0].files.items():
        if name.endswith(".html"):
            assert '<html lang="es"' in data.decode(), name


def test_months_and_descriptions_in_pictures(said: tuple[BuiltSite, set[str]]) -> None:
    page = said[0].files["teachers/ana-lopez/visible-thinking/index.html"].decode()
    ticks = set(re.findall(r'class="rc-tick"[^>]*>([^<]+)<', page))
    assert {"ene", "oct", "nov", "dic"} <= ticks
    assert not ticks & set(MONTHS)
    described = re.findall(r"<desc[^>]*>([^<]+)</desc>", page)
    assert described and all("ediana" in text or " antes, " in text for text in described)
    titles = re.findall(r"<title id=[^>]*>([^<]+)</title>", page)
    assert titles and all(text.startswith("Gráfico de rachas, ") for text in titles)
    assert " al 26 de enero de 2026" in page or " de enero de 2026" in page


def test_numbers_have_the_decimal_point_of_the_united_states(pages: Mapping[str, str]) -> None:
    page = pages["teachers/ana-lopez/visible-thinking/index.html"]
    assert re.search(r"0\.\d\d \(0\.\d\d", page)
    assert not re.search(r"\(0,\d", page)
    assert re.search(r"\d%", page)


def test_the_same_bytes_again(content: Path, said: tuple[BuiltSite, set[str]]) -> None:
    assert made(content).files == said[0].files


# ------------------------------------------------------------------------------- the commands


SETTINGS = "title: Arces\n{language}url: https://arces.example.org/\n"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "teachers" / "ana"
    folder.mkdir(parents=True)
    (folder / "about.md").write_text("---\nnam: Ana\n---\n", "utf-8")
    speak(tmp_path, "language: es\n")
    return tmp_path


def speak(root: Path, language: str) -> None:
    (root / "content").mkdir(exist_ok=True)
    (root / "content" / "program.yml").write_text(SETTINGS.format(language=language), "utf-8")


def test_check_speaks_the_programs_language(program: Path) -> None:
    ran = portfolio("check", inside=program)
    assert ran.status == 1
    assert "about.md:2:1: error: «…» no es un ajuste aquí." in ran.out
    assert "    ¿Quiso decir name?" in ran.out
    assert "Requiere atención: 1 error." in ran.out


def test_build_closes_in_the_programs_language(program: Path) -> None:
    ran = portfolio("build", inside=program)
    assert "Listo: 0 docentes, 0 indagaciones y " in ran.out
    assert "Abra " in ran.out
    assert "¿Quiso decir name?" in ran.err


def test_json_has_codes_as_ever_and_messages_in_the_language(program: Path) -> None:
    (problem,) = json.loads(portfolio("check", "--format", "json", inside=program).out)["problems"]
    assert (problem["severity"], problem["code"]) == ("error", "unknown-key")
    assert (problem["message"], problem["hint"]) == ("«…» no es un ajuste aquí.", "¿Quiso decir name?")


def test_github_marks_are_in_the_language(program: Path) -> None:
    said = portfolio("check", "--format", "github", inside=program).out
    assert said.startswith("::error file=") and "«…» no es un ajuste aquí." in said


def test_the_programs_language_goes_before_the_machines(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "es_US.UTF-8")
    speak(program, "language: en\n")
    assert '"…" is not a setting here.' in portfolio("check", inside=program).out


def test_a_program_that_names_no_language_leaves_it_to_the_machine(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak(program, "")
    assert '"…" is not a setting here.' in portfolio("check", inside=program).out
    monkeypatch.setenv("LANG", "es_US.UTF-8")
    assert "«…» no es un ajuste aquí." in portfolio("check", inside=program).out


def test_a_program_yaml_is_as_good(program: Path) -> None:
    settings = program / "content" / "program.yml"
    settings.rename(settings.with_suffix(".yaml"))
    assert "«…» no es un ajuste aquí." in portfolio("check", inside=program).out


@pytest.mark.parametrize(
    ("settings", "spanish"),
    [
        ({"LANG": "es_MX.UTF-8"}, True),
        ({"LANG": "es_MX.UTF-8", "LC_ALL": "C.UTF-8"}, False),
        ({"LC_MESSAGES": "es", "LANG": "en_US.UTF-8"}, True),
        ({"LC_ALL": "en_US.UTF-8", "PORTFOLIO_LANGUAGE": "es"}, True),
        ({"LC_ALL": "", "LANG": "es"}, True),
        ({}, False),
    ],
)
def test_without_a_program_the_machines_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Mapping[str, str], spanish: bool
) -> None:
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    ran = portfolio("build", inside=tmp_path)
    assert ("Aquí no hay ninguna carpeta content." in ran.err) is spanish
    assert ("There is no folder content here." in ran.err) is not spanish


def test_a_program_that_cannot_be_read(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTFOLIO_LANGUAGE", "es")
    (program / "content" / "program.yml").write_text("title: [Arces\n", "utf-8")
    ran = portfolio("build", inside=program)
    assert ran.status == 3
    assert "no se cierra" in ran.err


def test_somebody_elses_folder(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "es")
    (program / "output").mkdir()
    (program / "output" / "tesis.txt").write_text("x")
    assert "contiene archivos que runfolio no escribió (tesis.txt)" in portfolio("build", inside=program).err


def test_init_says_what_to_do_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "es")
    ran = portfolio("init", "arces", inside=tmp_path)
    assert "archivos escritos en arces/" in ran.out
    assert "portfolio new teacher     quién es usted" in ran.out


def test_new_asks_and_writes_in_the_programs_language(tmp_path: Path) -> None:
    speak(tmp_path, "language: es\n")
    for typed in (
        ("teacher", "--name", "Ana López"),
        ("tool", "--title", "Hablar en parejas", "--prompt", "Da una razón"),
        ("micro-credential", "--title", "Pensamiento visible"),
        ("inquiry", "--title", "Más razones", "--tool", "hablar-en-parejas"),
    ):
        ran = portfolio("new", *typed, "--yes", inside=tmp_path)
        assert (ran.status, ran.err) == (0, "")
        assert "Escrito: " in ran.out
    about = (tmp_path / "content" / "teachers" / "ana-lopez" / "about.md").read_text("utf-8")
    assert "unas palabras sobre quién es usted" in about
    checked = portfolio("check", inside=tmp_path)
    assert (checked.status, checked.out.count("error:")) == (0, 0)


def test_new_asks_its_questions_in_the_programs_language(tmp_path: Path) -> None:
    speak(tmp_path, "language: es\n")
    ran = portfolio("new", "tool", inside=tmp_path, stdin=b"Hablar\n\n\nDa una raz\xc3\xb3n\n\n\n")
    assert (ran.status, ran.err) == (0, "")
    assert "Which" not in ran.out
    assert "What" not in ran.out


def test_analyse_reports_in_the_machines_language_and_its_json_in_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "es")
    rows = (f"2025-09-{day:02},{3.5 + day % 5 + day // 9 * 20}\n" for day in range(1, 25))
    (tmp_path / "a.csv").write_text("date,value\n" + "".join(rows))
    typed = ("analyse", "a.csv", "--baseline", 8)
    report = portfolio(*typed, inside=tmp_path).out
    assert "MEJORA SOSTENIDA. Por encima del nivel anterior (5.5) en las 16 visitas desde el 9 de" in report
    assert re.search(r"mediana de la línea de base \d+\.\d", report)
    (entry,) = json.loads(portfolio(*typed, "--json", inside=tmp_path).out)["series"]
    assert entry["verdict_text"].startswith("Above the earlier level (5.5) on all 16 visits since Sept")
    drawn = portfolio(*typed, "--chart", "a.html", inside=tmp_path)
    assert drawn.err == "Dibujado: a.html\n"
    page = (tmp_path / "a.html").read_text("utf-8")
    assert '<html lang="es">' in page
    assert "5.5" in page and "1 sept" in page
    assert portfolio("analyse", "b.csv", inside=tmp_path).err.endswith("No hay ningún archivo b.csv.\n")
