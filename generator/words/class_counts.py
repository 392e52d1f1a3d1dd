"""In how many of all classes: how a sentence about several classes begins."""

from generator.words.translator import Translator


def in_classes(translator: Translator, some: int, every: int) -> str:
    """`In five of ten classes`, `In both classes`; `some` is 1 or more, `every` 2 or more."""
    if some == every:
        return (
            translator.gettext("In both classes")
            if every == 2
            else translator.gettext("In all {all} classes", all=translator.spell_out(every))
        )
    if some == 1:
        return translator.gettext("In one of {all} classes", all=translator.spell_out(every))
    return translator.gettext(
        "In {some} of {all} classes", some=translator.spell_out(some), all=translator.spell_out(every)
    )
