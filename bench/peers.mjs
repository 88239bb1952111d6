// The tools that `kb` is measured against: exact versions, installed outside the repository.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** The Pagefind that `kb` itself carries, so that both sides index with the same one. */
const pagefindVersion = JSON.parse(
  readFileSync(new URL('../node_modules/pagefind/package.json', import.meta.url), 'utf8'),
).version;

/**
 * Eleventy 3.1.8 needs a package that not every mirror of the registry has yet, 3.1.7 is the same but for a fix in copying.
 * markdownlint-cli2 0.22.1 is the newest that runs on Node 20; from 0.23 on it asks for 22.
 */
export const peerVersions = {
  '@11ty/eleventy': '3.1.7',
  'markdownlint-cli2': '0.22.1',
  pagefind: pagefindVersion,
};

const commands = {
  eleventy: '@11ty/eleventy/cmd.cjs',
  markdownlint: 'markdownlint-cli2/markdownlint-cli2-bin.mjs',
  pagefind: 'pagefind/lib/runner/bin.cjs',
};

/** Chrome's own judge of a page; 12 is the last that runs on Node 20. */
export const lighthouseVersion = '12.8.2';

/**
 * Installs the peers unless they are there. Returns the script of each command, or undefined where npm can't get them.
 * @returns {Record<keyof typeof commands, string> | undefined}
 */
export function installPeers() {
  const modules = installPackages(peerVersions);
  return (
    modules &&
    Object.fromEntries(Object.entries(commands).map(([name, script]) => [name, path.join(modules, script)]))
  );
}

/**
 * Imports Lighthouse, installed unless it is there. Resolves to undefined where npm can't get it.
 * @returns {Promise<Function | undefined>}
 */
export async function importLighthouse() {
  const modules = installPackages({ lighthouse: lighthouseVersion });
  if (modules === undefined) return undefined;
  return (await import(pathToFileURL(path.join(modules, 'lighthouse/core/index.js')).href)).default;
}

/**
 * Installs packages into a folder of their own, outside the repository, unless they are there.
 * @param {Record<string, string>} versions package → exact version
 * @returns {string | undefined} the folder that holds them, or undefined where npm can't get them
 */
function installPackages(versions) {
  const name = Object.entries(versions)
    .map(([key, version]) => `${key.replace(/\W+/g, '-')}-${version}`)
    .join('_');
  const folder = path.join(tmpdir(), `kb-bench-${name}`);
  const modules = path.join(folder, 'node_modules');
  if (existsSync(modules)) return modules;

  // Installed beside and then renamed, so that an interrupted install is never taken for a whole one.
  const staging = `${folder}.${process.pid}`;
  mkdirSync(staging, { recursive: true });
  writeFileSync(
    path.join(staging, 'package.json'),
    JSON.stringify({ private: true, dependencies: versions }),
  );
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: staging,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    rmSync(staging, { recursive: true, force: true });
    return undefined;
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(staging, folder);
  return modules;
}
