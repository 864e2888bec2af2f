// The engine for host pages and Node: `const huiqi = await load()`. The release build writes the two names below.
// It shows nothing: only a page that holds #huiqi-root gets the widget.
const GLUE = '{glue}';
const WASM = '{wasm}';

const address = (name) => new URL(name, import.meta.url);

async function bytes() {
  const from = address(WASM);
  if (from.protocol !== 'file:') {
    const response = await fetch(from);
    if (!response.ok) throw new Error(`${from}: status ${response.status}`);
    return response.arrayBuffer();
  }
  const { readFile } = await import('node:fs/promises');
  return readFile(from);
}

let loading;

async function start() {
  const [glue, wasm] = await Promise.all([import(address(GLUE).href), bytes()]);
  await glue.default({ module_or_path: wasm });
  const { screen, nextQuestion, questions, dataset } = glue;
  return { screen, nextQuestion, questions, dataset };
}

export function load() {
  loading = loading || start();
  return loading;
}
