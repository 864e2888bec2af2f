// The engine over the list, work by work: wasm built for speed beside wasm with the widget's flags.
import { pace } from './pace.mjs';
import { work } from './ours.mjs';

/** By work: { ours: for speed, theirs: with the widget's flags, ratio }. */
export async function overList(fast, small, firms) {
  const found = {};
  for (const name of fast.List.works()) {
    found[name] = await pace(work(fast.List, firms, name), work(small.List, firms, name), { pairs: 5 });
  }
  return found;
}
