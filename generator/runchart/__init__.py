"""Numbers -> findings -> drawings: the run chart rules, of use without the rest of the house.

rules.py    median, runs, crossings, shifts, trends and their limits
series.py   observations of a table -> series, with baseline and phases
verdict.py  one series -> Finding: every figure and the verdict
chance.py   how often the verdict would come by luck alone
effect.py   the size of the effect: NAP; a baseline that was already rising
replication.py  several classes: the design, the demonstrations, the chance of the requirement
plot.py, spec.py, draw.py, tidy.py   findings -> pictures
"""
