// The JavaScript API in the hands of other people's code: what throws, what is no plain object, what failed to load. Needs
// dist/; HUIQI_DIST names another folder. scripts/prove api calls it 100,000 times.
import test from 'node:test';
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';

const dist = resolve(process.env.HUIQI_DIST ?? new URL('../../dist', import.meta.url).pathname);
const api = (folder) => import(pathToFileURL(join(folder, 'api.js')).href);
// The engine's own memory, which the API does not show.
const instantiate = WebAssembly.instantiate;
let memory;
WebAssembly.instantiate = async (...given) => {
  const made = await instantiate(...given);
  const { exports } = made.instance ?? made;
  // Node itself has some wasm too.
  if (exports.screen) memory ??= exports.memory;
  return made;
};
const huiqi = await (await api(dist)).load();
const day = { referenceDate: '2020-05-01' };

const problems = (work) => {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof Error && !(error instanceof WebAssembly.RuntimeError), String(error));
    return error.message.split('\n').map((line) => JSON.parse(line));
  }
  return assert.fail('nothing was thrown');
};
const screened = (answers, options = day) => JSON.stringify(huiqi.screen(answers, options));
// Everything answered, so that a call takes little.
const { profile: whole } = JSON.parse(readFileSync(new URL('../personas/restaurant.json', import.meta.url)));

