// Which file of a build an address means.
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { resolveAddress as Resolve } from '../../site/scripts/offline/answer-request.ts';

const site = 'https://kb.example/base/';
let resolveAddress: typeof Resolve;

beforeAll(async () => {
  // The module looks at its worker's scope when it is loaded.
  vi.stubGlobal('registration', { scope: site });
  ({ resolveAddress } = await import('../../site/scripts/offline/answer-request.ts'));
});

const files = new Map(
  ['index.html', '404.html', 'fr/index.html', 'fr/a.html', 'media/plan é 1.svg', 'llms.txt'].map((path) => [
    path,
    [path, '', 0] as const,
  ]),
);
const folders = new Set(['fr', 'media']);

describe('an address', () => {
  it.each([
    ['', 'file', 'index.html'],
    ['?utm=x#y', 'file', 'index.html'],
    ['fr/', 'file', 'fr/index.html'],
    ['fr', 'folder', 'fr'],
    ['fr/a.html?q=1', 'file', 'fr/a.html'],
    ['media/plan%20%C3%A9%201.svg', 'file', 'media/plan é 1.svg'],
    ['llms.txt', 'file', 'llms.txt'],
    ['fr/gone.html', 'missing', 'fr/gone.html'],
    ['gone.html', 'missing', 'gone.html'],
    ['other/index.html', 'foreign', undefined],
    ['healthz', 'foreign', undefined],
    ['fr/%E9.html', 'foreign', undefined],
    ['%2e%2e/secret', 'foreign', undefined],
  ])('“%s” below the site is %s %s', (address, kind, path) => {
    const target = resolveAddress(site + address, site, { files, folders });
    expect(target).toEqual(path === undefined ? { kind } : { kind, path });
  });

  it('of another site is foreign', () => {
    expect(resolveAddress('https://kb.example/other/fr/a.html', site, { files, folders }).kind).toBe(
      'foreign',
    );
    expect(resolveAddress('https://elsewhere.example/base/fr/a.html', site, { files, folders }).kind).toBe(
      'foreign',
    );
  });
});
