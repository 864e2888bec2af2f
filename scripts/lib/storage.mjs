// A stand-in for object storage behind a CDN, with what both are known to do: an object is there whole or not at all, each is
// written by itself and takes a moment, and the CDN keeps what it has fetched for as long as the object says, whatever its
// query, until it is told to forget it.
import { createServer } from 'node:http';

// How long an upload takes, in milliseconds.
const UPLOAD = 3;
const YEAR = 31536000;

const lifetime = (name) => (/-[0-9a-f]{16}[._]/.test(name) ? YEAR : name === 'embed.js' ? 600 : 0);

/** `{ address, put(name, bytes), purge(names), forget(pattern), stop() }` */
export async function startStorage() {
  const objects = new Map();
  const kept = new Map();
  const edge = (name) => {
    const found = kept.get(name);
    if (found && found.until > Date.now()) return found.bytes;
    const bytes = objects.get(name || 'index.html');
    // What is not there is not kept: a CDN that keeps a 404 has to be told not to.
    if (bytes) kept.set(name, { bytes, until: Date.now() + lifetime(name) * 1000 });
    return bytes;
  };
  const server = createServer((request, response) => {
    const bytes = edge(request.url.split('?')[0].slice(1));
    response.writeHead(bytes ? 200 : 404, { 'Content-Length': bytes?.length ?? 0 }).end(bytes);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    async put(name, bytes) {
      await new Promise((done) => setTimeout(done, UPLOAD));
      objects.set(name, bytes);
    },
    purge: (names) => names.forEach((name) => kept.delete(name)),
    forget: (pattern) => [objects, kept].forEach((map) => [...map.keys()].filter((name) => pattern.test(name)).forEach((name) => map.delete(name))),
    stop: () => server.close(),
  };
}