const boom = () => {
  throw new Error('boom');
};
const traps = ['get', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf'];
const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
// Each throws whenever it is looked at.
const throwing = [
  () => ({ get staff() { return boom(); } }),
  () => ({ loans: [{ get loan_rate() { return boom(); } }] }),
  () => ({ staff: { get min() { return boom(); } } }),
  () => ({ utilities: Object.defineProperty([], 0, { get: boom, enumerable: true }) }),
  () => ({ staff: Object.assign(() => 1, { toString: boom }) }),
  () => ({ staff: { get [Symbol.toStringTag]() { return boom(); }, __proto__: { __proto__: { __proto__: null } } } }),
  () => ({ utilities: Object.assign(new Set(), { [Symbol.iterator]: boom }) }),
  () => Object.assign(new Map(), { [Symbol.iterator]: boom }),
  () => new Proxy(new Map(), {}),
  () => new Proxy([], { get: boom }),
  revoked,
  () => ({ staff: revoked() }),
  ...traps.map((trap) => () => new Proxy({ staff: 8 }, { [trap]: boom })),
  ...traps.map((trap) => () => ({ staff: new Proxy({ min: 8 }, { [trap]: boom }) })),
];

test('what throws when it is looked at is an Error each time, for ever', () => {
  const before = screened(whole);
  for (let round = 0; round < 200; round += 1) {
    for (const make of throwing) {
      assert.ok(problems(() => huiqi.screen(make(), day))[0].problem);
      assert.ok(problems(() => huiqi.nextQuestion({}, make()))[0].problem);
    }
  }
  assert.equal(screened(whole), before);
});

test('a stack that is full when it is called leaves the engine as it was', () => {
  const before = screened(whole);
  // Calls from the deepest places that there are, where the stack ends in the midst of the wasm.
  const dive = (left) => {
    try {
      dive(left);
    } catch (error) {
      if (left.calls > 0) {
        left.calls -= 1;
        try {
          huiqi.nextQuestion({ staff: 'many' }, day);
        } catch (another) {
          left.thrown += another instanceof RangeError ? 1 : 0;
        }
      }
      throw error;
    }
  };
  let thrown = 0;
  for (let round = 0; round < 200; round += 1) {
    const left = { calls: 40, thrown: 0 };
    assert.throws(() => dive(left), RangeError);
    thrown += left.thrown;
  }
  assert.ok(thrown > 0);
  assert.equal(screened(whole), before);
});

test('maps and sets are read as objects and lists', () => {
  const some = { staff: { min: 5, max: 8 }, utilities: ['industrial_water'], loans: [] };
  const plain = screened({ ...whole, ...some });
  const other = vm.runInNewContext('new Map([["staff", new Map([["min", 5], ["max", 8]])], ["utilities", new Set(["industrial_water"])], ["loans", []]])');
  const own = new Map([['staff', new Map([['min', 5], ['max', 8]])], ['utilities', new Set(['industrial_water'])], ['loans', []]]);
  const bare = Object.assign(Object.create(null), some);
  for (const part of [own, other, new Map(Object.entries(bare))]) {
    assert.equal(screened(new Map([...Object.entries(whole), ...part].reverse().filter(([id], at, all) => all.findIndex(([key]) => key === id) === at))), plain);
  }
  assert.equal(screened(Object.assign(bare, whole, some), new Map([['referenceDate', '2020-05-01']])), plain);
  assert.deepEqual(problems(() => huiqi.screen(new Map([[3, 1], [Symbol('x'), 1], [{}, 1]]), day)).map(({ question }) => question), ['3', 'Symbol(x)', '[object Object]']);
});

test('what is neither is refused in words, never read as no answers', () => {
  class Firm {
    constructor() { this.staff = 8; }
  }
  const odd = [
    new Date(), vm.runInNewContext('new Date()'), /x/, new WeakMap(), Promise.resolve({ staff: 8 }), new Firm(), Object.create({ staff: 8 }),
    new URLSearchParams('staff=8'), new Number(8), new String('x'), new Uint8Array(8), new ArrayBuffer(8), () => ({ staff: 8 }), Symbol('x'), 8, 'x', [['staff', 8]],
  ];
  for (const value of odd) {
    assert.ok(problems(() => huiqi.screen(value, day))[0].problem);
    assert.equal(problems(() => huiqi.screen({ staff: value === 8 ? -8 : value }, day))[0].question, 'staff');
  }
  for (const value of [new Date('2020-06-01'), vm.runInNewContext('new Date()')]) {
    assert.match(problems(() => huiqi.screen({ loans: [{ loan_start: value }] }, day))[0].advice, /2020-06-01/);
    assert.match(problems(() => huiqi.screen({}, { referenceDate: value }))[0].advice, /2020-07-15/);
  }
  const sparse = [];
  sparse.length = 4294967295;
  assert.equal(problems(() => huiqi.screen({ utilities: sparse }, day))[0].question, 'utilities');
});

test('unknown ids are told where ids are listed', () => {
  assert.match(problems(() => huiqi.screen({ colour: 1 }, day))[0].advice, /questions\(\)/);
});

test('a load that failed is tried again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiqi-load-'));
  cpSync(dist, folder, { recursive: true, filter: (from) => !/\.(br|gz|png)$/.test(from) });
  const { load } = await api(folder);
  const source = readFileSync(join(folder, 'api.js'), 'utf8');
  for (const name of ['GLUE', 'WASM']) {
    const file = join(folder, source.match(new RegExp(`const ${name} = '([^']+)'`))[1]);
    renameSync(file, `${file}.away`);
    await assert.rejects(load());
    await assert.rejects(load());
    renameSync(`${file}.away`, file);
    if (name === 'GLUE') continue;
    const [one, two] = await Promise.all([load(), load()]);
    assert.equal(one, two);
    assert.equal(one.nextQuestion(whole, day), huiqi.nextQuestion(whole, day));
  }
  rmSync(folder, { recursive: true });
});

test('thousands of calls need no more memory than some', () => {
  const call = (at) => {
    if (at % 10 === 0) huiqi.nextQuestion({ ...whole, staff: at % 100 }, day);
    problems(() => huiqi.nextQuestion(throwing[at % throwing.length](), day));
    problems(() => huiqi.nextQuestion({ staff: 'many', [`unknown_${at}`]: 1 }, day));
  };
  for (let at = 0; at < 300; at += 1) call(at);
  const before = memory.buffer.byteLength;
  for (let at = 0; at < 2000; at += 1) call(at);
  assert.equal(memory.buffer.byteLength, before);
});
