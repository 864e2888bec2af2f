// The engine in its wasm, as the bench's peers see it.
import { IN_WAN_YUAN } from './rules.mjs';

/** Our dataset asks for yuan. */
export const prepare = (profile) =>
  Object.fromEntries(Object.entries(profile).map(([id, value]) => [id, IN_WAN_YUAN.includes(id) ? value * 10000 : value]));

/** A round inside wasm: every profile once. */
export function inside(Bench, profiles) {
  const bench = new Bench(JSON.stringify(profiles.map(prepare)));
  const round = () => bench.run();
  round.size = profiles.length;
  return { round, results: () => JSON.parse(bench.results()), screen: (answers) => bench.screen(answers) };
}

const VERDICTS = { eligible: true, ineligible: false, undetermined: null };

export const read = (result) =>
  result.clauses.map(({ verdict, min, max }) => ({ eligible: VERDICTS[verdict], amount: min === max ? min : null, min, max }));
