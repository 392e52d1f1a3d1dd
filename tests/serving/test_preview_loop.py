"""Saves in, versions out: the whole loop on a small program, with a real disk and a real server."""

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from unittest.mock import patch

import pytest

from generator.building import teacher_unit as teacher
from generator.building.site_assembly import build_in_memory
from generator.problems import Place, Problem, error
from generator.reading.content_files import ContentFolder
from generator.serving import file_watch
from generator.serving import preview_loop as loop
from generator.serving.file_watch import Snapshot
from generator.serving.last_good import ServedSite
from generator.site.audience import Audience
from generator.site.rendering.context import RenderContext
from tests.conftest import ANA, PROGRAM, Site

PAGE = f"{ANA}/index.html"
REFLECTION = f"{ANA}/reflections/2025-10-03.md"
Story = Callable[["Seen"], Awaitable[None]]


LOOKS = 8  # more looks at the disk than a burst of saves lasts


class Seen:
    """What the preview did: the versions that were shown, in order, and how often it looked at the disk."""

    def __init__(self) -> None:
        self.versions: list[ServedSite] = []
        self.looks = 0
        self._loop = asyncio.get_running_loop()
        self._news = asyncio.Event()

    def listening(self, port: int) -> None:
        """As a PreviewEvents."""

    def built(self, site: ServedSite, seconds: float) -> None:
        self.versions.append(site)
        self._news.set()

    def failed(self, failure: Exception) -> Problem:
        return error("own-mistake", Place("portfolio serve"), "Sorry ({kind}).", kind=type(failure).__name__)

    def looked(self) -> None:
        """Called on the thread that looks."""
        self._loop.call_soon_threadsafe(self._count_look)

    def _count_look(self) -> None:
        self.looks += 1
        self._news.set()

    async def until(self, number: int) -> ServedSite:
        """The version of this number; a version more than that is a failure."""
        await self._wait_for(lambda: len(self.versions) >= number)
        assert len(self.versions) == number
        return self.versions[-1]

    async def more_looks(self, number: int) -> None:
        """Until it has looked at the disk so many more times."""
        wanted = self.looks + number
        await self._wait_for(lambda: self.looks >= wanted)

    async def no_more_than(self, number: int) -> None:
        await self.more_looks(LOOKS)
        assert len(self.versions) == number

    async def _wait_for(self, happened: Callable[[], bool]) -> None:
        async with asyncio.timeout(30):
            while not happened():
                self._news.clear()
                await self._news.wait()


def played(site: Site, story: Story) -> Seen:
    """The story, told while the program is served."""

    async def play() -> Seen:
        seen = Seen()

        def snapshot(places: Iterable[Path]) -> Snapshot:
            state = file_watch.snapshot(places)
            seen.looked()
            return state

        with patch.object(loop, "snapshot", snapshot):
            serving = asyncio.ensure_future(loop.run_preview(site.options(Audience.AUTHOR), 8950, seen))
            try:
                await story(seen)
            finally:
                serving.cancel()
                await asyncio.wait([serving])
        return seen

    return asyncio.run(play())


def reflection(text: str) -> dict[str, str]:
    return {REFLECTION: f"---\ndate: 2025-10-03\ntitle: First\n---\n\n{text}\n"}


def test_a_save_is_a_version_and_rest_is_none(site: Callable[..., Site]) -> None:
    one = site()

    async def story(seen: Seen) -> None:
        await seen.until(1)
        one.change(reflection("They asked why."))
        assert b"They asked why." in (await seen.until(2)).files[PAGE]
        await seen.no_more_than(2)

    played(one, story)
    assert not one.output.exists()


def test_five_files_saved_at_once_are_one_version(site: Callable[..., Site]) -> None:
    one = site()

    async def story(seen: Seen) -> None:
        await seen.until(1)
        for day in range(1, 6):
            name = f"{ANA}/reflections/2025-11-0{day}.md"
            one.change({name: f"---\ndate: 2025-11-0{day}\n---\n\nDay {day}.\n"})
            await seen.more_looks(1)
        assert b"Day 5." in (await seen.until(2)).files[PAGE]
        await seen.no_more_than(2)

    played(one, story)


