// Bundles the two forms as a firm would ship them: minified, brotli 11, a style sheet and a page of their own.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

const here = (name) => new URL(name, import.meta.url).pathname;
export const FORMS = ['preact', 'surveyjs'];

/** Order of asking and words are the widget's own. */
function questions(huiqi) {
  const listed = JSON.parse(execFileSync(huiqi, ['questions'], { maxBuffer: 1 << 24 }));
  return { name: 'questions', setup(build) {
    build.onResolve({ filter: /^questions$/ }, () => ({ path: 'questions', namespace: 'huiqi' }));
    build.onLoad({ filter: /.*/, namespace: 'huiqi' }, () => ({ contents: JSON.stringify(listed), loader: 'json' }));
  } };
}

function compress(folder) {
  for (const name of readdirSync(folder)) {
    const bytes = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
  }
}

/** Builds every form into `out/NAME` and tells the folders. */
export async function forms(huiqi) {
  const built = {};
  for (const name of FORMS) {
    const folder = here(`out/${name}`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const { metafile } = await build({
      entryPoints: [here(`${name}.mjs`)], outfile: join(folder, 'form.js'), bundle: true, minify: true, format: 'esm', target: 'chrome69',
      define: { 'process.env.NODE_ENV': '"production"' }, plugins: [questions(huiqi)], metafile: true, logLevel: 'warning',
    });
    const style = Object.keys(metafile.outputs).some((file) => file.endsWith('.css')) ? '<link rel="stylesheet" href="form.css">' : '';
    writeFileSync(join(folder, 'index.html'), '<!doctype html><html lang="zh-CN"><meta charset="utf-8">'
      + `<meta name="viewport" content="width=device-width"><title>${name}</title>${style}`
      + '<link rel="modulepreload" href="form.js"><div id="root"></div><script type="module" src="form.js"></script></html>');
    compress(folder);
    built[name] = folder;
  }
  return built;
}
