"""One inquiry in memory, to import into."""

from generator.intake.existing_tables import ExistingTables, read_existing_tables
from generator.intake.parse_file import ImportOptions, ParsedFile, parse_file
from generator.model import Program
from generator.reading.parsed_folder import ParsedFolder, parse_folder
from generator.reading.program_files import read_program
from tests.reading.trees import Tree, folder

TALK = "teachers/ana/talk"
DATA = f"{TALK}/data"
INQUIRY = "---\ntitle: Talk\ntool: talk\n---\n\nWhy.\n"
TOOL = (
    "title: Talk\nprompts:\n  - {id: explains, text: Explains own thinking}\n"
    "  - {id: asks, text: Asks a question}\n"
)


def program() -> Program:
    read, problems = read_program(folder("", {"program.yml": "title: Maple Grove\n", "tools/talk.yml": TOOL}))
    assert read is not None, [problem.message for problem in problems]
    return read


def teacher_folder(tables: Tree | None = None, inquiry: str = INQUIRY) -> ParsedFolder:
    """Ana's folder with one inquiry; `tables` by their name in data/."""
    data = {f"{DATA}/{name}": text for name, text in (tables or {}).items()}
    return parse_folder(folder("teachers/ana", {f"{TALK}/inquiry.md": inquiry, **data}))


def existing_tables(tables: Tree | None = None, inquiry: str = INQUIRY) -> ExistingTables:
    existing, problems = read_existing_tables(TALK, teacher_folder(tables, inquiry), program())
    assert existing is not None, [problem.message for problem in problems]
    return existing


def parsed_file(text: str, options: ImportOptions | None = None, name: str = "export.csv") -> ParsedFile:
    parsed, problems = parse_file(text.encode(), name, program().tools["talk"], options or ImportOptions())
    assert parsed is not None, [problem.message for problem in problems]
    return parsed
