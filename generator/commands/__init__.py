"""The commands, a file each; cli.py gathers them.  What takes long to import is imported inside a command.

analyse.py               any table in, a report out
attest.py                who has read which versions for names
award.py                 `award` and `revoke`
award_report.py          what `award` says of each award
build.py                 content/ becomes output/
check.py                 every problem is listed
common.py                options, language and problems on the screen, for all commands
export.py                one offline file, or a table for other programs
folder_owner.py          a teacher's folder becomes their own on GitHub
git_changes.py           files that differ from an earlier version
import_.py               `import`
import_questions.py      what `import` asks on a terminal
import_reader.py         the file, read with the person who imports it
init.py                  `init` and `schema`
keys.py                  the key that an issuer signs with
new.py                   `new`: a new file by questions
new_library_files.py     `new tool`, `new micro-credential`, `new change-idea`
new_photo.py             `new photo`
new_review.py            `new review`
new_teacher_files.py     `new teacher`, `new inquiry`, `new reflection`
progress.py              progress on a terminal
prompts.py               questions in plain words, each of which an option can answer
publish.py               the site onto the branch that GitHub Pages serves
serve.py                 build, watch and reload
staged_program.py        the program as it is staged in git's index
submit.py                the inquiry, frozen for the assessors
terminal_output.py       the one way to the screen
theme.py                 files of the default theme, to change
translated_command.py    help in the language of the person at the machine
typed_dates.py           dates as people type them
upgrade.py               the program's own files beside today's
verify.py                a credential against what its issuer publishes
web_files.py             files for `verify`, from the web or a folder
"""
