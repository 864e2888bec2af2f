// The line on a host page: puts the widget where the script stands and keeps the frame as high as its content.
// Attributes, events and what the frame's `huiqi()` takes are in README.md and docs/hosting.md.
// The build puts a function of its own around all of it.

const EVENTS = ['ready', 'resize', 'error', 'report', 'page'];
// Longer than a slow line needs.
const PATIENCE = 30000;
// What is ours on the window, the frames and their lines; no name, which an element's `id` could stand for.
const OURS = Symbol.for('huiqi');
const CONFINED = window.origin === 'null' && location.protocol !== 'file:';

// One listener for all widgets that a page ever has, and it holds none of them: those that are taken out can be forgotten.
let listen = window[OURS];
if (!listen) {
  listen = window[OURS] = ({ source, origin, data }) => listen.frames().forEach((frame) => {
    if (source && source === frame.contentWindow) frame[OURS].hear(origin, data || {});
  });
  listen.held = [];
  // The page's own rules.
  listen.forbidden = ({ blockedURI, disposition }) => listen.frames().forEach((frame) => {
    if (disposition === 'enforce' && blockedURI && frame.src.startsWith(blockedURI)) frame[OURS].giveUp();
  });
  listen.frames = () => {
    listen.held = listen.held.filter((one) => one.deref());
    return listen.held.map((one) => one.deref());
  };
}
// `document.open()` takes a page's listeners away; one that is there already is not added again.
addEventListener('message', listen);
addEventListener('securitypolicyviolation', listen.forbidden);

/** Moves the page on where its top, or something fixed there, covers the frame's new screen. */
function uncover(frame, down) {
  const { left, top } = frame.getBoundingClientRect();
  const within = frame.getRootNode().host || frame;
  const y = top + down;
  let covered = 0;
  let cover = document.elementFromPoint(left + 1, Math.max(y, 0) + 1);
  for (; cover && !cover.contains(within); cover = cover.parentElement) {
    if (/fixed|sticky/.test(getComputedStyle(cover).position)) covered = cover.getBoundingClientRect().bottom;
  }
  if (y < covered) scrollBy(0, y - covered);
}

function embed(line) {
  line[OURS] = true;
  const { huiqi, huiqiHome, huiqiTheme, huiqiMode, huiqiReferenceDate, huiqiTitle, huiqiSandbox } = line.dataset;
  // In a bundle or in the page's own text it has no address to go by, and has to be told one.
  const home = huiqiHome ? new URL(huiqiHome.replace(/\/?$/, '/'), location) : new URL('./', line.src);
  const nonce = crypto.getRandomValues(new Uint32Array(4)).join('_');
  const frame = document.createElement('iframe');
  // Of a sandbox around the page the frame is part.
  const isSandboxed = huiqiSandbox !== undefined || CONFINED;
  frame.title = huiqiTitle || '惠企政策匹配';
  frame.setAttribute('loading', 'lazy');
  frame.referrerPolicy = 'no-referrer';
  if (huiqiSandbox !== undefined) frame.setAttribute('sandbox', 'allow-scripts');
  // Against style sheets of the page. Least and greatest width make it as wide as its place; the width is what a place
  // that is as wide as its content (a float, a cell, a dialog) goes by. A page may still hide it.
  frame.style.cssText = 'all:unset!important;width:100vw!important;min-width:100%!important;max-width:100%!important;'
    + 'height:640px!important;display:block';

  let isReady;
  let wishes;
  let timer;
  let way;
  const tell = (event, detail) => frame.dispatchEvent(new CustomEvent(event, { detail }));
  const say = () => {
    // What a host fills in is not secret from the widget, whose origin a sandbox takes away.
    if (isReady) frame.contentWindow.postMessage({ ...wishes, huiqi: nonce }, isSandboxed ? '*' : home.origin);
  };
  frame.huiqi = (words) => {
    // As plain data: what cannot be sent throws here, and is not kept.
    const plain = JSON.parse(JSON.stringify(words));
    wishes = { ...wishes, ...plain, answers: { ...(wishes || {}).answers, ...plain.answers } };
    say();
  };
  const giveUp = () => {
    tell('error', { message: 'no answer' });
    way = way || document.createElement('a');
    way.href = home;
    way.target = '_blank';
    way.textContent = frame.title;
    frame.after(way);
  };
  frame.addEventListener('load', () => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, PATIENCE);
  });
  const hear = (origin, { huiqi: said, event, detail }) => {
    if (said !== nonce || !EVENTS.includes(event) || !(origin === home.origin || (isSandboxed && origin === 'null'))) return;
    clearTimeout(timer);
    if (event === 'ready') {
      isReady = true;
      if (way) way.remove();
      say();
    }
    if (event === 'resize') {
      const height = detail && detail.height;
      if (!(height > 0 && height < 1e6)) return;
      frame.style.setProperty('height', `${height}px`, 'important');
    }
    if (event === 'page') uncover(frame, Number(detail));
    else tell(event, detail);
  };
  frame[OURS] = { hear, giveUp, line };

  const put = () => {
    const place = line.closest('head') ? null : line.parentNode;
    // What a copy of the page, or a line put there once more, has left of an earlier one.
    if (place) {
      place.querySelectorAll('iframe[data-huiqi]').forEach((other) => {
        const { line: earlier } = other[OURS] || {};
        if (!earlier || (!earlier.isConnected && other.parentNode === place && place !== document.body)) other.remove();
      });
    }
    // The first free number, so that a widget that is taken out and put in again finds its own answers.
    const taken = listen.frames().map((other) => other.isConnected && Number(other.dataset.huiqi));
    let at = 0;
    while (taken.includes(at)) at += 1;
    frame.dataset.huiqi = at;
    frame.name = JSON.stringify({
      huiqi: nonce, at, origin: window.origin, theme: huiqiTheme, mode: huiqiMode, referenceDate: huiqiReferenceDate,
    });
    // Firefox takes the name of a frame in XML from there.
    if (/xml/.test(document.contentType)) frame.id = frame.name;
    frame.src = `${home.href}${isSandboxed ? 'sandboxed' : 'index'}.html${huiqi ? `#${huiqi}` : ''}`;
    listen.held.push(window.WeakRef ? new WeakRef(frame) : { deref: () => frame });
    if (place) line.after(frame);
    else document.body.append(frame);
  };
  if (document.body) put();
  else addEventListener('DOMContentLoaded', put);
}

/** Lines in open shadow roots too: nothing tells a module, or a script in a shadow root, where it stands. */
function lines(root) {
  const found = [...root.querySelectorAll('script[data-huiqi],[data-huiqi-home]')];
  root.querySelectorAll('*').forEach(({ shadowRoot }) => shadowRoot && found.push(...lines(shadowRoot)));
  return found;
}

const own = document.currentScript;
// One that was taken out before it ran is meant to be gone.
(own && /embed\.js/.test(own.src) ? [own] : lines(document)).forEach((line) => line[OURS] || !line.isConnected || embed(line));
