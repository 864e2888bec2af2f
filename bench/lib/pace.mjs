// Two rates at once: slices of the one and of the other in turn, so that a busy machine slows both alike. The ratio is
// the median of the ratios of neighbouring slices.

const now = () => performance.now();
export const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** Evaluations a second over about `ms`; `round` does `round.size` of them, at once or in time. */
async function slice(round, ms) {
  const began = now();
  let done = 0;
  let spent = 0;
  do {
    const result = round();
    if (result instanceof Promise) await result;
    done += round.size;
    spent = now() - began;
  } while (spent < ms);
  return (done * 1000) / spent;
}

/** { ours, theirs, ratio }: how often ours is done in the time of one of theirs. */
export async function pace(ours, theirs, { pairs = 9, ms = 120 } = {}) {
  await slice(ours, ms);
  await slice(theirs, 2 * ms);
  const seen = [];
  for (let pair = 0; pair < pairs; pair += 1) seen.push([await slice(ours, ms), await slice(theirs, ms)]);
  return {
    ours: median(seen.map(([one]) => one)),
    theirs: median(seen.map(([, other]) => other)),
    ratio: median(seen.map(([one, other]) => one / other)),
  };
}

/** A round of evaluations: `run` on the next `size` inputs. Results are kept so that no work can be left out. */
export function rounds(run, inputs, size) {
  const kept = new Array(1024);
  let at = 0;
  const keep = (result) => { kept[at & 1023] = result; };
  const isAsync = run(inputs[0]) instanceof Promise;
  const next = () => inputs[at++ % inputs.length];
  const round = isAsync
    ? async () => { for (let one = 0; one < size; one += 1) keep(await run(next())); }
    : () => { for (let one = 0; one < size; one += 1) keep(run(next())); };
  round.size = size;
  return round;
}
