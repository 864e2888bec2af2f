// policies.html and its style: the whole list as a static page, written by the native `huiqi page`.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { contentHash } from './files.mjs';
import { lowered } from './lower.mjs';

const HUIQI = 'target/debug/huiqi';

export function writePolicyPage(dir) {
  const command = process.env.HUIQI_COMMAND ?? HUIQI;
  if (!existsSync(command)) {
    console.log(`finish: no \`${command}\`, so no policies.html (cargo build -p huiqi-cli makes it)`);
    return;
  }
  const page = join(dir, 'policies.html');
  const run = spawnSync(command, ['page', '--out', page], { encoding: 'utf8' });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`\`huiqi page\` failed: ${run.stderr.trim()}`);
  nameStyle(dir, page);
}

/** The style is named by its content, as every other asset is. */
function nameStyle(dir, page) {
  const style = join(dir, 'page.css');
  const bytes = lowered(style);
  const name = `page-${contentHash(bytes)}.css`;
  writeFileSync(join(dir, name), bytes);
  rmSync(style);
  writeFileSync(page, readFileSync(page, 'utf8').replace('href="page.css"', `href="${name}"`));
}
