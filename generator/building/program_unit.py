"""Builds the program's own pages as one unit, made of its files and the teachers' cards."""

from collections.abc import Collection, Sequence
from functools import partial

from msgspec.structs import replace

from generator import addresses
from generator.building.build_context import BuildContext
from generator.building.build_run import BuildRun
from generator.building.cache.codec import decode
from generator.building.cache.memo_values import MemoValues, pack_values, unpack_values
from generator.building.cache.store import UnitState
from generator.building.program_boundary import build_confined_pages
from generator.building.unit import BuildUnit, UnitRecord, make_unit
from generator.evidence.findings_schema import findings_schema, schema_as_json
from generator.memoize import digest
from generator.privacy.adult_names import adult_words, adult_words_of, declared_contacts
from generator.privacy.output_scan import scan_output
from generator.privacy.written_names import WrittenNames
from generator.site.program import feeds
from generator.site.program.program_context import ProgramContext
from generator.site.rendering.content_links import LinkTargets
from generator.site.rendering.context import SitePart
from generator.site.teacher_card import TeacherCard
from generator.slugs import natural_key

_KEEP_OUT = b"User-agent: *\nDisallow: /\n"  # RFC 9309; heeded where the site is at the root of its domain
PROGRAM_UNIT = ""  # the name of the unit; no teacher's folder can have it


def build_program_unit(
    run: BuildRun, build_context: BuildContext, cards: Sequence[bytes], pages: Sequence[str]
) -> UnitRecord:
    """The unit's record, its files in their place: as the last build left it, or built.

    `cards` are the teachers' (encoded, empty for one who is not shown), `pages` the paths of all their
    pages.
    """
    inputs_digest = digest([("", card) for card in cards], "\n".join(pages))
    shared_digest = build_context.shared.whole
    state = run.store.unit_states().get(PROGRAM_UNIT)
    unchanged = state and (state.folder_digest, state.shared_digest) == (inputs_digest, shared_digest)
    if unchanged and (record := run.reusable_record(PROGRAM_UNIT)):
        return record
    memo = MemoValues(unpack_values(run.store.memo_values(PROGRAM_UNIT)))
    context = build_context if run.remembers_in_process else build_context.with_memory(memo)
    unit: BuildUnit = run.memoize(
        digest("program", shared_digest, inputs_digest), partial(_build_unit, context, cards, pages)
    )
    for file, data in unit.files.items():
        run.destination.put(file, data)
    now = UnitState(b"", inputs_digest, shared_digest)
    run.store.save_unit(PROGRAM_UNIT, now, unit.encoded, pack_values(memo.used))
    return unit.record


def _build_unit(build_context: BuildContext, encoded: Sequence[bytes], pages: Sequence[str]) -> BuildUnit:
    program = build_context.program
    cards: Sequence[TeacherCard] = sorted(
        (decode(card, TeacherCard) for card in encoded if card),
        key=lambda card: (natural_key(card.name), card.id),
    )
    targets = LinkTargets(frozenset(build_context.folder.files))
    part, cards = build_confined_pages(ProgramContext(build_context.render, cards, targets))
    assets = build_context.theme.files
    files = {
        **part.files,
        **assets,
        ".nojekyll": b"",
        addresses.FINDINGS_SCHEMA: schema_as_json(findings_schema()),
    }
    if not program.index:
        files[addresses.ROBOTS] = _KEEP_OUT
    elif program.url:
        files[addresses.SITEMAP] = feeds.sitemap(program, _listed_addresses([*pages, *files]))
    publishable = _withdraw_leaks(build_context, replace(part, files=files), cards, assets)
    return make_unit(publishable, lambda file: not file.startswith(addresses.TEACHERS))


def _withdraw_leaks(
    build_context: BuildContext, part: SitePart, cards: Sequence[TeacherCard], assets: Collection[str]
) -> SitePart:
    """The part without the files that say what must not be said; a notice stands in a page's place.

    `assets` are the theme's files, which are trusted.
    """
    adults = adult_words(build_context.program, None).union(
        *(adult_words_of(card.name, card.school) for card in cards)
    )
    searched = {name: data for name, data in part.files.items() if name not in assets}
    names = build_context.render.privacy.names
    written = WrittenNames(build_context.folder.files, names, adults)
    contacts = declared_contacts(build_context.program, None)
    findings = scan_output(searched, names, adults, contacts, written=written)
    files = dict(part.files)
    for finding in findings:
        name = finding.place.file
        del files[name]
        if name.endswith("index.html"):
            files.update(build_context.render.correction_notice(name.removesuffix("index.html"), ()).files)
    return replace(part, files=files, problems=(*part.problems, *findings))


def _listed_addresses(files: Sequence[str]) -> list[str]:
    """The addresses of the pages that are meant to be found."""
    pages = [file.removesuffix("index.html") for file in files if file.endswith(".html")]
    return [address for address in pages if addresses.is_listed(address)]
