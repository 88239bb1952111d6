// The shape of the program, held by a test: which room may know which, who may import a vendor, and what pure code may not touch.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../support/corpora.ts';

interface SourceFile {
  /** Path from the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Rooms of `src`, and for each the rooms that it may import beside itself. */
const model = ['model'];
const config = [...model, 'config'];
const content = [...config, 'content'];
const side = [...content];
const above = [...content, 'flow', 'history', 'field'];
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  config: model,
  content: config,
  flow: side,
  history: side,
  field: side,
  lint: above,
  report: above,
  authoring: above,
  import: [...above, 'authoring'],
  publish: [...above, 'lint', 'report', 'site'],
  serve: [...above, 'lint', 'report', 'publish', 'site'],
  lsp: [...above, 'lint'],
  mcp: [...above, 'lint', 'report', 'publish'],
  cli: [...above, 'lint', 'report', 'authoring', 'import', 'publish', 'serve', 'lsp', 'mcp'],
  site: model,
};

/** Vendor → the only rooms that may import it. */
const vendorRooms: Readonly<Record<string, string>> = {
  'gray-matter': 'content',
  unified: 'content',
  'remark-parse': 'content',
  'remark-gfm': 'content',
  satteri: 'content',
  'mdast-util-to-hast': 'content',
  'hast-util-sanitize': 'content',
  'hast-util-to-html': 'content',
  'image-size': 'content',
  diff: 'content',
  mermaid: 'flow',
  '@mermaid-js/mermaid-cli': 'flow',
  puppeteer: 'flow',
  '@sparticuz/chromium': 'flow',
  pagefind: 'publish',
  fflate: 'publish or import',
  mammoth: 'import',
  'hast-util-to-mdast': 'import',
  'mdast-util-to-markdown': 'import',
  'mdast-util-gfm': 'import',
  preact: 'site or report',
  'preact-render-to-string': 'site or report',
  '@orama/stemmers': 'site',
  'ical-generator': 'report',
  'csv-stringify': 'report',
  'csv-parse': 'report or import',
  chokidar: 'serve',
  sirv: 'serve',
  fastify: 'serve',
  '@fastify/rate-limit': 'serve',
  libsql: 'serve',
  'vscode-languageserver': 'lsp',
  '@modelcontextprotocol/sdk': 'mcp',
  'vscode-languageserver-textdocument': 'lsp',
  commander: 'cli',
  '@inquirer/prompts': 'cli',
  'node:child_process': 'history or flow',
};

/** Rooms that decide and never touch a disk. */
const disklessRooms = ['model', 'lint', 'report', 'site'];
/** Rooms that print nothing, end nothing and take the day as a parameter. */
const quietRooms = [
  'model',
  'config',
  'content',
  'flow',
  'history',
  'field',
  'lint',
  'report',
  'authoring',
  'import',
  'publish',
  'serve',
  'lsp',
  'mcp',
  'site',
];

function importsOf({ text }: SourceFile): string[] {
  const patterns = [
    /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'/g,
    /(?:^|\n)import\s+'([^']+)'/g,
    /\bimport\(\s*'([^']+)'\s*\)/g,
    /\brequire\(\s*'([^']+)'\s*\)/g,
  ];
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''));
}

