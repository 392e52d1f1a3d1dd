/* A credential read and checked in the browser: issuer, signature, dates, revocation, mastery, evidence.
   Nothing is fetched but from this site, and only its own issuer's awards are taken.  Nothing is shown here:
   that is verify.js. */
(() => {
  "use strict";

  const place = document.getElementById("verify");
  const known = JSON.parse(document.getElementById("verify-data").textContent);
  const ROOT = new URL(place.dataset.root || "./", location.href).href;
  const HERE = known.url.replace(/\/*$/, "/");
  const LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  const DEEPEST = 40;
  const NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";
  const DATE_TIME = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
  const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  /* what RDFC-1.0 and URDNA2015 write differently, so that other verifiers need not agree on it */
  const CONTROLS = /[\0-\x09\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]/u;
  const FEWEST = 131072; /* entries of a status list, by its specification */

  const asList = (value) => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);
  const tail = (address) => String(address ?? "?").split("/").slice(-2).join("/");

  /* What could not be had is no proof of anything: it ends in "cannot be told", not in "does not verify". */
  class Missing extends Error {}
  /* its site answers that it has nothing there */
  class Absent extends Missing {}
  class Refused extends Error {}

  /* ---------------------------------------------------------------- reading */

  async function credentialIn(file) {
    if (file.size > known.largest) throw new Refused("file");
    const bytes = new Uint8Array(await file.arrayBuffer());
    const isPng = PNG.every((byte, at) => bytes[at] === byte);
    const text = new TextDecoder("utf-8", { fatal: true }).decode(isPng ? await fromPng(bytes) : bytes);
    const json = isPng || text.trimStart().startsWith("{") ? text : fromSvg(text);
    if (new TextEncoder().encode(json).length > known.most) throw new Refused("file");
    const document = JSON.parse(json);
    noKeyTwice(json);
    if (typeof document !== "object" || document === null || Array.isArray(document)) throw new Refused("file");
    return document;
  }

  /* JSON.parse takes the last of two, and other programs the first: then nobody knows what was signed.  The
     text is JSON: a text before a colon is a key, of the object that was opened last. */
  function noKeyTwice(json) {
    const open = [];
    for (const [token, text] of json.matchAll(/("(?:[^"\\]|\\.)*")(?=[ \t\r\n]*:)|"(?:[^"\\]|\\.)*"|[{}]/g)) {
      if (token === "{") open.push(new Set());
      else if (token === "}") open.pop();
      else if (text !== undefined) {
        const keys = open[open.length - 1];
        const key = JSON.parse(text);
        if (keys.has(key)) throw new Refused("file");
        keys.add(key);
      }
    }
  }

  /* By its elements and their namespace, so not in a comment.  A document made by DOMParser is inert: no
     script in it runs, nothing in it is fetched or shown. */
  function fromSvg(text) {
    if (!text.trimStart().startsWith("<")) throw new Refused("file");
    const svg = new DOMParser().parseFromString(text, "image/svg+xml");
    const found = [...svg.getElementsByTagNameNS(NAMESPACE, "credential")];
    const broken = svg.doctype || svg.getElementsByTagName("parsererror").length;
    const isSvg = svg.documentElement && svg.documentElement.localName === "svg";
    if (broken || !isSvg || found.length !== 1 || (found[0].getAttribute("verify") || "").trim()) throw new Refused("file");
    return [...found[0].childNodes].filter((one) => one.nodeType === Node.TEXT_NODE || one.nodeType === Node.CDATA_SECTION_NODE).map((one) => one.data).join("");
  }

  async function fromPng(bytes) {
    const view = new DataView(bytes.buffer);
    const ascii = (from, to) => String.fromCharCode(...bytes.subarray(from, to));
    const marks = ["openbadgecredential\0", "openbadges\0"]; // the second is that of Open Badges 2.0
    const found = [];
    let kind = "";
    for (let begin = 16, end; kind !== "IEND"; begin = end + 12) {
      if (begin + 4 > bytes.length) throw new Refused("file");
      end = begin + view.getUint32(begin - 8);
      if (end + 4 > bytes.length) throw new Refused("file");
      kind = ascii(begin - 4, begin);
      const mark = kind === "iTXt" && marks.find((each) => ascii(begin, begin + each.length) === each);
      if (!mark) continue;
      const [isPacked, method] = bytes.subarray(begin + mark.length, end);
      let text = begin + mark.length + 2;
      if (isPacked > 1 || method !== 0) throw new Refused("file");
      for (let zeros = 0; zeros < 2; text += 1) {
        if (text >= end) throw new Refused("file");
        if (bytes[text] === 0) zeros += 1;
      }
      found.push({ isPacked, data: bytes.subarray(text, end) });
    }
    if (found.length !== 1) throw new Refused("file");
    return found[0].isPacked ? unpacked(found[0].data, "deflate", known.most) : found[0].data;
  }

  /* What is packed, as far as the largest that is looked into. */
  async function unpacked(packed, form, most) {
    const parts = [];
    let size = 0;
    for (const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream(form)).getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
      size += value.length;
      if (size > most) throw new Refused("file");
      parts.push(value);
    }
  }

  /* What stands on the web below this site's address is what this site has. */
  async function read(address) {
    if (!String(address).startsWith(HERE)) throw new Missing(address);
    const path = String(address).slice(HERE.length);
    /* dots lead to another site of the same host, of which nothing is known here */
    if (path.replace(/%2e/gi, ".").split(/[/\\]|%2f|%5c/i).some((part) => part === "." || part === "..")) throw new Missing(address);
    const url = new URL(`./${path}`, ROOT).href;
    if (!url.startsWith(ROOT)) throw new Refused(address);
    let answer;
    try {
      answer = await fetch(url, { redirect: "error" });
    } catch {
      throw new Missing(address);
    }
    if (answer.status === 404 || answer.status === 410) throw new Absent(address);
    if (!answer.ok) throw new Missing(address);
    return new Uint8Array(await answer.arrayBuffer());
  }

  const readJson = async (address) => JSON.parse(new TextDecoder().decode(await read(address)));

  /* ---------------------------------------------------------------- keys, signatures */

  function base58(text) {
    if (!/^z[1-9A-HJ-NP-Za-km-z]+$/.test(text) || text.length > 120) throw new Refused("base58");
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
    if (bytes.length !== 34 || bytes[0] !== 0xed || bytes[1] !== 0x01) throw new Refused("key");
    return bytes.slice(2);
  }

  /* The keys that may sign for a DID of this site's issuer, by the ids under which proofs name them. */
  async function keysOf(did) {
    if (did.startsWith("did:key:")) return new Map([[`${did}#${did.slice(8)}`, { publicKeyMultibase: did.slice(8) }]]);
    const document = await readJson(HERE + known.did);
    if (document.id !== did) return new Map();
    const allowed = asList(document.assertionMethod).map((one) => (one && one.id) || one);
    return new Map(
      asList(document.verificationMethod)
        .filter((one) => one.controller === did && !one.revoked && allowed.includes(one.id))
        .map((one) => [one.id, one]),
    );
  }

  let contexts = null;
  async function loadContexts() {
    if (!window.jsonld) throw new Missing("jsonld");
    if (contexts) return;
    const answer = await fetch(place.dataset.contexts).catch(() => null);
    if (!answer || !answer.ok) throw new Missing("contexts");
    contexts = await answer.json();
  }

  async function loader(url) {
    if (!Object.hasOwn(contexts, url)) throw new Refused("context");
    return { contextUrl: null, documentUrl: url, document: contexts[url] };
  }

  /* JSON-LD takes a full address for a term and keywords for a plain text, so that a thing could be signed
     and not be where everybody looks for it; nor may a part bring a context of its own. */
  function noOtherSpelling(value, depth = 0) {
    if (depth > DEEPEST || value === null || (typeof value === "string" && CONTROLS.test(value))) throw new Refused("terms");
    if (Array.isArray(value)) value.forEach((one) => noOtherSpelling(one, depth + 1));
    else if (typeof value === "object" && value !== null)
      for (const [key, one] of Object.entries(value)) {
        if ((key.includes(":") || key.startsWith("@") || CONTROLS.test(key)) && (depth || key !== "@context")) throw new Refused("terms");
        if ((key === "id" || key === "type") && asList(one).some((text) => String(text).startsWith("_:"))) throw new Refused("terms");
        noOtherSpelling(one, depth + 1);
      }
  }

  async function hash(document) {
    noOtherSpelling(document);
    const options = { algorithm: "RDFC-1.0", format: "application/n-quads", documentLoader: loader, safe: true, base: null };
    const quads = await window.jsonld.canonize(document, options).catch(() => {
      throw new Refused("terms");
    });
    return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(quads)));
  }

  function proofOf(document) {
    const proofs = asList(document.proof);
    const proof = proofs[0];
    const ours = proofs.length === 1 && typeof proof.verificationMethod === "string" && proof.type === "DataIntegrityProof" && proof.cryptosuite === known.suite && proof.proofPurpose === "assertionMethod";
    return ours ? proof : null;
  }

  /* the day in UTC, empty where it is no date-time with a zone; NaN never compares */
  function utcDay(text) {
    const [, written] = DATE_TIME.exec(text) || [];
    /* February 30 is taken for March 2 */
    const isDay = written && !Number.isNaN(Date.parse(written)) && day(written) === written;
    return isDay && !Number.isNaN(Date.parse(text)) ? day(text) : "";
  }
  const hasEnded = (entry, name, today) => name in entry && (utcDay(entry[name]) || "0") < today;

  /* a proof counts from its day on, until it or its key expires; what a key signed after its last day does not */
  function countsToday(proof, key) {
    const [created, today] = [utcDay(proof.created), day(Date.now())];
    if (!created || created > today) return false;
    return !hasEnded(key, "until", created) && !hasEnded(key, "expires", today) && !hasEnded(proof, "expires", today);
  }

  async function signatureFits(document, keys) {
    const proof = proofOf(document);
    const listed = proof && keys.get(proof.verificationMethod);
    if (!listed) throw new Refused("no_key");
    if (!countsToday(proof, listed)) throw new Refused("proof_dates");
    const key = await crypto.subtle.importKey("raw", keyBytes(listed.publicKeyMultibase), { name: "Ed25519" }, false, ["verify"]);
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

  /* whether it says where its issuer lists what was taken back, and under which number */
  const isListed = (entry) =>
    Boolean(entry) && entry.type === "BitstringStatusListEntry" && entry.statusPurpose === "revocation" &&
    typeof entry.statusListIndex === "string" && /^(0|[1-9][0-9]{0,8})$/.test(entry.statusListIndex);

  async function isRevoked(entry, did, keys) {
    const list = await readJson(entry.statusListCredential);
    const issuer = (list.issuer && list.issuer.id) || list.issuer;
    const kinds = Array.isArray(list.type) && list.type.includes("BitstringStatusListCredential") && asList(list["@context"])[0] === known.contexts[0];
    /* an issuer that changed its name signs the list under the new one */
    const own = issuer === did ? keys : known.issuers.includes(issuer) ? await keysOf(issuer) : new Map();
    const [from, today] = [utcDay(list.validFrom), day(Date.now())];
    if (!from || from > today || hasEnded(list, "validUntil", today)) throw new Missing("status");
    if (!kinds || list.id !== entry.statusListCredential || !(await signatureFits(list, own))) throw new Missing("status");
    const { encodedList: text, statusPurpose } = list.credentialSubject;
    if (statusPurpose !== "revocation" || text[0] !== "u") throw new Missing("status");
    const packed = Uint8Array.from(atob(text.slice(1).replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
    const bits = await unpacked(packed, "gzip", known.largest);
    const number = Number(entry.statusListIndex);
    if (bits.length * 8 < FEWEST || number >= bits.length * 8) throw new Missing("status");
    return Boolean(bits[number >> 3] & (0x80 >> number % 8));
  }

  const ordered = (value) =>
    Array.isArray(value)
      ? value.map(ordered)
      : value && typeof value === "object"
        ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, ordered(value[key])]))
        : value;

  /* Whoever stole a key cannot put an award on the issuer's site. */
  async function askSite(document, step) {
    try {
      const own = await readJson(document.id);
      const same = JSON.stringify(ordered(own)) === JSON.stringify(ordered(document));
      step(same ? "yes" : "no", same ? "published" : "published_other");
    } catch (trouble) {
      step(trouble instanceof Absent ? "no" : "unknown", trouble instanceof Absent ? "not_published" : "published_unknown");
    }
  }

  const describesImpact = (achievement) =>
    asList(achievement && achievement.resultDescription).some((one) => one.resultType === "Status" && one.id === `${achievement.id}#impact`);

  /* Names of the criteria whose results are missing, or below the level that is required. */
  function missed(subject) {
    const results = new Map(asList(subject.result).map((one) => [one.resultDescription, one]));
    return asList(subject.achievement && subject.achievement.resultDescription)
      .filter((about) => {
        const result = results.get(about.id) || {};
        if (about.resultType === "Status") return result.status !== "Completed";
        /* by their signed numbers: the order in which they stand is not signed */
        const numbered = (one) => (/^[0-9]{1,9}$/.test(one.level) ? Number(one.level) : NaN);
        const levels = new Map(asList(about.rubricCriterionLevel).map((one) => [one.id, numbered(one)]));
        return !(levels.get(result.achievedLevel) >= levels.get(about.requiredLevel));
      })
      .map((about) => about.name || about.id);
  }

  async function evidenceOf(document) {
    const files = {};
    const [changed, gone] = [[], []];
    for (const one of asList(document.relatedResource)) {
      try {
        const bytes = await read(one.id);
        if (/[#?]/.test(one.id) || tail(one.id).split("/").pop() in files) throw new Refused("changed");
        const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
        if (`sha384-${btoa(String.fromCharCode(...digest))}` !== one.digestSRI) throw new Refused("changed");
        files[String(one.id).split("/").pop()] = new TextDecoder().decode(bytes);
      } catch (trouble) {
        (trouble instanceof Missing ? gone : changed).push(tail(one.id));
      }
    }
    if (!changed.length && !gone.length) for (const name of known.files) if (!(name in files)) changed.push(name);
    return { files, changed, gone };
  }

  const day = (moment) => new Date(moment).toISOString().slice(0, 10);

  function datesOf(document, step) {
    const [first, last, today] = [utcDay(document.validFrom), utcDay(document.validUntil), day(Date.now())];
    const [from, until] = [new Date(first), new Date(last)];
    if (!first || ("validUntil" in document && !last)) step("no", "no_dates");
    else if (last && last < today) step("no", "expired", { date: until });
    else if (first > today) step("no", "not_yet", { date: from });
    else if (last) step("yes", "valid_until", { first: from, last: until });
    else step("yes", "valid", { date: from });
  }

  /* What kind of document it is, as a word of the page; what this cannot check need not be bad. */
  function formOf(document) {
    const subject = document.credentialSubject;
    const isBadge = Array.isArray(document.type) && document.type.some((kind) => kind === "AchievementCredential" || kind === "OpenBadgeCredential");
    if (!isBadge || !subject || typeof subject !== "object" || Array.isArray(subject))
      return document.type === "Assertion" && document["@context"] === "https://w3id.org/openbadges/v2" ? "badge2" : "not_form";
    if (!document.proof || (Array.isArray(document.proof) && !document.proof.length)) return "no_proof";
    if (!proofOf(document)) {
      const proofs = asList(document.proof);
      const isNamed = (proof) => Boolean(proof) && typeof proof.type === "string";
      const isOurs = (proof) => proof.type === "DataIntegrityProof" && proof.cryptosuite === known.suite;
      return proofs.every(isNamed) && !proofs.some(isOurs) ? "other_proof" : "not_form";
    }
    return JSON.stringify(document["@context"]) === JSON.stringify(known.contexts) ? "form" : "other_contexts";
  }

  /* One question after the other, until one leaves nothing to ask; `step(answer, words, values)` shows each. */
  async function check(document, step) {
    const form = formOf(document);
    step({ form: "yes", other_proof: "unknown", other_contexts: "unknown", badge2: "unknown" }[form] || "no", form);
    if (form !== "form") return null;
    const did = String((document.issuer && document.issuer.id) || document.issuer);
    if (!known.issuers.includes(did)) {
      /* anybody can make a did:key, and this site, as whose award it comes, names others */
      const isForged = did.startsWith("did:key:") && String(document.id).startsWith(HERE);
      if (isForged) step("no", "no_key");
      else step("unknown", "other_issuer", { did });
      return null;
    }
    let keys;
    try {
      await loadContexts();
      keys = await keysOf(did);
    } catch {
      step("unknown", "no_issuer", { did });
      return null;
    }
    step("yes", "issued", { name: (document.issuer && document.issuer.name) || did, did });
    try {
      const fits = await signatureFits(document, keys);
      step(fits ? "yes" : "no", fits ? "signed" : "not_signed");
      if (!fits) return null;
    } catch (trouble) {
      step("no", ["no_key", "proof_dates", "terms"].includes(trouble.message) ? trouble.message : "not_signed");
      return null;
    }
    datesOf(document, step);
    try {
      if (!isListed(document.credentialStatus)) throw new Refused("no_entry");
      const revoked = await isRevoked(document.credentialStatus, did, keys);
      const page = /\/credentials\/.*\.json$/.test(document.id) ? document.id.replace(/\.json$/, "/") : "";
      if (!revoked) step("yes", "current");
      else if (page) step("no", "revoked", { page });
      else step("no", "revoked_without_page");
    } catch (trouble) {
      const isBad = trouble.message === "no_entry";
      step(isBad ? "no" : "unknown", isBad ? "no_entry" : "no_status");
    }
    await askSite(document, step);
    const below = missed(document.credentialSubject);
    if (!describesImpact(document.credentialSubject.achievement)) step("no", "no_impact");
    else step(below.length ? "no" : "yes", below.length ? "below" : "mastered", { criteria: below.join("; ") });
    const { files, changed, gone } = await evidenceOf(document);
    if (changed.length) step("no", "changed", { files: changed.join(", ") });
    else if (gone.length) step("unknown", "gone", { files: gone.join(", ") });
    else step("yes", "same");
    return changed.length || gone.length ? null : files;
  }

  /* the site's own award of this name */
  async function ownAward(name) {
    if (!/^[a-z0-9.-]+$/.test(name)) throw new Refused("file");
    return readJson(`${HERE}credentials/${name}.json`);
  }

  window.runfolio = { ownAward, credentialIn, canVerify, check, asList, known };
})();
