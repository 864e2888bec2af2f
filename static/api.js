// The engine for host pages and Node: `const huiqi = await load()`. The release build writes the two names below.
// It shows nothing: only a page that holds #huiqi-root gets the widget.
const GLUE = '{glue}';
const WASM = '{wasm}';

// A load that failed is tried again by the next one; a browser keeps the failure of an import by its address.
let failures = 0;
let loading;

const address = (name) => new URL(name, import.meta.url);

async function bytes() {
  const from = address(WASM);
  if (from.protocol !== 'file:') {
    const response = await fetch(from, failures ? { cache: 'reload' } : {});
    if (!response.ok) throw new Error(`${from}: status ${response.status}`);
    return response.arrayBuffer();
  }
  const { readFile } = await import('node:fs/promises');
  return readFile(from);
}

const script = () => import(address(GLUE).href + (failures ? `?again=${failures}` : ''));

// What the page's code throws while the wasm is at work leaves the wasm's stack where it was; this puts it back.
const guarded = (wasm, work) => (...given) => {
  const move = wasm.__wbindgen_add_to_stack_pointer;
  const before = move(0);
  try {
    return work(...given);
  } finally {
    move(before - move(0));
  }
};

async function start() {
  const [glue, given] = await Promise.all([script(), bytes()]);
  const wasm = await glue.default({ module_or_path: given });
  const names = ['screen', 'nextQuestion', 'questions', 'dataset'];
  return names.reduce((all, name) => Object.assign(all, { [name]: guarded(wasm, glue[name]) }), {});
}

export function load() {
  loading = loading || start().catch((error) => {
    loading = undefined;
    failures += 1;
    throw error;
  });
  return loading;
}
