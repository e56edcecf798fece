// The page is served for work: what a worker of a finished page left at this address would stand in the way.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(remove()));

async function remove() {
  // A window that was just loading when the worker that answered it went belongs to none.
  await clients.claim();
  const left = (await caches.keys()).filter((name) => name.startsWith(`palimpsest ${registration.scope} `));
  await Promise.all(left.map((name) => caches.delete(name)));
  await registration.unregister();
  for (const client of await clients.matchAll({ type: "window" })) client.navigate(client.url);
}
