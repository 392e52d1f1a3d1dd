"""The commands, a file a subject; cli.py gathers them.  Heavy rooms are imported inside a command."""
