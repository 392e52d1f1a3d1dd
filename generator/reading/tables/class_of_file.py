"""The class that a file is named after."""

import posixpath


def class_of_file(file: str) -> str:
    """`period-2.csv` is Period 2; accents stay."""
    stem = posixpath.splitext(posixpath.basename(file))[0]
    words = stem.replace("-", " ").replace("_", " ").split()
    return " ".join(word[:1].upper() + word[1:] for word in words)
