"""`portfolio import`: a table that others made -> the inquiry's own tables.

class_answers.py         blank cells and unknown names of classes
existing_tables.py       tables as they stand before an import
import_plan.py           what would be written, and whether it would still read well
import_report.py         how the file was understood, and what came of it
log_sessions.py          sessions of a tally log beside those of its day
merge.py                 what is new, what is there already, what differs
parse_file.py            a file -> observations, and what became of its columns
proposed_readings.py     cells that are not certain, proposed
remembered_answers.py    answers kept in inquiry.md for the next import
same_visits.py           rows of one visit with different numbers
settings_edit.py         entries added to the settings at the top of a file
table_writer.py          visits put into a table
visits.py                one row a visit
workbook.py              an Excel workbook -> the text of a table
"""
