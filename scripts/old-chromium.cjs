// old-chromium.cjs VERSION ADDRESS STEPS
// Opens ADDRESS in the real Chromium VERSION (69, 78, 86) that `scripts/setup --tests` unpacked, waits until the widget
// is ready, and does STEPS, a JSON list of {"sees": [css, text]}, {"click": [css]}, {"fill": [css, text]},
// {"keep": [file.png]}, {"kept": []} (waits for the service worker), {"end": [pid]} (ends the server, a process of the
// caller's) and {"reload": []}. With {"frame": [css]} first, the widget and the steps are in that frame of the page.
// Exit status 1 and a sentence if a step cannot be done or the page threw an error.
'use strict';
const { homedir, tmpdir } = require('os');
const { mkdtempSync, rmSync } = require('fs');
const { join } = require('path');
const puppeteer = require('puppeteer-core');

const LIMIT = 30000;
const WHOLE_LIMIT = 180000;
const POLL = 50;

const caches = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
const tools = process.env.HUIQI_TOOLS || join(caches, 'huiqi');

// What a kernel says about a directive younger than itself; it goes by the header's `script-src` instead.
const HARMLESS = /^Unrecognized Content-Security-Policy directive 'script-src-(elem|attr)'/;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Polls with evaluate: puppeteer's own `waitForSelector` never resolves on Chromium 69. */
async function until(what, ask) {
  const end = Date.now() + LIMIT;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${LIMIT / 1000} s for ${what}`);
    await pause(POLL);
  }
}

const DO = {
  sees: (page, css, text) => until(`\`${css}\` with the text \`${text}\``, () => page.evaluate(
    (selector, wanted) => Array.from(document.querySelectorAll(selector))
      .some((element) => element.offsetParent !== null && element.innerText.includes(wanted)), css, text)),
  click: (page, css) => until(`\`${css}\` to click`, () => page.evaluate((selector) => {
    const element = document.querySelector(selector);
    if (!element || element.disabled) return false;
    element.click();
    return true;
  }, css)),
  // Puppeteer's key presses do reach version 69, so the field hears what a real keyboard makes.
  fill: async (page, css, text) => {
    await until(`\`${css}\` to fill`, () => page.evaluate((selector) => {
      const field = document.querySelector(selector);
      if (field) { field.focus(); field.select(); }
      return Boolean(field);
    }, css));
    await page.keyboard.type(text);
  },
  keep: (page, file) => page.screenshot({ path: file }),
  kept: (page) => until('the worker to be active', () => page.evaluate(() => navigator.serviceWorker.getRegistration()
    .then((found) => Boolean(found && found.active && found.active.state === 'activated')))),
  end: (page, pid) => process.kill(pid, 'SIGKILL'),
  reload: async (page) => {
    await page.reload({ waitUntil: 'load', timeout: LIMIT });
    await ready(page);
  },
};

/** What the steps are done in: a frame of the page where the first of them says so. */
async function place(page, steps) {
  const [{ frame } = {}] = steps;
  if (!frame) return page;
  const element = await until(`\`${frame[0]}\``, () => page.$(frame[0]));
  return until('the frame', () => element.contentFrame());
}

async function ready(page) {
  await until('the widget to start', async () => {
    const state = await page.evaluate(() => document.documentElement.dataset.huiqi);
    if (state === 'failed') throw new Error('the widget says that it could not start');
    return state === 'ready';
  });
}

async function visit(browser, address, steps) {
  const [page] = await browser.pages();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message.split('\n')[0]));
  page.on('console', (message) => {
    if (message.type() === 'error' && !HARMLESS.test(message.text())) errors.push(message.text());
  });
  await page.setViewport({ width: 390, height: 844 });
  try {
    await page.goto(address, { waitUntil: 'load', timeout: LIMIT });
    const where = await place(page, steps);
    await ready(where);
    for (const step of steps.filter((one) => !one.frame)) {
      const [[name, given]] = Object.entries(step);
      if (!DO[name]) throw new Error(`\`${name}\` is not a step; steps are ${Object.keys(DO).join(', ')}`);
      await DO[name](where, ...given);
    }
  } catch (error) {
    throw new Error([error.message, ...errors].join('\n  '));
  }
  if (errors.length > 0) throw new Error(`errors in the page:\n  ${errors.join('\n  ')}`);
}

async function tooLong() {
  await pause(WHOLE_LIMIT);
  throw new Error(`the visit took longer than ${WHOLE_LIMIT / 1000} s`);
}

async function main(version, address, steps) {
  const profile = mkdtempSync(join(tmpdir(), `chromium-${version}-`));
  const browser = await puppeteer.launch({
    executablePath: join(tools, `chromium-${version}`, 'chromium'),
    // Not --single-process, which these builds were made for: with it version 86 hangs once in ten starts.
    // A frame of another site in a process of its own is out of this puppeteer's reach.
    args: ['--no-sandbox', '--disable-gpu', '--no-zygote', '--disable-dev-shm-usage', '--disable-features=site-per-process',
      '--disable-site-isolation-trials',
      // A test's own certificate is nobody's.
      ...(address.startsWith('https:') ? ['--ignore-certificate-errors'] : [])],
    userDataDir: profile,
    timeout: LIMIT,
  });
  try {
    const name = await browser.version();
    // An evaluate in a page that hangs never answers, so the whole visit has a limit too.
    await Promise.race([visit(browser, address, steps), tooLong()]);
    console.log(`${name}: ${steps.length} steps done`);
  } finally {
    // These builds do not always answer a polite request to end.
    await Promise.race([browser.close().catch(() => {}), pause(3000)]);
    browser.process().kill('SIGKILL');
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const [version, address, steps] = process.argv.slice(2);
main(version, address, JSON.parse(steps)).then(
  () => process.exit(0),
  (error) => { console.error(error.message); process.exit(1); },
);
