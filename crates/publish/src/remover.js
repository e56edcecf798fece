// Served during development: removes the service worker that a published page left at this address, and its caches.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(remove()));

async function remove() {
  // A window that was loading while its worker was being replaced has no controller.
  await clients.claim();
  const left = (await caches.keys()).filter((name) => name.startsWith(`palimpsest ${registration.scope} `));
  await Promise.all(left.map((name) => caches.delete(name)));
  await registration.unregister();
  for (const client of await clients.matchAll({ type: "window" })) client.navigate(client.url);
}
