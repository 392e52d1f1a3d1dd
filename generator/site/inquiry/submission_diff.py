"""What changed since the last submission, so that an assessor knows what is new."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.credential.evaluated_inquiry import EvaluatedInquiry
from generator.model import Submission, Verdict
from generator.reading.file_digests import changes_since
from generator.reading.submission_checks import changed_basis, freeze_basis
from generator.words.translator import Translator
from generator.words.verdict_texts import VerdictTexts

MOST_FILES = 6  # named in one sentence; of the rest only the number


class SubmissionDiff(Struct, frozen=True):
    """An inquiry as it is now, against what its last submission kept of it."""

    translator: Translator
    evaluated: EvaluatedInquiry

    def sentences(self) -> tuple[str, ...]:
        """Files and verdicts that differ; empty without a submission, or where it kept no digests."""
        latest = self.evaluated.inquiry.latest_submission
        if latest is None or not latest.digests:
            return ()
        changes = (*self._files(latest), *self._rules(latest), *self._verdicts(latest))
        return changes or (self.translator.gettext("Nothing has changed since then."),)

    def _files(self, latest: Submission) -> Iterator[str]:
        gettext = self.translator.gettext
        changes = changes_since(latest, self.evaluated.inquiry)
        if changes.added:
            yield gettext("New since then: {files}.", files=self._list(changes.added))
        if changes.changed:
            yield gettext("Changed since then: {files}.", files=self._list(changes.changed))
        if changes.gone:
            yield gettext("Gone since then: {files}.", files=self._list(changes.gone))

    def _rules(self, latest: Submission) -> Iterator[str]:
        """What the inquiry is judged by, where its file is another one now."""
        tool, credential = self.evaluated.tool, self.evaluated.credential
        if changed_basis(latest, freeze_basis(None, tool)):
            yield self.translator.gettext("The tool has changed since then.")
        if changed_basis(latest, freeze_basis(credential, None)):
            yield self.translator.gettext("The micro-credential has changed since then.")

    def _list(self, paths: Sequence[str]) -> str:
        more = len(paths) - MOST_FILES
        rest = [self.translator.ngettext("{n} more", "{n} more", more)] if more > 0 else []
        return self.translator.format_list([*paths[:MOST_FILES], *rest])

    def _verdicts(self, latest: Submission) -> Iterator[str]:
        """The series whose verdict is another one now."""
        tool = self.evaluated.tool
        verdicts = VerdictTexts(self.translator)
        texts = {prompt.id: prompt.text for prompt in tool.prompts} if tool else {}
        for phase in self.evaluated.series:
            series = phase.series
            key = (series.class_name, series.prompt, series.phase)
            if series.group or key not in latest.verdicts:
                continue
            if latest.verdicts[key] != phase.finding.verdict:
                yield self.translator.gettext(
                    "{class_name}, {prompt}: it was “{before}”, and is “{now}” now.",
                    class_name=series.class_name,
                    prompt=texts.get(series.prompt, series.prompt),
                    before=verdicts.name(_verdict(latest.verdicts[key])),
                    now=verdicts.name(phase.finding.verdict),
                )


def _verdict(text: str | None) -> Verdict | None:
    return Verdict(text) if text in list(Verdict) else None
