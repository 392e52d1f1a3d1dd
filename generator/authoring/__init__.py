"""What `init`, `new`, `submit`, `attest`, `award` and `revoke` write, planned before anything is on the disk.

scaffold.py            a new program, from generator/starter/
hosts.py               where the site will be, and the files that this needs
code_owners.py         CODEOWNERS; pinned_requirement.py   what its workflow installs
new_file_requests.py   what `new` is asked for; new_files.py what it writes, in
content_paths.py       where an inquiry is, and where new files go
review_rubric.py       the rubric that a new review is written against
yaml_writer.py         values as YAML
submission_plan.py     `submit`
attestation_plan.py    `attest`
award_plan.py          `award`: what becomes of an award (award_outcome.py), and
award_files.py         its files; award_submission.py   what was submitted is what is awarded
award_dates.py         from when, and until when; award_notes.py   what the issuer is told beside it
revocation_plan.py     `revoke`
issuer_session.py      the issuer's key, register and language
signed_register.py     the register and the status list, signed
upgrade_plan.py        `upgrade`: the program's own files beside those of today's starter
theme_files.py         files of the default theme, copied into one's own
new_photo.py          a photo made fit for the site; photo_entry.py   its entry in inquiry.md
"""
