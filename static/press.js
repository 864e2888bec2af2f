// A press acts only on what stood there when it was aimed: what has appeared under the finger, or moved there, less than
// SETTLE ago does nothing. For every control of every screen, also those that stand before the wasm is there. What a
// press does belongs to the widget.

// Nobody aims anew in less; two taps that belong together lie closer.
const SETTLE = 400;
// Less than that is no move: a border that grows, a rounding.
const LEAST_MOVE = 6;
// How long the next painting may be waited for.
const LATEST = 60;
const CONTROLS = 'button, label, summary, a, select, input, textarea';

const page = document.documentElement;
const stands = new WeakMap();
let looking = false;

const control = (target) => (target instanceof Element ? target.closest(CONTROLS) : null);

/** Notes where each control stands on the page, and since when. */
function look() {
  if (!looking) return;
  looking = false;
  const now = performance.now();
  document.querySelectorAll(CONTROLS).forEach((element) => {
    const box = element.getBoundingClientRect();
    if (box.height === 0) return;
    const [x, y] = [box.left + scrollX, box.top + scrollY];
    const known = stands.get(element);
    if (known && Math.abs(known.x - x) < LEAST_MOVE && Math.abs(known.y - y) < LEAST_MOVE) return;
    stands.set(element, { x, y, since: now });
    page.dataset.moved = Math.round(now);
  });
}

/** Soon, but once for all that changes in one turn: after it is laid out, before anyone can press it. */
function lookSoon() {
  if (looking) return;
  looking = true;
  requestAnimationFrame(look);
  // A frame that is out of view is not painted, and yet what is in it moves.
  setTimeout(look, LATEST);
}

/** Has what is pressed stood there long enough; what nobody has looked at yet has only just come. */
function isAimed(element, when) {
  if (looking) look();
  const known = stands.get(element);
  return Boolean(known) && when - known.since >= SETTLE;
}

let pressed;

function down(event) {
  const element = control(event.target);
  pressed = element && { element, aimed: isAimed(element, performance.now()) };
}

function click(event) {
  // Keys and scripts press what has the focus, which is put somewhere harmless with every new screen.
  if (!event.isTrusted || event.detail === 0) return;
  const element = control(event.target);
  if (!element || element.matches('input[type=text], input[type=search], textarea')) return;
  // The click that a label hands on to its own input.
  const within = pressed && (pressed.element === element || pressed.element.contains(element));
  if (within ? pressed.aimed : isAimed(element, performance.now())) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** A control as a visitor knows it again: what it is, what it says, where it stands. */
function sign(element) {
  const box = element.getBoundingClientRect();
  const spot = [box.left + scrollX, box.top + scrollY].map((at) => Math.round(at / LEAST_MOVE));
  return [element.tagName, element.type, element.value, element.textContent, ...spot].join('|');
}

/** What stands there is about to be put in the place of its like: that has then stood there as long. */
export function keepAim() {
  const before = new Map();
  document.querySelectorAll(CONTROLS).forEach((element) => {
    const known = stands.get(element);
    if (known) before.set(sign(element), known.since);
  });
  return () => {
    looking = true;
    look();
    document.querySelectorAll(CONTROLS).forEach((element) => {
      const since = before.get(sign(element));
      if (since !== undefined && stands.has(element)) stands.get(element).since = since;
    });
  };
}

/** From here on presses are guarded; and a word that an input method has composed is told like a typed one. */
export function guardPresses() {
  // A spot that is laid out anew because the window changes is nobody's surprise.
  new MutationObserver(lookSoon).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['class', 'hidden', 'open'],
  });
  addEventListener('resize', lookSoon);
  addEventListener('load', lookSoon);
  addEventListener('toggle', lookSoon, true);
  ['pointerdown', 'mousedown', 'touchstart'].forEach((name) => addEventListener(name, down, { capture: true, passive: true }));
  addEventListener('click', click, true);
  addEventListener('compositionend', ({ target }) => {
    target.dispatchEvent(new Event('input', { bubbles: true }));
  }, true);
  lookSoon();
}
