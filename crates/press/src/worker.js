// Keeps the page for times without network. The press writes VERSION and FILES, the digest of each by its address, before this.
//
// A version is stored as a whole, each file checked against its digest, or not at all: so one that is broken never takes the
// place of one that works. The page comes from what is stored; a new version is fetched meanwhile, and is there on the next
// visit. Names of files hold their digests: what a page asks for is of its own version, whichever worker answers.
const PREFIX = `palimpsest ${registration.scope} `;
const OWN = PREFIX + VERSION;
// Which version was stored last, and which is in use. The order of their caches does not tell: a browser that is ended in the
// middle leaves half a version, and one that was taken back may come again.
const NAMES = PREFIX + "names";
const PAGES = ["", "index.html"].map((name) => registration.scope + name);

addEventListener("install", (event) => event.waitUntil(store()));
addEventListener("activate", (event) => event.waitUntil(Promise.all([forget(), clients.claim()])));
addEventListener("message", ({ data }) => data === "take over" && skipWaiting());
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.mode === "navigate") {
    if (PAGES.includes(origin + pathname)) event.respondWith(page(request));
  } else if (request.method === "GET" && request.url.startsWith(registration.scope)) {
    event.respondWith(file(request));
  }
});

async function store() {
  const cache = await caches.open(OWN);
  const files = Object.entries(FILES);
  // A version that comes again is there, and may be the one in use.
  if ((await cache.keys()).length < files.length) await fill(cache, files);
  await remember("stored");
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

// All but this one and the one before, which a page in another tab may still ask. What is just being stored goes nowhere.
async function forget() {
  const kept = [NAMES, OWN, await recall("used")];
  await remember("used");
  if (registration.installing || registration.waiting) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && !kept.includes(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function remember(what) {
  await (await caches.open(NAMES)).put(what, new Response(OWN));
}

async function recall(what) {
  return (await match(what, NAMES))?.text();
}

async function page(request) {
  const { waiting } = registration;
  let version = OWN;
  if (waiting && (await clients.matchAll()).length < 2) {
    // Nobody else reads the old version: this is the next visit.
    waiting.postMessage("take over");
    version = await recall("stored");
  }
  return (await match("./", version)) ?? fetch(request);
}

async function file(request) {
  return (await match(request, OWN)) ?? (await match(request)) ?? fetch(request);
}

function match(request, cacheName) {
  return caches.match(request, { cacheName, ignoreVary: true });
}
