"""How the pieces of a site are made: each teacher is one piece of work, the program's own pages are one.

opening.py    what every piece is made with: the program, its theme, its words
teacher.py    one teacher's files in; her card and her pages out
piece.py      a piece that is made, and what stays of it when its files are written
survey.py     what is as it was when the last build looked
pieces.py     every teacher's piece: known, made in this process, or on all cores
cluster.py    the same on many machines
site.py       all pieces put together
options.py    what a build is asked for, and what comes of it
"""
