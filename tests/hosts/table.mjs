// table.mjs --list | --widget ADDRESS [--port N]
// Pages as sites have them, each with the embedding line somewhere: serves them as `/NAME` and lists them as JSON lines.
// What `tests/browser/hosts.rs` looks at: `frames` widgets stand in the page (`within` that frame of it), each as wide as
// `share` of what `full` finds, or of the page.
import { createServer } from 'node:http';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { list: { type: 'boolean' }, widget: { type: 'string' }, port: { type: 'string' }, folder: { type: 'string' } },
});
const WIDGET = (values.widget ?? 'https://widget.example/').replace(/\/?$/, '/');
const ORIGIN = new URL(WIDGET).origin;
const embed = () => readFileSync('dist/embed.js', 'utf8');

/** The line as documented, with more attributes. */
const line = (more = '') => `<script src="${WIDGET}embed.js" data-huiqi ${more}></script>`;
const code = (text) => `<script>${text}</script>`;
/** Script that puts the line where `place` is, as a page's own script does. */
const scripted = (place, more = '') => `{ const s = document.createElement('script'); s.src = '${WIDGET}embed.js';
  s.dataset.huiqi = ''; ${more}; ${place}.append(s); }`;
const boxed = (style, inner = line()) => `<div style="${style}">${inner}</div>`;

const CSP = `default-src 'none'; script-src 'nonce-n' 'strict-dynamic'; frame-src ${ORIGIN}; style-src 'none'`;
const NESTED = (sandbox, src) => `<iframe id="outer" style="width:900px;height:700px" ${sandbox} src="${src}"></iframe>`;

