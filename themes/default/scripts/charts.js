/* A button under each run chart turns it into an interactive one, in place.  The bundle and the spec
   are loaded when the first button is used; the rows are those of the table under the chart. */
(() => {
  "use strict";

  const data = JSON.parse(document.getElementById("chart-data").textContent);
  const { words } = data;
  const { bundle, spec } = document.currentScript.dataset;
  const DAY = 86400000;
  const EPOCH = 719163; // 1970-01-01 as the page counts days
  let loading = null;

  function load(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
  }

  const ready = () => (loading ??= Promise.all([bundle, spec].map(load)));
  const time = (day) => (day - EPOCH) * DAY;
  const say = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

  /** The rows of a chart, from the table under it. */
  function rowsOf(table) {
    const [first, ...values] = table.dataset.rows.split(";");
    const signals = { g: "good", w: "wrong" };
    return [...table.querySelectorAll("tbody td")].map((cell, index) => {
      const [day, value] = values[index].split(",");
      const row = cell.parentElement;
      const phase = row.parentElement.querySelector("th[scope=rowgroup]");
      return {
        index,
        x: time(Number(first) + Number(day)),
        y: value === "" ? null : parseFloat(value),
        signal: signals[value.at(-1)] || "",
        words: [...row.cells, phase].map((one) => one?.textContent.trim()).filter(Boolean),
        class: table.dataset.class,
      };
    });
  }

  const tableOf = (id) => document.querySelector(`table[data-chart="${CSS.escape(id)}"]`);

  function colours(element) {
    const style = getComputedStyle(element);
    const value = (name) => style.getPropertyValue(name).trim();
    return { ink: value("--ink"), accent: value("--accent"), warn: value("--warn"), quiet: value("--grey-2"), paper: value("--paper") };
  }

  /** Months as the page's language writes them. */
  function locale() {
    const months = data.months;
    const none = ["", "", "", "", "", "", ""];
    return {
      number: { decimal: data.decimal, thousands: "", grouping: [3], currency: ["", ""] },
      time: { dateTime: "%x", date: "%x", time: "%X", periods: ["", ""], days: none, shortDays: none, months, shortMonths: months },
    };
  }

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  function saveAs(name, blob) {
    const link = element("a", { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  async function open(figure, button) {
    button.disabled = true;
    const id = figure.dataset.chart;
    const chart = data.charts[id];
    const svg = figure.querySelector("svg.rc");
    try {
      await ready();
    } catch {
      button.disabled = false;
      return;
    }
    const rows = rowsOf(tableOf(id));
    const others = Object.entries(data.charts)
      .filter(([other, one]) => other !== id && one.prompt === chart.prompt && tableOf(other))
      .flatMap(([other]) => rowsOf(tableOf(other)));
    const canvas = element("div", { className: "live-canvas", tabIndex: 0 });
    canvas.setAttribute("role", "group");
    canvas.setAttribute("aria-label", `${svg.getAttribute("aria-label") || svg.querySelector("title").textContent}. ${words.keys}`);
    const readout = element("p", { className: "live-readout" });
    readout.setAttribute("role", "status");
    const tools = element("p", { className: "live-tools" });
    const live = element("div", { className: "live" }, canvas, readout, tools);
    svg.after(live);

    const view = new window.vega.View(
      window.vega.parse(structuredClone(window.runfolioChart), null, { ast: true }),
      { expr: window.vega.expressionInterpreter, renderer: "canvas", container: canvas, hover: false, locale: locale() },
    );
    const wide = Math.max(canvas.clientWidth - 60, 220);
    for (const [name, value] of Object.entries({ ...colours(figure), low: chart.low, high: chart.high })) view.signal(name, value);
    view.data("rows", rows).data("others", []);
    view.data("levels", chart.levels.map(([kind, from, to, y]) => ({ solid: kind === "frozen", x: time(from), x2: time(to), y })));
    view.data("flags", chart.flags.map(([x, number]) => ({ x: time(x), number })));
    await view.width(wide).height(Math.min(wide * 0.62, 300)).runAsync();
    svg.setAttribute("hidden", "");
    svg.classList.add("is-hidden");

    let focus = -1;
    function look(index) {
      focus = Math.min(Math.max(index, 0), rows.length - 1);
      const row = rows[focus];
      const parts = [row.words.join(", ")];
      const level = chart.levels.find(([, from, to]) => time(from) <= row.x && row.x <= time(to) + DAY);
      if (row.y !== null && level) {
        const side = row.y > level[3] ? words.above : row.y < level[3] ? words.below : words.on;
        parts.push(say(side, { median: level[4] }));
      }
      if (row.signal) parts.push(words.shift);
      readout.textContent = `${parts.join(". ")}.`;
      view.signal("focus", row.y === null ? -1 : focus).runAsync();
    }
    readout.textContent = words.begin;

    canvas.addEventListener("keydown", (event) => {
      const step = { ArrowRight: focus + 1, ArrowLeft: focus - 1, Home: 0, End: rows.length - 1 }[event.key];
      if (step !== undefined) {
        event.preventDefault();
        look(step);
      }
      if (event.key === "Escape") close();
    });
    const nearest = (event) => {
      const box = canvas.querySelector("canvas").getBoundingClientRect();
      const at = view.scale("x").invert(event.clientX - box.left - view.origin()[0]).valueOf();
      const distance = (row) => Math.abs(row.x - at);
      look(rows.reduce((best, row, index) => (distance(row) < distance(rows[best]) ? index : best), 0));
    };
    canvas.addEventListener("pointermove", nearest);
    canvas.addEventListener("pointerdown", nearest);

    function close() {
      view.finalize();
      live.remove();
      svg.removeAttribute("hidden");
      svg.classList.remove("is-hidden");
      button.disabled = false;
      button.focus();
    }

    const name = `${id.replace(/^chart-/, "")}`;
    const control = (text, click) => element("button", { type: "button", textContent: text, onclick: click });
    if (others.length) {
      const compare = element("input", { type: "checkbox" });
      compare.addEventListener("change", () => view.data("others", compare.checked ? others : []).runAsync());
      tools.append(element("label", {}, compare, ` ${words.compare}`));
    }
    tools.append(
      control(words.png, async () => {
        const picture = await view.toCanvas(2);
        picture.toBlob((blob) => saveAs(`${name}.png`, blob), "image/png");
      }),
      control(words.svg, async () => saveAs(`${name}.svg`, new Blob([await view.toSVG()], { type: "image/svg+xml" }))),
      control(words.close, close),
    );
    canvas.focus({ preventScroll: true });
  }

  for (const figure of document.querySelectorAll("figure[data-chart]")) {
    if (!tableOf(figure.dataset.chart)) continue;
    const button = element("button", { type: "button", className: "live-button", textContent: words.open });
    button.addEventListener("click", () => open(figure, button));
    figure.querySelector(".chart-foot").append(button);
  }
})();
