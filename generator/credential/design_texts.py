"""The design of an inquiry in words: its name, its demonstrations, what the standards of the field say."""

from collections.abc import Sequence

from msgspec import Struct

from generator.runchart.design import VISITS_BETWEEN, VISITS_RECOMMENDED, Design, DesignKind
from generator.runchart.what_works import (
    AGREEMENT,
    DEMONSTRATIONS,
    POINTS_A_PHASE,
    VISITS_OBSERVED_TWICE,
    SecondObserver,
    WhatWorksRating,
    WhatWorksShortfall,
    assess_design,
)
from generator.words.translator import Translator


class DesignTexts(Struct, frozen=True, dict=True):
    """What is said of a design, in one language."""

    translator: Translator
    design: Design

    def name(self) -> str:
        """The name of the design, as single-case research has it."""
        gettext, design = self.translator.gettext, self.design
        if design.kind is DesignKind.SAME_START and design.days_apart:
            return self.translator.ngettext(
                "Several classes, same start, {n} day apart",
                "Several classes, same start, {n} days apart",
                design.days_apart,
            )
        return {
            DesignKind.NO_CHANGE: gettext("No change has been tried yet"),
            DesignKind.ONE_CLASS: gettext("One class"),
            DesignKind.SAME_START: gettext("Several classes, same start"),
            DesignKind.STAGGERED: gettext("Several classes, staggered"),
            DesignKind.MULTIPLE_BASELINE: gettext("Multiple baseline across classes"),
            DesignKind.NOT_AT_THE_SAME_TIME: gettext("Several classes, not at the same time"),
            DesignKind.TOO_FEW_VISITS_BETWEEN: gettext("Different starts, too few visits between them"),
        }[design.kind]

    def summary(self) -> str:
        """The name, how often the improvement was demonstrated, and the visits between the starts."""
        ngettext, design = self.translator.ngettext, self.design
        if design.kind is DesignKind.NO_CHANGE:
            return f"{self.name()}."
        demonstrated = ngettext(
            "{n} demonstration of a sustained improvement",
            "{n} demonstrations of a sustained improvement",
            design.demonstrations,
        )
        times = ngettext("at {n} starting time", "at {n} starting times", design.times)
        counted = f"{demonstrated} {times}" if design.demonstrations else demonstrated
        return f"{self.name()}: {counted}. {self._between()}".strip()

    def limit(self) -> str:
        """What starts like these cannot show, or make less likely."""
        gettext = self.translator.gettext
        match self.design.kind:
            case DesignKind.NO_CHANGE:
                return ""
            case DesignKind.ONE_CLASS:
                return gettext(
                    "With one class, the change cannot be told apart from anything else that began at the "
                    "same time."
                )
            case DesignKind.SAME_START:
                return gettext(
                    "All classes started at the same time, so anything else that began then "
                    "could have done the same."
                )
            case DesignKind.NOT_AT_THE_SAME_TIME:
                return gettext(
                    "Not all classes were visited at the same time, so an outside event cannot be ruled out."
                )
            case DesignKind.TOO_FEW_VISITS_BETWEEN:
                return gettext(
                    "Too few visits lie between the starts, so anything else that began around then "
                    "could have done the same."
                )
            case DesignKind.STAGGERED | DesignKind.MULTIPLE_BASELINE:
                return gettext(
                    "The classes started at different times, so one outside event is a less likely reason "
                    "for what several of them show."
                )

    def what_works(self, observer: SecondObserver) -> str:
        """Whether the inquiry meets the standards of the What Works Clearinghouse, and what is missing."""
        gettext = self.translator.gettext
        assessment = assess_design(self.design, observer)
        reasons = self._shortfalls(assessment.shortfalls, observer)
        match assessment.rating:
            case WhatWorksRating.MEETS:
                return gettext("What Works Clearinghouse design standards (2010): meets.")
            case WhatWorksRating.WITH_RESERVATIONS:
                return gettext(
                    "What Works Clearinghouse design standards (2010): meets with reservations, "
                    "because {reasons}.",
                    reasons=reasons,
                )
            case WhatWorksRating.DOES_NOT_MEET:
                return gettext(
                    "What Works Clearinghouse design standards (2010): does not meet, because {reasons}.",
                    reasons=reasons,
                )

    def _between(self) -> str:
        if len(self.design.groups) < 2:
            return ""
        return self.translator.ngettext(
            "From one start to the next, at least {n} visit to the class still waiting "
            "({needed} needed, {recommended} recommended).",
            "From one start to the next, at least {n} visits to the class still waiting "
            "({needed} needed, {recommended} recommended).",
            self.design.visits_between,
            needed=self.translator.format_number(VISITS_BETWEEN),
            recommended=self.translator.format_number(VISITS_RECOMMENDED),
        )

    def _shortfalls(self, shortfalls: Sequence[WhatWorksShortfall], observer: SecondObserver) -> str:
        translator, design = self.translator, self.design
        gettext, ngettext = translator.gettext, translator.ngettext
        needed = translator.format_number(DEMONSTRATIONS)
        texts = {
            WhatWorksShortfall.DEMONSTRATIONS: ngettext(
                "there is {n} demonstration of {needed}",
                "there are {n} demonstrations of {needed}",
                design.demonstrations,
                needed=needed,
            ),
            WhatWorksShortfall.START_TIMES: ngettext(
                "the demonstrations have {n} starting time of {needed}",
                "the demonstrations have {n} starting times of {needed}",
                design.times,
                needed=needed,
            ),
            WhatWorksShortfall.POINTS: ngettext(
                "the shortest phase has {n} visit ({needed} required)",
                "the shortest phase has {n} visits ({needed} required)",
                design.fewest_points,
                needed=translator.format_number(POINTS_A_PHASE),
            ),
            WhatWorksShortfall.OVERLAP: gettext("not all classes were visited at the same time"),
            WhatWorksShortfall.NO_SECOND_OBSERVER: gettext("no second observer counted"),
            WhatWorksShortfall.FEW_OBSERVED_TWICE: gettext(
                "a second observer counted on {share} of the visits ({needed} required)",
                share=translator.format_percent(100 * observer.share),
                needed=translator.format_percent(100 * VISITS_OBSERVED_TWICE),
            ),
            WhatWorksShortfall.AGREEMENT: gettext(
                "two observers agree on {percent} ({needed} required)",
                percent=translator.format_percent(observer.agreement or 0),
                needed=translator.format_percent(AGREEMENT),
            ),
        }
        return translator.format_list([texts[shortfall] for shortfall in shortfalls])
