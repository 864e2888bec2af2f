// The service worker: keeps one whole release, each file checked against the hash that the build wrote down, and answers
// from it. A release that does not arrive whole (a server between two releases, a full disk, a broken line) is not taken,
// and the one before goes on.

const FILES = [/* files */];
const scope = self.registration.scope;
const ours = `huiqi ${scope} `;
const release = `${ours}/* release */`;

/** A name with a content hash never changes its content, so the browser's own copy of it will do. */
const request = ([name, integrity]) =>
  new Request(scope + name, { integrity, cache: /-[0-9a-f]{16}[._]/.test(name) ? 'default' : 'no-cache' });

async function fill() {
  const cache = await caches.open(release);
  // Asked twice at once, a browser installs twice; the second must not take from the first what that one has.
  if ((await cache.keys()).length === FILES.length) return;
  try {
    await cache.addAll(FILES.map(request));
  } catch (error) {
    await caches.delete(release);
    throw error;
  }
}

async function dropOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(ours) && name !== release).map((name) => caches.delete(name)));
}

async function answer(asked, name) {
  const cache = await caches.open(release);
  // The browser may have thrown it out to save space.
  return (await cache.match(scope + name, { ignoreVary: true })) || fetch(asked);
}

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(dropOthers()));
self.addEventListener('message', (event) => event.data === 'take over' && self.skipWaiting());
self.addEventListener('fetch', (event) => {
  const address = event.request.url.split(/[?#]/)[0];
  const name = address === scope ? 'index.html' : address.slice(scope.length);
  const kept = address.startsWith(scope) && FILES.some(([file]) => file === name);
  if (kept && event.request.method === 'GET') event.respondWith(answer(event.request, name));
});
