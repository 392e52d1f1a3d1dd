/* Lets the tally page beside it open without a network.  It knows no other page. */
"use strict";
const PREFIX = `runfolio-tally:${self.registration.scope}:`;
const CACHE = PREFIX + "c5191f6024086d0c";
const PAGE = new URL("index.html", self.registration.scope).href;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(CACHE)
      .then(async (cache) => cache.put(PAGE, await fresh()))
      .then(() => self.skipWaiting()));
});

/* Some hosts send index.html on to its folder; a browser refuses such an answer when it is kept, so
   its words are kept as an answer of their own. */
async function fresh() {
  const found = await fetch(PAGE, { cache: "reload" });
  if (!found.ok) throw new Error(`the page answers ${found.status}`);
  return new Response(await found.blob(), { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => names.filter((name) => name.startsWith(PREFIX) && name !== CACHE))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  const page = new URL(PAGE).pathname;
  if (origin !== self.location.origin || ![page, page.replace(/index\.html$/, "")].includes(pathname)) return;
  event.respondWith(
    caches.open(CACHE).then((cache) => cache.match(PAGE)).then((kept) => kept || fetch(event.request)));
});
