"""Without a roster a public log quotes nothing of the content: no cell, heading, key, title or name in it.

Every text of a hostile program is or holds the marker; only the paths of files are said, and they stand
in a place of their own.
"""

import re

import pytest

from tests.conftest import ANA, PROGRAM, Site, weekly
from tests.terminal import portfolio

M = "Zzqmarker"
MARKER = re.compile(r"zzqmarker\w*", re.IGNORECASE)
PAGE = re.compile(r"(new|changed|removed): \S+$|\S+ was built again")  # an address or a folder of the site
TABLES = {
    "p1.csv": f"date,n,explains,{M}\n{M},24,6,{M}\n2025-09-12,{M},{M},1\n2025-09-13,24,400,\n",
    "p2.csv": f"date,class,n,explains,note\n2025-09-05,{M} 2,24,6,{M} said so\n2025-09-05,{M} 2,24,7,\n",
    "p3.csv": f'{M}\n{M},{M}\ndate,n,explains\n2025-09-05,24,"{M}\n2025-09-06,24,3\n',
    "p4.csv": f"date,student,explains\n2025-09-05,{M} A,yes\n2025-09-05,{M} B,{M}\n2025-09-05,{M} C,no\n",
    "p5.csv": f"date,n,explains,group\n2025-09-05,4,2,{M}\n2025-09-05,24,8,\n2025-09-12,24,8,{M}\n",
    "p6.csv": f"{M} a,{M} b\n{M},{M}\n",
    "p7.yml": f"- {M}: {M}\n- {{date: {M}, {M}: [3}}\n",
    "p8.csv": f"date,n,explains,phase\n2025-09-05,24,8,{M}\n2025-09-12,24,8,after {M}\n",
    "p9.csv": f"date,n,explains,ELL {M},504 {M}\n2025-09-05,24,8,{M},{M}\n",
    "p10.csv": f"stamp,session,class,n,prompt\n2025-09-08T09:00:00,{M},{M},24,{M}\n{M},s,{M},24,explains\n",
    "p11.csv": f"date,observer,n,explains\n2025-09-05,{M},24,6\n2025-09-05,{M}o,24,9\n",
    "p12.csv": weekly([6, 9, 7, 8, 5, 9]).replace("asks", f"asks of {M}"),
    "p13.csv": weekly([6, 9, 7, 8, 5, 9]),
    "p14.csv": weekly([6, 9, 7, 8, 5, 9]),
    f"{M}.csv": f"date,n,explains\n2025-13-05,24,{M}\n",
    f"{M} (1).csv": weekly([1, 2, 3]),
}
SETTINGS = {
    "in every key": (
        f"---\ntitle: {M}\nquestion: {M}: {M}\ntool: {M}\nmicro_credential: {M}\n{M}: {M}\n---\n\n# {M}\n"
    ),
    "in every value": (
        f"---\ntitle: {M}\nquestion: {M}\ntool: math-talk\nmicro_credential: visible\npublish: {M}\n"
        f"status: {M}\nclasses: {{{M}: {{also: [{M}2], students: {M}}}, {M}2: {{also: [{M}]}}}}\n"
        f"columns: {{{M}: {M}}}\naim: {M}\n{M}: {{{M}: {M}}}\n"
        f"photos: {{{M}.png: {{alt: {M}, people: {M}}}}}\nformerly: [{M}]\nsame_visits: {M}\n"
        f"changes:\n  - {{date: {M}, title: {M}, idea: {M}, classes: [{M}], level: {M}}}\n---\n\n"
        f"# {M}\n\n[{M}]({M}.md) ![{M}](photos/{M}.png) <{M}> [[{M}]] [^{M}] {{{{ {M} }}}}\n\n"
        f"[^{M}2]: {M}\n\n“{M}” said {M}. The only student who {M}. [x](javascript:{M}) [y](../{M}/#{M})\n"
    ),
    "as it works": (
        f"---\ntitle: {M}\nquestion: Do {M}s explain?\ntool: math-talk\nmicro_credential: visible\n"
        f"publish: true\nstatus: submitted\nclasses: {{{M}: {{students: 20}}}}\n"
        f"changes:\n  - {{date: 2025-10-27, title: {M}, idea: talk, classes: [{M}]}}\n"
        f"  - {{date: 2031-10-27, title: {M} late}}\n---\n\n## {M}\n\nBody of {M}.\n"
    ),
}
BROKEN_YAML = [
    *(f"{M}: [{M}", f"{M}: {M}: {M}", f"- {M}\n{M}", f'{M}: "{M}" {M}', f"{M}: &{M} {M}", f"{M}: !{M} {M}"),
    *(
        f"{M}:{M}",
        f"{M}: {M}\n{M}: {M}",
        f"  {M}: x\n {M}: y",
        f'{M}: "{M}',
        f"{M}: '{M}'s {M}'",
        f"{M}: *{M}",
    ),
    *(f"{M}: @{M}", f"{M}: {M} # {M}", f"\t{M}: {M}", f"{M}\n---\n{M}: x", f"date: {M}\ntitle: {{{M}"),
]
TEXTS = {
    f"{ANA}/reflections/2025-10-04.md": f"---\ndate: {M}\ntitle: {M}\nchange: {M}\n{M}: {M}\n---\n\n# {M}\n",
    f"{ANA}/reflections/{M}.md": f"{M}\n\n[{M}](#{M}) <img src={M}.png> {M}@example.org\n",
    f"{ANA}/reflections/2025-10-05.md": f"---\ndate: 2025-11-05\ntitle: {M}\nvisit: {M}\n---\n\n> {M}\n",
    f"{ANA}/reviews/{M}.yml": (
        f"assessor: {M}\ndate: 2026-01-05\nattempt: {M}\ninquiry: {M}\ncontent: {M}\n"
        f"levels: {{{M}: {M}}}\nrecommendation: {M}\nfeedback: {M}\nevidence: {{{M}: {M}}}\n{M}: {M}\n"
    ),
    f"{ANA}/reviews/b.yml": (
        f"assessor: {M}\ndate: 2026-01-05\nattempt: 1\nlevels: {{question: {M}}}\n"
        f"evidence: {{question: {M}/x}}\nrecommendation: grant\nfeedback: {{question: {M}}}\n"
    ),
    f"{ANA}/submissions/1.json": f'{{"{M}": "{M}"}}',
    f"{ANA}/submissions/{M}.json": f'{{"date": "{M}", "{M}": ["{M}"]',
    f"{ANA}/masked-looks/{M}.yml": f"reader: {M}\ncharts: {{{M}: {M}}}\n",
    f"{ANA}/awards/visible/credential.json": f'{{"{M}": "{M}"}}',
    f"{ANA}/{M}/{M}.txt": M,
    f"{ANA}/data/{M}/x.csv": M,
    f"{ANA}/photos/{M}.pdf": M,
    "teachers/ben-carter/about.md": (
        f"---\nname: {M}\nrole: {M}\ncontact: {M}\ngithub: {M}!\n{M}: {M}\n---\n{M}\n"
    ),
    f"teachers/{M}/about.md": f"---\nnam: {M}\n---\n",
    f"teachers/{M}2/{M}/inquiry.md": f"---\ntitle: {M}\n---\n",
    f"pages/{M}.md": f"---\ntitle: {M}\norder: {M}\n{M}: {M}\n---\n\n[{M}]({M}) <{M}>\n",
    f"tools/{M}.yml": f"title: {M}\nunit: {M}\n{M}: {M}\nprompts:\n  - {{id: {M}!, text: {M}, kind: {M}}}\n",
    f"micro-credentials/{M}.md": f"---\ntitle: {M}\nimpact: {{prompts: [{M}], {M}: {M}}}\n{M}: {M}\n---\n",
    f"change-ideas/{M}.md": f"---\ntitl: {M}\nsource: {M}\n---\n\n[{M}]({M}.md)\n",
    f"{M}/{M}.md": M,
    f"credentials/{M}.json": M,
}
PROGRAMS: list[dict[str, str]] = [
    {f"{ANA}/inquiry.md": settings} | {f"{ANA}/data/{name}": text for name, text in TABLES.items()} | TEXTS
    for settings in SETTINGS.values()
] + [
    {
        f"{ANA}/inquiry.md": f"---\n{yaml}\n---\n\n{M}\n",
        f"{ANA}/reflections/2025-10-03.md": f"---\n{yaml}\n---\n\n{M}\n",
        f"{ANA}/reviews/a.yml": f"{yaml}\n",
        f"{ANA}/data/period-3.yml": f"- {yaml}\n",
        "tools/second.yml": f"{yaml}\n",
        "teachers/ben-carter/about.md": f"---\n{yaml}\n---\n",
    }
    for yaml in BROKEN_YAML
]
UNREADABLE = [
    {"program.yml": f"title: {M}\n{M}: {M}\ntheme: {M}\nurl: {M}\nlanguage: {M}\nassessors: [{M}, {M}]\n"},
    {"program.yml": f"{M}: [{M}\n"},
    {"program.yml": f"title: {M}\nissuer: {{name: {M}, did: {M}, keys: [{M}]}}\nallow_files: [{M}]\n"},
]
CHECKS = [("check",), ("check", "--format", "json"), ("check", "--format", "github"), ("check", "--strict")]
BUILDS = [("build",), ("build", "--drafts", "--explain")]


