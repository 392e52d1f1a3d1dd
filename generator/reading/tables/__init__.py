"""A data table: bytes -> raw cells -> observations.

repeated_problems.py       many problems of one kind in one table -> the first
bare_columns.py         columns of a table without a tool
bare_table_checks.py    what must be known before it gets a verdict
cells.py                one cell's text -> a number, a share, or nothing
class_of_file.py        the class that a file is named after
column_problems.py      what is wrong with the columns
columns.py              what each column means
csv_records.py          the text of a CSV file -> its rows
dates.py                the dates of a column
event_log.py            the tally page's event log
fractions.py            0.33 where 33% is meant
group_names.py          a group that is the whole class
header_row.py           which row has the headings
headings.py             what a heading means by itself
observation_table.py    a table -> observations
old_encodings.py        names saved in an old encoding
personal_columns.py     columns that must never be published
phase_column.py         which rows are the baseline, in a table without a tool
value_column.py         percentages, or numbers that could be counts
raw_table.py            bytes -> a header and rows of cells with their places
row_context.py          what every row is read with
session_times.py        sessions of a day: at once, by two people, or one after another
transposed_table.py             a table that lies on its side
student_rows.py         a row a student -> a row a visit
table_form.py           which form a table has
text_cells.py           a class, an observer, a note
times.py                a time of day -> 09:05
uneven_rows.py          rows that are shorter than the header
usual_sizes.py          rows without the number of students
values.py               cell, prompt and number of students -> the value
visit_limits.py         how much one inquiry may hold
visit_rows.py           rows of a table that is not an event log
"""
