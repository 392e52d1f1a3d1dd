"""What can be wrong with the links, images and notes of an author's text."""

from generator.problems import Phrase, Place, Problem, error, notice, warning


def unusable_link(place: Place, target: str) -> Problem:
    """A link of a scheme that pages do not allow, or one from the site's root."""
    return error(
        "link-unusable",
        place,
        "The link {target} cannot be used on a page.",
        "Use a web address that begins with https://, or the path from this file to another one of the "
        "site, such as ../inquiry.md",
        target=target,
    )


def pasted_text(place: Place, signs: tuple[Phrase, ...]) -> Problem:
    """A text with signs of a word processor, which were read as what they mean."""
    return notice(
        "pasted-text",
        place,
        "This text seems to be pasted: its {signs} are shown as what they mean.",
        "Look at the page. In a text file a list has hyphens, and a paragraph begins at the left.",
        signs=list(signs),
    )


def nested_too_deep(place: Place) -> Problem:
    """Lists or quotations within one another, deeper than anybody writes."""
    return error(
        "nested-too-deep",
        place,
        "There are far too many lists or quotations inside one another here.",
        "Begin the line further to the left, or remove the signs > and - that were pasted by mistake.",
    )


def dead_link(place: Place, target: str, near: str) -> Problem:
    """A link to no file; `near` is how the author would link to the most similar one, or empty."""
    remedy = Phrase("Type the path from this file to the other one, such as reflections/2025-10-03.md")
    if near:
        remedy = Phrase("Did you mean {near}?")
    elif target.lower().startswith("www."):
        remedy = Phrase("Type https://{target}")
    return error(
        "dead-link",
        place,
        "The link {target} leads nowhere.",
        remedy,
        target=target,
        near=near,
    )


def unused_note(place: Place, name: str) -> Problem:
    """A footnote that the text never refers to."""
    return warning(
        "unused-note",
        place,
        "Nothing in the text refers to the note {name}.",
        "Type [^{name}] where it belongs, or remove the note.",
        name=name,
    )


def image_elsewhere(place: Place, target: str) -> Problem:
    """An image on another site, or by a path from the root."""
    return error(
        "image-elsewhere",
        place,
        "The image {target} is somewhere else; pages show only images from their own folder.",
        "Save the image in photos/ and type: ![what it shows](photos/NAME.jpg)",
        target=target,
    )


def image_without_words(place: Place, target: str) -> Problem:
    """An image without a text alternative."""
    return error(
        "image-without-words",
        place,
        "The image {target} has no description for readers who cannot see it.",
        "Type what it shows between the square brackets: ![what it shows]({target})",
        target=target,
    )


def image_not_declared(place: Place, target: str) -> Problem:
    """An image that is there and that inquiry.md does not list."""
    return error(
        "photo-not-declared",
        place,
        "The image {target} is not listed under photos in inquiry.md, so no one has said who is in it.",
        "Add to inquiry.md, under photos:   {name}: {{alt: what it shows, people: none}}",
        target=target,
        name=target.rpartition("/")[2],
    )


def image_missing(place: Place, target: str, near: str) -> Problem:
    """An image that is not there; `near` is how the author would link to the most similar one."""
    return error(
        "image-not-there",
        place,
        "There is no image {target}.",
        "Did you mean {near}?" if near else "Put the image into photos/ or correct its name.",
        target=target,
        near=near,
    )


def picture_as_text(place: Place, target: str, markdown: str) -> Problem:
    """A picture as HTML or Obsidian have it; `markdown` is how this program shows it."""
    return warning(
        "shown-as-text",
        place,
        "The image {target} is shown as text, not as a picture.",
        "Type it in Markdown:  {markdown}",
        target=target,
        markdown=markdown,
    )


def link_as_text(place: Place, target: str, markdown: str) -> Problem:
    """A link as wikis have it; `markdown` is how this program shows it."""
    return warning(
        "shown-as-text",
        place,
        "The link {target} is shown as text, not as a link.",
        "Type it in Markdown:  {markdown}",
        target=target,
        markdown=markdown,
    )


def tags_as_text(place: Place, tags: str) -> Problem:
    """HTML in a text, by the names of its tags."""
    return warning(
        "shown-as-text",
        place,
        "HTML is shown as text on the page: {tags}.",
        "Use Markdown: **bold**, *italic*, [words](address), a hyphen before each point of a list. Remove "
        "other tags.",
        tags=tags,
    )


def commands_as_text(place: Place) -> Problem:
    """A command such as `{{< figure >}}` or `{% include %}`."""
    return warning(
        "shown-as-text",
        place,
        "A command for another website generator is shown as text on the page.",
        "Remove it, or type what it should show.",
    )