def markers(site: Site, *typed: str) -> list[str]:
    """The lines of what a command prints that hold the marker outside of a path of the program."""
    ran = portfolio(*typed, inside=site.root)
    printed = ran.out + ran.err
    assert printed.strip()
    paths = {path.relative_to(site.root).as_posix() for path in site.root.rglob(f"*{M}*")}
    paths |= {path.rpartition("/")[2] for path in paths if path.endswith(".csv")}
    for path in sorted(paths, key=len, reverse=True):
        printed = printed.replace(path, "PATH")
    lines = [line for line in printed.splitlines() if not PAGE.match(line)]
    return [line for line in lines if MARKER.search(line)]


@pytest.mark.parametrize("number", range(len(PROGRAMS)))
def test_no_text_of_the_content_is_quoted(tmp_path_factory: pytest.TempPathFactory, number: int) -> None:
    site = Site(tmp_path_factory.mktemp("marked")).change(PROGRAM).change(PROGRAMS[number])
    typed = [*CHECKS, *BUILDS] if number < len(SETTINGS) else CHECKS[:1]
    for command in typed:
        assert markers(site, *command) == []


@pytest.mark.parametrize("files", UNREADABLE)
def test_no_setting_of_the_program_is_quoted(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, str]
) -> None:
    site = Site(tmp_path_factory.mktemp("marked")).change(PROGRAM).change(files)
    assert markers(site, "check") == []
    assert markers(site, "build") == []


