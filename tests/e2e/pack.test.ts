// The package as others get it: packed, installed into an empty folder, and put to work there.
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../support/corpora.ts';
import { makeFolder, type TemporaryFolder } from '../support/folders.ts';
import { type KbEnding, plainEnvironment } from '../support/run-kb.ts';

/** Milliseconds: an installation fetches some hundred packages, a browser among them. */
const installing = 600_000;

/** What npm says where there is no registry to be had. */
const unreachable = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED/;

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

let folder: TemporaryFolder;
let packed: Packed;
let paths: readonly string[];

/** Runs a program to its end; what it printed and its code, whatever that is. */
async function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env?: NodeJS.ProcessEnv,
): Promise<KbEnding> {
  try {
    const { stdout, stderr } = await promisify(execFile)(command, [...args], {
      cwd,
      env,
      maxBuffer: 64 << 20,
    });
    return { code: 0, signal: null, out: stdout, err: stderr };
  } catch (error) {
    const { code, signal, stdout, stderr } = error as {
      code: number;
      signal: NodeJS.Signals | null;
      stdout: string;
      stderr: string;
    };
    return { code, signal, out: stdout, err: stderr };
  }
}

beforeAll(async () => {
  folder = await makeFolder();
  // The scripts are left out: the tests run on a compiled tree, and compiling would take it away from those beside this one.
  const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder.path];
  const { code, out, err } = await run('npm', pack, projectRoot);
  expect(code, err).toBe(0);
  [packed] = JSON.parse(out) as [Packed];
  paths = packed.files.map((file) => file.path);
});

afterAll(() => folder?.remove());

describe('the package', () => {
  it('holds what it needs to run', () => {
    expect(paths).toEqual(
      expect.arrayContaining([
        'package.json',
        'bin/kb.js',
        'dist/program/main.js',
        ...[
          'kb.css',
          'search.css',
          'guide.css',
          'urgent.css',
          'urgent.js',
          'field.js',
          'quiz.js',
          'kb.js',
          'theme.js',
          'search.js',
          'picture.js',
          'guide.js',
          'offline.js',
          'worker.js',
          'worker-end.js',
          'icon-192.png',
          'icon.svg',
          'pagefind-classic.js',
        ].map((asset) => `dist/site/assets/${asset}`),
        'templates/fr/procedure.md',
        'templates/en/procedure.md',
        'templates/starter/fr/kb.config.yaml',
        'templates/starter/shared/_gitignore',
        'templates/starter/shared-ci/ci/remind-owners.mjs',
        'templates/starter/github/_github/workflows/kb.yml',
        'templates/starter/gitlab/_gitlab-ci.yml',
      ]),
    );
  });

  it('holds nothing else: no tests, no sources, no sample base, no corpora, no caches', () => {
    const allowed = /^(?:bin|dist|templates)\/|^(?:package\.json|README\.md|LICENSE|CHANGELOG\.md)$/;
    expect(paths.filter((file) => !allowed.test(file))).toEqual([]);
    expect(
      paths.filter((file) => /\.tsx?$|\.test\.|corpora|\.picture$|(?:^|\/)\.(?!vscode)/.test(file)),
    ).toEqual([]);
  });
});

it('works where it is installed: kb init, lint, new, build and search in an empty folder', {
  timeout: installing,
}, async (context) => {
  const home = path.join(folder.path, 'Ma base');
  await mkdir(home);
  await writeFile(path.join(home, 'package.json'), '{ "name": "ma-base", "private": true }\n');
  const tarball = path.join(folder.path, packed.filename);
  const install = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--save-dev', tarball];
  const installed = await run('npm', install, home);
  context.skip(unreachable.test(installed.err), 'the package registry can’t be reached');
  expect(installed.code, installed.err).toBe(0);

  const kb = (...args: string[]) => run('npx', ['--no-install', 'kb', ...args], home, plainEnvironment());
  const init = await kb('init', '--lang', 'fr', '--today', '2026-11-16');
  expect(init.code, init.err).toBe(0);
  expect(await readdir(home)).toEqual(
    expect.arrayContaining(['kb.config.yaml', 'content', '.gitignore', '.github', 'ci']),
  );

  const lint = await kb('lint', '--today', '2026-11-16');
  expect(lint.code, lint.out + lint.err).toBe(0);

  const created = await kb('new', 'procedure', 'Colis abîmé', '--owner', await firstOwner(home));
  expect(created.code, created.err).toBe(0);
  expect(await readFile(path.join(home, created.out.trim()), 'utf8')).toContain('title: "Colis abîmé"');

  const build = await kb('build', '--today', '2026-11-16');
  expect(build.code, build.err).toBe(0);
  // The flowchart among them was drawn with the browser that came along.
  expect(build.out).toMatch(/^3 articles, \d+ pages, 1 logigramme/);
  expect(await readdir(path.join(home, 'public'))).toEqual(
    expect.arrayContaining(['index.html', '404.html', 'fr', 'assets', 'pagefind', 'kb-build.json']),
  );

  const search = await kb('search', 'colis', 'en', 'retard');
  expect(search.code, search.err).toBe(0);
  expect(search.out).toContain('fr/colis-en-retard.html');
});

/** The first owner of the configuration in `home`. */
async function firstOwner(home: string): Promise<string> {
  const text = await readFile(path.join(home, 'kb.config.yaml'), 'utf8');
  return /^owners:\n(?:\s*#.*\n)*\s+([\w-]+):/m.exec(text)?.[1] ?? expect.fail('no owner in kb.config.yaml');
}
