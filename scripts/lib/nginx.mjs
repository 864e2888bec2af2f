// Starts nginx on free loopback ports with docs/hosting/nginx.conf as it stands, but for its address, folder and hosts.
import { execFileSync, spawn } from 'node:child_process';
import { createServer, connect } from 'node:net';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const CONFIG = 'docs/hosting/nginx.conf';
const LIMIT = 10000;

const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

const answers = (port) => new Promise((done) => {
  const socket = connect(port, '127.0.0.1', () => { socket.destroy(); done(true); });
  socket.on('error', () => done(false));
});

function replaced(text, from, to) {
  if (!text.includes(from)) throw new Error(`${CONFIG} has no \`${from}\``);
  return text.replaceAll(from, to);
}

/** The committed configuration for this machine. */
function serverBlock({ port, plainPort, root, dir, host }) {
  const changes = [
    ['listen 80;', `listen 127.0.0.1:${plainPort};`],
    ['listen 443 ssl http2;', `listen 127.0.0.1:${port} ssl http2;`],
    ['https://widget.example', `https://127.0.0.1:${port}`],
    ['server_name widget.example;', 'server_name 127.0.0.1;'],
    ['/etc/ssl/huiqi/widget.example', `${dir}/own`],
    ['https://bureau.example', host],
    ['root /srv/huiqi/current;', `root ${resolve(root)};`],
  ];
  return changes.reduce((text, [from, to]) => replaced(text, from, to), readFileSync(CONFIG, 'utf8'));
}

/** A certificate that only this nginx and the tests know. */
function ownCertificate(dir) {
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1',
    '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', `${dir}/own.key`, '-out', `${dir}/own.pem`], { stdio: 'ignore' });
}

/** A running nginx over `root` that lets `host` embed the widget: `{ address, plainAddress, stop }`. */
export async function startNginx(host, root = 'dist') {
  const dir = mkdtempSync(join(tmpdir(), 'huiqi-nginx-'));
  const [port, plainPort] = [await freePort(), await freePort()];
  ownCertificate(dir);
  writeFileSync(join(dir, 'site.conf'), serverBlock({ port, plainPort, root, dir, host }));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${dir}/${kind};`);
  // Its workers are nobody, so that a file which may not be read is one.
  const user = process.getuid() === 0 ? 'user nobody nogroup;' : '';
  writeFileSync(join(dir, 'nginx.conf'), `${user} worker_processes auto; daemon off; pid ${dir}/nginx.pid; error_log stderr error;
    events { worker_connections 1024; }
    http { include /etc/nginx/mime.types; access_log off; ${temporary.join(' ')} include ${dir}/site.conf; }\n`);
  const nginx = spawn('nginx', ['-p', dir, '-c', join(dir, 'nginx.conf')], { stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = new Promise((done) => nginx.on('exit', done));
  const stop = async () => {
    nginx.kill('SIGTERM');
    await ended;
    rmSync(dir, { recursive: true, force: true });
  };
  for (const end = Date.now() + LIMIT; !(await answers(port)); await new Promise((done) => setTimeout(done, 50))) {
    if (nginx.exitCode !== null || Date.now() > end) {
      await stop();
      throw new Error('nginx does not start; what it says stands above');
    }
  }
  return { address: `https://127.0.0.1:${port}/`, plainAddress: `http://127.0.0.1:${plainPort}/`, stop };
}
