"""Settings of other website generators in a file's front matter: passed over, with one warning.

Files come from Jekyll, Hugo, MkDocs, Quarto and Obsidian; what their keys say, runfolio decides itself.
"""

import re
from collections.abc import Collection

from msgspec.structs import replace

from generator.problems import Problem, warning
from generator.reading.yaml.strict_yaml import YamlDocument

# 2025-11-25 10:00:00 +0100, as Jekyll, Hugo and Pelican write it
_TIMED = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})[T ]"
    r"(?P<time>\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:Z|[+-]\d{2}:?\d{2}|[A-Z]{3,4}))?)"
)
_HIDING = frozenset({"draft", "published", "sitemap", "search", "search_exclude"})
FOREIGN = _HIDING | frozenset(
    (
        *("layout", "permalink", "sidebar", "author_profile", "author", "authors", "tags", "tag", "keywords"),
        *("categories", "category", "slug", "url", "aliases", "redirect_from", "excerpt", "description"),
        *("header", "image", "images", "thumbnail", "featured_image", "cover", "teaser", "gallery", "share"),
        *("toc", "toc_label", "toc_sticky", "comments", "related", "read_time", "last_modified_at"),
        *("lastmod", "modified", "updated", "created", "publishDate", "expiryDate", "weight", "menu", "type"),
        *("nav_order", "nav_exclude", "parent", "grand_parent", "has_children", "has_toc", "collection"),
        *("lang", "locale", "theme", "template", "format", "output", "editor", "execute", "jupyter"),
        *(
            "bibliography",
            "csl",
            "cssclass",
            "cssclasses",
            "hide",
            "icon",
            "pin",
            "math",
            "mermaid",
            "series",
        ),
        *(
            "render_with_liquid",
            "hero",
            "breadcrumbs",
            "canonical_url",
            "mathjax",
            "katex",
            "eleventyNavigation",
        ),
    )
)


def leave_out_foreign(
    document: YamlDocument, own_keys: Collection[str]
) -> tuple[YamlDocument, list[Problem]]:
    """The document without the keys of other generators and the time behind a date, and a warning that names
    them; a key that is `own_keys` here stays."""
    if not isinstance(document.value, dict):
        return document, []
    foreign = [key for key in document.value if key in FOREIGN and key not in own_keys]
    value = {key: content for key, content in document.value.items() if key not in foreign}
    time = _TIMED.fullmatch(str(value.get("date", "")))
    if time:  # the day is as its author wrote it, in whatever zone
        value["date"] = time["day"]
    if not foreign and not time:
        return document, []
    names = [*foreign, *([time["time"]] if time else [])]
    return replace(document, value=value), [
        warning(
            "foreign-settings",
            document.key_place((foreign[0] if foreign else "date",)),
            "These settings belong to another website generator and do nothing here: {keys}.",
            "Remove them. Only  publish: false  in inquiry.md keeps an inquiry off the site."
            if _HIDING & set(foreign)
            else "Remove them, with the lines indented below them.",
            keys=", ".join(names),
        )
    ]
