/* While serving, nothing keeps an older copy of the tally page: a worker that takes itself away. */
"use strict";
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(
  caches.keys()
    .then((names) => names.filter((name) => name.startsWith(`runfolio-tally:${self.registration.scope}:`)))
    .then((kept) => Promise.all(kept.map((name) => caches.delete(name))))
    .then(() => self.registration.unregister())));
