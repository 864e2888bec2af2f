// Puts the first screens into index.html, as the widget's own code writes them when it is run natively (src/early.rs).
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const WIDGET = 'target/debug/huiqi-widget';

export function writeEarlyScreens(dir) {
  const command = process.env.HUIQI_WIDGET ?? WIDGET;
  if (!existsSync(command)) {
    console.log(`finish: no \`${command}\`, so nothing is shown before the wasm is there (cargo build makes it)`);
    return;
  }
  const path = join(dir, 'index.html');
  const page = readFileSync(path, 'utf8');
  const screens = execFileSync(command, { encoding: 'utf8' });
  if (!page.includes('</body>')) throw new Error('index.html has no `</body>` to put the first screens before');
  writeFileSync(path, page.replace('</body>', () => `${screens}</body>`));
}
