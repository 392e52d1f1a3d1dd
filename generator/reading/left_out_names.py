"""Which files and folders nobody wrote as content, by their names: leftovers of systems and editors,
placeholders of cloud folders, and hidden files."""

import re
from enum import StrEnum

# what editors and browsers leave beside a file, some of it only for the moment of a save
_LEFTOVERS = ("~", ".swp", ".swx", ".tmp", "jb_tmp___", "jb_old___")
# what systems, network drives and sync services keep beside files, in lower case
_SYSTEM = frozenset(
    (
        *(
            "thumbs.db",
            "ehthumbs.db",
            "ehthumbs_vista.db",
            "desktop.ini",
            "icon\r",
            "__macosx",
            "__pycache__",
        ),
        *(
            "@eadir",
            "#recycle",
            "#snapshot",
            "$recycle.bin",
            "system volume information",
            "lost+found",
            "4913",
        ),
        *(".directory", ".hidden", ".nomedia", ".localized", ".keep", ".lsoverride", ".volumeicon.icns"),
        *(".editorconfig", ".vscode", ".idea", ".obsidian", ".prettierrc", ".markdownlint.json", ".venv"),
    )
)
# how the names of their hidden files begin
_HIDDEN = (
    *(".git", ".ds_store", "._", ".~", ".#", "~$", ".apple", ".spotlight", ".trash", ".fseventsd"),
    *(".temporaryitems", ".documentrevisions", ".dropbox", ".stfolder", ".stignore", ".stversions"),
    *(".syncthing", ".sync", ".owncloud", ".nextcloud", ".tmp.drive", ".fuse_hidden", ".nfs", ".smbdelete"),
)
# shortcuts, and the links that Google Drive and browsers keep in place of a document
_SHORTCUTS = (".url", ".lnk", ".webloc", ".desktop", ".gsheet", ".gdoc", ".gslides", ".gform", ".gdraw")
_JUNK_SUFFIXES = (*_LEFTOVERS, *_SHORTCUTS, ":zone.identifier", ".ffs_db")
_UNFINISHED = (".bak", ".orig", ".part", ".crdownload")
# iCloud, Nextcloud, ownCloud and pCloud: what stands for a file that is only on the server
_PLACEHOLDER = re.compile(r"^(?:\.(?P<apple>.+)\.icloud|(?P<other>.+)\.(?:nextcloud|owncloud|cloudf))$", re.I)


class NameKind(StrEnum):
    """Why a name is content, or is not."""

    CONTENT = "content"
    JUNK = "junk"  # nobody's writing: passed over in silence
    PLACEHOLDER = "placeholder"  # the file itself was not downloaded
    PASSED_OVER = "passed over"  # hidden, or unfinished: somebody may miss it


def kind_of_name(name: str) -> NameKind:
    """What the name of a file or folder, without its path, says about it."""
    low = name.lower()
    if _PLACEHOLDER.match(low):
        return NameKind.PLACEHOLDER
    if low in _SYSTEM or low.startswith(_HIDDEN) or low.endswith(_JUNK_SUFFIXES):
        return NameKind.JUNK
    if (low.startswith("#") and low.endswith("#")) or (low.startswith(".") and low.endswith(".new")):
        return NameKind.JUNK  # of Emacs, and of a file that runfolio is about to put in place
    if low.startswith((".", "#")) or low.endswith(_UNFINISHED):
        return NameKind.PASSED_OVER
    return NameKind.CONTENT


def downloaded_name(placeholder: str) -> str:
    """The name of the file that a placeholder stands for."""
    match = _PLACEHOLDER.match(placeholder)
    return (match["apple"] or match["other"]) if match else placeholder
