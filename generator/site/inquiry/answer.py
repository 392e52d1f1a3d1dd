"""The answer to an inquiry's question: what page, card, lists, feed, search and pictures say of it.

The program does not understand the question, so an answer never says yes or no.  It says in how many
classes it got better and whether that lasted, with the figures that the charts show, and it leaves out no
class with a worse verdict.
"""

from msgspec import Struct

from generator.model import Verdict


class ClassAnswer(Struct, frozen=True):
    """What the main prompt shows in one class; `verdict` is None where no change was tried.

    `title` is the caption of its chart, `Period 2: it held`; `figures` are the levels that the chart is
    labelled with, `33% before, 59% since`.
    """

    class_id: str
    class_name: str
    verdict: Verdict | None
    title: str
    figures: str


class Answer(Struct, frozen=True):
    """`headline` is a sentence that can stand alone; `rest` has the figures, how long, and what differs.

    `leading` is the place in `classes` of the first class that the headline speaks of.
    """

    headline: str
    rest: str
    classes: tuple[ClassAnswer, ...] = ()
    leading: int = 0

    @property
    def text(self) -> str:
        """Headline and rest as one text."""
        return f"{self.headline} {self.rest}".strip()
