// Keeps the page for times without network. The press writes VERSION and FILES, the digest of each by its address, before this.
//
// A version is stored as a whole, each file checked against its digest, or not at all: so one that is broken never takes the
// place of one that works. The page comes from what is stored; a new version is fetched meanwhile, and is there on the next
// visit. Names of files hold their digests: what a page asks for is of its own version.
//
// Whichever worker answers, it answers with the version in use. No worker takes over from one that is at work: Firefox cuts off
// what that has just answered, and the reader has an empty page.
const PREFIX = `palimpsest ${registration.scope} `;
const OWN = PREFIX + VERSION;
// Which version was stored last, and which is in use. The order of their caches does not tell: a browser that is ended in the
// middle leaves half a version, and one that was taken back may come again.
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
  // A version that comes again is there, and may be the one in use.
  if ((await cache.keys()).length < files.length) await fill(cache, files);
  await remember("stored", OWN);
}

async function fill(cache, files) {
  try {
    await Promise.all(files.map(async ([address, integrity]) => {
      // What the browser has already will mostly do.
      const get = (cache) => fetch(address, { integrity, cache });
      const response = await get("default").catch(() => get("reload"));
      // The answer to a navigation must not be one that was redirected.
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
  // As long as two windows show the one in use, they go on with it.
  if (used !== stored && (!used || (await clients.matchAll()).length < 2)) {
    version = stored;
    event.waitUntil(use(stored, used));
  }
  return (await match("./", version)) ?? fetch(event.request);
}

// Forgets all but this one and the one before, which a page in another window may still ask, and the worker's own.
async function use(version, before) {
  await remember("used", version);
  const kept = [NAMES, OWN, version, before];
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && !kept.includes(name));
  // What is just being stored goes nowhere.
  if (!registration.installing) await Promise.all(names.map((name) => caches.delete(name)));
}

async function file(request) {
  return (await match(request, await recall("used"))) ?? (await match(request)) ?? fetch(request);
}

async function remember(what, version) {
  await (await caches.open(NAMES)).put(what, new Response(version));
}

async function recall(what) {
  return (await match(what, NAMES))?.text();
}

// Storage may break: then there is the network.
function match(request, cacheName) {
  return caches.match(request, { cacheName, ignoreVary: true }).catch(() => {});
}
