// node list.mjs: the engine over the list in Node. Prints a line of JSON: paces by work, and every report that it makes.
import { readFileSync } from 'node:fs';
import * as fast from './out/fast/huiqi_bench.js';
import * as small from './out/huiqi_bench.js';
import { firms } from './lib/firms.mjs';
import { overList } from './lib/list.mjs';

small.initSync({ module: readFileSync(new URL('out/huiqi_bench_bg.wasm', import.meta.url)) });
fast.initSync({ module: readFileSync(new URL('out/fast/huiqi_bench_bg.wasm', import.meta.url)) });
console.log(JSON.stringify(await overList(fast, small, JSON.stringify(firms()))));
