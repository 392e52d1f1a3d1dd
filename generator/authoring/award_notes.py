"""What an issuer should know about an award that is written."""

from generator.authoring.award_files import AwardedInquiry, StandingAward
from generator.authoring.award_submission import reviewers_note
from generator.authoring.issuer_session import IssuerSession
from generator.credential.decision_texts import DecisionTexts
from generator.model import Program
from generator.openbadges.achievement import clean_text, has_invisible_signs


def award_notes(
    session: IssuerSession, awarded: AwardedInquiry, standing_award: StandingAward | None
) -> tuple[str, ...]:
    """In sentences: whether it replaces one that did not verify, what was left out of names, who reviewed."""
    gettext, notes = session.translator.gettext, []
    if standing_award and not standing_award.signer:
        notes.append(
            gettext("The old award no longer verified with what program.yml says today, so it was replaced.")
        )
    if names := _names_with_invisible_signs(awarded, session.program):
        notes.append(
            gettext(
                "Invisible characters, such as those that reverse the direction of writing, were left out "
                "of: {names}. Remove them from the file too: type the name again.",
                names=session.translator.format_list(names),
            )
        )
    if not session.program.assessors:
        notes.append(reviewers_note(awarded.evaluated, session.translator))
    return tuple(notes)


def requirement_source(session: IssuerSession, awarded: AwardedInquiry) -> tuple[str, ...]:
    """By which requirement the award is judged, in a sentence; empty where there is nothing to say."""
    latest, in_force = awarded.evaluated.inquiry.latest_submission, awarded.evaluated.in_force
    if not latest or not in_force:
        return ()
    text = DecisionTexts(session.translator).requirement_source(in_force, latest.date)
    return (text,) if text else ()


def _names_with_invisible_signs(awarded: AwardedInquiry, program: Program) -> list[str]:
    """The names and titles in the award that had signs which nobody sees, without them."""
    evaluated, issuer = awarded.evaluated, program.issuer
    names = [awarded.teacher.name, evaluated.inquiry.title]
    names += [evaluated.credential.title] if evaluated.credential else []
    names += [issuer.name] if issuer else []
    return [clean_text(name) for name in names if has_invisible_signs(name)]
