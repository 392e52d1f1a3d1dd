"""What was counted, written down in every form a table has and damaged in every way: the same observations
come out, or none.

`truth.py`: what was counted, and what has to come out.  `styles.py`: how cells, dates and headings are
written.  `forms.py`: the forms of a table.  `files.py`: cells to the bytes of a file.  `damages.py`: what
happens to cells and to bytes.  `readers.py`: the two ways into an inquiry, `import` and data/.
"""
