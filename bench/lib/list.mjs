// The engine over the list, work by work: wasm built for speed beside wasm with the widget's flags.
import { pace } from './pace.mjs';

/** The reports of either build, and by work { ours: for speed, theirs: with the widget's flags, ratio }. */
export async function overList(fast, small, firms) {
  const lists = [fast, small].map(({ List }) => new List(firms));
  const works = {};
  for (const name of fast.List.works()) {
    const [ours, theirs] = lists.map((list) => {
      const round = () => list.run(name);
      round.size = round();
      return round;
    });
    works[name] = await pace(ours, theirs, { pairs: 5 });
  }
  return { works, reports: lists.map((list) => list.reports()) };
}
