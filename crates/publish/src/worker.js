// Keeps the page for times without network. The build writes VERSION and FILES, each file's digest by its address, above.
//
// A version is stored whole, every file checked against its digest, or not at all: a broken one never replaces one that
// works. The page comes from the cache; a new version is fetched meanwhile and appears with the next visit. Names of files
// hold their digests, so a page only ever asks for files of its own version.
//
// Every worker answers with the version in use, and none calls skipWaiting(): Firefox then cuts off responses of the worker
// that is replaced, and the page is empty.
const PREFIX = `palimpsest ${registration.scope} `;
const OWN = PREFIX + VERSION;
// The cache that remembers which version was stored last and which is in use. The order of the caches does not tell: a browser
// that quits halfway leaves part of a version, and a version that was withdrawn may come back.
const NAMES = PREFIX + "names";
const PAGES = ["", "index.html"].map((name) => registration.scope + name);

addEventListener("install", (event) => event.waitUntil(store()));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.mode === "navigate") {
    if (PAGES.includes(origin + pathname)) event.respondWith(page(event));
  } else if (request.method === "GET" && request.url.startsWith(registration.scope)) {
    event.respondWith(file(request));
  }
});

async function store() {
  const cache = await caches.open(OWN);
  const files = Object.entries(FILES);
  // A version that comes back is stored already, and may be in use.
  if ((await cache.keys()).length < files.length) await fill(cache, files);
  await remember("stored", OWN);
}

async function fill(cache, files) {
  try {
    await Promise.all(files.map(async ([address, integrity]) => {
      // The HTTP cache is tried first, and bypassed if it holds something else.
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
  // While two windows show the version in use, they keep it.
  if (used !== stored && (!used || (await clients.matchAll()).length < 2)) {
    version = stored;
    event.waitUntil(use(stored, used));
  }
  return (await match("./", version)) ?? fetch(event.request);
}

// Deletes all versions but this one, the one before, which another window may still need, and the worker's own.
async function use(version, before) {
  await remember("used", version);
  const kept = [NAMES, OWN, version, before];
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && !kept.includes(name));
  // A version that is being stored must stay.
  if (!registration.installing) await Promise.all(names.map((name) => caches.delete(name)));
}

async function file(request) {
  const used = await recall("used");
  return (await match(request, used)) ?? (await match(request)) ?? fetch(request).catch(() => other(request.url, used));
}

// A picture comes in several widths, each with its width and its digest in its name, and one of them is kept.
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

// Storage may fail: then the network answers.
function match(request, cacheName) {
  return caches.match(request, { cacheName, ignoreVary: true }).catch(() => {});
}
