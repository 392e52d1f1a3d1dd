/* A chart as a file that stands alone: above it the question and what the chart shows, below it whose it is
   and where it was found. */
window.runfolioPicture = (() => {
  "use strict";

  const MARGIN = 28;
  const LEADING = 1.35; // times the height of the letters
  const SVG = "http://www.w3.org/2000/svg";
  const page = getComputedStyle(document.documentElement);
  const font = (name) => page.getPropertyValue(name).trim().replaceAll('"', "'") || "sans-serif";
  const FONTS = { serif: font("--serif"), sans: font("--sans") };
  const rightToLeft = page.direction === "rtl";
  const pen = document.createElement("canvas").getContext("2d");

  const css = ({ family, size, weight }) => `${weight} ${size}px ${FONTS[family]}`;

  /** A word in pieces that are no wider: an address has no spaces. */
  function broken(word, width) {
    const pieces = [""];
    for (const letter of word) {
      if (pieces.at(-1) && pen.measureText(pieces.at(-1) + letter).width > width) pieces.push("");
      pieces[pieces.length - 1] += letter;
    }
    return pieces;
  }

  /** A text in lines that are no wider. */
  function wrapped(text, style, width) {
    pen.font = css(style);
    const lines = [];
    for (const word of text.replaceAll(" · ", "\u00a0· ").split(" ").flatMap((one) => broken(one, width))) {
      const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
      if (lines.length && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  }

  /** Where everything stands around a chart of this width and height. */
  function layout(words, width, height, colors) {
    const title = { family: "serif", size: width > 600 ? 27 : 21, weight: 600, fill: colors.ink };
    const strong = { family: "sans", size: 15, weight: 600, fill: colors.ink };
    const quiet = { family: "sans", size: 13, weight: 400, fill: colors.quiet };
    const texts = [];
    let y = MARGIN;
    function set(text, style, gap = 0) {
      if (!text) return;
      y += gap;
      for (const line of wrapped(text, style, width)) {
        texts.push({ ...style, text: line, y: y + style.size });
        y += style.size * LEADING;
      }
    }
    set(words.title, title);
    set(words.caption, strong, 12);
    set(words.figures, quiet);
    set(words.series, quiet);
    const chart = y + 10;
    y = chart + height + 14;
    for (const { x, text } of words.ticks) texts.push({ ...quiet, text, x: MARGIN + x, y: chart + height + quiet.size });
    if (words.ticks.length) y += quiet.size;
    const rule = y;
    set(words.source, { ...quiet, weight: 600, fill: colors.ink }, 10);
    set(words.address, quiet);
    return { texts, chart, rule, width: width + 2 * MARGIN, height: Math.ceil(y + MARGIN) };
  }

  /** Where a text begins: at its side of the picture, if nowhere else; below a tick it is in the middle. */
  const edge = (one, width) => one.x ?? (rightToLeft ? width - MARGIN : MARGIN);

  function png(drawn, scale, words, colors) {
    const [width, height] = [drawn.width / scale, drawn.height / scale];
    const plan = layout(words, width, height, colors);
    const canvas = Object.assign(document.createElement("canvas"), { width: plan.width * scale, height: plan.height * scale });
    const context = canvas.getContext("2d");
    context.scale(scale, scale);
    context.fillStyle = colors.paper;
    context.fillRect(0, 0, plan.width, plan.height);
    context.drawImage(drawn, MARGIN, plan.chart, width, height);
    context.fillStyle = colors.ink;
    context.fillRect(MARGIN, plan.rule, width, 1.5);
    context.direction = page.direction;
    for (const one of plan.texts) {
      context.textAlign = one.x === undefined ? "start" : "center";
      context.font = css(one);
      context.fillStyle = one.fill;
      context.fillText(one.text, edge(one, plan.width), one.y);
    }
    return canvas;
  }

  function svg(drawn, width, height, words, colors) {
    const plan = layout(words, width, height, colors);
    const make = (name, attributes, text = "") => {
      const made = document.createElementNS(SVG, name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      made.textContent = text;
      return made;
    };
    const root = make("svg", { viewBox: `0 0 ${plan.width} ${plan.height}`, width: plan.width, height: plan.height });
    root.append(make("title", {}, `${words.title} ${words.caption}`), make("rect", { width: plan.width, height: plan.height, fill: colors.paper }));
    for (const one of plan.texts) {
      const look = { "font-family": FONTS[one.family], "font-size": one.size, "font-weight": one.weight, fill: one.fill, direction: page.direction };
      const anchor = one.x === undefined ? "start" : "middle";
      root.append(make("text", { ...look, "text-anchor": anchor, x: edge(one, plan.width), y: one.y }, one.text));
    }
    const chart = new DOMParser().parseFromString(drawn, "image/svg+xml").documentElement;
    for (const [key, value] of Object.entries({ x: MARGIN, y: plan.chart, width, height })) chart.setAttribute(key, value);
    root.append(document.importNode(chart, true), make("rect", { x: MARGIN, y: plan.rule, width, height: 1.5, fill: colors.ink }));
    return new XMLSerializer().serializeToString(root);
  }

  return { png, svg };
})();
