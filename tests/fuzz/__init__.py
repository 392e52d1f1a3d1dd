"""Fuzzing of what reads other people's files: `make fuzz`, or python -m tests.fuzz TARGET --seconds 60."""
