import { describe, expect, it } from 'vitest';
import { resolveLink } from '../../src/content/resolve-link.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import { memoryBase } from '../support/memory-base.ts';

const base = memoryBase({
  'content/livraison/a.md': exampleArticle({ id: 'a' }),
  'content/livraison/été à Noël.md': exampleArticle({ id: 'ete' }),
  'content/b.md': exampleArticle({ id: 'b', formerly: '[ancien]' }),
  'content/en/b.md': exampleArticle({ id: 'b', lang: 'en' }),
  'content/broken.md': 'rien\n',
  'content/images/x.png': '',
  'content/files/page.html': '',
});
const from = (path: string) => {
  const document = base.byPath.get(path);
  if (!document) throw new Error(path);
  return document;
};
const resolve = (url: string, path = 'content/livraison/a.md') => {
  const target = resolveLink(url, from(path), base);
  switch (target.kind) {
    case 'article':
      return `${target.document.path}${target.anchor === undefined ? '' : `#${target.anchor}`}`;
    case 'asset':
      return target.path;
    case 'external':
      return target.href;
    case 'broken':
      return `broken: ${target.reason}`;
  }
};

describe('a link', () => {
  it.each([
    ['../b.md', 'content/b.md'],
    ['../b.md#d%C3%A9lais', 'content/b.md#délais'],
    ['%C3%A9t%C3%A9%20%C3%A0%20No%C3%ABl.md', 'content/livraison/été à Noël.md'],
    ['été à Noël.md', 'content/livraison/été à Noël.md'],
    ['#ici', 'content/livraison/a.md#ici'],
    ['id:b', 'content/b.md'],
    ['id:b#x', 'content/b.md#x'],
    ['id:ancien', 'content/b.md'],
    ['../images/x.png', 'content/images/x.png'],
    ['https://mirandelle.example/', 'https://mirandelle.example/'],
    ['mailto:a@mirandelle.example', 'mailto:a@mirandelle.example'],
    ['', 'broken: empty'],
    ['a%ZZ.md', 'broken: percent'],
    ['%E0%A4%A', 'broken: percent'],
    ['../../secret.md', 'broken: outside'],
    ['../../../etc/passwd', 'broken: outside'],
    ['..%2F..%2Fsecret.md', 'broken: outside'],
    ['/b.md', 'broken: absolute'],
    ['..\\b.md', 'broken: absolute'],
    ['//evil.example/x', 'broken: scheme'],
    ['javascript:alert(1)', 'broken: scheme'],
    ['DATA:text/html,x', 'broken: scheme'],
    ['file:///etc/passwd', 'broken: scheme'],
    ['../broken.md', 'broken: no-article'],
    ['../none.md', 'broken: no-file'],
    ['id:none', 'broken: no-id'],
    ['../files/page.html', 'broken: file-type'],
  ])('%j leads to %s', (url, expected) => {
    expect(resolve(url)).toBe(expected);
  });
  it('by id stays in the language of the article it stands in', () => {
    expect(resolve('id:b', 'content/en/b.md')).toBe('content/en/b.md');
    expect(resolve('id:a', 'content/en/b.md')).toBe('content/livraison/a.md');
  });
});
