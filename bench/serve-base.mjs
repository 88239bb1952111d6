// What the benchmarks of `kb serve` share: a base with a site of one page, a running server, items and requests.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const kbBin = fileURLToPath(new URL('../bin/kb.js', import.meta.url));

/**
 * Makes a base with a built site in a temporary folder. A proxy on this machine names the readers.
 * @param {number} rate requests a minute that one reader may send
 */
export function makeServedBase(rate) {
  const root = mkdtempSync(path.join(tmpdir(), 'kb-field-'));
  mkdirSync(path.join(root, 'public'));
  writeFileSync(path.join(root, 'public/kb-build.json'), '{}');
  writeFileSync(path.join(root, 'public/index.html'), '<!doctype html><title>Essai</title>');
  const serve = `serve: { rate: ${rate}, trusted_proxies: [127.0.0.1] }`;
  writeFileSync(
    path.join(root, 'kb.config.yaml'),
    `name: Essai\nowners:\n  a: { name: { fr: A } }\n${serve}\n`,
  );
  return root;
}

/** @param {string} root */
export function createToken(root) {
  const args = [kbBin, 'serve', 'token', 'create', '--name', 'bench'];
  return execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' }).trim();
}

/**
 * Starts `kb serve` and resolves once it listens.
 * @param {string} root
 */
export async function startServe(root) {
  const child = spawn(process.execPath, [kbBin, 'serve', '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  child.stderr.on('data', (text) => {
    told = `${told}${text}`.slice(-2000);
  });
  const ended = new Promise((resolve) => {
    child.once('close', resolve);
  });
  const url = await Promise.race([
    new Promise((resolve) => {
      child.stdout.once('data', (text) => resolve(String(text).trim()));
    }),
    ended.then(() => Promise.reject(new Error(`kb serve ended:\n${told}`))),
  ]);
  return { url, child, ended };
}

/**
 * A remark as a reader's device sends it.
 * @param {string} key
 */
export function remark(key) {
  const about = { id: 'colis-en-retard', lang: 'fr', version: '0123456789ab' };
  const comment = 'Le délai indiqué pour les colis en point relais n’est plus le bon depuis lundi.';
  return { kind: 'feedback', key, on: '2026-11-16', verdict: 'outdated', lang: 'fr', about, comment };
}

/** @param {readonly unknown[]} items */
export function envelope(items) {
  return JSON.stringify({ version: 1, base: 'Essai', items });
}
