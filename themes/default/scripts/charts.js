/* A button under each run chart turns it into an interactive one, in place and of the same size.  The
   bundle and what goes with it are loaded when the first button is used.  The points are those of the table under
   the chart; all that stands around them is read off the picture, so that nothing is lost or differs. */
(() => {
  "use strict";

  const data = JSON.parse(document.getElementById("chart-data").textContent);
  const { words } = data;
  const { bundle, spec, saved } = document.currentScript.dataset;
  const DAY = 86400000;
  const EPOCH = 719163; // 1970-01-01 as the page counts days
  const SLACK = 12;
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

  const ready = () => (loading ??= Promise.all([bundle, spec, saved].map(load)));
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

  /** The colors of a picture, for what it need not have any of itself. */
  function colorsOf(svg) {
    const probe = document.createElementNS(svg.namespaceURI, "g");
    svg.append(probe);
    const color = (name) => {
      probe.style.fill = `var(${name})`;
      return getComputedStyle(probe).fill;
    };
    const colors = { ink: color("--ink"), quiet: color("--grey-2"), paper: color("--paper") };
    probe.remove();
    return colors;
  }

  /** The straight pieces of a path of M, h, v, H and V, in the picture's units. */
  function pieces(path) {
    const steps = path.getAttribute("d").match(/[A-Za-z]|-?[\d.]+/g) ?? [];
    const found = [];
    let [x, y, command] = [0, 0, ""];
    while (steps.length) {
      if (/[A-Za-z]/.test(steps[0])) command = steps.shift();
      if (command === "z") continue;
      const [x1, y1, number] = [x, y, Number(steps.shift())];
      if (command === "M") [x, y] = [number, Number(steps.shift())];
      else if (command === "h") x += number;
      else if (command === "H") x = number;
      else if (command === "v") y += number;
      else if (command === "V") y = number;
      if (command !== "M") found.push({ x: x1, y: y1, x2: x, y2: y });
    }
    return found;
  }

  /** What a picture shows beside its points, in pixels from the corner of its plot. */
  function marksOf(svg, toPixel) {
    const [boxes, strokes] = [[], []];
    for (const path of svg.querySelectorAll("path")) {
      const style = getComputedStyle(path);
      const look = { stroke: style.stroke === "none" ? null : style.stroke, width: parseFloat(style.strokeWidth) * toPixel.scale };
      if (path.matches(".rc-sustained, .rc-begun, .rc-lost")) {
        const lines = pieces(path);
        for (let at = 0; at < lines.length; at += 3) {
          const [top, side] = [lines[at], lines[at + 1]];
          boxes.push({ ...toPixel.piece({ x: top.x, y: top.y, x2: side.x2, y2: side.y2 }), ...look, fill: style.fill === "none" ? null : style.fill, opacity: Number(style.fillOpacity) });
        }
      } else if (!path.matches(".rc-line, .rc-plain, .rc-good, .rc-wrong, .rc-ring, .rc-disc, .rc-visit")) {
        const dash = style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(",").map((part) => parseFloat(part) * toPixel.scale);
        const opacity = Number(style.strokeOpacity);
        strokes.push(...pieces(path).map((piece) => ({ ...toPixel.piece(piece), ...look, dash, opacity })));
      }
    }
    const words = [...svg.querySelectorAll("text")].map((text) => {
      const style = getComputedStyle(text);
      const kind = style.textAnchor === "middle" ? "middle" : Number(style.fontWeight) > 500 ? "bold" : "start";
      const [x, y] = [Number(text.getAttribute("x")), Number(text.getAttribute("y"))];
      return { ...toPixel.point(x, y), text: text.textContent, kind, fill: style.fill, size: parseFloat(style.fontSize) * toPixel.scale };
    });
    const discs = [...svg.querySelectorAll(".rc-disc, .rc-ring")].flatMap((path) => {
      const style = getComputedStyle(path);
      const look = { fill: style.fill === "none" ? null : style.fill, stroke: style.stroke, width: parseFloat(style.strokeWidth) * toPixel.scale };
      return [...path.getAttribute("d").matchAll(/M(-?[\d.]+) ?(-?[\d.]+)a([\d.]+)/g)].map((circle) => {
        const [x, y, radius] = circle.slice(1).map(Number);
        return { ...toPixel.point(x + radius, y), ...look, size: Math.PI * (radius * toPixel.scale) ** 2 };
      });
    });
    return { boxes, strokes, words, discs };
  }

  /** The looks of a point: its shape and color are those of the picture. */
  function pointLook(row, svg, chart, scale) {
    const style = (name) => getComputedStyle(svg.querySelector(name) ?? svg);
    const up = chart.down ? "triangle-down" : "triangle-up";
    const away = chart.down ? "triangle-up" : "triangle-down";
    if (row.signal === "good") return { shape: up, fill: style(".rc-good").fill, stroke: null, size: 74 * scale * scale };
    if (row.signal === "wrong") return { shape: away, fill: style(".rc-wrong").fill, stroke: style(".rc-wrong").stroke, size: 74 * scale * scale };
    return { shape: "circle", fill: style(".rc-plain").stroke, stroke: null, size: 20 * scale * scale };
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

  /** The figures of one row, or of one staircase, which is one picture. */
  function rowOf(figure, layout) {
    const row = [...figure.parentElement.children];
    const top = figure.getBoundingClientRect().top;
    return layout === "staircase" ? row : row.filter((one) => Math.abs(one.getBoundingClientRect().top - top) < 1);
  }

  /** Puts a panel below a row, as wide as the page's text, and keeps what follows clear of it.  The row does
      not move, and the panel stays beside its chart for the keyboard. */
  function placeBelow(panel, row, figure) {
    const [frame, corner] = [figure.parentElement.getBoundingClientRect(), figure.getBoundingClientRect()];
    const foot = Math.max(...row.map((one) => one.getBoundingClientRect().bottom));
    panel.style.cssText = `left:${frame.left - corner.left}px;top:${foot - corner.top}px;width:${frame.width}px`;
    const clear = () => {
      row.at(-1).style.marginBlockEnd = `${panel.offsetHeight + 8}px`;
    };
    const watch = new ResizeObserver(clear);
    watch.observe(panel);
    clear();
    return () => {
      watch.disconnect();
      row.at(-1).style.removeProperty("margin-block-end");
    };
  }

  async function open(figure, button) {
    button.disabled = true;
    const id = figure.dataset.chart;
    const chart = data.charts[id];
    try {
      await ready();
    } catch {
      button.disabled = false;
      return;
    }
    // the one that this screen is wide enough for
    const svg = [...figure.querySelectorAll("svg.rc")].find((picture) => picture.getClientRects().length);
    const layout = Object.keys(data.layouts).find((name) => svg.classList.contains(`rc-${name}`));
    const [unitWidth, left, right, top, plotHeight] = data.layouts[layout];
    const box = svg.getBoundingClientRect();
    const scale = box.width / unitWidth;
    const point = (x, y) => ({ x: (x - left) * scale, y: (y - top) * scale });
    const piece = ({ x, y, x2, y2 }) => ({ ...point(x, y), x2: (x2 - left) * scale, y2: (y2 - top) * scale });
    const marks = marksOf(svg, { scale, point, piece });
    const rows = rowsOf(tableOf(id)).map((row) => ({ ...row, ...pointLook(row, svg, chart, scale) }));
    const others = Object.entries(data.charts)
      .filter(([other, one]) => other !== id && one.prompt === chart.prompt && tableOf(other))
      .flatMap(([other]) => rowsOf(tableOf(other)));
    const canvas = element("div", { className: "live-canvas", tabIndex: 0 });
    canvas.setAttribute("role", "group");
    canvas.setAttribute("aria-label", `${svg.getAttribute("aria-label") || svg.querySelector("title").textContent}. ${words.keys}`);
    const readout = element("p", { className: "live-readout" });
    readout.setAttribute("role", "status");
    const tools = element("p", { className: "live-tools" });
    const panel = element("div", { className: "live-panel" }, readout, tools);
    const live = element("div", { className: "live" }, canvas);
    // over the picture, which keeps its place
    const corner = figure.getBoundingClientRect();
    live.style.cssText = `left:${box.left - corner.left}px;top:${box.top - corner.top}px;width:${box.width}px`;
    figure.append(live, panel);
    figure.classList.add("is-live");
    const leave = placeBelow(panel, rowOf(figure, layout), figure);

    const view = new window.vega.View(
      window.vega.parse(structuredClone(window.runfolioChart), null, { ast: true }),
      { expr: window.vega.expressionInterpreter, renderer: "canvas", container: canvas, hover: false, locale: locale() },
    );
    const [xFrom, xTo, yFrom, yTo] = chart.frame;
    const colors = colorsOf(svg);
    const signals = { ...colors, x_from: time(xFrom), x_to: time(xTo), y_from: yFrom, y_to: yTo };
    for (const [name, value] of Object.entries(signals)) view.signal(name, value);
    for (const [name, values] of Object.entries({ ...marks, rows, others: [] })) view.data(name, values);
    // a label may be a little wider than its place, and a canvas cuts what stands beyond it
    view.padding({ left: left * scale, right: right * scale + SLACK, top: top * scale, bottom: box.height - (top + plotHeight) * scale });
    await view.width((unitWidth - left - right) * scale).height(plotHeight * scale).runAsync();

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
    });
    for (const one of [canvas, panel]) {
      one.addEventListener("keydown", (event) => {
        if (event.key === "Escape") close();
      });
    }
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
      leave();
      live.remove();
      panel.remove();
      figure.classList.remove("is-live");
      removeEventListener("resize", close);
      button.disabled = false;
      button.focus();
    }

    const name = `${id.replace(/^chart-/, "")}`;
    const [caption, figures] = chart.caption;
    // the months of a staircase stand under its last chart alone
    const last = svg.querySelector(".rc-tick") ? null : figure.parentElement.querySelector("figure:last-of-type > svg.rc");
    const ticks = [...(last?.querySelectorAll(".rc-tick") ?? [])].map((one) => ({ x: Number(one.getAttribute("x")) * scale, text: one.textContent }));
    const around = { ...data.saved, ticks, caption, figures, address: document.querySelector("link[rel=canonical]")?.href };
    const control = (text, click) => element("button", { type: "button", textContent: text, onclick: click });
    if (others.length) {
      const compare = element("input", { type: "checkbox" });
      compare.addEventListener("change", () => view.data("others", compare.checked ? others : []).runAsync());
      tools.append(element("label", {}, compare, ` ${words.compare}`));
    }
    tools.append(
      control(words.png, async () => {
        const picture = window.runfolioPicture.png(await view.toCanvas(2), 2, around, colors);
        picture.toBlob((blob) => saveAs(`${name}.png`, blob), "image/png");
      }),
      control(words.svg, async () => {
        const picture = window.runfolioPicture.svg(await view.toSVG(), box.width + SLACK, box.height, around, colors);
        saveAs(`${name}.svg`, new Blob([picture], { type: "image/svg+xml" }));
      }),
      control(words.close, close),
    );
    addEventListener("resize", close);
    canvas.focus({ preventScroll: true });
    panel.scrollIntoView({ block: "nearest" });
  }

  for (const figure of document.querySelectorAll("figure[data-chart]")) {
    if (!tableOf(figure.dataset.chart)) continue;
    const button = element("button", { type: "button", className: "live-button", textContent: words.open });
    button.addEventListener("click", () => open(figure, button));
    figure.querySelector(".chart-foot").append(button);
  }
})();