function roomOf(file: string): string {
  return file.startsWith('site/') ? 'site' : (file.split('/')[1] ?? '');
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Everything that breaks the house's rules, one line each. */
function checkArchitecture(files: readonly SourceFile[]): string[] {
  const faults: string[] = [];
  for (const file of files) {
    const room = roomOf(file.path);
    for (const specifier of importsOf(file)) {
      if (specifier.startsWith('.')) {
        const target = roomOf(path.posix.join(path.posix.dirname(file.path), specifier));
        if (target !== room && !(allowed[room] ?? []).includes(target))
          faults.push(`${file.path} imports ${target}`);
      } else {
        const vendor = vendorRooms[specifier] ?? vendorRooms[packageOf(specifier)];
        if (vendor !== undefined && !vendor.split(' or ').includes(room))
          faults.push(`${file.path} imports ${specifier}, which belongs to ${vendor}`);
        if (room === 'model') faults.push(`${file.path} imports ${specifier}, and model imports nothing`);
        else if (disklessRooms.includes(room) && /^node:fs/.test(specifier))
          faults.push(`${file.path} reads a disk`);
      }
    }
    const browserScript = file.path.startsWith('site/scripts/');
    if (quietRooms.includes(room)) {
      if (/\bconsole\s*\./.test(file.text)) faults.push(`${file.path} uses console`);
      if (/\bprocess\.exit(Code)?\b/.test(file.text)) faults.push(`${file.path} ends the process`);
      if (!browserScript && /\bnew Date\(\)|\bDate\.now\(/.test(file.text))
        faults.push(`${file.path} reads the clock`);
    }
    const lines = file.text.split('\n').length;
    if (lines > 300 && !/^(\/\/|\/\*\*?).*\blong\b/im.test(file.text.slice(0, 600)))
      faults.push(`${file.path} has ${lines} lines and no reason`);
    if (!/^(\/\/|\/\*)/.test(file.text)) faults.push(`${file.path} does not say what it is for`);
    if (/\bexport default\b/.test(file.text)) faults.push(`${file.path} has a default export`);
  }
  return faults;
}

function readSources(): SourceFile[] {
  return ['src', 'site'].flatMap((folder) =>
    readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => {
        const relative = `${folder}/${file.split(path.sep).join('/')}`;
        return { path: relative, text: readFileSync(path.join(projectRoot, relative), 'utf8') };
      }),
  );
}

describe('the architecture', () => {
  it('holds in every source file', () => {
    const files = readSources();
    expect(files.length).toBeGreaterThan(80);
    expect(checkArchitecture(files)).toEqual([]);
  });

  it.each([
    ['an arrow turned round', 'src/model/x.ts', "import { a } from '../content/a.ts';", 'imports content'],
    ['a neighbour’s room', 'src/flow/x.ts', "import { a } from '../history/a.ts';", 'imports history'],
    ['a dynamic import', 'src/config/x.ts', "const a = await import('../cli/a.ts');", 'imports cli'],
    ['a re-export', 'src/content/x.ts', "export { a } from '../lint/a.ts';", 'imports lint'],
    [
      'the site knowing the program',
      'site/x.ts',
      "import { a } from '../src/content/a.ts';",
      'imports content',
    ],
    ['a vendor elsewhere', 'src/lint/x.ts', "import { createIndex } from 'pagefind';", 'belongs to publish'],
    [
      'a vendor loaded late elsewhere',
      'src/publish/x.ts',
      "const m = await import('mermaid');",
      'belongs to flow',
    ],
    [
      'a vendor required elsewhere',
      'src/lint/x.ts',
      "const m = require('gray-matter');",
      'belongs to content',
    ],
    [
      'git called elsewhere',
      'src/report/x.ts',
      "import { execFile } from 'node:child_process';",
      'belongs to history',
    ],
    ['a disk in the model', 'src/model/x.ts', "import { readFile } from 'node:fs';", 'model imports nothing'],
    ['a disk in a rule', 'src/lint/x.ts', "import { readFile } from 'node:fs/promises';", 'reads a disk'],
    ['a clock in pure code', 'src/report/x.ts', 'const t = Date.now();', 'reads the clock'],
    ['a console outside the edge', 'src/lint/x.ts', "console.log('x');", 'uses console'],
    ['an exit outside the edge', 'src/lint/x.ts', 'process.exit(1);', 'ends the process'],
    ['a file that grew too long', 'src/lint/x.ts', '\n'.repeat(301), 'no reason'],
  ])('fails on %s', (_, file, code, words) => {
    const faults = checkArchitecture([{ path: file, text: `// What it is for.\n${code}\n` }]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(words);
  });
});
