/* The tap-to-tally page.  Nothing leaves this phone unless its holder saves or shares it.
   State is one object, kept in localStorage after every tap; what is shown is drawn from it. */
(() => {
  "use strict";

  const { tool, words } = JSON.parse(document.getElementById("tally-data").textContent);
  const KEY = `runfolio-tally:${location.pathname.replace(/index\.html$/, "")}:${tool.id}:${tool.version}`;
  const WHOLE_NUMBER = "Type how many students are there: a whole number from 1 to 999.";
  const by = (id) => document.getElementById(id);
  const { stamp } = tallyLog;
  const say = (text, values = {}) =>
    (words[text] || text).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));

  // ---------------------------------------------------------------- what is kept

  let keeps = true;
  let state = load();

  function load() {
    const empty = { visits: [], current: null, classes: [], invited: null, light: false };
    try {
      const kept = JSON.parse(localStorage.getItem(KEY) || "null");
      if (kept && Array.isArray(kept.visits)) return { ...empty, ...kept };
    } catch {
      // refused, or not ours: start again; keep() finds out whether anything stays
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

  /** A session begins in a second of its own: two that share one are read as two people counting. */
  function freeSecond() {
    const times = state.visits.flatMap((visit) => [visit.began, ...visit.taps.map((one) => one.time)]);
    const free = (Math.floor(Math.max(0, ...times) / 1000) + 1) * 1000;
    const now = Date.now();
    return now < free && free - now < 60000 ? free : now; // further ahead, the clock was set back
  }

  function remember(name, n) {
    state.classes = [{ name, n }, ...state.classes.filter((one) => one.name !== name)].slice(0, 6);
  }

  /** An invitation's link fills in the class and the number.  A visit to another class, or of another day,
      that was never finished ends here. */
  function takeInvitation() {
    const invited = invitedClass.take();
    if (!invited) return false;
    const visit = current();
    const day = (time) => stamp(time).slice(0, 10);
    if (visit?.className !== invited.name || day(visit.began) !== day(Date.now())) state.current = null;
    state.invited = invited;
    return true;
  }

  /** The looks of one visit share their mark. */
  function begin(className, n, mark = tallyLog.newMark()) {
    const now = freeSecond();
    const visit = { mark, id: `${stamp(now).replace(/:/g, "")}-v${mark}`, className, n, began: now, taps: [] };
    state.visits.push(visit);
    state.current = visit.id;
    state.invited = null;
    remember(className, n);
    keep();
  }

  const count = (visit, prompt) => visit.taps.filter((tap) => tap.prompt === prompt).length;
  const most = (visit, prompt) => (prompt.once ? visit.n : Infinity);

  /** So many more of a prompt, as one thing to undo; each student is counted once, so that beyond the number
      of students that number is asked for again. */
  function tap(prompt, number) {
    const visit = current();
    if (!visit) return;
    const batch = visit.taps.length;
    const left = number - add(visit, prompt, number, batch);
    if (!left) return;
    const all = say("All {n} students are counted for this prompt.", { n: visit.n });
    by("said").textContent = all;
    ask(visit.id, `${all} ${say("If there are more students, correct the number.")}`, (corrected) => add(corrected, prompt, left, batch));
  }

  /** How many of them there was room for. */
  function add(visit, prompt, number, batch) {
    const added = Math.min(number, most(visit, prompt) - count(visit, prompt.id));
    const time = Math.max(Date.now(), visit.began);
    for (let one = 0; one < added; one += 1) visit.taps.push({ prompt: prompt.id, time, batch });
    if (added) visit.saved = false;
    by("said").textContent = `${prompt.text}: ${count(visit, prompt.id)}`;
    keep();
    draw();
    return added;
  }

  /** Asks for a visit's number of students; no count of students may be above it. */
  function ask(id, why, then = () => {}) {
    const find = () => state.visits.find((visit) => visit.id === id);
    visitForm.ask({
      n: find().n,
      why,
      check(n) {
        if (n === null) return say(WHOLE_NUMBER);
        const least = Math.max(0, ...tool.prompts.filter((prompt) => prompt.once).map((prompt) => count(find(), prompt.id)));
        return n < least ? say("{n} students are counted for a prompt already. Type {n} or more, or cancel and undo first.", { n: least }) : "";
      },
      save: (n) => resize(find(), n, then),
      gone: () => !find(), // removed meanwhile, in another window
    });
  }

  function resize(visit, n, then) {
    if (visit.n !== n) visit.saved = false;
    visit.n = n;
    remember(visit.className, n);
    then(visit);
    keep();
    if (by("count").hidden) drawEnd();
    else draw();
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

  const sender = tallyLog.sender({ tool, say, visits: () => state.visits, saved: markSaved });

  function markSaved() {
    for (const visit of state.visits) visit.saved = true;
    keep();
    drawEnd();
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
        element("button", { type: "button", click: () => fill(name, n) }, name)));
    if (state.invited) fill(state.invited.name, state.invited.n);
    const { name, n } = state.invited || {};
    by("invited").hidden = !n;
    by("invited").textContent = say("The invitation says {class}, {n} students. Count them, and correct the number if it differs.", { class: name, n });
    by("kept-visits").hidden = state.visits.length === 0;
  }

  function fill(name, n) {
    by("class").value = name;
    by("n").value = n ? String(n) : "";
  }

  function buildSlabs() {
    by("slabs").replaceChildren(
      ...tool.prompts.map((prompt) => {
        const slab = element(
          "button",
          { type: "button", class: "slab", "data-prompt": prompt.id, click: () => tap(prompt, 1) },
          element("b", {}, prompt.text),
          element("output", { id: `count-${prompt.id}` }, "0"),
        );
        const details = element(
          "button",
          { type: "button", class: "details", click: () => promptDetails.open(prompt, () => tap(prompt, 5)),
            "aria-label": say("What to look for: {prompt}", { prompt: prompt.text }) },
          "?",
        );
        return element("li", {}, slab, details);
      }));
  }

  /** Dark unless somebody asks for light: a lit face at the back of a classroom draws eyes. */
  function drawLight() {
    document.documentElement.toggleAttribute("data-light", state.light);
    document.querySelector("meta[name=theme-color]").content = state.light ? "#fbf9f4" : "#171614";
    by("light").textContent = say(state.light ? "Dark mode" : "Light mode");
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
          element("div", { class: "choices" }, ...(visit === state.visits.at(-1) ? [goOn(visit)] : []),
            element("button", { type: "button", class: "size", click: () => ask(visit.id, visit.className) }, say("Change number")), remove),
        );
      }));
    const none = state.visits.length === 0;
    for (const id of ["save", "copy", "clear"]) by(id).disabled = none;
    by("share").hidden = none || !(navigator.canShare && navigator.canShare({ files: [sender.file()] }));
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
    return element("button", { type: "button", class: "resume", click: resume }, say("Keep counting"));
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
    const className = visitForm.className(by("class").value);
    const n = visitForm.students(by("n").value);
    const wrong = className ? WHOLE_NUMBER : "Type the class and how many students are there.";
    const good = className !== "" && n !== null;
    by("start-said").textContent = good ? "" : say(wrong);
    if (!good) return by(className ? "n" : "class").focus();
    begin(className, n);
    by("begin").reset();
    return screen("count");
  });
  visitForm.step(by("n"), by("less"), by("more"), () => state.classes[0]?.n || 20);
  by("resize-now").addEventListener("click", () => {
    const visit = current();
    if (visit) ask(visit.id, visit.className);
  });
  by("undo").addEventListener("click", undo);
  by("light").addEventListener("click", () => {
    state.light = !state.light;
    keep();
    drawLight();
  });
  by("look").addEventListener("click", () => {
    const visit = current();
    if (!visit) return;
    begin(visit.className, visit.n, visit.mark);
    by("said").textContent = say("The next interval has begun.");
    draw();
  });
  by("finish").addEventListener("click", () => {
    state.current = null;
    keep();
    screen("end");
  });
  by("another").addEventListener("click", () => screen("start"));
  by("kept-visits").addEventListener("click", () => screen("end"));
  by("save").addEventListener("click", sender.save);
  by("share").addEventListener("click", sender.share);
  by("copy").addEventListener("click", sender.copy);
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
  addEventListener("hashchange", () => {
    if (!takeInvitation()) return;
    keep();
    screen(current() ? "count" : "start");
  });
  takeInvitation();
  keep();
  screen(current() ? "count" : "start");
  document.documentElement.dataset.ready = "yes";

  if ("serviceWorker" in navigator && location.protocol.startsWith("http")) {
    navigator.serviceWorker.register("sw.js").catch(() => {}); // then it works online only
  }
})();
