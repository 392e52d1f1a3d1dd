"""Searches the files that authors wrote: kinds and names of files, cells of tables, and texts."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from generator import layout
from generator.model import Program, Teacher, Tool
from generator.privacy.adult_names import adult_words, declared_contacts
from generator.privacy.file_checks import check_file_kinds, check_file_names
from generator.privacy.name_finder import NameFinder
from generator.privacy.table_checks import check_table
from generator.privacy.text_checks import check_text
from generator.problems import Problem
from generator.reading.encoding import decode_text
from generator.reading.parsed_folder import ParsedFolder


def scan_sources(
    folder: ParsedFolder, program: Program, names: NameFinder, teacher: Teacher | None
) -> list[Problem]:
    """Returns everything that shows in the files of a folder themselves.

    `teacher` is the teacher whose folder it is; None for the program's own files, and where about.md could
    not be read.
    """
    adults = adult_words(program, teacher)
    scan = _SourceScan(folder, names, adults, declared_contacts(program, teacher), _tools(program, teacher))
    return [
        *check_file_kinds(folder.files, program),
        *check_file_names(folder.path, folder.files, names, adults),
        *(problem for file in folder.files for problem in scan.file_problems(file)),
    ]


class _SourceScan(Struct, frozen=True):
    """A folder and what its files are searched for; `tools` are by the id of the inquiry."""

    folder: ParsedFolder
    names: NameFinder
    adults: Collection[str]
    contact: str
    tools: Mapping[str, Tool | None]

    def file_problems(self, file: str) -> list[Problem]:
        """What is wrong with a file as a table; as a text where it is none, or cannot be read as one."""
        table = self.folder.tables.get(file)
        if table is not None and table.raw is not None:
            tool = self.tools.get(layout.locate(file).inquiry)
            return check_table(table.raw, tool, self.names, self.adults)
        if layout.suffix(file) not in layout.TEXTS and not layout.is_below_data(file):
            return []
        text, _ = decode_text(self.folder.files[file], file)
        if text is None:
            return []
        is_prose = layout.suffix(file) == ".md" or layout.is_reviewers_file(file)
        return check_text(text, file, self.names, self.adults, self.contact, prose=is_prose)


def _tools(program: Program, teacher: Teacher | None) -> dict[str, Tool | None]:
    return {inquiry.id: program.tools.get(inquiry.tool) for inquiry in (teacher.inquiries if teacher else ())}
