// Figures as a table of text.

export const times = (ratio) => (ratio === undefined ? '' : `${ratio >= 100 ? Math.round(ratio) : ratio.toPrecision(3)}×`);
export const rate = (number) => (number === undefined ? '' : Math.round(number).toLocaleString('en'));

/** Columns in line; the first to the left, numbers to the right. */
export function print(rows) {
  const width = (text) => [...String(text)].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0);
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => width(row[at]))));
  for (const row of rows) console.log(row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : String(cell).padStart(widths[at]))).join('  '));
  console.log();
}
