"""How a site is built: each teacher is one unit of work, the program's own pages are one more.

build_run.py          one run: options, what changed, the store, where the files go
change_detection.py   which teachers changed since the last build
build_context.py      opens a program: what every unit is built with
teacher_unit.py       one teacher's files in; card and pages out
teacher_boundary.py   what goes wrong with one teacher stays that teacher's
program_boundary.py   the same for the files of the program: a notice in the place of a page that fails
all_teachers.py       every teacher's unit: from the cache, in process, or
process_pool.py       on all cores, or
cluster.py            on many machines
program_unit.py       the program's own pages
unit.py               a built unit, and the record of it that the cache keeps
site_assembly.py      all units put together
problem_focus.py      which problems a check is about: what changed, one teacher
options.py            options and outcome of a build
export.py             one teacher as one file
study_export.py       one inquiry as a table for packages of single-case research
cache/                what is kept on the disk between builds
"""