IMPORTED = {
    **TABLES,
    "form.csv": f"Timestamp,Which period?,{M} one,Comments\n9/8/2025 9:00:00,{M},{M},{M} cried\n",
    "form2.csv": f"Timestamp,Which period?,Explains,Comments\n9/8/2025 9:00:00,{M},8,{M} cried\n",
    "log.csv": f"stamp,session,class,n,prompt\n2025-09-08T09:00:00,s,{M},24,explains\n",
    "web.csv": f"<html><title>{M}</title>",
    "total.csv": f"date,class,n,explains\n2025-09-08,{M},24,8\n2025-09-15,,24,{M}\nTotal {M},,48,16\n",
}


@pytest.mark.parametrize("name", [name for name in IMPORTED if M not in name])
def test_import_quotes_nothing_of_the_file(site_with_import: Site, name: str) -> None:
    path = site_with_import.root / name
    path.write_text(IMPORTED[name], "utf-8")
    named = ("--inquiry", "ana-lopez/visible-thinking", "--dry-run")
    assert markers(site_with_import, "import", name, *named) == []
    assert markers(site_with_import, "import", name, *named, "--accept", "--new-classes") == []
    assert markers(site_with_import, "import", name, *named, "--column", "Nothing=skip") == []


@pytest.fixture
def site_with_import(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = Site(tmp_path_factory.mktemp("marked")).change(PROGRAM)
    return site.change({f"{ANA}/inquiry.md": SETTINGS["as it works"], f"{ANA}/data/period-2.csv": None})


def test_with_a_roster_all_but_its_names_is_quoted(tmp_path_factory: pytest.TempPathFactory) -> None:
    site = Site(tmp_path_factory.mktemp("marked")).change(PROGRAM).change(PROGRAMS[0])
    (site.root / "private").mkdir()
    (site.root / "private/roster.txt").write_text("Jaylen Brown\n", "utf-8")
    assert markers(site, "check")
