// The first screens, while the wasm is on its way: what is pressed on them is pressed again in the widget as soon as it
// stands. They are in index.html as the build wrote them (src/early.rs). What a press does belongs to the widget; here it
// only leads from the start to the first page and back.

import { keepAim } from './press.js';

const page = document.documentElement;
const root = document.getElementById('huiqi-root');
const START = 'early-start';
const FIRST = 'early-first';
// What the build wrote for the day of the visit.
const DAY = /2099年12月31日/g;
// The widget renders between two turns; what it does not show after so many will not come.
const TURNS = 200;

// What was pressed is kept in the tab until the widget has it: a page that is loaded anew meanwhile loses nothing.
const KEPT = 'huiqi-early';

let early;
let presses = [];
let waiting;

/** Is nothing known yet that the widget would show otherwise: no link, no visit kept, nothing said by the page around. */
function isFresh() {
  const said = window.huiqiIntroduction || {};
  if (location.hash.length > 1 || said.mode || said.referenceDate || said.answers) return false;
  try {
    return !sessionStorage.getItem(`huiqi${page.dataset.at || ''}`);
  } catch (error) {
    return true; // a sandbox keeps nothing
  }
}

/** The day where the bureau is, as the widget has it. */
const bureauDay = () => new Date(Date.now() + 8 * 3600000).toISOString().slice(0, 10);

function show(id) {
  const [year, month, day] = bureauDay().split('-').map(Number);
  early.innerHTML = document.getElementById(id).innerHTML.replace(DAY, `${year}年${month}月${day}日`);
}

/** Finds an element of the early screens again in the widget. */
function selector(element) {
  const { action } = element.dataset;
  if (action) return `[data-action='${action}']`;
  const question = element.closest('[data-question]');
  const within = question ? `[data-question='${question.dataset.question}'] ` : '';
  return element.value && element.type === 'radio' ? `${within}input[value='${element.value}']` : element.id && `#${element.id}`;
}

const place = () => KEPT + (page.dataset.at || '');

function remember() {
  try {
    if (presses.length > 0) sessionStorage.setItem(place(), JSON.stringify(presses));
    else sessionStorage.removeItem(place());
  } catch (error) {
    // A sandbox keeps nothing.
  }
}

function press(element) {
  presses.push(selector(element));
  remember();
}

/** Does a press again within `where`, if it is there. */
function repeat(where, css) {
  const found = css && where.querySelector(css);
  if (found) found.click();
  return Boolean(found);
}

/** What was pressed before the page was loaded anew. */
function recall() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place()));
    if (Array.isArray(kept)) kept.forEach((one) => repeat(early, one));
  } catch (error) {
    // Nothing was, or somebody else has written there.
  }
}

function clicked(event) {
  const button = event.target.closest('button');
  if (!button) return;
  press(button);
  const { action } = button.dataset;
  if (action === 'next' && early.querySelector('[data-screen=start]')) lead(FIRST);
  else if (action === 'home') lead(START);
  else wait();
}

function lead(id) {
  show(id);
  document.getElementById('screen-title').focus();
  scrollTo(0, 0);
}

/** What only the widget can do is done as soon as it is there; nothing more is taken until then. */
function wait() {
  waiting = document.createElement('p');
  waiting.setAttribute('role', 'status');
  early.querySelector('main').append(waiting);
  say('马上就好……等不及可以先');
}

function say(text) {
  const way = Object.assign(document.createElement('a'), { href: 'policies.html', textContent: '看全部政策' });
  waiting.textContent = text;
  waiting.append(way, '。');
}

/** It takes long: says so to whom waits. */
export function tellWait() {
  if (early && waiting) say('文件还没有取全，网络可能不通，还在等。可以先');
}

/** Shows the start where the build has put one and nothing speaks against it. */
export function showEarly() {
  const start = document.getElementById(START);
  // While the list is in force, what runs on the day is not known before the widget is there.
  if (!start || !isFresh() || bureauDay() <= start.dataset.until) return;
  early = document.createElement('div');
  early.addEventListener('click', (event) => {
    if (!waiting) clicked(event);
    else if (!waiting.contains(event.target)) event.preventDefault();
  });
  early.addEventListener('change', ({ target }) => press(target));
  early.addEventListener('submit', (event) => event.preventDefault());
  show(START);
  root.hidden = true;
  // Behind the root: by an id that both have, the widget finds its own.
  root.after(early);
  recall();
}

const turn = () => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = resolve;
  port2.postMessage(0);
});

async function again(css) {
  for (let turns = 0; turns < TURNS; turns += 1) {
    await turn();
    if (!css || repeat(root, css)) break;
  }
  await turn();
}

/** The widget stands, still hidden: does there what was pressed, and shows it with the focus where the visitor has it. */
export async function handOver() {
  if (!early) return;
  while (presses.length > 0) await again(presses.shift());
  remember();
  const focused = early.contains(document.activeElement) && selector(document.activeElement);
  const open = [...early.querySelectorAll('details')].map((details) => details.open);
  const settle = keepAim();
  removeEarly();
  if (!waiting) root.querySelectorAll('details').forEach((details, at) => { details.open = Boolean(open[at]); });
  const focus = root.querySelector(waiting ? '#screen-title' : focused || '#none');
  if (focus) focus.focus({ preventScroll: true });
  if (focus && waiting) focus.scrollIntoView();
  settle();
}

/** Takes the early screens away. */
export function removeEarly() {
  if (early) early.remove();
  early = undefined;
  root.hidden = false;
}
