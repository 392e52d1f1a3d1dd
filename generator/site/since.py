"""What changed since the last submission, so that an assessor knows what she has not seen yet."""

from collections.abc import Sequence

from generator.model import Inquiry, Judged, Submission, Tool, Verdict
from generator.words.speech import Words
from generator.words.verdicts import verdict_name


def since_submission(
    words: Words, inquiry: Inquiry, tool: Tool | None, judged: Sequence[Judged]
) -> tuple[str, ...]:
    """Sentences; empty where nothing was submitted, or where the submission kept no digests."""
    latest = max(inquiry.submissions, key=lambda one: one.attempt, default=None)
    if latest is None or not latest.digests:
        return ()
    said = _files(words, latest, inquiry) + _verdicts(words, latest, tool, judged)
    attempt = words.number(latest.attempt)
    if not said:
        return (words.say("Nothing has changed since attempt {attempt} was submitted.", attempt=attempt),)
    return tuple(said)


def _files(words: Words, latest: Submission, inquiry: Inquiry) -> list[str]:
    before, now = latest.digests, inquiry.digests
    texts = (
        (words.say("New since then: {files}."), [path for path in now if path not in before]),
        (
            words.say("Changed since then: {files}."),
            [path for path in now if path in before and before[path] != now[path]],
        ),
        (words.say("Gone since then: {files}."), [path for path in before if path not in now]),
    )
    return [text.format(files=words.listing(_brief(words, paths))) for text, paths in texts if paths]


def _brief(words: Words, paths: Sequence[str], most: int = 6) -> list[str]:
    more = len(paths) - most
    return [*paths[:most], words.count("{n} more", "{n} more", more)] if more > 0 else list(paths)


def _verdicts(words: Words, latest: Submission, tool: Tool | None, judged: Sequence[Judged]) -> list[str]:
    """The series whose verdict is another one now."""
    texts = {prompt.id: prompt.text for prompt in tool.prompts} if tool else {}
    said = []
    for one in judged:
        series = one.series
        key = (series.class_name, series.prompt, series.phase)
        if series.group or key not in latest.verdicts or latest.verdicts[key] == one.finding.verdict:
            continue
        said.append(
            words.say(
                "{class_name}, {prompt}: it was “{before}”, and is “{now}” now.",
                class_name=series.class_name,
                prompt=texts.get(series.prompt, series.prompt),
                before=verdict_name(words, _verdict(latest.verdicts[key])),
                now=verdict_name(words, one.finding.verdict),
            )
        )
    return said


def _verdict(text: str | None) -> Verdict | None:
    return Verdict(text) if text in list(Verdict) else None