const ROWS = {
  // Containers.
  block: { body: boxed('padding: 12px'), full: 'div' },
  cell: { body: `<table><tr><td>${line()}</td></tr></table>`, share: 0.98 },
  'cell beside text': { body: `<table><tr><td>左边一栏</td><td>${line()}</td></tr></table>`, share: 0.8 },
  'cell in nested tables': { doctype: '', body: `<table align="center"><tr><td><table><tr><td>${line()}</td></tr></table></td></tr></table>`, share: 0.96 },
  'table itself': { body: `<table style="width: 100%">${line()}</table>`, share: 0.98 },
  float: { body: boxed('float: left') },
  'float right': { body: boxed('float: right') },
  'inline-block': { body: boxed('display: inline-block') },
  'inline flex': { body: boxed('display: inline-flex') },
  'flex, centred': { body: boxed('display: flex; justify-content: center') },
  'flex column, centred': { body: boxed('display: flex; flex-direction: column; align-items: center') },
  'flex column, centred, box': { body: boxed('display: flex; flex-direction: column; align-items: center', boxed('')) },
  'grid, centred': { body: boxed('display: grid; place-items: center') },
  'grid, automatic column': { body: boxed('display: grid; grid-template-columns: auto; justify-content: center', boxed('')) },
  'fit-content': { body: boxed('width: -moz-fit-content; width: fit-content') },
  absolute: { body: boxed('position: absolute; left: 8px; right: auto; max-width: calc(100% - 16px)') },
  fixed: { body: boxed('position: fixed; left: 8px; top: 8px; max-width: calc(100% - 16px)') },
  dialog: { body: `<dialog>${line()}</dialog>${code("document.querySelector('dialog').showModal()")}`, share: 0.93 },
  fieldset: { body: `<fieldset style="margin:0;border:0;padding:0">${line()}</fieldset>` },
  'centre element': { body: `<center>${line()}</center>` },
  'paragraph and span': { body: `<p><span>${line()}</span></p>` },
  columns: { body: boxed('column-count: 1') },
  'body is flex': { head: '<style>body { display: flex; flex-direction: column; align-items: center }</style>', body: line() },
  'app shell': { body: boxed('height: 90vh; overflow: auto; display: flex; flex-direction: column', boxed('', line())), share: 0.97 },
  'right to left': { body: `<div dir="rtl" style="display: inline-block">${line()}</div>` },
  // Style sheets for every iframe.
  'responsive iframes': { head: '<style>iframe { position: absolute; top: 0; left: 0; width: 100%; height: 100% }</style>', body: boxed('position: relative') },
  'sized iframes': { head: '<style>* { margin: 7px } iframe { width: 50% !important; height: 150px !important; max-height: 300px !important; max-width: 200px; padding: 20px; border: 5px solid; aspect-ratio: 16 / 9; float: left; opacity: .5; transform: scale(.5) }</style>', body: boxed('float: left; margin: 0'), share: 0.96 },
  // How the line gets there.
  'document.write': { body: code(`document.write(${JSON.stringify(line()).replace('</script>', '<\\/script>')})`) },
  'document.write, late': { body: `${line()}${code(`pending = true; addEventListener('load', () => setTimeout(() => { pending = false; document.open(); document.write('<!doctype html><title>again</title><body><script src="/record.js"><\\/script>' + ${JSON.stringify(line()).replace('</script>', '<\\/script>')}); document.close(); }, 300))`)}` },
  'put in by script': { body: `<div id="app" style="display: inline-block"></div>${code(scripted("document.getElementById('app')"))}` },
  'in the page itself': { body: () => `<script data-huiqi data-huiqi-home="${WIDGET}">${embed()}</script>` },
  'in a bundle': { body: `<div data-huiqi-home="${WIDGET.slice(0, -1)}"></div><script src="/bundle.js"></script>` },
  'deferred in the head': { head: `<script defer src="${WIDGET}embed.js" data-huiqi></script>`, body: '<p>text</p>' },
  'classic and module': { body: `${line()}<script type="module" src="${WIDGET}embed.js?2" data-huiqi></script>`, frames: 2 },
  'two, one async': { body: `${line()}${line('async')}`, frames: 2 },
  'names taken': { body: `<form id="huiqiFrames" name="huiqi"><input name="frames"><input id="huiqi"></form>${line()}` },
  'arrays of an old framework': { head: code("Array.prototype.toJSON = function () { return 'x' }; Array.from = (all) => [].slice.call(all); Object.prototype.extra = 1"), body: line() },
  'shadow root': { body: `<div id="app"></div>${code(`{ const root = document.getElementById('app').attachShadow({ mode: 'open' }); watch(root); ${scripted('root')} }`)}` },
  'shadow root and another': { body: `${line()}<div id="app"></div>${code(`{ const root = document.getElementById('app').attachShadow({ mode: 'open' }); watch(root); ${scripted('root')} }`)}`, frames: 2 },
  // What goes on in a page.
  'restored from a snapshot': { body: `<main>${line()}</main>${code(`pending = true; addEventListener('load', () => setTimeout(() => {
      pending = false;
      const copy = document.querySelector('main').cloneNode(true);
      copy.querySelectorAll('script').forEach((one) => { const s = document.createElement('script');
        for (const { name, value } of one.attributes) s.setAttribute(name, value); one.replaceWith(s); });
      heard.length = 0; document.querySelector('main').replaceWith(copy); }, 300))`)}` },
  'effect run twice': { body: `<div id="app"></div>${code(`pending = true; for (let run = 0; run < 2; run += 1) setTimeout(() => {
      pending = run === 0;
      const before = document.querySelector('#app script'); if (before) before.remove(); heard.length = 0;
      ${scripted("document.getElementById('app')")} }, run * 400)`)}` },
  'moved by a framework': { body: `<div id="one">${line()}</div><div id="two"></div>${code(`pending = true; addEventListener('load', () => setTimeout(() => {
      pending = false;
      heard.length = 0; document.getElementById('two').append(document.getElementById('one')); }, 300))`)}` },
  // Rules of the page.
  'strict CSP': { headers: { 'Content-Security-Policy': CSP }, nonce: true, body: `<script nonce="n" src="${WIDGET}embed.js" data-huiqi></script>` },
  'trusted types': { headers: { 'Content-Security-Policy': "require-trusted-types-for 'script'; trusted-types 'none'" }, body: line() },
  'isolated (COEP)': { headers: { 'Cross-Origin-Embedder-Policy': 'require-corp', 'Cross-Origin-Opener-Policy': 'same-origin' }, body: line() },
  'COEP credentialless': { headers: { 'Cross-Origin-Embedder-Policy': 'credentialless' }, body: line() },
  'sandboxed by its CSP': { headers: { 'Content-Security-Policy': 'sandbox allow-scripts' }, body: line() },
  'sandboxed from outside': { body: NESTED('sandbox="allow-scripts"', '/block'), within: '#outer', share: 0.97 },
  'sandboxed, no address': { body: () => `<iframe id="outer" style="width:900px;height:700px" sandbox="allow-scripts" srcdoc="${page('block').replaceAll('"', '&quot;').replace('/record.js', '//HOST/record.js')}"></iframe>`, within: '#outer', share: 0.97 },
  'in a frame of the page': { body: NESTED('', '/float'), within: '#outer' },
  'data-huiqi-sandbox': { body: line('data-huiqi-sandbox') },
  // How the page is written.
  GBK: { type: 'text/html; charset=gbk', body: `<p>\u0001</p><script src="${WIDGET}embed.js" data-huiqi></script>`, title: true },
  XHTML: { type: 'application/xhtml+xml', doctype: '<?xml version="1.0" encoding="utf-8"?>', body: `<div style="float: left"><script src="${WIDGET}embed.js" data-huiqi=""></script></div>` },
  'quirks and another base': { doctype: '', share: 0.98, head: '<base href="https://elsewhere.example/x/">', body: line() },
  'a file': { file: true, body: boxed('display: inline-block') },
};

