// Every page of the sample site before two checkers of HTML: html-validate, and the Nu Html Checker where Java is there to run it.
import { execFile, execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { beforeAll, expect, it } from 'vitest';
import { sampleSite } from '../support/sample-site.ts';

let site: string;

beforeAll(async () => {
  ({ site } = await sampleSite());
}, 300_000);

it('passes html-validate, page by page', async () => {
  const checker = new HtmlValidate(
    new StaticConfigLoader({
      extends: ['html-validate:standard', 'html-validate:a11y'],
      // ARIA allows a name on a list (its role is not one of those where naming is prohibited): the states of an article are one.
      rules: { 'aria-label-misuse': ['error', { allowAnyNamable: true }] },
    }),
  );
  const pages = (await readdir(site, { recursive: true })).filter((name) => name.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(100);
  const faults: string[] = [];
  for (const page of pages) {
    const { results } = await checker.validateString(await readFile(path.join(site, page), 'utf8'));
    for (const { messages } of results)
      for (const { ruleId, message, line, column } of messages)
        faults.push(`${page}:${line}:${column} ${ruleId}: ${message}`);
  }
  expect(faults).toEqual([]);
});

/** CSP 3 has the source expression 'wasm-unsafe-eval', which Pagefind needs; the checker knows CSP 2. */
const knownAmiss = /Expecting source-expression but found "'wasm-unsafe-eval'"/;

function hasJava(): boolean {
  try {
    execFileSync('java', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

interface NuMessage {
  readonly type: string;
  readonly url: string;
  readonly lastLine?: number;
  readonly message: string;
}

it.skipIf(!hasJava())('passes the Nu Html Checker (skipped without Java)', async () => {
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
  const args = [
    '-jar',
    jar,
    '--errors-only',
    '--exit-zero-always',
    '--format',
    'json',
    '--skip-non-html',
    site,
  ];
  const { stderr } = await promisify(execFile)('java', args, { maxBuffer: 64 * 1024 * 1024 });
  const { messages } = JSON.parse(stderr) as { readonly messages: readonly NuMessage[] };
  const faults = messages
    .filter(({ type, message }) => type !== 'info' && !knownAmiss.test(message))
    .map(({ url, lastLine, message }) => `${path.basename(url)}:${lastLine} ${message}`);
  expect(faults).toEqual([]);
});
