// Keeps the map for use without a network. Registered by offline.html only, when the reader asks.
//
// Files with a hash in their names never change and come from the cache. All others come from the network where there is
// one, so that what a host edits is seen at once, and from the cache where there is none.

/** What the site holds: the version is the hash of the list. Filled in when the site is built. */
const { version, hashed, others } = "{files}";

const PREFIX = `arctic-cable-map ${new URL(registration.scope).pathname} `;
const CACHE = PREFIX + version;
/** A network that does not answer in this time counts as none. */
const PATIENCE_MS = 4000;

const isHashed = new Set(hashed.map((name) => new URL(name, registration.scope).href));

/** What another version has fetched already, or what the network has. */
async function fetchInto(cache, name) {
  const url = new URL(name, registration.scope).href;
  const kept = isHashed.has(url) ? await caches.match(url) : undefined;
  const response = kept ?? (await fetch(url, { cache: "no-cache" }));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  await cache.put(url, response);
}

async function install() {
  const cache = await caches.open(CACHE);
  await Promise.all(["./", ...hashed].map((name) => fetchInto(cache, name)));
  // What a host has taken away costs that layer only.
  await Promise.allSettled(others.map((name) => fetchInto(cache, name)));
  await self.skipWaiting();
}

/** Drops all versions but this one and the one before, whose page may still be open. */
async function tidy() {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function fromNetwork(request) {
  const timeout = new Promise((done) => setTimeout(done, PATIENCE_MS));
  const fetched = fetch(request).then(async (response) => {
    if (response.ok) await (await caches.open(CACHE)).put(bare(request.url), response.clone());
    return response;
  });
  const first = await Promise.race([fetched.catch(() => undefined), timeout]);
  return first ?? (await fromCache(request)) ?? fetched;
}

const bare = (url) => url.split(/[?#]/)[0];

const fromCache = async (request) => (await (await caches.open(CACHE)).match(bare(request.url))) ?? caches.match(bare(request.url));

async function answer(request) {
  if (isHashed.has(bare(request.url))) return (await fromCache(request)) ?? fetch(request);
  return fromNetwork(request);
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const isOwn = bare(request.url).startsWith(registration.scope);
  if (request.method === "GET" && isOwn && !request.headers.has("range")) event.respondWith(answer(request));
});
