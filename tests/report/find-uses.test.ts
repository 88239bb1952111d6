import { expect, it } from 'vitest';
import { exampleArticle } from '../../src/lint/rule.ts';
import { findUses } from '../../src/report/find-uses.ts';
import { memoryBase } from '../support/memory-base.ts';

const base = memoryBase({
  'content/a.md': exampleArticle(
    { id: 'a' },
    'Sous {{delai}}.\n\n::include{id=retour}\n\n![Plan](plan.png)\n',
  ),
  'content/b.md': exampleArticle({ id: 'b', formerly: '[ancien]' }, 'Voir [A](a.md).\n'),
  'content/plan.png': '',
  'fragments/contact.md': 'Joignable {{horaires}}.\n\nVoir [B](id:b).\n',
  'fragments/retour.md': '::include{id=contact}\n',
  'variables.yaml': 'delai: 5 jours\nhoraires: 9 h à 19 h\ninutile: x\n',
});
const told = (name: string) =>
  findUses(base, name).map(({ path, line, how, via }) => [`${path}:${line}`, how, ...via].join(' '));

it('a variable is used by the articles that show it, through fragments of fragments too', () => {
  expect(told('delai')).toEqual(['content/a.md:9 shows']);
  expect(told('horaires')).toEqual([
    'content/a.md:11 shows retour contact',
    'fragments/contact.md:1 shows',
    'fragments/retour.md:1 shows contact',
  ]);
  expect(told('inutile')).toEqual([]);
});

it('a fragment is used by what includes it', () => {
  expect(told('contact')).toEqual(['content/a.md:11 includes retour', 'fragments/retour.md:1 includes']);
});

it('an article and a picture are used by what links to them, under a former id too', () => {
  expect(told('a')).toEqual(['content/b.md:10 links']);
  expect(told('ancien')).toEqual(['content/a.md:11 links']);
  expect(told('content/plan.png')).toEqual(['content/a.md:13 links']);
});

it('fragments in a circle come to an end', () => {
  const circle = memoryBase({
    'content/a.md': exampleArticle({}, '::include{id=un}\n'),
    'fragments/un.md': '::include{id=deux}\n',
    'fragments/deux.md': '::include{id=un}\n',
  });
  expect(findUses(circle, 'un').map(({ path }) => path)).toEqual([
    'content/a.md',
    'fragments/deux.md',
    'fragments/un.md',
  ]);
});
