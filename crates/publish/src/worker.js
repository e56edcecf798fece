// Keeps the page for offline use. The build prepends VERSION and FILES, a map from each file's address to its digest.
//
// A version is stored completely, with every file checked against its digest, or not at all: a broken version never replaces
// one that works. The page is served from the cache; meanwhile a new version is fetched, and appears on the next visit. File
// names contain digests, so a page only ever requests files of its own version.
//
// Every worker serves the version in use, and none calls skipWaiting(): Firefox would cut off the responses of the worker
// that is replaced, leaving the page empty.
const PREFIX = `palimpsest ${registration.scope} `;
const OWN = PREFIX + VERSION;
// The cache that records which version was stored last and which is in use. The order of the caches is no indication: a
// browser that quits midway leaves a partial version, and a withdrawn version may come back.
const NAMES = PREFIX + "names";
const PAGES = ["", "index.html"].map((name) => registration.scope + name);

addEventListener("install", (event) => event.waitUntil(store()));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.mode === "navigate") {
    if (PAGES.includes(origin + pathname)) event.respondWith(page(event));
  } else if (request.method === "GET" && request.url.startsWith(registration.scope) && !request.headers.has("range")) {
    // What plays sounds and films asks for parts of them, which only the network sends.
    event.respondWith(file(request));
  }
});

async function store() {
  const cache = await caches.open(OWN);
  const files = Object.entries(FILES);
  // A version that comes back is already stored, and may be in use.
  if ((await cache.keys()).length < files.length) await fill(cache, files);
  await remember("stored", OWN);
}

async function fill(cache, files) {
  try {
    await Promise.all(files.map(async ([address, integrity]) => {
      // The HTTP cache is tried first, and bypassed if its content does not match.
      const get = (cache) => fetch(address, { integrity, cache });
      const response = await get("default").catch(() => get("reload"));
      // A navigation does not accept a redirected response.
      await cache.put(address, response.redirected ? new Response(response.body, response) : response);
    }));
  } catch (reason) {
    await caches.delete(OWN);
    throw reason;
  }
}

async function page(event) {
  const [used, stored] = await Promise.all(["used", "stored"].map(recall));
  let version = used;
  // While several windows show the version in use, they keep it.
  if (used !== stored && (!used || (await clients.matchAll()).length < 2)) {
    version = stored;
    event.waitUntil(use(stored, used));
  }
  return (await match("./", version)) ?? fetch(event.request);
}

// Deletes all versions except this one, the previous one, which another window may still need, and the worker's own.
async function use(version, before) {
  await remember("used", version);
  const kept = [NAMES, OWN, version, before];
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && !kept.includes(name));
  // A version that is being stored must not be deleted.
  if (!registration.installing) await Promise.all(names.map((name) => caches.delete(name)));
}

async function file(request) {
  const used = await recall("used");
  return (await match(request, used)) ?? (await match(request)) ?? fetch(request).catch(() => other(request.url, used));
}

// A picture has several files, each with its width and digest in its name, of which only one is kept.
async function other(url, version) {
  const bare = (url) => url.replace(/-\d+-[\da-f]{16}\.\w+$/, "");
  const kept = version ? await (await caches.open(version)).keys() : [];
  const found = kept.find((key) => key.url !== url && bare(key.url) === bare(url));
  return (found && (await match(found, version))) ?? Response.error();
}

async function remember(what, version) {
  await (await caches.open(NAMES)).put(what, new Response(version));
}

async function recall(what) {
  return (await match(what, NAMES))?.text();
}

// Storage access may fail; the network answers then.
function match(request, cacheName) {
  return caches.match(request, { cacheName, ignoreVary: true }).catch(() => {});
}
