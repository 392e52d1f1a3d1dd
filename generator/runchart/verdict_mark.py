"""The shape that stands beside each verdict: the same in lists, tables, pictures and print."""

from generator.model import Verdict

SIZE = 16  # of the box that each is drawn in

# what is filled is of the class `full`; the rest is drawn in outline
_SHAPES = {
    Verdict.SUSTAINED_IMPROVEMENT: '<circle cx="8" cy="8" r="7"/><path class="full" d="M8 3.6 12 11H4z"/>',
    Verdict.SHIFT_NOT_YET_SUSTAINED: '<path d="M8 3 13.5 13h-11z"/>',
    Verdict.NO_SIGNAL: '<path class="full" d="M2 7h12v2H2z"/>',
    Verdict.DID_NOT_HOLD: '<path class="full" d="M7.2 3 7.2 13H1.8zM9 3l5.2 10H9z"/>',
    Verdict.WRONG_DIRECTION: '<path d="M8 13 2.5 3h11z"/>',
    Verdict.TOO_FEW_POINTS: (
        '<circle class="full" cx="3" cy="8" r="1.5"/><circle class="full" cx="8" cy="8" r="1.5"/>'
        '<circle class="full" cx="13" cy="8" r="1.5"/>'
    ),
}
_NO_VERDICT = '<circle cx="8" cy="8" r="2.5"/>'


def verdict_tone(verdict: Verdict | None) -> str:
    """In which colour a mark is drawn: `good` in the accent's, `bad` in that of a warning, else in the
    text's.  base.css says the same of the marks on pages."""
    if verdict is None:
        return ""
    return "good" if verdict.is_better else "bad" if verdict.outcome.is_bad_news else ""


def verdict_shape(verdict: Verdict | None) -> str:
    """The marks inside an svg element of `SIZE` by `SIZE`."""
    return _SHAPES[verdict] if verdict else _NO_VERDICT
