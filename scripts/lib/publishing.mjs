// publishing.mjs [RELEASES]: visits without a pause while one release after another is published, and none of them may get
// half a file or files that do not belong together: by the recipe of docs/hosting.md under a real nginx, and by its order of
// uploading to a stand-in for object storage behind a CDN. Copying over what is there is tried too, to see that this
// would have noticed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { Agent, request as secureRequest } from 'node:https';
import { request as plainRequest } from 'node:http';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNginx } from './nginx.mjs';
import { startStorage } from './storage.mjs';

const RELEASES = Number(process.argv[2] ?? 20);
const VISITORS = 8;
const work = mkdtempSync(join(tmpdir(), 'huiqi-publishing-'));
chmodSync(work, 0o755);
const agent = new Agent({ keepAlive: true, rejectUnauthorized: false });

/** Release number `n`: another title, another boot.js, and a worker that says so. */
function makeRelease(n) {
  const dir = join(work, `built-${n}`);
  cpSync('dist', dir, { recursive: true });
  for (const name of readdirSync(dir).filter((one) => /\.(br|gz)$/.test(one))) rmSync(join(dir, name));
  const page = readFileSync(join(dir, 'index.html'), 'utf8');
  const [boot] = page.match(/boot-[0-9a-f]{16}\.js/);
  const text = `${readFileSync(join(dir, boot), 'utf8')}\n// release ${n}${' '.repeat(400000)}\n`;
  const name = `boot-${createHash('sha256').update(text).digest('hex').slice(0, 16)}.js`;
  rmSync(join(dir, boot));
  writeFileSync(join(dir, name), text);
  const sealed = page.replaceAll(boot, name)
    .replace(/(<script[^>]*src="[^"]*boot-[^>]*integrity=")[^"]*/, `$1sha384-${createHash('sha384').update(text).digest('base64')}`);
  writeFileSync(join(dir, 'index.html'), sealed.replace('<title>', `<title>${n} `));
  return dir;
}

function get(address) {
  const request = address.startsWith('https:') ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const asked = request(address, { agent: address.startsWith('https:') ? agent : undefined }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode, bytes: Buffer.concat(parts) }));
      answer.on('aborted', () => reject(new Error('cut off')));
    });
    asked.on('error', reject).end();
  });
}

const hash = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** One visit: the page and every file it names; what was wrong with it. */
async function visit(address) {
  const page = await get(address);
  if (page.status !== 200 || !page.bytes.toString().trimEnd().endsWith('</html>')) return 'half a page';
  const tags = page.bytes.toString().match(/<(?:script|link)\b[^>]*integrity[^>]*>/g);
  for (const tag of tags) {
    const [, name] = /\s(?:src|href)="([^"]+)"/.exec(tag);
    const { status, bytes } = await get(address + name.replace('./', ''));
    if (status !== 200) return `${name}: ${status}`;
    if (hash(bytes) !== /\sintegrity="([^"]+)"/.exec(tag)[1]) return `${name}: ${bytes.length} bytes, not as the page has it`;
  }
  return undefined;
}

/** Visits until `publish` is through, and says how many there were and what was wrong. */
async function visitedWhile(address, publish) {
  let goesOn = true;
  let visits = 0;
  const wrong = [];
  const visitor = async () => {
    while (goesOn) {
      const problem = await visit(address).catch((error) => error.message);
      visits += 1;
      if (problem) wrong.push(problem);
    }
  };
  const visitors = Array.from({ length: VISITORS }, visitor);
  await publish();
  goesOn = false;
  await Promise.all(visitors);
  return { visits, wrong };
}

/** A program that does not keep the visitors here waiting. */
const runs = (...command) => new Promise((done, failed) => {
  spawn(command[0], command.slice(1), { stdio: ['ignore', 'inherit', 'inherit'] })
    .on('exit', (status) => (status === 0 ? done() : failed(new Error(`${command[0]}: ${status}`))));
});

/** The shell lines of the documentation, for these folders. */
function recipe(built, site) {
  const [, text] = /```sh\n(# 发布[\s\S]*?)```/.exec(readFileSync('docs/hosting.md', 'utf8'));
  return text.replaceAll('/srv/huiqi', site).replaceAll('dist/.', `${built}/.`);
}

async function report(what, { visits, wrong }, isWell) {
  console.log(`${what}: ${visits} visits, ${wrong.length} spoilt${wrong.length ? `, such as \`${wrong[0]}\`` : ''}`);
  if (visits === 0 || isWell !== (wrong.length === 0)) throw new Error(`${what}: ${isWell ? 'visits were spoilt' : 'nothing was noticed'}`);
}

async function underNginx(built) {
  const site = join(work, 'site');
  mkdirSync(join(site, 'releases'), { recursive: true });
  await runs('sh', '-euc', recipe(built[0], site));
  const nginx = await startNginx("'self'", join(site, 'current'));
  try {
    const published = await visitedWhile(nginx.address, async () => {
      for (const dir of built) await runs('sh', '-euc', recipe(dir, site));
    });
    await report(`nginx, ${built.length} releases by the recipe`, published, true);
    const copied = await visitedWhile(nginx.address, async () => {
      for (const dir of built) await runs('sh', '-c', `rm ${site}/current/boot-*; cp -r ${dir}/. ${site}/current/`);
    });
    await report(`nginx, ${built.length} releases copied over one another`, copied, false);
  } finally {
    await nginx.stop();
  }
}

/** Names with a content hash first, the worker last. */
const rank = (name) => (/-[0-9a-f]{16}[._]/.test(name) ? 0 : name === 'worker.js' ? 2 : 1);

async function behindCdn(built) {
  const storage = await startStorage();
  const upload = async (dir, order) => {
    for (const name of readdirSync(dir).sort(order)) await storage.put(name, readFileSync(join(dir, name)));
    storage.purge(['', 'index.html', 'sandboxed.html', 'policies.html', 'worker.js', 'embed.js', 'guard.js']);
  };
  const inOrder = (one, other) => rank(one) - rank(other);
  try {
    await upload(built[0], inOrder);
    const published = await visitedWhile(storage.address, async () => {
      for (const dir of built) await upload(dir, inOrder);
    });
    await report(`object storage and CDN, ${built.length} releases in order`, published, true);
    storage.forget(/^boot-/);
    const reversed = await visitedWhile(storage.address, async () => {
      for (const dir of built) await upload(dir, (one, other) => rank(other) - rank(one));
    });
    await report(`object storage and CDN, ${built.length} releases the other way round`, reversed, false);
  } finally {
    storage.stop();
  }
}

try {
  const built = Array.from({ length: RELEASES }, (_, n) => makeRelease(n));
  await underNginx(built);
  await behindCdn(built);
} catch (error) {
  console.error(`publishing: ${error.message}`);
  process.exitCode = 1;
} finally {
  agent.destroy();
  rmSync(work, { recursive: true, force: true });
}
