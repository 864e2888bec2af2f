// What a visitor waits for, in a real Chromium with its CPU slowed and a slow line, read from the page's own clock.
import puppeteer from 'puppeteer-core/cjs-entry-core.js';

const CHROMIUM = process.env.CHROME_PATH ?? '/usr/bin/chromium';
const SLOWER = 6;
/** Slow 4G as Lighthouse simulates it: 150 ms there and back, 1.6 Mbit/s. */
const LINE = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };

/** Runs in the page: tells when each of what `all` names was first painted, and how long each click took until its last change was. */
function watch(all) {
  window.huiqiClicks = [];
  window.huiqiFirst = {};
  const afterPaint = (then) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(0);
  });
  const missing = new Set(all);
  const seen = new MutationObserver(() => {
    for (const css of missing) {
      if (!document.querySelector(css)) continue;
      missing.delete(css);
      afterPaint((at) => { window.huiqiFirst[css] = at; });
    }
    if (missing.size === 0) seen.disconnect();
  });
  seen.observe(document, { childList: true, subtree: true });
  addEventListener('click', (event) => {
    const click = { began: event.timeStamp, took: undefined, settled: false };
    const painted = () => afterPaint((at) => { click.took = at - click.began; });
    let quiet;
    // Settled when nothing has changed for a while: a form that goes on computing after its first paint is waited for.
    const wait = () => { clearTimeout(quiet); quiet = setTimeout(() => { changed.disconnect(); click.settled = true; }, 300); };
    const changed = new MutationObserver(() => { painted(); wait(); });
    changed.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    painted();
    wait();
    window.huiqiClicks.push(click);
  }, true);
}

export async function browser() {
  return puppeteer.launch({ executablePath: CHROMIUM, args: ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'] });
}

/** A page that has loaded nothing yet. */
async function fresh(browser, { start, question, whole }) {
  const context = await browser.createIncognitoBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 360, height: 740, isMobile: true, hasTouch: true });
  await page.evaluateOnNewDocument(watch, [start, question, whole].filter(Boolean));
  const chrome = await page.target().createCDPSession();
  await chrome.send('Network.enable');
  return { context, page, chrome };
}

const slow = (chrome) => chrome.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });

/**
 * ms from the first byte to the first question painted and to all of the form (`whole`, where that comes later), and bytes
 * that came over the line. A start screen is left at once.
 */
export async function coldStart(browser, form) {
  const { address, start, question, whole } = form;
  const { context, page, chrome } = await fresh(browser, form);
  let bytes = 0;
  chrome.on('Network.loadingFinished', ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await chrome.send('Network.emulateNetworkConditions', LINE);
  await slow(chrome);
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  const painted = async (css) => (await page.waitForFunction((css) => window.huiqiFirst[css], {}, css)).jsonValue();
  let first = await painted(start ?? question);
  if (start) {
    await page.click(start);
    // What passes between the start's paint and the click is the driver's time, not the visitor's.
    first += await painted(question) - await page.evaluate(() => window.huiqiClicks[0].began);
  }
  const firstByte = await page.evaluate(() => performance.getEntriesByType('navigation')[0].responseStart);
  // The line is busy until then, whatever the driver does.
  const all = whole ? await painted(whole) : first;
  await context.close();
  return { first: first - firstByte, all: all - firstByte, bytes };
}

/** Runs in the page: the middle of the first option of a question, in view; nothing where it is answered by typing. */
function placeOfOption(question, option, at) {
  const element = document.querySelectorAll(question)[at]?.querySelector(option);
  if (!element) return undefined;
  element.scrollIntoView({ block: 'center' });
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}

/** ms from a tap on an option to its last change painted, for `taps` taps; where a form ends before that, over several visits. */
export async function taps(browser, form, taps) {
  const took = [];
  while (took.length < taps) {
    const visit = await tapThrough(browser, form, taps - took.length);
    if (visit.length === 0) throw new Error(`no option to tap at \`${form.address}\``);
    took.push(...visit);
  }
  return took;
}

/** One visit: at most `taps` taps over the form's pages. */
async function tapThrough(browser, form, taps) {
  const { address, start, question, ready, option, next } = form;
  const { context, page, chrome } = await fresh(browser, form);
  await page.goto(address);
  await page.waitForSelector(ready ?? question);
  // Slowed before the first question, so that a tap that comes while a form is still busy with itself counts too.
  await slow(chrome);
  if (start) await page.click(start);
  await page.waitForSelector(question);
  const took = [];
  while (took.length < taps && await page.$(question)) {
    const shown = await page.$$eval(question, (all) => all.length);
    for (let at = 0; at < shown && took.length < taps; at += 1) {
      const place = await page.evaluate(placeOfOption, question, option, at);
      if (!place) continue;
      const before = await page.evaluate(() => window.huiqiClicks.length);
      await page.mouse.click(place.x, place.y);
      await page.waitForFunction((click) => window.huiqiClicks[click]?.settled, {}, before);
      took.push(await page.evaluate((click) => window.huiqiClicks[click].took, before));
    }
    const text = await page.$eval(question, (element) => element.textContent);
    const on = await page.$(next);
    // A form's last page has no way on.
    if (!on) break;
    await on.evaluate((element) => element.click());
    await page.waitForFunction((css, old) => document.querySelector(css)?.textContent !== old, {}, question, text);
  }
  await context.close();
  return took;
}