def test_saves_during_a_build_are_exactly_one_build_more(
    site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = site()
    begun, go_on = threading.Event(), threading.Event()

    def slow(*given: object) -> object:
        made = build_in_memory(*given)  # type: ignore[arg-type]
        begun.set()
        assert go_on.wait(30)
        return made

    monkeypatch.setattr(loop, "build_in_memory", slow)

    async def story(seen: Seen) -> None:
        assert await asyncio.to_thread(begun.wait, 30)
        one.change(reflection("Saved while it was being built."))
        one.change(reflection("Saved once more meanwhile."))
        go_on.set()
        assert b"Saved once more meanwhile." in (await seen.until(2)).files[PAGE]
        await seen.no_more_than(2)

    played(one, story)


def test_what_editors_leave_beside_a_save_is_no_version(site: Callable[..., Site]) -> None:
    one = site()

    async def story(seen: Seen) -> None:
        await seen.until(1)
        left = (f"{REFLECTION}~", f"{ANA}/.inquiry.md.swp", "../.git/index", "../output/index.html")
        for name in left:  # not by `change`, which attests what it wrote
            (one.content / name).parent.mkdir(parents=True, exist_ok=True)
            (one.content / name).write_text("x")
        await seen.no_more_than(1)

    played(one, story)


def test_a_theme_is_watched_too(site: Callable[..., Site]) -> None:
    one = site({"program.yml": "title: Maple Grove\ntheme: ours\n", "../themes/ours/styles/own.css": "p{}"})

    async def story(seen: Seen) -> None:
        first = await seen.until(1)
        one.change({"../themes/ours/styles/own.css": "p{color:red}"})
        assert (await seen.until(2)).files.keys() != first.files.keys()

    played(one, story)


def test_who_attested_what_is_watched_too(site: Callable[..., Site]) -> None:
    one = site({"../privacy-attested.txt": ""})

    async def story(seen: Seen) -> None:
        await seen.until(1)
        one.change({"../privacy-attested.txt": "nobody can read this line\n"})
        await seen.until(2)

    played(one, story)


def test_a_program_that_cannot_be_read_is_waited_for(site: Callable[..., Site]) -> None:
    one = site({"program.yml": None})

    async def story(seen: Seen) -> None:
        first = await seen.until(1)
        assert not first.files
        assert any(problem.is_error for problem in first.problems)
        one.change({"program.yml": str(PROGRAM["program.yml"])})
        assert PAGE in (await seen.until(2)).files

    played(one, story)


def test_the_server_outlives_a_mistake_of_ours(
    site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = site()

    def broken(*given: object) -> object:
        raise ValueError

    async def story(seen: Seen) -> None:
        good = await seen.until(1)
        monkeypatch.setattr(loop, "build_in_memory", broken)
        one.change(reflection("Never seen."))
        bad = await seen.until(2)
        assert [problem.message for problem in bad.problems] == ["Sorry (ValueError)."]
        assert bad.files == good.files
        monkeypatch.setattr(loop, "build_in_memory", build_in_memory)
        one.change(reflection("Seen again."))
        assert b"Seen again." in (await seen.until(3)).files[PAGE]

    played(one, story)


def test_a_slip_in_program_yml_costs_nothing_of_what_was_made(
    site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, worked = site(), []
    teacher_work = teacher.build_teacher

    def counted(press: RenderContext, shared: ContentFolder, own: ContentFolder, *rest: object) -> object:
        worked.append(own.path)
        return teacher_work(press, shared, own, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(teacher, "build_teacher", counted)

    async def story(seen: Seen) -> None:
        await seen.until(1)
        one.change({"program.yml": "title: [\n"})
        await seen.until(2)
        one.change({"program.yml": str(PROGRAM["program.yml"])})
        await seen.until(3)
        one.change(reflection("Only mine."))
        await seen.until(4)

    played(one, story)
    assert worked == ["teachers/ana-lopez", "teachers/ben-carter", "teachers/ana-lopez"]


def test_a_thread_that_is_still_at_work_does_not_hold_up_the_end() -> None:
    """asyncio.to_thread would."""
    go_on = threading.Event()

    async def ended_early() -> None:
        work = asyncio.ensure_future(loop._in_daemon_thread(go_on.wait))
        work.cancel()
        await asyncio.wait([work])

    asyncio.run(ended_early())
    assert not go_on.is_set()
    go_on.set()


def test_what_a_thread_raises_is_raised_where_it_is_awaited() -> None:
    async def failing() -> int:
        return await loop._in_daemon_thread(lambda: 1 // 0)

    with pytest.raises(ZeroDivisionError):
        asyncio.run(failing())
