"""Bytes of content/ -> model, beside every problem in them.

content_files.py      from the disk into memory: the only file here that touches it
encoding.py           bytes -> text; file_sizes.py   how large a file may be
yaml/                 settings and front matter: strict parsing with positions, the shape of each file
tables/               a data table: raw cells -> observations
parsed_folder.py      a folder whose tables are parsed, each once
program_files.py      program.yml and the library -> Program; site_language.py   its language
library_files.py      tools, micro-credentials, change ideas, free pages
teacher_folder.py     one teacher's folder -> Teacher
inquiry_folder.py     one inquiry's folder -> Inquiry
reflection_files.py   reflections
review_files.py       reviews; masked_look_files.py   answers to masked charts
submission_files.py   what submissions froze; submission_checks.py   whether that can be true
tally_logs.py         two logs of one day: two observers, two lessons, or an error
repeated_visits.py    visits that stand more than once
copied_classes.py     classes that are a copy of another
declared_classes.py   classes as inquiry.md declares them
left_out_names.py     files that nobody wrote as content; left_out_files.py   what is said of files left out
sync_copies.py        copies that sync services make
crosschecks.py        files held against one another and the program; visit_checks.py   of all tables
review_checks.py      which reviews count; reviewer_names.py   two spellings of one person's name
change_dates.py       changes outside the visits; future_dates.py   what is dated after today
photo_checks.py       photos declared, and photos that are there
teacher_focus.py      prompts and notes that judge the teaching
change_reference.py   which change a text means
file_digests.py       digests of an inquiry's files
web_address.py        addresses on the web
content_summary.py    what was read, said back
"""
