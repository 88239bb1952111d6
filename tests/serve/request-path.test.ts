// What an address may lead to.
import { describe, expect, it } from 'vitest';
import { pageOfPath, parseRequestPath } from '../../src/serve/request-path.ts';

describe('the path of a request', () => {
  it.each([
    ['/', ''],
    ['/fr/', 'fr/'],
    ['/fr/a.html?q=1', 'fr/a.html'],
    ['/media/photo%20%231%20%26%20100%25.png', 'media/photo #1 & 100%.png'],
    ['/fr/category/%C3%A9t%C3%A9/index.html', 'fr/category/été/index.html'],
    ['/a..b/c.', 'a..b/c.'],
  ])('is decoded once: %s', (target, path) => {
    expect(parseRequestPath(target)).toBe(path);
  });

  it.each([
    undefined,
    '',
    'http://evil.example/',
    '*',
    '//evil.example',
    '/fr//a.html',
    '/../a',
    '/fr/../../a',
    '/%2e%2e/a',
    '/.%2E/a',
    '/fr%2f..%2f..%2fa',
    '/fr%5c..%5ca',
    '/fr/..%5c..%5ca',
    '/.git/config',
    '/fr/%2ehidden',
    '/a%00.html',
    '/%E9t%E9',
    '/100%',
  ])('is refused: %s', (target) => {
    expect(parseRequestPath(target)).toBeUndefined();
  });

  it('of a folder leads to its index page', () => {
    expect([pageOfPath(''), pageOfPath('fr/'), pageOfPath('fr/a.html')]).toEqual([
      'index.html',
      'fr/index.html',
      'fr/a.html',
    ]);
  });
});
