// The line on a host page: puts the widget where the script stands and keeps the frame as high as its content.
// Attributes, events and what the frame's `huiqi()` takes are in README.md and docs/hosting.md.
(() => {
  const EVENTS = ['ready', 'resize', 'error', 'report'];
  // Longer than a slow line needs; nothing but a host's own log hangs on it.
  const PATIENCE = 30000;

  // One listener for all widgets that a page ever has, and it holds none of them: those that are taken out can be forgotten.
  let hearers = window.huiqiFrames;
  if (!hearers) {
    hearers = window.huiqiFrames = new WeakMap();
    addEventListener('message', (event) => document.querySelectorAll('iframe[data-huiqi]').forEach((frame) => {
      const hear = event.source && event.source === frame.contentWindow && hearers.get(frame);
      if (hear) hear(event);
    }));
  }

  function embed(script) {
    const home = new URL('./', script.src);
    const { huiqi, huiqiTheme, huiqiMode, huiqiReferenceDate, huiqiTitle, huiqiSandbox } = script.dataset;
    const nonce = Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('_');
    const frame = document.createElement('iframe');
    let at = 0;
    // The first free place, so that a widget that is taken out and put in again finds its own answers.
    while (document.querySelector(`iframe[data-huiqi="${at}"]`)) at += 1;
    frame.dataset.huiqi = at;
    frame.title = huiqiTitle || '惠企政策匹配';
    frame.setAttribute('loading', 'lazy');
    frame.referrerPolicy = 'no-referrer';
    const sandboxed = huiqiSandbox !== undefined;
    if (sandboxed) frame.setAttribute('sandbox', 'allow-scripts');
    frame.name = JSON.stringify({
      huiqi: nonce, at, origin: window.origin, theme: huiqiTheme, mode: huiqiMode, referenceDate: huiqiReferenceDate,
    });
    // Against style sheets that give every iframe a size. A phone of 2018 makes a frame as wide as its content unless its
    // width is small.
    const style = (name, value) => frame.style.setProperty(name, value, 'important');
    Object.entries({
      width: '1px', 'min-width': '100%', 'max-width': '100%', height: '640px', 'min-height': '0', 'max-height': 'none',
      border: '0', padding: '0', 'box-sizing': 'border-box', 'aspect-ratio': 'auto',
    }).forEach(([name, value]) => style(name, value));
    frame.style.display = 'block';

    let isReady = false;
    let wishes;
    let timer;
    let shown = 0;
    const say = () => {
      // What a host fills in is not secret from the widget, whose origin a sandbox takes away.
      if (isReady && wishes) {
        frame.contentWindow.postMessage({ ...wishes, huiqi: nonce }, sandboxed ? '*' : home.origin);
      }
    };
    const tell = (event, detail) => frame.dispatchEvent(new CustomEvent(event, { detail }));
    frame.huiqi = (words) => {
      wishes = { ...wishes, ...words, answers: { ...(wishes || {}).answers, ...words.answers } };
      say();
    };

    frame.addEventListener('load', () => {
      clearTimeout(timer);
      timer = setTimeout(() => tell('error', { message: 'no answer from the widget' }), PATIENCE);
    });
    hearers.set(frame, ({ origin, data }) => {
      if (origin !== (sandboxed ? 'null' : home.origin)) return;
      if (!data || data.huiqi !== nonce || !EVENTS.includes(data.event)) return;
      const { event, detail } = data;
      clearTimeout(timer);
      if (event === 'ready') {
        isReady = true;
        say();
      }
      if (event === 'resize') {
        const height = detail && detail.height;
        if (!(height > 0 && height < 1e6) || Math.abs(height - shown) < 2) return;
        shown = height;
        style('height', `${height}px`);
      }
      tell(event, detail);
    });

    frame.src = `${home.href}${sandboxed ? 'sandboxed' : 'index'}.html${huiqi ? `#${huiqi}` : ''}`;
    const put = () => (script.closest('body') ? script.after(frame) : document.body.append(frame));
    if (document.body) put();
    else addEventListener('DOMContentLoaded', put);
  }

  const own = document.currentScript;
  (own ? [own] : document.querySelectorAll('script[data-huiqi]')).forEach(embed);
})();
