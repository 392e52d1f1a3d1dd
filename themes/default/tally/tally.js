/* The tap-to-tally page.  Nothing leaves this phone unless its holder saves or shares it.
   State is one object, kept in localStorage after every tap; what is shown is drawn from it. */
(() => {
  "use strict";

  const { tool, words } = JSON.parse(document.getElementById("tally-data").textContent);
  const KEY = `runfolio-tally:${location.pathname.replace(/index\.html$/, "")}:${tool.id}:${tool.version}`;
  const UNSAFE = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/; // what a spreadsheet would take for a formula
  const by = (id) => document.getElementById(id);
  const say = (text, values = {}) =>
    (words[text] || text).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));

  // ---------------------------------------------------------------- what is kept

  let keeps = true;
  let state = load();

  function load() {
    const empty = { visits: [], current: null, classes: [], light: false };
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) || "null");
      if (kept && Array.isArray(kept.visits)) return { ...empty, ...kept };
    } catch {
      // refused, or not ours: begin anew; keep() finds out whether anything stays
    }
    return empty;
  }

  function keep() {
    try {
      localStorage.setItem(KEY, JSON.stringify(state));
      keeps = true;
    } catch {
      keeps = false;
    }
    by("not-kept").hidden = keeps;
  }

  /** The QR code opens the page once more beside itself: what was counted there is counted here too. */
  function catchUp() {
    try {
      const kept = localStorage.getItem(KEY);
      if (!keeps || kept === null || kept === JSON.stringify(state)) return;
    } catch {
      return;
    }
    state = load();
    const shown = document.body.dataset.screen;
    if (current()) screen("count");
    else screen(shown === "count" ? "end" : shown);
  }

  const current = () => state.visits.find((visit) => visit.id === state.current);

  // ---------------------------------------------------------------- what is counted

  /** Local time without a zone, as the log has it: 2025-10-06T09:14:03 */
  function stamp(time) {
    const two = (number) => String(number).padStart(2, "0");
    const day = new Date(time);
    const date = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
    return `${date}T${two(day.getHours())}:${two(day.getMinutes())}:${two(day.getSeconds())}`;
  }

  /** A session begins in a second of its own: two that share one are read as two people counting. */
  function freeSecond() {
    const times = state.visits.flatMap((visit) => [visit.began, ...visit.taps.map((one) => one.time)]);
    const free = (Math.floor(Math.max(0, ...times) / 1000) + 1) * 1000;
    const now = Date.now();
    return now < free && free - now < 60000 ? free : now; // further ahead, the clock was set back
  }

  function begin(className, n) {
    const now = freeSecond();
    const mark = Array.from(crypto.getRandomValues(new Uint8Array(5)), (one) => (one % 36).toString(36)).join("");
    const visit = { id: `${stamp(now).replace(/:/g, "")}-${mark}`, className, n, began: now, taps: [] };
    state.visits.push(visit);
    state.current = visit.id;
    state.classes = [{ name: className, n }, ...state.classes.filter((one) => one.name !== className)].slice(0, 6);
    keep();
  }

  const count = (visit, prompt) => visit.taps.filter((tap) => tap.prompt === prompt).length;
  const most = (visit, prompt) => (prompt.once ? visit.n : Infinity);

  /** So many more of a prompt, as one thing to undo; each student is counted once. */
  function tap(prompt, number) {
    const visit = current();
    if (!visit) return;
    const room = most(visit, prompt) - count(visit, prompt.id);
    const added = Math.min(number, room);
    const time = Math.max(Date.now(), visit.began);
    const batch = visit.taps.length;
    for (let one = 0; one < added; one += 1) visit.taps.push({ prompt: prompt.id, time, batch });
    if (added) visit.saved = false;
    by("said").textContent =
      room <= number && room !== Infinity && added < number
        ? say("All {n} students are counted for this prompt.", { n: visit.n })
        : `${prompt.text}: ${count(visit, prompt.id)}`;
    keep();
    draw();
  }

  function undo() {
    const visit = current();
    const last = visit?.taps.at(-1);
    if (!last) return;
    visit.taps = visit.taps.filter((one) => one.batch !== last.batch);
    visit.saved = false;
    by("said").textContent = say("Taken back.");
    keep();
    draw();
  }

  // ---------------------------------------------------------------- the log

  const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  const harmless = (text) => (UNSAFE.test(text) ? `'${text}` : text);

  function log() {
    const rows = [["stamp", "session", "class", "n", "prompt"]];
    for (const visit of state.visits) {
      const lead = [visit.id, harmless(visit.className), String(visit.n)];
      rows.push([stamp(visit.began), ...lead, ""]);
      for (const one of visit.taps) rows.push([stamp(one.time), ...lead, one.prompt]);
    }
    return rows.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
  }

  function fileName() {
    const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "").toLowerCase();
    const classes = [...new Set(state.visits.map((visit) => plain(visit.className)))];
    const day = stamp(state.visits.length ? state.visits[0].began : Date.now()).slice(0, 10);
    return [tool.id, classes.length === 1 ? classes[0] : "", day].filter(Boolean).join("-") + ".csv";
  }

  function save() {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([log()], { type: "text/csv" }));
    link.download = fileName();
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    markSaved();
    by("end-said").textContent = say("Saved as {file}.", { file: fileName() });
  }

  function markSaved() {
    for (const visit of state.visits) visit.saved = true;
    keep();
    drawEnd();
  }

  const asFile = () => new File([log()], fileName(), { type: "text/csv" });

  async function share() {
    try {
      await navigator.share({ files: [asFile()], title: tool.title });
      markSaved();
    } catch (trouble) {
      if (trouble.name !== "AbortError") save();
    }
  }

  async function copy() {
    const text = by("copied");
    try {
      await navigator.clipboard.writeText(log());
      by("end-said").textContent = say("Copied. Paste it into an e-mail or a file.");
    } catch {
      text.hidden = false;
      text.value = log();
      text.select();
      by("end-said").textContent = say("Copy the lines below.");
    }
  }

  // ---------------------------------------------------------------- what is shown

  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "click") made.addEventListener("click", value);
      else made.setAttribute(key, value);
    }
    made.append(...children);
    return made;
  }

  function screen(name) {
    drawLight();
    for (const one of ["start", "count", "end"]) by(one).hidden = one !== name;
    document.body.dataset.screen = name;
    if (name === "start") drawStart();
    if (name === "end") drawEnd();
    if (name === "count") {
      buildSlabs();
      draw();
      awake();
    }
    by(name).querySelector("h2")?.focus();
  }

  function drawStart() {
    by("known").replaceChildren(
      ...state.classes.map(({ name, n }) =>
        element("button", { type: "button", click: () => { by("class").value = name; by("n").value = String(n); } }, name)));
    by("kept-visits").hidden = state.visits.length === 0;
  }

  function buildSlabs() {
    by("slabs").replaceChildren(
      ...tool.prompts.map((prompt) => {
        const said = element("span", { class: "words" }, element("b", {}, prompt.text));
        if (prompt.look_for) said.append(element("span", { class: "look-for" }, prompt.look_for));
        const slab = element(
          "button",
          { type: "button", class: "slab", "data-prompt": prompt.id, click: () => tap(prompt, 1) },
          said,
          element("output", { id: `count-${prompt.id}` }, "0"),
        );
        const several = element(
          "button",
          { type: "button", class: "side several", click: () => tap(prompt, 5),
            "aria-label": say("5 more: {prompt}", { prompt: prompt.text }) },
          "+5",
        );
        return element("li", {}, slab, several);
      }));
  }

  /** Dark unless somebody asks for light: a lit face at the back of a classroom draws eyes. */
  function drawLight() {
    document.documentElement.toggleAttribute("data-light", state.light);
    document.querySelector("meta[name=theme-color]").content = state.light ? "#fbf9f4" : "#171614";
    by("light").textContent = say(state.light ? "Dark screen" : "Light screen");
  }

  function draw() {
    const visit = current();
    if (!visit) return;
    by("where").textContent = say("{class}, {n} students", { class: visit.className, n: visit.n });
    for (const prompt of tool.prompts) {
      const number = count(visit, prompt.id);
      const full = number >= most(visit, prompt);
      by(`count-${prompt.id}`).textContent = String(number);
      const slab = document.querySelector(`[data-prompt="${CSS.escape(prompt.id)}"]`);
      slab.classList.toggle("full", full);
      slab.setAttribute("aria-label", `${prompt.text}: ${number}`);
    }
    by("undo").disabled = visit.taps.length === 0;
    tick();
  }

  /** How far the interval has come: a thin bar, and its number in words. */
  function tick() {
    const visit = current();
    if (!visit || !tool.interval_minutes || by("count").hidden) return;
    const length = tool.interval_minutes * 60000;
    const gone = Math.max(Date.now() - visit.began, 0);
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    by("fill").style.transform = `scaleX(${still ? 1 : (gone % length) / length})`;
    by("interval").textContent = say("Interval {n}", { n: Math.floor(gone / length) + 1 });
  }

  function drawEnd() {
    by("visits").replaceChildren(
      ...state.visits.map((visit) => {
        const counts = tool.prompts.map((prompt) => element("div", {}, `${prompt.text}: ${count(visit, prompt.id)}`));
        const when = stamp(visit.began).replace("T", " ").slice(0, 16);
        const remove = element("button", { type: "button", class: "remove" }, say("Remove"));
        remove.addEventListener("click", () => {
          if (remove.dataset.sure) return forget((one) => one !== visit);
          remove.dataset.sure = "yes";
          remove.textContent = say("Really remove?");
          return undefined;
        });
        return element(
          "li",
          {},
          element(
            "div",
            {},
            element("b", {}, say("{class}, {n} students", { class: visit.className, n: visit.n })),
            element("div", { class: "quiet" }, visit.saved ? `${when} · ${say("Saved")}` : when),
            ...counts,
          ),
          element("div", { class: "choices" }, ...(visit === state.visits.at(-1) ? [goOn(visit)] : []), remove),
        );
      }));
    const none = state.visits.length === 0;
    for (const id of ["save", "copy", "clear"]) by(id).disabled = none;
    by("share").hidden = none || !(navigator.canShare && navigator.canShare({ files: [asFile()] }));
    by("clear").textContent = say("Clear all");
    delete by("clear").dataset.sure;
    by("copied").hidden = true;
  }

  /** Only the latest visit goes on, so that no two overlap in time. */
  function goOn(visit) {
    const resume = () => {
      state.current = visit.id;
      keep();
      screen("count");
    };
    return element("button", { type: "button", class: "resume", click: resume }, say("Go on counting"));
  }

  function forget(staying) {
    state.visits = state.visits.filter(staying);
    keep();
    drawEnd();
  }

  /** A phone that stays awake while somebody counts; where it cannot, the counts are kept anyway. */
  async function awake() {
    try {
      if (navigator.wakeLock) await navigator.wakeLock.request("screen");
    } catch {
      // low battery, or not allowed
    }
  }

  // ---------------------------------------------------------------- the buttons

  by("begin").addEventListener("submit", (event) => {
    event.preventDefault();
    const className = by("class").value.trim().replace(/\s+/g, " ");
    const n = Number.parseInt(by("n").value, 10);
    const good = className !== "" && n >= 1 && n <= 999;
    by("start-said").textContent = good ? "" : say("Type the class and how many students are there.");
    if (!good) return by(className ? "n" : "class").focus();
    begin(className, n);
    by("begin").reset();
    return screen("count");
  });
  for (const [id, step] of [["less", -1], ["more", 1]]) {
    by(id).addEventListener("click", () => {
      const now = Number.parseInt(by("n").value, 10);
      const next = now >= 0 ? now + step : state.classes[0]?.n || 20;
      by("n").value = String(Math.min(Math.max(next, 1), 999));
    });
  }
  by("undo").addEventListener("click", undo);
  by("light").addEventListener("click", () => {
    state.light = !state.light;
    keep();
    drawLight();
  });
  by("look").addEventListener("click", () => {
    const visit = current();
    if (!visit) return;
    begin(visit.className, visit.n);
    by("said").textContent = say("A new look at the same class.");
    draw();
  });
  by("finish").addEventListener("click", () => {
    state.current = null;
    keep();
    screen("end");
  });
  by("another").addEventListener("click", () => screen("start"));
  by("kept-visits").addEventListener("click", () => screen("end"));
  by("save").addEventListener("click", save);
  by("share").addEventListener("click", share);
  by("copy").addEventListener("click", copy);
  by("clear").addEventListener("click", () => {
    const button = by("clear");
    if (button.dataset.sure) return forget(() => false);
    button.dataset.sure = "yes";
    const saved = state.visits.every((visit) => visit.saved);
    button.textContent = say(saved ? "Really clear all?" : "Really clear all? Save first.");
    return undefined;
  });

  by("look").hidden = !tool.samples;
  by("bar").hidden = !tool.interval_minutes;
  setInterval(tick, 1000);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    catchUp();
    if (current()) {
      draw();
      awake();
    }
  });
  addEventListener("storage", catchUp);
  keep();
  screen(current() ? "count" : "start");
  document.documentElement.dataset.ready = "yes";

  if ("serviceWorker" in navigator && location.protocol.startsWith("http")) {
    navigator.serviceWorker.register("sw.js").catch(() => {}); // then it works online only
  }
})();
