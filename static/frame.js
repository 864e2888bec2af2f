// The widget's side of its frame: says how high the content is, and hears what the page around it may say. Heard is only
// the parent window, of the origin and with the nonce that embed.js wrote into this frame's name; that name, unlike a
// fragment, is still there after a reload. What the words mean belongs to the engine.

const page = document.documentElement;

// Long enough not to be guessed, short enough not to be a burden.
const NONCE = /^\w{16,64}$/;
// More than all questions answered take; a longer message is no message.
const LONGEST_MESSAGE = 20000;
// A host may repeat itself as often as it likes: the widget listens this often, in milliseconds, and to so many messages
// between. What a flood has beyond that is dropped unread, or no tap would be answered.
const PAUSE = 100;
const MOST_MESSAGES = 100;
// Heights are told in such steps, in pixels, and smaller ones only past two: by the exact height of what stands there a page
// could tell what was answered. What still shows is said in docs/hosting.md.
const STEP = 64;
// So long a button has to have been seen, in milliseconds, before a press on it can have been aimed.
const SEEN = 400;
// After the browser itself has moved what has the focus into view.
const MOVED = 100;

// An origin, which the visitor is shown: no words of a stranger.
const ORIGIN = /^(null|https?:\/\/[\w.-]+(:\d+)?)$/;

/** Is that the page around the widget, as far as the browser tells. */
function isAround(origin) {
  // A list that WebKit does not let be taken apart; Firefox writes `null` for what the frame's referrer policy hides.
  const real = (location.ancestorOrigins || [])[0] || 'null';
  return ORIGIN.test(origin) && (origin === 'null' || real === 'null' || real === origin);
}

/** What embed.js wrote into the frame's name, or nothing where the widget stands on its own. */
function introduction() {
  if (parent === window) return undefined;
  try {
    const said = JSON.parse(window.name);
    return NONCE.test(said.huiqi) && isAround(said.origin) ? said : undefined;
  } catch (error) {
    return undefined;
  }
}

const host = introduction();

/** Tells the page around the widget, and no page of another origin, that something happened. */
export function tell(event, detail) {
  if (!host) return;
  try {
    // A page without an origin of its own cannot be named.
    parent.postMessage({ huiqi: host.huiqi, event, detail }, host.origin === 'null' ? '*' : host.origin);
  } catch (error) {
    // Something that cannot be sent: nobody is told.
  }
}

let waiting = {};
let last = '{}';
let heard = 0;
// Until the widget stands, nobody is there to be told.
let isUp = false;

function pass() {
  heard = 0;
  if (!isUp) return;
  const said = waiting;
  waiting = {};
  const text = JSON.stringify(said);
  if (text === last) return;
  last = text;
  paint(said.theme);
  dispatchEvent(new CustomEvent('huiqi-hear', { detail: said }));
}

/** Gathers what is said, as plain data, and passes it on at most every `PAUSE`, never the same twice in a row. */
function hear({ theme, mode, referenceDate, answers }) {
  heard += 1;
  if (heard > MOST_MESSAGES) return;
  if (heard === 1) setTimeout(pass, PAUSE);
  try {
    const text = JSON.stringify({
      theme: theme || waiting.theme,
      mode: mode || waiting.mode,
      referenceDate: referenceDate || waiting.referenceDate,
      answers: { ...waiting.answers, ...answers },
    });
    if (text.length <= LONGEST_MESSAGE) waiting = JSON.parse(text);
  } catch (error) {
    // Something that cannot be written down: dropped.
  }
}

