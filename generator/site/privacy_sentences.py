"""What the program's page on privacy and each evidence page say in the same words."""

from generator.words.translator import Translator


def smallest_published(translator: Translator, min_group_size: int) -> str:
    """From how many students on a visit is published."""
    return translator.gettext(
        "A visit with fewer than {n} students is not published.", n=translator.format_number(min_group_size)
    )


def names_compared(translator: Translator, *, has_roster: bool) -> str:
    """Whether there was a list of students' names to compare texts and tables with."""
    if has_roster:
        return translator.gettext(
            "Texts and tables were compared with students' names before this was published."
        )
    return translator.gettext("This page was built without a list of students' names to compare it with.")
