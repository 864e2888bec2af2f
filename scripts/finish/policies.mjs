// policies.html: the whole list as a static page, written by the native `huiqi page`.
import { existsSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const HUIQI = 'target/debug/huiqi';

export function writePolicyPage(dir) {
  const command = process.env.HUIQI_COMMAND ?? HUIQI;
  if (!existsSync(command)) {
    console.log(`finish: no \`${command}\`, so no policies.html (cargo build -p huiqi-cli makes it)`);
    return;
  }
  const run = spawnSync(command, ['page'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (run.error) throw run.error;
  if (run.status === 0 && run.stdout.trim() !== '') {
    writeFileSync(join(dir, 'policies.html'), run.stdout);
  } else {
    console.log(`finish: \`huiqi page\` gave no page, so no policies.html: ${run.stderr.trim() || 'it said nothing'}`);
  }
}
