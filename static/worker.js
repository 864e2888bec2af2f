// The service worker: keeps one whole release, each file checked against the hash that the build wrote down, and answers
// from it. A release that does not arrive whole (a server between two releases, a full disk, a broken line) is not taken,
// and the one before goes on. What is kept is looked over at each visit: bytes that were spoilt are fetched again, and who
// may frame a page is asked anew.

const FILES = [/* files */];
const scope = self.registration.scope;
const ours = `huiqi ${scope} `;
const release = `${ours}/* release */`;
// The page has the line to itself while it starts, in milliseconds.
const START = 2000;
// What a browser goes by when it lets a page into a frame.
const FRAMING = ['content-security-policy', 'cross-origin-embedder-policy', 'cross-origin-resource-policy'];

/** A name with a content hash never changes its content, so the browser's own copy of it will do. */
const freshness = (name) => (/-[0-9a-f]{16}[._]/.test(name) ? 'default' : 'no-cache');

/** The same answer with other headers, and without the redirect that led to it, which no page may be answered with. */
async function rewritten(response, headers) {
  const kept = new Headers(headers);
  // With `Vary: *` nothing could be kept.
  kept.delete('vary');
  return new Response(await response.blob(), { headers: kept });
}

const isPlain = ({ redirected, headers }) => !redirected && !String(headers.get('vary')).includes('*');

async function fetched([name, integrity], cache) {
  const response = await fetch(scope + name, { integrity, cache });
  if (!response.ok) throw new Error(`${name}: status ${response.status}`);
  return isPlain(response) ? response : rewritten(response, response.headers);
}

/** Also past what the browser itself has kept of it, cut off or of another release. */
const sound = (file) => fetched(file, freshness(file[0])).catch(() => fetched(file, 'reload'));

async function fill() {
  const cache = await caches.open(release);
  // Asked twice at once, a browser installs twice; the second must not take from the first what that one has.
  if ((await cache.keys()).length === FILES.length) return;
  try {
    const responses = await Promise.all(FILES.map(sound));
    await Promise.all(FILES.map(([name], at) => cache.put(scope + name, responses[at])));
  } catch (error) {
    await caches.delete(release);
    throw error;
  }
}

async function dropOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(ours) && name !== release).map((name) => caches.delete(name)));
}

const keptOf = (cache, name) => cache.match(scope + name, { ignoreVary: true });

async function isSound(response, integrity) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-384', await response.arrayBuffer()));
  return `sha384-${btoa(String.fromCharCode(...hash))}` === integrity;
}

/** Fetches anew what is not what the build made; what the server has no more of is left to the network. */
async function mend() {
  const cache = await caches.open(release);
  for (const file of FILES) {
    const address = scope + file[0];
    const kept = await keptOf(cache, file[0]);
    if (kept && (await isSound(kept, file[1]))) continue;
    try {
      await cache.put(address, await sound(file));
    } catch (error) {
      const { ok } = await fetch(address, { cache: 'no-store' }).catch(() => ({}));
      if (ok) await cache.delete(address);
    }
  }
}

const ancestors = (response) => String(/frame-ancestors[^;]*/.exec(response.headers.get(FRAMING[0])));

/** A page that is kept takes over the headers that the server gives it now; says whether others may frame it than before. */
async function renew(name) {
  const cache = await caches.open(release);
  // Past the browser's own copy: of an answer that nothing has changed, some keep the headers that they had.
  const [kept, now] = await Promise.all([keptOf(cache, name), fetch(scope + name, { cache: 'reload' })]);
  if (!kept || !now.ok || !now.headers.has(FRAMING[0])) return false;
  if (FRAMING.every((header) => kept.headers.get(header) === now.headers.get(header))) return false;
  const isElsewhere = ancestors(kept) !== ancestors(now);
  await cache.put(scope + name, await rewritten(kept, now.headers));
  return isElsewhere;
}

/** Loaded anew, pages are answered with the new headers, and the browser takes them out of frames that they may not be in. */
async function tellPages() {
  (await clients.matchAll({ type: 'window' })).forEach((client) => client.postMessage('look again'));
}

async function tend(name) {
  const isElsewhere = await renew(name).catch(() => false);
  if (isElsewhere) await tellPages();
  await new Promise((done) => setTimeout(done, START));
  // The page that is just being opened could not be told yet.
  if (isElsewhere) await tellPages();
  await mend();
}

async function answer(asked, name) {
  // The browser may have thrown it out to save space, or may not read it any more.
  const kept = await caches.open(release).then((cache) => keptOf(cache, name)).catch(() => undefined);
  if (!kept) return fetch(asked);
  return isPlain(kept) ? kept : rewritten(kept, kept.headers);
}

/** The file that an address of ours means: some servers take the ending off, some go by no case. */
function named(address) {
  const name = address.slice(scope.length).toLowerCase();
  // A sandbox has no worker; shared from one, its page is opened outside.
  if (!name || name === 'sandboxed.html') return 'index.html';
  const [found] = FILES.find(([file]) => file.toLowerCase() === name || file === `${name}.html`) || [];
  return found;
}

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(dropOthers()));
self.addEventListener('message', (event) => {
  if (event.data === 'take over') self.skipWaiting();
  // A page could not start from what is kept.
  if (event.data === 'mend') event.waitUntil(mend().then(() => event.ports[0].postMessage('mended')));
});
self.addEventListener('fetch', (event) => {
  const address = event.request.url.split(/[?#]/)[0];
  const name = address.startsWith(scope) && named(address);
  if (!name || event.request.method !== 'GET') return;
  event.respondWith(answer(event.request, name));
  if (event.request.mode === 'navigate') event.waitUntil(tend(name));
});
