"""runfolio: a static-site portfolio generator for teachers.

The whole program in one line: content/ -> reading -> privacy -> runchart -> evidence
-> credential -> site -> writing -> output/.  `generator/build.py` is that line as code.
"""

__version__ = "0.1.0"
