// Draws every `.mmd` file of a folder and does nothing else: node bench/draw-pictures.mjs <folder> <cache>
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { argv } from 'node:process';
import { renderPictures } from '../dist/src/flow/render-pictures.js';

const [folder, cacheDir] = argv.slice(2);
const files = readdirSync(folder).filter((name) => name.endsWith('.mmd'));
const results = await renderPictures(
  files.map((name) => readFileSync(path.join(folder, name), 'utf8')),
  { cacheDir },
);
const failed = results.filter(({ ok }) => !ok);
if (failed.length > 0) throw new Error(failed[0].message.en);
