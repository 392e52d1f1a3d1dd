/* A credential checked in the browser: issuer, signature, dates, revocation, evidence.  Whatever the
   credential says is shown as text; nothing is fetched but from the site it belongs to. */
(() => {
  "use strict";

  const form = document.getElementById("verify");
  const out = document.getElementById("verified");
  const words = JSON.parse(document.getElementById("verify-words").textContent);
  const ROOT = new URL(form.dataset.root || "./", location.href).href;
  const HERE = form.dataset.url.replace(/\/*$/, "/");
  const NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";
  const CONTEXTS = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"];
  const SUITE = "eddsa-rdfc-2022";
  const LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  const LARGEST = 8 * 1024 * 1024;

  const say = (key, values = {}) =>
    (words[key] || key).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  const asList = (value) => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);
  const tail = (address) => String(address).split("/").slice(-2).join("/");

  /* ---------------------------------------------------------------- reading */

  async function credentialIn(file) {
    if (file.size > LARGEST) throw new Error("file");
    const bytes = new Uint8Array(await file.arrayBuffer());
    const png = [0x89, 0x50, 0x4e, 0x47].every((byte, at) => bytes[at] === byte);
    if (png) return JSON.parse(fromPng(bytes));
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return JSON.parse(text.trimStart().startsWith("{") ? text : fromSvg(text));
  }

  function fromSvg(text) {
    const found = new DOMParser().parseFromString(text, "image/svg+xml").getElementsByTagNameNS(NAMESPACE, "credential");
    if (found.length !== 1) throw new Error("file");
    return found[0].textContent;
  }

  function fromPng(bytes) {
    const view = new DataView(bytes.buffer);
    const ascii = (from, to) => String.fromCharCode(...bytes.subarray(from, to));
    const mark = "openbadgecredential\0";
    const found = [];
    for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
      const begin = at + 8;
      const end = begin + view.getUint32(at);
      if (ascii(at + 4, at + 8) !== "iTXt" || ascii(begin, begin + mark.length) !== mark) continue;
      let text = begin + mark.length + 2;
      for (let zeros = 0; zeros < 2; text += 1) if (bytes[text] === 0) zeros += 1;
      found.push(new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(text, end)));
    }
    if (found.length !== 1) throw new Error("file");
    return found[0];
  }

  /* What stands on the web below this site's address is what this site has. */
  async function read(address) {
    if (!String(address).startsWith(HERE)) throw new Error("elsewhere");
    const answer = await fetch(new URL(String(address).slice(HERE.length), ROOT), { redirect: "error" });
    if (!answer.ok) throw new Error("missing");
    return new Uint8Array(await answer.arrayBuffer());
  }

  const readJson = async (address) => JSON.parse(new TextDecoder().decode(await read(address)));

  /* ---------------------------------------------------------------- keys, signatures */

  function base58(text) {
    if (!/^z[1-9A-HJ-NP-Za-km-z]+$/.test(text) || text.length > 120) throw new Error("base58");
    let number = 0n;
    for (const letter of text.slice(1)) number = number * 58n + BigInt(LETTERS.indexOf(letter));
    const bytes = [];
    for (; number > 0n; number >>= 8n) bytes.unshift(Number(number & 255n));
    for (const letter of text.slice(1)) {
      if (letter !== "1") break;
      bytes.unshift(0);
    }
    return new Uint8Array(bytes);
  }

  function keyBytes(multikey) {
    const bytes = base58(multikey);
    if (bytes.length !== 34 || bytes[0] !== 0xed || bytes[1] !== 0x01) throw new Error("key");
    return bytes.slice(2);
  }

  async function keysOf(did) {
    if (did.startsWith("did:key:")) {
      const key = did.slice(8);
      return new Map([[`${did}#${key}`, key]]);
    }
    if (!did.startsWith("did:web:")) throw new Error("did");
    const [host, ...path] = did.slice(8).split(":").map(decodeURIComponent);
    const document = await readJson(`https://${host}/${path.length ? path.join("/") : ".well-known"}/did.json`);
    if (document.id !== did) throw new Error("did");
    const allowed = asList(document.assertionMethod).map((one) => (one && one.id) || one);
    return new Map(
      asList(document.verificationMethod)
        .filter((one) => one.controller === did && !one.revoked && allowed.includes(one.id))
        .map((one) => [one.id, one.publicKeyMultibase]),
    );
  }

  let contexts = null;
  async function loader(url) {
    contexts = contexts || fetch(form.dataset.contexts).then((answer) => answer.json());
    const known = await contexts;
    if (!Object.hasOwn(known, url)) throw new Error("context");
    return { contextUrl: null, documentUrl: url, document: known[url] };
  }

  async function hash(document) {
    const options = { algorithm: "RDFC-1.0", format: "application/n-quads", documentLoader: loader, safe: true, base: null };
    const quads = await window.jsonld.canonize(document, options);
    return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(quads)));
  }

  function proofOf(document) {
    const proofs = asList(document.proof);
    const proof = proofs[0];
    const ours = proofs.length === 1 && proof.type === "DataIntegrityProof" && proof.cryptosuite === SUITE && proof.proofPurpose === "assertionMethod";
    return ours ? proof : null;
  }

  async function signatureFits(document, keys) {
    const proof = proofOf(document);
    const multikey = proof && keys.get(proof.verificationMethod);
    if (!multikey) throw new Error("no_key");
    const key = await crypto.subtle.importKey("raw", keyBytes(multikey), { name: "Ed25519" }, false, ["verify"]);
    const { proofValue, ...options } = proof;
    const { proof: _, ...bare } = document;
    const whole = new Uint8Array(64);
    whole.set(await hash({ "@context": document["@context"], ...options }), 0);
    whole.set(await hash(bare), 32);
    return crypto.subtle.verify({ name: "Ed25519" }, key, base58(proofValue), whole);
  }

  async function canVerify() {
    if (!window.crypto || !crypto.subtle) return false;
    try {
      await crypto.subtle.importKey("raw", keyBytes("z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"), { name: "Ed25519" }, false, ["verify"]);
      return true;
    } catch {
      return false;
    }
  }

  /* ---------------------------------------------------------------- the questions */

  async function isRevoked(entry, did, keys) {
    const list = await readJson(entry.statusListCredential);
    const issuer = (list.issuer && list.issuer.id) || list.issuer;
    if (list.id !== entry.statusListCredential || issuer !== did || !(await signatureFits(list, keys))) throw new Error("status");
    const text = list.credentialSubject.encodedList;
    if (list.credentialSubject.statusPurpose !== "revocation" || text[0] !== "u") throw new Error("status");
    const packed = Uint8Array.from(atob(text.slice(1).replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    const bits = new Uint8Array(await new Response(stream).arrayBuffer());
    const number = Number(entry.statusListIndex);
    if (!Number.isInteger(number) || number < 0 || number >= bits.length * 8) throw new Error("status");
    return Boolean(bits[number >> 3] & (0x80 >> number % 8));
  }

  async function evidenceOf(document) {
    const files = {};
    const wrong = [];
    for (const one of asList(document.relatedResource)) {
      try {
        const bytes = await read(one.id);
        const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
        if (`sha384-${btoa(String.fromCharCode(...digest))}` !== one.digestSRI) throw new Error("changed");
        files[String(one.id).split("/").pop()] = new TextDecoder().decode(bytes);
      } catch {
        wrong.push(tail(one.id));
      }
    }
    for (const name of ["data.csv", "finding.json"]) if (!(name in files) && !wrong.some((one) => one.endsWith(name))) wrong.push(name);
    return { files, wrong };
  }

  /* One step after the other, until one leaves nothing to ask; `step` shows each. */
  async function check(document, step) {
    const form3 =
      asList(document.type).some((kind) => kind === "AchievementCredential" || kind === "OpenBadgeCredential") &&
      CONTEXTS.every((url, at) => asList(document["@context"])[at] === url) &&
      proofOf(document);
    if (!step(Boolean(form3), form3 ? "form" : "not_form")) return null;
    const did = String((document.issuer && document.issuer.id) || document.issuer);
    let keys;
    try {
      keys = await keysOf(did);
    } catch {
      step(false, "no_issuer", { did });
      return null;
    }
    if (!keys.has(proofOf(document).verificationMethod)) {
      step(false, "no_key");
      return null;
    }
    step(true, "issued", { name: (document.issuer && document.issuer.name) || did, did });
    try {
      if (!step(await signatureFits(document, keys), "signed", {}, "not_signed")) return null;
    } catch (trouble) {
      step(false, trouble.name === "jsonld.ValidationError" || /context/.test(trouble.message) ? "terms" : "not_signed");
      return null;
    }
    const from = new Date(document.validFrom);
    const until = document.validUntil === undefined ? null : new Date(document.validUntil);
    const day = (date) => date.toLocaleDateString(documentLanguage(), { dateStyle: "long", timeZone: "UTC" });
    if (until && !(Date.now() <= until.getTime())) step(false, "expired", { date: day(until) });
    else if (!(from.getTime() <= Date.now())) step(false, "not_yet", { date: String(document.validFrom).slice(0, 10) });
    else step(true, "valid", { date: day(from) });
    for (const entry of asList(document.credentialStatus)) {
      try {
        step(!(await isRevoked(entry, did, keys)), "current", {}, "revoked");
      } catch {
        step(false, "no_status");
      }
    }
    const { files, wrong } = await evidenceOf(document);
    step(!wrong.length, "same", {}, "changed", { files: wrong.join(", ") });
    return wrong.length ? null : files;
  }

  const documentLanguage = () => ({ en: "en-GB" })[document.documentElement.lang] || document.documentElement.lang;

  /* ---------------------------------------------------------------- showing */

  function made(name, text, kind) {
    const element = document.createElement(name);
    if (text !== undefined) element.textContent = text;
    if (kind) element.className = kind;
    return element;
  }

  function command(name) {
    const block = made("pre");
    block.append(made("code", `portfolio verify ${name}`));
    return block;
  }

  async function show(credential, name) {
    out.replaceChildren();
    document.getElementById("verify-file").textContent = name;
    if (!(await canVerify())) {
      out.append(made("p", say("no_ed25519")), command(name));
      return;
    }
    const subject = credential.credentialSubject || {};
    const person = asList(subject.identifier).map((one) => one && one.identityHash)[0] || subject.id || "";
    const list = made("ul", undefined, "plain-list checks");
    const title = made("h2", say("awarded", { title: credential.name || "", name: person }));
    const verdict = made("p", "", "lead");
    let good = true;
    out.append(title, verdict, list);
    const step = (holds, yes, values = {}, no = yes, others = values) => {
      const line = made("li", undefined, holds ? "holds" : "fails");
      line.append(made("b", holds ? say("yes") : say("no")), ` ${holds ? say(yes, values) : say(no, others)}`);
      list.append(line);
      good = good && holds;
      return holds;
    };
    const files = await check(credential, step);
    verdict.textContent = say(good && files ? "good" : "bad");
    out.dataset.result = good && files ? "good" : "bad";
    if (files) showFinding(credential, files);
    out.append(made("p", say("again")), command(name));
  }

  function showFinding(credential, files) {
    const finding = JSON.parse(files["finding.json"]);
    const rows = table(files["data.csv"]);
    const wanted = finding.inputs.requirement;
    out.append(made("h2", say("finding")));
    const grid = made("table");
    const head = made("tr");
    for (const text of [say("class"), ...wanted.prompts]) head.append(made("th", text));
    grid.append(head);
    for (const one of finding.requirement.classes) {
      const line = made("tr");
      line.append(made("th", one.class), ...wanted.prompts.map((prompt) => made("td", say(one.verdicts[prompt] || "–"))));
      grid.append(line);
    }
    out.append(grid);
    for (const one of finding.series) {
      const judged = finding.requirement.classes.some((row) => row.class === one.class);
      if (judged && one.prompt === wanted.prompts[0]) out.append(chart(finding, rows, one));
    }
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

  /* CSV as we write it: commas, quotes doubled within quotes. */
  function table(text) {
    const lines = [[""]];
    let quoted = false;
    for (let at = 0; at < text.length; at += 1) {
      const letter = text[at];
      const line = lines[lines.length - 1];
      if (quoted && letter === '"' && text[at + 1] === '"') line[line.length - 1] += text[(at += 1)];
      else if (letter === '"') quoted = !quoted;
      else if (!quoted && letter === ",") line.push("");
      else if (!quoted && letter === "\n") lines.push([""]);
      else line[line.length - 1] += letter;
    }
    const [head, ...rows] = lines.filter((line) => line.length > 1);
    return rows.map((line) => Object.fromEntries(head.map((name, at) => [name, line[at] || ""])));
  }

  /* One value a visit, as the rules take it: observers averaged, groups of students summed. */
  function visits(rows, kind) {
    const days = new Map();
    for (const row of rows) if (row.value !== "") days.set(row.date, [...(days.get(row.date) || []), row]);
    const mean = (values) => values.reduce((sum, one) => sum + one, 0) / values.length;
    const total = (own, key) => own.reduce((sum, row) => sum + Number(row[key]), 0);
    return [...days.keys()].sort().map((date) => {
      const own = days.get(date);
      const whole = own.filter((row) => !row.group);
      let value = mean((whole.length ? whole : own).map((row) => Number(row.value)));
      if (!whole.length && kind === "count_of") value = (100 * total(own, "count")) / total(own, "n");
      if (!whole.length && kind === "tally") value = total(own, "value");
      return { date, value };
    });
  }

  function chart(finding, rows, one) {
    const SVG = "http://www.w3.org/2000/svg";
    const kind = finding.inputs.prompts.find((prompt) => prompt.id === one.prompt) || {};
    const phase = finding.inputs.phases.find((entry) => entry.class === one.class && entry.phase === one.phase) || {};
    const plain = (text) => text.replace(/^'(?=[=+\-@])/, "");
    const points = visits(rows.filter((row) => plain(row.class) === one.class && plain(row.prompt) === one.prompt), kind.kind)
      .filter((point) => (!phase.from || point.date >= phase.from) && (!phase.before || point.date < phase.before));
    const [width, height, left, right, top, foot] = [680, 240, 44, 12, 28, 24];
    const part = (name, attributes, text) => {
      const element = document.createElementNS(SVG, name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      if (text !== undefined) element.textContent = text;
      return element;
    };
    const days = points.map((point) => Date.parse(point.date));
    const [first, last] = [Math.min(...days), Math.max(...days)];
    const share = kind.kind === "count_of" || kind.kind === "percent";
    const most = share ? 100 : Math.max(1, ...points.map((point) => point.value), one.median || 0);
    const least = share ? 0 : Math.min(0, ...points.map((point) => point.value));
    const x = (day) => left + ((day - first) / (last - first || 1)) * (width - left - right);
    const y = (value) => height - foot - ((value - least) / (most - least)) * (height - top - foot);
    const said = say("chart", { prompt: one.prompt, class_name: one.class, n: points.length, median: Math.round(one.median * 10) / 10 });
    const picture = part("svg", { viewBox: `0 0 ${width} ${height}`, class: "checked-chart", role: "img", "aria-label": said });
    picture.append(part("text", { x: left, y: 16 }, `${one.class} · ${one.prompt}`));
    for (const value of [least, most]) picture.append(part("text", { x: left - 6, y: y(value) + 4, "text-anchor": "end" }, share ? `${value} %` : Math.round(value)));
    picture.append(part("path", { class: "median", d: `M${left},${y(one.median)}H${width - right}` }));
    const until = points.filter((point) => point.date <= phase.baseline_until).length;
    if (until > 0 && until < points.length) {
      const between = (x(days[until - 1]) + x(days[until])) / 2;
      picture.append(part("path", { class: "change", d: `M${between},${top}V${height - foot}` }), part("text", { x: between + 4, y: top + 10 }, one.change));
    }
    picture.append(part("path", { class: "way", d: `M${points.map((point, at) => `${x(days[at])},${y(point.value)}`).join("L")}` }));
    points.forEach((point, at) => {
      const better = kind.better === "lower" ? point.value < one.median : point.value > one.median;
      picture.append(part("circle", { cx: x(days[at]), cy: y(point.value), r: 4, class: at >= until && better ? "good" : "" }));
    });
    picture.append(part("text", { x: left, y: height - 6 }, points.length ? points[0].date : ""), part("text", { x: width - right, y: height - 6, "text-anchor": "end" }, points.length ? points[points.length - 1].date : ""));
    return picture;
  }

  /* ---------------------------------------------------------------- asking */

  async function take(file) {
    out.dataset.result = "";
    let credential;
    try {
      credential = await credentialIn(file);
    } catch {
      out.replaceChildren(made("p", say("file")));
      out.dataset.result = "bad";
      return;
    }
    try {
      await show(credential, file.name);
    } catch {
      out.replaceChildren(made("p", say("not_form")));
      out.dataset.result = "bad";
    }
  }

  form.hidden = false;
  form.addEventListener("change", (event) => event.target.files[0] && take(event.target.files[0]));
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
})();
