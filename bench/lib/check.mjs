// Counts where results differ from what is right.

/** A float or a text to the fen, half a fen away from zero. */
const fen = (amount) => (typeof amount === 'string' ? Number(amount) : Math.round(amount * 100) / 100).toFixed(2);

/** Each of a profile's clauses against the truth. */
export function tally(all) {
  const counts = { verdicts: 0, wrong: 0, cautious: 0, amounts: 0, cents: 0, ranges: 0, threw: 0 };
  for (const [got, right] of all) {
    if (got === null) {
      counts.threw += 1;
      continue;
    }
    right.forEach((want, at) => {
      const { eligible, amount, min } = got[at];
      counts.verdicts += 1;
      if (eligible !== want.eligible) counts[eligible === null ? 'cautious' : 'wrong'] += 1;
      if (want.eligible && eligible && want.min === want.max) {
        counts.amounts += 1;
        if (amount === null || amount === undefined || fen(amount) !== want.min) counts.cents += 1;
      }
      // Only ours tells the range of an amount that is not known.
      if (min !== undefined && (min !== want.min || got[at].max !== want.max)) counts.ranges += 1;
    });
  }
  return counts;
}
