// Fetches the wasm, starts it, and says in `<html data-huiqi>` how that went: starting, ready or failed.
// The names of this release's files and their hashes are on the script element. Nothing of the widget belongs here.

import { handOver, removeEarly, showEarly } from './early.js';
import { join, ready, tell } from './frame.js';

const page = document.documentElement;
const files = document.querySelector('script[data-wasm]').dataset;

const address = (name) => new URL(name, document.baseURI).href;

async function compiledWasm() {
  const response = await fetch(address(files.wasm), { integrity: files.wasmIntegrity || '' });
  if (!response.ok) throw new Error(`${files.wasm}: status ${response.status}`);
  if (WebAssembly.compileStreaming) {
    try {
      return await WebAssembly.compileStreaming(response.clone());
    } catch (error) {
      // A server that calls wasm something else than application/wasm is common; the bytes may still be good.
    }
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

function failed(error) {
  page.dataset.huiqi = 'failed';
  removeEarly();
  const said = document.getElementById('huiqi-failed');
  said.hidden = false;
  // For whoever is asked for help: a message says less than where in the wasm it was.
  said.dataset.error = `${error} ${error.stack || ''}`;
  tell('error', { message: String(error) });
  console.error(error);
}

async function start() {
  const [glue, wasm] = await Promise.all([import(address(files.glue)), compiledWasm()]);
  // A trap leaves the widget's memory in an unknown state, so nothing it shows afterwards may be trusted.
  addEventListener('error', (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) failed(event.error);
  });
  await glue.default({ module_or_path: wasm });
  // The first render is queued as a microtask; a timer comes after it.
  setTimeout(async () => {
    await handOver();
    if (page.dataset.huiqi !== 'starting') return;
    page.dataset.huiqi = 'ready';
    ready();
    // A sandbox has no workers. Without the file the widget is as good, with the network.
    if (window.origin !== 'null') import(address(files.offline)).then(({ keepOffline }) => keepOffline(), () => {});
  });
}

join();
showEarly();
start().catch(failed);
