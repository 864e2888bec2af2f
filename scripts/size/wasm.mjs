// Reads from a wasm file what a size table needs: the bytes of each function with its name, and those of its data.

/** A cursor over bytes that reads what the wasm format writes. */
class Reader {
  constructor(bytes, at = 0, end = bytes.length) { Object.assign(this, { bytes, at, end }); }

  get done() { return this.at >= this.end; }

  byte() { return this.bytes[this.at++]; }

  /** An unsigned LEB128 number. */
  number() {
    for (let value = 0, shift = 1; ; shift *= 128) {
      const byte = this.byte();
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  }

  /** The next `length` bytes. */
  slice(length) { return this.bytes.subarray(this.at, this.at += length); }

  text() { return Buffer.from(this.slice(this.number())).toString('utf8'); }

  part(length) { const part = new Reader(this.bytes, this.at, this.at + length); this.at += length; return part; }
}

function* sections(bytes) {
  const reader = new Reader(bytes, 8);
  while (!reader.done) {
    const id = reader.byte();
    yield { id, body: reader.part(reader.number()) };
  }
}

function importedFunctions(body) {
  let functions = 0;
  for (let left = body.number(); left > 0; left--) {
    body.text();
    body.text();
    const kind = body.byte();
    if (kind === 0) { functions += 1; body.number(); } else if (kind === 3) { body.slice(2); } else {
      if (kind === 1) body.byte();
      if (body.byte() & 1) body.number();
      body.number();
    }
  }
  return functions;
}

function functionNames(body) {
  const names = new Map();
  while (!body.done) {
    const kind = body.byte();
    const part = body.part(body.number());
    if (kind !== 1) continue;
    for (let left = part.number(); left > 0; left--) names.set(part.number(), part.text());
  }
  return names;
}

/** `{ functions: [{ name, bytes }], data: bytes }` of a wasm file that has a name section. */
export function contents(bytes) {
  let imported = 0, names = new Map(), data = Buffer.alloc(0);
  const bodies = [];
  for (const { id, body } of sections(bytes)) {
    if (id === 2) imported = importedFunctions(body);
    if (id === 10) for (let left = body.number(); left > 0; left--) bodies.push(body.slice(body.number()));
    if (id === 11) data = body.slice(body.end - body.at);
    if (id === 0 && body.text() === 'name') names = functionNames(body);
  }
  return { functions: bodies.map((body, index) => ({ name: names.get(imported + index) ?? '?', bytes: body })), data };
}
