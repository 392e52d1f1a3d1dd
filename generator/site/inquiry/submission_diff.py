"""What changed since the last submission, so that an assessor knows what she has not seen yet."""

from collections.abc import Sequence

from generator.model import EvaluatedSeries, Inquiry, Submission, Tool, Verdict
from generator.words.translator import Translator
from generator.words.verdict_texts import VerdictTexts


def changes_since_submission(
    translator: Translator, inquiry: Inquiry, tool: Tool | None, judged: Sequence[EvaluatedSeries]
) -> tuple[str, ...]:
    """Sentences; empty where nothing was submitted, or where the submission kept no digests."""
    latest = max(inquiry.submissions, key=lambda one: one.attempt, default=None)
    if latest is None or not latest.digests:
        return ()
    said = _files(translator, latest, inquiry) + _verdicts(translator, latest, tool, judged)
    attempt = translator.format_number(latest.attempt)
    if not said:
        return (
            translator.gettext("Nothing has changed since attempt {attempt} was submitted.", attempt=attempt),
        )
    return tuple(said)


def _files(translator: Translator, latest: Submission, inquiry: Inquiry) -> list[str]:
    before, now = latest.digests, inquiry.digests
    texts = (
        (translator.gettext("New since then: {files}."), [path for path in now if path not in before]),
        (
            translator.gettext("Changed since then: {files}."),
            [path for path in now if path in before and before[path] != now[path]],
        ),
        (translator.gettext("Gone since then: {files}."), [path for path in before if path not in now]),
    )
    return [
        text.format(files=translator.format_list(_brief(translator, paths))) for text, paths in texts if paths
    ]


def _brief(translator: Translator, paths: Sequence[str], most: int = 6) -> list[str]:
    more = len(paths) - most
    return [*paths[:most], translator.ngettext("{n} more", "{n} more", more)] if more > 0 else list(paths)


def _verdicts(
    translator: Translator, latest: Submission, tool: Tool | None, judged: Sequence[EvaluatedSeries]
) -> list[str]:
    """The series whose verdict is another one now."""
    texts = {prompt.id: prompt.text for prompt in tool.prompts} if tool else {}
    said = []
    for one in judged:
        series = one.series
        key = (series.class_name, series.prompt, series.phase)
        if series.group or key not in latest.verdicts or latest.verdicts[key] == one.finding.verdict:
            continue
        said.append(
            translator.gettext(
                "{class_name}, {prompt}: it was “{before}”, and is “{now}” now.",
                class_name=series.class_name,
                prompt=texts.get(series.prompt, series.prompt),
                before=VerdictTexts(translator).name(_verdict(latest.verdicts[key])),
                now=VerdictTexts(translator).name(one.finding.verdict),
            )
        )
    return said


def _verdict(text: str | None) -> Verdict | None:
    return Verdict(text) if text in list(Verdict) else None
