"""What is said of files and folders that are left out, or that cannot be read."""

from pathlib import Path

from generator import layout
from generator.file_names import LONGEST, is_reserved
from generator.nearest import nearest
from generator.problems import Phrase, Place, Problem, error, notice, warning

MOVE_IT = Phrase("Move it to where it belongs.")


def passed_over(path: str) -> Problem:
    """A file or folder that is hidden by its name."""
    return notice(
        "passed-over",
        Place(path),
        "This is skipped because of its name.",
        "If it belongs on the site, rename it without the dot or # in front, and without .bak, .orig, "
        ".part, or .crdownload at the end.",
    )


def same_address_problem(place: Place, names: list[str]) -> Problem:
    """Two files or folders whose names give one address in the site."""
    return error(
        "same-address",
        place,
        "These have the same address in the site: {names}.",
        "Rename all but one of them; capitals, accents, and spaces do not make addresses different.",
        names=", ".join(names),
    )


def misplaced(path: str, folders: tuple[str, ...]) -> Problem:
    """A folder of a name that is not read; `folders` are those that are."""
    name = path.rpartition("/")[2]
    near = nearest(name, folders)
    return warning(
        "unknown-folder",
        Place(path),
        "The folder {name} is not read.",
        "Did you mean {near}?" if near else "Folders that are read here: {known}.",
        name=name,
        near=near,
        known=", ".join(folders),
    )


def stray_file(path: str, remedy: str = MOVE_IT, **values: object) -> Problem:
    """A file where nothing reads it; `remedy` says where such a file is read, its places filled from
    `values`."""
    return warning("stray-file", Place(path), "This file is not read here.", remedy, **values)


def symlink(place: Place) -> Problem:
    """A symbolic link."""
    return error(
        "symbolic-link",
        place,
        "This is a link to another place on the computer; it is not followed.",
        "Copy the file itself into the folder.",
    )


def no_address(place: Place) -> Problem:
    """A name that leaves nothing for an address."""
    return error(
        "no-address",
        place,
        "This name has no letter or digit to make an address from.",
        "Rename the folder, for instance to the teacher's name.",
    )


def unfit(name: str, path: str) -> Problem | None:
    """Why a name cannot become a part of an address that every computer can store."""
    if is_reserved(name):
        return error(
            "windows-name",
            Place(path),
            "Windows reserves this name, so no one could open the file there.",
            "Give it another name.",
        )
    if len(name) > LONGEST:
        return error(
            "long-name",
            Place(path),
            "This name has more than {limit} characters, which makes addresses too long.",
            "Give it a shorter name; the title inside can be as long as you like.",
            limit=LONGEST,
        )
    return None


def not_for_windows(path: str) -> Problem:
    """A name that Windows cannot store."""
    return warning(
        "windows-name",
        Place(path),
        "On a Windows computer, nothing can have this name.",
        'Leave out  < > : " \\ | ? *  and do not end a name with a period or a space.',
    )


def odd_name(path: str) -> Problem:
    """A line break in a name, or bytes that are no text as this computer writes names."""
    return error(
        "odd-name",
        Place(path.encode("ascii", "backslashreplace").decode().replace("\n", "\\n")),
        "This name has a character in it that cannot be shown.",
        "Rename it with letters, digits, and hyphens.",
    )


def unsupported(path: str) -> Problem:
    """A file of a kind that is not read."""
    if path.endswith(".pem"):
        return error(
            "private-key",
            Place(path),
            "This is a key file. A signing key must never be where git keeps it.",
            "Move it out of this folder. If it was ever pushed, make another with  portfolio keys new  "
            "and remove the old one's public half from program.yml.",
        )
    if layout.suffix(path) in layout.PHONE_PICTURES:
        return error(
            "phone-picture",
            Place(path),
            "Browsers cannot show this picture: it is in the format of a phone (HEIC).",
            "Type  portfolio new photo {file}  to make a JPEG of it, then delete this file.",
            file=f"{layout.CONTENT}/{path}",
        )
    return error(
        "unsupported-file",
        Place(path),
        "{suffix} files cannot be shown.",
        "Save tables as .csv, texts as .md, and pictures as .jpg or .png; keep anything else outside "
        "content/.",
        suffix=Path(path).suffix or Path(path).name,
    )


def not_downloaded(path: str) -> Problem:
    """A file that is only in the cloud."""
    return error(
        "not-downloaded",
        Place(path),
        "This file is still in the cloud: it was not downloaded to this computer.",
        "Open the folder in the Finder or Explorer and choose Download, or Always keep on this device.",
    )


def unreadable(place: Place, trouble: OSError) -> Problem:
    """What the computer says of a file or folder that it cannot read."""
    return error(
        "unreadable",
        place,
        "This file cannot be read: {reason}.",
        "Close other programs that use it, or look at its permissions.",
        reason=trouble.strerror or type(trouble).__name__,
    )
