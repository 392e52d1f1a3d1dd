"""The commands, a file each; cli.py gathers them.  What takes long to import is imported inside a command."""
