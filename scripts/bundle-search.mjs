// Makes the search engine that every built site carries: Pagefind's own `pagefind.js` as a classic script that touches no global.
//
// A page opened from a folder (`file://`) may not import modules nor fetch, so the script is wrapped into a function that receives
// the few browser names it needs. The same file then serves http://, file:// and Node:
//   self.createPagefind = ({ fetch, document, console }) => ({ createInstance, … })
// Each call makes a fresh engine: one WebAssembly instance, therefore one language.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transform } from 'esbuild';
import { close, createIndex } from 'pagefind';

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Where the engine lies in the package; `src/publish/search-files.ts` reads it there. */
export const engineFile = join(packageRoot, 'dist', 'site', 'assets', 'pagefind-classic.js');

/** Pagefind's browser module, which the package carries inside its binary: an empty index hands it out. */
async function readVendorModule() {
  try {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(`Pagefind made no index: ${errors.join('; ')}`);
    const { files } = await index.getFiles();
    const module = files.find((file) => file.path === 'pagefind.js');
    if (!module) throw new Error('Pagefind handed out no pagefind.js');
    return new TextDecoder().decode(module.content);
  } finally {
    await close();
  }
}

/** `text` with the only occurrence of `from` replaced; throws where a new Pagefind no longer has exactly one. */
function replaceOnce(text, from, to) {
  const parts = text.split(from);
  if (parts.length !== 2)
    throw new Error(`Expected "${from}" once in pagefind.js, found it ${parts.length - 1} times`);
  return parts.join(to);
}

/** Writes the engine to `target` and returns its size in bytes. */
export async function bundleSearch(target = engineFile) {
  const source = await readVendorModule();
  // The constructor starts loading and drops the promise; the error is kept and thrown again by the first search.
  const caught = replaceOnce(
    source,
    'this.init(options2?.language);',
    'this.init(options2?.language).catch(()=>{});',
  );
  const { code: script } = await transform(caught, {
    format: 'iife',
    globalName: 'engine',
    minify: true,
    target: 'es2020',
    define: { 'import.meta.url': 'undefined', window: 'undefined', Worker: 'undefined' },
    legalComments: 'none',
  });
  const code = `// Pagefind (MIT), as a classic script. See https://pagefind.app\nself.createPagefind=({fetch,document,console})=>{${script}return engine};\n`;
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, code);
  return Buffer.byteLength(code);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(`${engineFile}: ${await bundleSearch()} bytes`);
}