/** Relative luminance as WCAG defines it, of a colour as three numbers of 0 to 255. */
function luminance(colour) {
  const [red, green, blue] = colour.map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const mixed = (colour, other, share) => `rgb(${colour.map((part) => Math.round(part + (other - part) * share))})`;

/** Takes `#rrggbb` for the light look, darkened until it can be read on white and on its own tint. */
function paint(theme) {
  if (typeof theme !== 'string' || !/^#[0-9a-f]{6}$/i.test(theme)) return;
  let colour = [1, 3, 5].map((at) => parseInt(theme.substr(at, 2), 16));
  // 6:1 on white leaves more than 4.5:1 on a tint of a tenth.
  while (1.05 / (luminance(colour) + 0.05) < 6) colour = colour.map((part) => part * 0.95);
  page.style.setProperty('--host', mixed(colour, 0, 0));
  page.style.setProperty('--host-dark', mixed(colour, 0, 0.25));
  page.style.setProperty('--host-soft', mixed(colour, 255, 0.9));
}

let told = 0;

function measure() {
  const height = document.getElementById('huiqi-content').getBoundingClientRect().height;
  // In a folded accordion there is no height at all; what is shown there again has the one it had.
  if (height > 0 && (height > told || height <= told - 2 * STEP)) {
    told = Math.ceil(height / STEP) * STEP;
    tell('resize', { height: told });
  }
}

function follow(content) {
  if (window.ResizeObserver) {
    new ResizeObserver(measure).observe(content);
    return;
  }
  // iOS 12: whatever can change a height without a script of ours.
  new MutationObserver(measure)
    .observe(content, { subtree: true, childList: true, attributes: true, characterData: true });
  addEventListener('resize', measure);
  addEventListener('load', measure);
}

/** Tells where a new screen begins, once the focus is on its title: on the page something may cover that. */
function tellScreens() {
  addEventListener('focusin', ({ target }) => {
    if (target.tabIndex >= 0 || !/^H\d$/.test(target.tagName)) return;
    setTimeout(() => tell('page', Math.max(0, target.getBoundingClientRect().top)), MOVED);
  });
}

let hand;
let seenSince = 0;

/**
 * Watches whether the button that hands the outcome over can be seen: a page may cover it and take the cover away under a
 * press that was meant for something else. Where a browser does not tell, only `frame-ancestors` keeps such pages off.
 */
function watchHand(content) {
  if (!window.IntersectionObserverEntry || !('isVisible' in IntersectionObserverEntry.prototype)) {
    seenSince = -Infinity;
    return;
  }
  const observer = new IntersectionObserver((entries) => {
    const { isVisible } = entries[entries.length - 1];
    seenSince = isVisible ? performance.now() : Infinity;
  }, { trackVisibility: true, delay: 100, threshold: [0, 0.5, 1] });
  new MutationObserver(() => {
    const now = document.querySelector('[data-action=hand]');
    if (now === hand) return;
    hand = now;
    seenSince = Infinity;
    observer.disconnect();
    if (hand) observer.observe(hand);
  }).observe(content, { subtree: true, childList: true });
}

/** Gives the outcome to the page, if the press for it can have been aimed. */
function handOver([report, answers]) {
  if (performance.now() - seenSince < SEEN) throw new Error('the button had only just been uncovered');
  tell('report', { report, answers });
}

/** From here on the host knows the height; marks the page with what the widget needs to know about its frame. */
export function join() {
  if (window.origin === 'null') page.dataset.sandboxed = '';
  if (!host) return;
  page.dataset.host = host.origin;
  page.dataset.at = Number.isInteger(host.at) ? host.at : 0;
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || !data || data.huiqi !== host.huiqi) return;
    if (host.origin !== 'null' && origin !== host.origin) return;
    hear(data);
  });
  paint(host.theme);
  // Read before the first render: nothing moves later that a visitor is aiming at.
  window.huiqiIntroduction = host;
  // The widget calls this when the visitor has pressed the button, and only then.
  window.huiqiHand = handOver;
  const content = document.getElementById('huiqi-content');
  follow(content);
  watchHand(content);
  tellScreens();
}

/** The widget stands: it can hear now. */
export function ready() {
  isUp = true;
  pass();
  tell('ready', {});
}
