// A page that means harm: it sends its first widget whatever a page can send, by chance from a seed, or without end.
const victim = document.querySelector("iframe[data-huiqi='0']");
const nonce = JSON.parse(victim.name).huiqi;

const KEYS = [
  '__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'toJSON', 'hasOwnProperty', 'then', 'length', '0', '',
  'huiqi', 'event', 'detail', 'answers', 'mode', 'theme', 'referenceDate', 'staff', 'industry', 'insurances', 'loans', 'min',
  '领取补贴请加微信',
];
const TEXTS = [
  '', 'null', '#ffffff', '#000000', '#12345g', 'dark large', 'contrast', '2020-07-15', '2020-02-30', '9999-99-99', '-0', '1e308',
  '99999999999999999999999999999', '<img src=x onerror=parent.pwned=1>', '\u0000', '\ud800', '万', 'industry', 'unknown',
  '领取补贴请加微信', '#ffffff领取补贴请加微信', 'dark 领取补贴请加微信', '2020-07-15领取补贴请加微信',
];

/** mulberry32: the same numbers for the same seed. */
function dice(seed) {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * sides);
  };
}

/** Also under names that an assignment would take for something else. */
function put(object, key, value) {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  return object;
}

const deep = (levels) => Array.from({ length: levels }).reduce((inner) => ({ answers: inner, __proto: [inner] }), {});

function circle() {
  const one = { answers: {} };
  one.answers.staff = one;
  return one;
}

const polluting = () => put(put({}, '__proto__', { polluted: 1 }), 'constructor', { prototype: { polluted: 1 } });

function anything(roll, depth) {
  const inner = () => anything(roll, depth - 1);
  const some = () => Array.from({ length: roll(4) });
  const kinds = [
    () => undefined, () => null, () => true, () => NaN, () => -0, () => Infinity, () => roll(1e9) - 5e8, () => BigInt(roll(99)),
    () => TEXTS[roll(TEXTS.length)], () => 'x'.repeat(roll(30000)), () => new Date(NaN), () => new Map([[{}, 1]]),
    () => new Uint8Array(roll(2000)), () => new Error('no'), () => /x/g, () => new Blob(['x']), () => circle(), () => polluting(),
    () => deep(12), () => new Array(roll(4000)), () => new Boolean(false), () => put([], 'length2', 1), () => nonce,
  ];
  const nests = [
    () => some().map(inner),
    () => some().reduce((object) => put(object, KEYS[roll(KEYS.length)], inner()), {}),
  ];
  const choices = depth > 0 ? [...kinds, ...nests, ...nests, ...nests] : kinds;
  return choices[roll(choices.length)]();
}

/** Of ten messages one is no object, three have not the right nonce, and six have it. */
function message(roll) {
  const sort = roll(10);
  if (sort === 0) return anything(roll, 2);
  const body = ['answers', 'mode', 'theme', 'referenceDate', KEYS[roll(KEYS.length)]]
    .filter(() => roll(3) > 0)
    .reduce((object, key) => put(object, key, anything(roll, 3)), {});
  const wrong = () => [undefined, null, '', nonce.slice(1), [nonce], { toString: nonce }, nonce.toUpperCase(), 0][roll(8)];
  return put(body, 'huiqi', sort < 4 ? wrong() : nonce);
}

// No more than the widget reads of what has the right nonce, so that it does read them all.
const AT_ONCE = 140;
const turn = () => new Promise((done) => { setTimeout(done, 110); });

/** Sends so many. */
window.attack = async (seed, count) => {
  const roll = dice(seed);
  for (let sent = 1; sent <= count; sent += 1) {
    victim.contentWindow.postMessage(message(roll), '*');
    if (sent % AT_ONCE === 0) await turn();
  }
  return count;
};

/** Sends a colour, again and again since one that comes in a flood may be dropped, by which one sees what came before. */
window.mark = (theme) => {
  clearInterval(window.marking);
  window.marking = setInterval(() => victim.contentWindow.postMessage({ huiqi: nonce, theme }, '*'), 110);
};

/** Valid words without end, each unlike the one before. */
window.flood = () => {
  clearInterval(window.marking);
  window.flooded = 0;
  const stop = setInterval(() => {
    for (let more = 0; more < 50; more += 1) {
      window.flooded += 1;
      const at = window.flooded;
      const theme = `#${(at % 0xffffff).toString(16).padStart(6, '0')}`;
      const day = `2020-0${1 + (at % 9)}-15`;
      const mode = at % 2 ? 'dark' : 'large';
      victim.contentWindow.postMessage({ huiqi: nonce, theme, mode, referenceDate: day, answers: { staff: at } }, '*');
    }
  }, 5);
  window.quench = () => clearInterval(stop);
};

// What the other widget's window was made to send here, after which a test may look.
addEventListener('message', ({ data }) => { if (data === 'that was all') window.over = true; });