function page(name) {
  const row = ROWS[name];
  const isXml = row.type?.includes('xml');
  const nonce = row.nonce ? ' nonce="n"' : '';
  const body = typeof row.body === 'function' ? row.body() : row.body;
  return `${row.doctype ?? '<!doctype html>'}
<html lang="zh-CN"${isXml ? ' xmlns="http://www.w3.org/1999/xhtml"' : ''}><head><title>host</title>
<meta name="viewport" content="width=device-width, initial-scale=1"${isXml ? '/' : ''}><script src="/record.js"${nonce}></script>${row.head ?? ''}</head>
<body>${body}</body></html>`;
}

/** Keeps what the frames tell; in a shadow root only who listens there hears it. */
const RECORD = `window.heard = window.heard || [];
// Is a page still to do what it is here for.
window.pending = false;
window.watch = (root) => ['ready', 'resize', 'error'].forEach((kind) => root.addEventListener(kind, (event) => {
  if (event.detail) window.heard.push([kind, event.target]);
}, true));
watch(document);
window.widgets = (root = document) => [].concat(...root.querySelectorAll('iframe[data-huiqi]'),
  ...[].map.call(root.querySelectorAll('*'), ({ shadowRoot }) => (shadowRoot ? widgets(shadowRoot) : [])));`;

if (values.list) {
  for (const [name, { frames = 1, full = 'body', share = 0.99, within = null, file = false, title = false }] of Object.entries(ROWS)) {
    console.log(JSON.stringify({ name, frames, full, share, within, file, title }));
  }
} else {
  const server = createServer((request, response) => {
    const name = decodeURIComponent(request.url.slice(1));
    const end = (type, text, headers = {}) => response.writeHead(200, { 'Content-Type': type, ...headers }).end(text);
    if (name === 'record.js') return end('text/javascript', RECORD, { 'Cross-Origin-Resource-Policy': 'cross-origin' });
    if (name === 'bundle.js') return end('text/javascript', `(() => { /* a site's own */ })();\n${embed()}`);
    if (!ROWS[name]) return response.writeHead(404).end();
    const text = page(name).replace('//HOST/', `http://${request.headers.host}/`);
    return end(ROWS[name].type ?? 'text/html; charset=utf-8', text, ROWS[name].headers);
  });
  server.listen(Number(values.port ?? 0), '127.0.0.1', () => {
    const address = `http://localhost:${server.address().port}/`;
    for (const [name, { file }] of Object.entries(ROWS)) {
      if (file) writeFileSync(`${values.folder}/${name}.html`, page(name).replace('/record.js', `${address}record.js`));
    }
    console.log(address);
  });
}
