/* The page that checks a credential: what credential.js finds, in words, and the signed run charts.  Whatever
   the credential says is shown as text. */
(() => {
  "use strict";

  const { credentialIn, ownAward, canVerify, check, asList, known } = window.runfolio;
  const place = document.getElementById("verify");
  const out = document.getElementById("verified");
  const words = known.words;
  const language = document.documentElement.lang;

  const say = (key, values = {}) =>
    (words[key] || key).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? shown(values[name]) : whole));
  const shown = (value) =>
    value instanceof Date && !Number.isNaN(value.getTime())
      ? value.toLocaleDateString(language, { dateStyle: "long", timeZone: "UTC" })
      : String(value);
  const number = (value) => (Math.round(value * 10) / 10).toLocaleString(language);

  function made(name, text, kind) {
    const element = document.createElement(name);
    if (text !== undefined) element.textContent = text;
    if (kind) element.className = kind;
    return element;
  }

  function section(title, ...parts) {
    const element = made("section");
    element.append(made("h2", title), ...parts);
    return element;
  }

  /* ---------------------------------------------------------------- what was found */

  async function show(credential, name) {
    out.replaceChildren();
    document.getElementById("verify-file").textContent = name;
    if (!(await canVerify())) {
      out.append(made("p", say("no_ed25519"), "lead"));
      out.dataset.result = "unknown";
      return;
    }
    const subject = credential.credentialSubject || {};
    const person = asList(subject.identifier).map((one) => one && one.identityHash)[0] || subject.id || "";
    const list = made("ul", undefined, "plain-list checks");
    const title = made("p", "", "lead");
    const found = { no: 0, unknown: 0 };
    /* until its signature fits, whatever it says is no more than a claim */
    let signed = false;
    const step = (answer, key, values = {}) => {
      const line = made("li", undefined, answer === "yes" ? "holds" : "fails");
      line.append(made("b", { yes: say("yes"), no: say("no"), unknown: "?" }[answer]), ` ${say(key, values)}`);
      list.append(line);
      if (answer in found) found[answer] += 1;
      signed = signed || key === "signed";
    };
    const files = await check(credential, step);
    const result = found.no ? "bad" : found.unknown || !files ? "unknown" : "good";
    const about = { title: credential.name || "?", name: person || "?" };
    title.textContent = say(signed ? "awarded" : "claims", about);
    out.append(section(say({ good: "good", bad: "bad", unknown: "cannot" }[result]), title, list));
    out.firstChild.className = result;
    out.dataset.result = result;
    if (result === "good") list.append(made("li", say("again")));
    if (!files) return;
    showHalves(subject.achievement || {}, asList(subject.result));
    showFinding(credential, JSON.parse(files[known.finding]));
  }

  /* The levels that were reached and the impact, each with what it was held against. */
  function showHalves(achievement, results) {
    const described = new Map(asList(achievement.resultDescription).map((one) => [one.id, one]));
    const list = made("ul", undefined, "plain-list");
    for (const result of results) {
      const about = described.get(result.resultDescription) || {};
      const line = made("li", `${about.name || ""}: `);
      line.append(made("b", result.value || say("shown")));
      list.append(line);
    }
    out.append(section(say("halves"), made("p", achievement.description || ""), list));
  }

  function showFinding(credential, finding) {
    const wanted = finding.inputs.requirement;
    const grid = made("table");
    const head = made("tr");
    for (const text of [say("class"), ...wanted.prompts]) head.append(made("th", text));
    head.querySelectorAll("th").forEach((cell) => cell.setAttribute("scope", "col"));
    grid.append(head);
    for (const one of finding.requirement.classes) {
      const line = made("tr");
      const name = made("th", one.class);
      name.setAttribute("scope", "row");
      line.append(name, ...wanted.prompts.map((prompt) => made("td", say(one.verdicts[prompt] || "–"))));
      grid.append(line);
    }
    const charts = made("div", undefined, "checked-charts");
    for (const one of finding.series) {
      const judged = finding.requirement.classes.some((row) => row.class === one.class);
      if (judged && one.prompt === wanted.prompts[0] && one.median !== null) charts.append(chart(finding, one));
    }
    out.append(section(say("finding"), grid, charts));
    for (const one of asList(credential.evidence)) {
      if (!/^https:\/\//.test(one.id)) continue;
      const link = made("a", `${say("evidence")}: ${one.name || ""}`);
      link.href = one.id;
      link.rel = "noreferrer";
      const line = made("p");
      line.append(link);
      out.append(line);
    }
  }

  /* ---------------------------------------------------------------- one run chart */

  const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, FOOT] = [300, 200, 50, 10, 34, 24];

  function drawn(name, attributes, text) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text !== undefined) element.textContent = text;
    return element;
  }

  function chart(finding, one) {
    const kind = finding.inputs.prompts.find((prompt) => prompt.id === one.prompt) || {};
    const phase = finding.inputs.phases.find((entry) => entry.class === one.class && entry.phase === one.phase) || {};
    const visits = Object.entries(one.values).map(([date, value]) => ({ date, value, time: Date.parse(date) }));
    const points = visits.filter((visit) => visit.value !== null);
    const days = visits.map((visit) => visit.time);
    const [first, last] = [Math.min(...days), Math.max(...days)];
    const share = kind.kind === "count_of" || kind.kind === "percent";
    const written = (value) => (share ? (value / 100).toLocaleString(language, { style: "percent" }) : number(value));
    const most = share ? 100 : Math.max(1, ...points.map((point) => point.value), one.median || 0);
    const least = share ? 0 : Math.min(0, ...points.map((point) => point.value));
    const x = (day) => LEFT + ((day - first) / (last - first || 1)) * (WIDTH - LEFT - RIGHT);
    const y = (value) => HEIGHT - FOOT - ((value - least) / (most - least)) * (HEIGHT - TOP - FOOT);
    const median = written(one.median);
    const said = say("chart", { prompt: one.prompt, class_name: one.class, n: points.length, median });
    const picture = drawn("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "checked-chart", role: "img", "aria-label": said });
    picture.append(drawn("text", { x: LEFT, y: 14 }, `${one.class} · ${one.prompt}`));
    for (const value of [least, most]) picture.append(drawn("text", { x: LEFT - 6, y: y(value) + 4, "text-anchor": "end" }, written(value)));
    picture.append(drawn("path", { class: "median", d: `M${LEFT},${y(one.median)}H${WIDTH - RIGHT}` }));
    /* at its end and on the side away from what got better, where few points lie */
    const beside = y(one.median) + (kind.better === "lower" ? -8 : 16);
    picture.append(drawn("text", { x: WIDTH - RIGHT, y: beside, "text-anchor": "end" }, median));
    const until = visits.filter((visit) => visit.date <= phase.baseline_until).length;
    if (until > 0 && until < visits.length) {
      const between = (x(days[until - 1]) + x(days[until])) / 2;
      picture.append(drawn("path", { class: "change", d: `M${between},${TOP - 8}V${HEIGHT - FOOT}` }), drawn("text", { x: between + 4, y: TOP }, one.change));
    }
    /* the line is broken where a visit was missed */
    const runs = visits.reduce((all, visit) => (visit.value === null ? [...all, []] : [...all.slice(0, -1), [...all[all.length - 1], visit]]), [[]]);
    for (const run of runs) {
      if (run.length > 1) picture.append(drawn("path", { class: "way", d: `M${run.map((visit) => `${x(visit.time)},${y(visit.value)}`).join("L")}` }));
    }
    for (const point of points) {
      const better = kind.better === "lower" ? point.value < one.median : point.value > one.median;
      const after = point.date > phase.baseline_until;
      picture.append(drawn("circle", { cx: x(point.time), cy: y(point.value), r: 4, class: after && better ? "good" : "" }));
    }
    if (points.length) {
      const day = (date) => new Date(date).toLocaleDateString(language, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
      picture.append(
        drawn("text", { x: LEFT, y: HEIGHT - 6 }, day(points[0].date)),
        drawn("text", { x: WIDTH - RIGHT, y: HEIGHT - 6, "text-anchor": "end" }, day(points[points.length - 1].date)),
      );
    }
    return picture;
  }

  /* ---------------------------------------------------------------- asking */

  async function take(file) {
    out.dataset.result = "";
    const failed = (key) => {
      out.replaceChildren(made("p", say(key), "lead"));
      out.dataset.result = "bad";
    };
    let credential;
    const name = typeof file === "string" ? `${file}.json` : file.name;
    try {
      credential = await (typeof file === "string" ? ownAward(file) : credentialIn(file));
    } catch {
      failed(typeof file === "string" ? "no_award" : /\.(png|jpe?g|webp|gif)$/i.test(name) ? "no_longer" : "file");
      return;
    }
    try {
      await show(credential, name);
    } catch {
      failed("not_form");
    }
  }

  /* /verify/#ID: the site's own award of this name, without a file */
  const takeNamed = () => location.hash.length > 1 && take(decodeURIComponent(location.hash.slice(1)));
  window.addEventListener("hashchange", takeNamed);
  takeNamed();

  place.hidden = false;
  place.addEventListener("change", (event) => event.target.files[0] && take(event.target.files[0]));
  place.addEventListener("dragover", (event) => {
    event.preventDefault();
    place.classList.add("over");
  });
  place.addEventListener("dragleave", () => place.classList.remove("over"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("over");
    if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
  });
})();
