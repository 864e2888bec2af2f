// Trunk's post_build hook: turns what Trunk has staged into what a visitor gets. Each step is a module in finish/.
// A development build (`trunk serve`) stays as Trunk made it.
import { join } from 'node:path';
import { stagedFiles } from './finish/files.mjs';
import { checkOldEngines, featureList } from './finish/wasm.mjs';
import { nameByContent } from './finish/names.mjs';
import { writeApi } from './finish/api.mjs';
import { writeEarlyScreens } from './finish/early.mjs';
import { writePolicyPage } from './finish/policies.mjs';
import { writeLicences } from './finish/licences.mjs';
import { sealPages } from './finish/seal.mjs';
import { writeServiceWorker } from './finish/worker.mjs';
import { compress } from './finish/compress.mjs';
import { printFirstLoad } from './finish/budget.mjs';

if (process.env.TRUNK_PROFILE === 'release') {
  const dir = process.env.TRUNK_STAGING_DIR;
  try {
    stagedFiles(dir).filter((name) => name.endsWith('.wasm')).forEach((name) => checkOldEngines(dir, name));
    nameByContent(dir);
    writeApi(dir);
    writeEarlyScreens(dir);
    writePolicyPage(dir);
    writeLicences(dir);
    sealPages(dir);
    writeServiceWorker(dir);
    compress(dir);
    stagedFiles(dir).filter((name) => name.endsWith('.wasm')).forEach((name) => console.log(featureList(join(dir, name))));
    printFirstLoad(dir);
  } catch (error) {
    console.error(`finish: ${error.message}`);
    process.exit(1);
  }
}
