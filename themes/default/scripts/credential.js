/* A credential read and checked in the browser: issuer, signature, dates, revocation, evidence.  Nothing is
   fetched but from the site that it belongs to, and nothing is shown here: that is verify.js. */
(() => {
  "use strict";

  const place = document.getElementById("verify");
  const ROOT = new URL(place.dataset.root || "./", location.href).href;
  const HERE = place.dataset.url.replace(/\/*$/, "/");
  const CONTEXTS = ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"];
  const SUITE = "eddsa-rdfc-2022";
  const LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  const LARGEST = 8 * 1024 * 1024;

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

  /* read as text: nothing of an image that anybody may have made is parsed, let alone shown */
  function fromSvg(text) {
    const found = [...text.matchAll(/<openbadges:credential\b[^>]*>\s*<!\[CDATA\[([^]*?)\]\]>\s*<\/openbadges:credential>/g)];
    if (found.length !== 1) throw new Error("file");
    return found[0][1];
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
      /* anybody can make one and give it any name: it counts where this site names it as its own */
      const profile = await readJson(`${HERE}issuer.json`);
      const named = [profile.id, ...asList(profile.otherIdentifier).map((one) => one.identifier)];
      if (!named.includes(did)) throw new Error("did");
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
    contexts = contexts || fetch(place.dataset.contexts).then((answer) => answer.json());
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
    if (until && !(Date.now() <= until.getTime())) step(false, "expired", { date: until });
    else if (!(from.getTime() <= Date.now())) step(false, "not_yet", { date: from });
    else step(true, "valid", { date: from });
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

  window.runfolio = { credentialIn, canVerify, check, asList };
})();
