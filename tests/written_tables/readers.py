"""The two ways of a table into an inquiry: `import` where nobody can be asked, and a file in data/."""

import contextlib
import io
from datetime import date as Date

from generator.commands.import_reader import FileReader, ImportRequest, Refused
from generator.intake.existing_tables import read_existing_tables
from generator.intake.import_plan import plan_import
from generator.model import Observation, Program, Tool
from generator.reading.inquiry_folder import read_inquiry
from generator.reading.parsed_folder import ParsedFolder, parse_folder
from generator.reading.program_files import read_program
from generator.words.translator import ENGLISH
from tests.reading.trees import folder

TALK = "teachers/ana/talk"
INQUIRY = "---\ntitle: Talk\ntool: talk\n---\n\nWhy.\n"
TODAY = Date(2027, 1, 1)
Observations = tuple[Observation, ...] | None  # None: refused


def program_of(tool: Tool) -> Program:
    """A program that has the tool."""
    prompts = "".join(f"- {{id: {p.id}, text: {p.text}, kind: {p.kind.value}}}\n" for p in tool.prompts)
    files = {"program.yml": "title: M\n", f"tools/{tool.id}.yml": f"title: {tool.title}\nprompts:\n{prompts}"}
    program, problems = read_program(folder("", files))
    assert program is not None, problems
    return program


def teacher_folder(tables: dict[str, bytes]) -> ParsedFolder:
    """Ana's folder, with tables by their name in data/."""
    files: dict[str, str | bytes] = {f"{TALK}/data/{name}": data for name, data in tables.items()}
    return parse_folder(folder("teachers/ana", {f"{TALK}/inquiry.md": INQUIRY, **files}))


def read_in_data(tables: dict[str, bytes], program: Program) -> Observations:
    """What `check` and `build` take from data/."""
    return _observations(teacher_folder(tables), program)


def _observations(parsed: ParsedFolder, program: Program) -> Observations:
    read, problems = read_inquiry(TALK, parsed, program, "ana")
    if read.inquiry is None or any(problem.is_error for problem in problems):
        return None
    return read.inquiry.observations


def read_by_import(data: bytes, name: str, program: Program) -> Observations:
    """What stands in data/ after `import` of the file into an empty inquiry."""
    parsed = teacher_folder({})
    existing, _ = read_existing_tables(TALK, parsed, program)
    assert existing is not None
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            understood = FileReader(existing, ImportRequest(), ENGLISH, TODAY).read(data, name)
        except Refused as refused:
            assert refused.problems
            return None
    plan = plan_import(existing, understood.parsed, parsed, program)
    if plan.is_refused or plan.merged.differing:
        return None
    return _observations(parsed.replace_files({**parsed.files, **plan.merged.files}), program)
