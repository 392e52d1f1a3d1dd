"""Which names a file or folder can have on every computer."""

# characters of a name: an address has several names, and Windows' paths end at 260 (MAX_PATH)
LONGEST = 100
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_FORBIDDEN = frozenset('<>:"\\|?*')
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{kind}{number}" for kind in ("com", "lpt") for number in range(1, 10))]
)


def is_reserved(name: str) -> bool:
    """Whether Windows keeps a name for a device of its own, with any ending: CON, nul.txt."""
    return name.partition(".")[0].strip().lower() in _DEVICES


def fits_windows(name: str) -> bool:
    """Whether a file or folder can have this name on a computer with Windows."""
    return not (set(name) & _FORBIDDEN or name.endswith((".", " ")))
