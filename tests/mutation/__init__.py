"""Would a test notice? `make mutants`: a small change to the program, and the tests that reach it.

- `rooms.py`: which modules are changed, and which tests must notice
- `mutants.py`: the changes to a module, by mutmut's operators; what is left alone, and why
- `reach.py`: which tests reach which line
- `workers.py`: the tests against one mutant, in a process of its own
- `survivors.py`: `survivors.tsv`, the mutants that no test notices, each with its reason
- `__main__.py`: the command, and the score

mutmut's own runner is not used: it leaves out decorated functions, properties and the constants of a module
(half of our thresholds), and numbers its mutants, so that a list of survivors would be stale after each edit.
"""
