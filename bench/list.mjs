// node list.mjs: the engine over the list in Node. Prints a line of JSON: paces by work, and every report that it makes.
import { readFileSync } from 'node:fs';
import * as fast from './out/fast/huiqi_bench.js';
import * as small from './out/huiqi_bench.js';
import { firms } from './lib/firms.mjs';
import { overList } from './lib/list.mjs';

small.initSync({ module: readFileSync(new URL('out/huiqi_bench_bg.wasm', import.meta.url)) });
fast.initSync({ module: readFileSync(new URL('out/fast/huiqi_bench_bg.wasm', import.meta.url)) });
const all = JSON.stringify(firms());
const reports = [fast, small].map(({ List }) => new List(all).reports());
console.log(JSON.stringify({ works: await overList(fast, small, all), reports }));
