"""What an import says."""

from generator.intake.import_report import ImportReport
from generator.intake.merge import merge_import
from generator.model import SameVisits
from generator.words.translator import ENGLISH, Translator
from tests.intake.inquiries import existing_tables, parsed_file

HEADER = "date,class,n,explains\n"


def test_how_the_file_and_each_of_its_columns_were_understood() -> None:
    parsed = parsed_file(
        "date,class,n,explains,Email,Comments\n2025-10-06,P 2,24,12,m@example.org,ok\n2025-10-07,P 4,20,4,,\n"
    )
    (first,) = ImportReport(ENGLISH).parsed_file("export.csv", parsed)
    columns = ImportReport(ENGLISH).columns(parsed.table.columns)
    assert first.startswith("export.csv is a table with a column for each prompt: 2 visits, P 2 and P 4, ")
    assert columns == [
        "  date      date of the visit                               2025-10-06 | 2025-10-07",
        "  class     class                                           P 2 | P 4",
        "  n         number of students                              24 | 20",
        "  explains  prompt explains                                 12 | 4",
        "  Email     dropped: personal, so it must not be published",
        "  Comments  dropped: free text                              ok",
    ]


def test_the_result_names_what_was_added_what_is_known_and_what_was_corrected() -> None:
    existing = existing_tables(
        {"period-2.csv": HEADER + "2025-10-06,Period 2,24,12\n2025-10-07,Period 2,24,9\n"}
    )
    rows = "2025-10-06,Period 2,24,12\n2025-10-07,Period 2,24,8\n2025-10-08,Period 2,24,7\n"
    merged = merge_import(existing, parsed_file(HEADER + rows), SameVisits.LATER)
    added, known, corrected = ImportReport(ENGLISH).result("content", merged, dry_run=False)
    assert added == "Added to content/teachers/ana/talk/data/period-2.csv: 1 visit."
    assert known == "1 visit is already there and was not added again."
    assert corrected == "1 visit has new numbers: Period 2 on October 7, 2025."
    would, *_ = ImportReport(ENGLISH).result("content", merged, dry_run=True)
    assert would.startswith("Would be added to content/")


def test_it_speaks_the_programs_language() -> None:
    parsed = parsed_file(HEADER + "2025-10-06,P 2,24,12\n")
    first, *columns = ImportReport(Translator("es")).parsed_file("export.csv", parsed)
    assert "1 visita" in first
    assert not any("date of the visit" in line for line in columns)
