"""What is said of a class's outcome, in each place that says it: one table, all forms of an outcome together.

The forms differ because their places do: a chart's caption has four words of room, a headline is a sentence,
a list of classes has no verb of its own.  Whoever rewords one sees the others beside it.
"""

from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct

from generator.model import Outcome
from generator.problems import Phrase


class CountedPhrase(NamedTuple):
    """A text that depends on a number, as `Translator.ngettext` takes it."""

    singular: str
    plural: str


class OutcomeForms(Struct, frozen=True, kw_only=True):
    """One outcome's forms.  Each is true of what ought to become more and of what ought to become less."""

    verdict: Phrase  # the name in lists, tables and charts
    caption: Phrase  # of a chart, behind the name of its class
    heading: Phrase  # above the classes that have it; the name of a made-up chart
    only_class: Phrase  # the answer's headline about one class; `visits` is how long it was better
    some_classes: Phrase  # the same about several; `where` is `In two of three classes`
    differing: Phrase  # of classes that the headline is not about, without its full stop; `where` as above
    counted: Phrase  # in the line about a change idea; `classes` is how many have it
    explained: Phrase  # what is to be seen on such a chart, without a term
    program: Phrase | CountedPhrase  # the home page's headline; `where` or `classes`
    setback: CountedPhrase | None = None  # what the home page says beside a headline on gains; `number`


_NOT_YET_SUSTAINED = Phrase("shift, not yet sustained")
_NOTHING_YET = Phrase("Nothing has clearly gotten better for students so far.")
_NO_CLEAR_CHANGE = Phrase("No clear change so far.")
_TOO_EARLY = Phrase("Too early to say.")

OUTCOME_FORMS: Mapping[Outcome, OutcomeForms] = {
    Outcome.LASTED: OutcomeForms(
        verdict=Phrase("sustained improvement"),
        caption=Phrase("it held"),
        heading=Phrase("It held"),
        only_class=Phrase("It got better, and it lasted."),
        some_classes=Phrase("{where} it got better, and it lasted."),
        differing=Phrase("{where} it got better, and it lasted"),
        counted=Phrase("it held in {classes}"),
        explained=Phrase(
            "After the change, visit after visit is better than the line, and it stays so: the class has "
            "reached another level."
        ),
        program=Phrase("{where} something got better for students, and it lasted."),
    ),
    Outcome.TOO_SOON: OutcomeForms(
        verdict=_NOT_YET_SUSTAINED,
        caption=Phrase("too soon to say it lasts"),
        heading=Phrase("Better, too soon to say"),
        only_class=Phrase("It got better; it is too soon to say whether that lasts."),
        some_classes=Phrase("{where} it got better; it is too soon to say whether that lasts."),
        differing=Phrase("{where} it is too soon to say whether it lasts"),
        counted=Phrase("better but too soon to say in {classes}"),
        explained=Phrase(
            "Six visits in a row are better than the line. More visits will show whether that lasts."
        ),
        program=Phrase(
            "{where} something got better for students; it is too soon to say whether that lasts."
        ),
    ),
    Outcome.MAY_BE_LUCK: OutcomeForms(
        verdict=_NOT_YET_SUSTAINED,
        caption=Phrase("better, but luck could explain it"),
        heading=Phrase("Better, or luck"),
        only_class=Phrase("It got better, but luck could explain it."),
        some_classes=Phrase("{where} it got better, but luck could explain it."),
        differing=Phrase("{where} it got better, but luck could explain it"),
        counted=Phrase("better but perhaps by luck in {classes}"),
        explained=Phrase("It looks better, but so many visits are on the line that luck could explain it."),
        program=Phrase("{where} something got better for students, but luck could explain it."),
    ),
    Outcome.DID_NOT_LAST: OutcomeForms(
        verdict=Phrase("did not hold"),
        caption=Phrase("it did not last"),
        heading=Phrase("Better, and gone again"),
        only_class=Phrase("It got better for {visits} visits, but that did not last."),
        some_classes=Phrase("{where} it got better for a while, but that did not last."),
        differing=Phrase("{where} it did not last"),
        counted=Phrase("better and gone again in {classes}"),
        explained=Phrase(
            "For a while it was better. Then the visits fell back to where they were before, or below."
        ),
        program=Phrase("{where} something got better for students for a while, but that did not last."),
        setback=CountedPhrase(
            "In one class it got better, but that did not last.",
            "In {number} classes it got better, but that did not last.",
        ),
    ),
    Outcome.WORSE: OutcomeForms(
        verdict=Phrase("worse: look into it"),
        caption=Phrase("worse: look into it"),
        heading=Phrase("Worse: look into it"),
        only_class=Phrase("It moved the wrong way after the change."),
        some_classes=Phrase("{where} it moved the wrong way after the change."),
        differing=Phrase("{where} it moved the wrong way"),
        counted=Phrase("worse in {classes}"),
        explained=Phrase(
            "Six or more visits in a row are on the wrong side of the line. That is worth a closer look."
        ),
        program=_NOTHING_YET,
        setback=CountedPhrase(
            "In one class it moved the wrong way.", "In {number} classes it moved the wrong way."
        ),
    ),
    Outcome.NO_CLEAR_CHANGE: OutcomeForms(
        verdict=Phrase("no signal"),
        caption=Phrase("no clear change"),
        heading=Phrase("No clear change"),
        only_class=_NO_CLEAR_CHANGE,
        some_classes=_NO_CLEAR_CHANGE,
        differing=Phrase("{where} there is no clear change"),
        counted=Phrase("no clear change in {classes}"),
        explained=Phrase(
            "The visits are on both sides of the line, as before. A small gain or loss could be hidden."
        ),
        program=_NOTHING_YET,
    ),
    Outcome.TOO_FEW: OutcomeForms(
        verdict=Phrase("too few points"),
        caption=Phrase("too few visits yet"),
        heading=Phrase("Too early"),
        only_class=_TOO_EARLY,
        some_classes=_TOO_EARLY,
        differing=Phrase("{where} there are too few visits yet"),
        counted=Phrase("too early to say in {classes}"),
        explained=Phrase(
            "There are fewer than six visits since the change (or before it), so it is too early to say."
        ),
        program=CountedPhrase(
            "Something was tried in one class. It is too early to say what changed.",
            "Something was tried in {classes} classes. It is too early to say what changed.",
        ),
    ),
}

# where there is no outcome, because nothing was tried or there is nothing to compare with
NO_VERDICT = Phrase("no verdict")
NO_CHANGE_TRIED = Phrase("no change was tried")
