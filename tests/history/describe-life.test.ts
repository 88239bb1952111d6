import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/content/document.ts';
import { describeLife } from '../../src/history/describe-life.ts';
import { formatLife } from '../../src/history/format-life.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { memoryBase } from '../support/memory-base.ts';

function documentOf(text: string, path = 'content/a.md'): Document {
  return memoryBase({ [path]: text }).documents[0] as Document;
}

/** The life of the file whose texts are given oldest first: the French words of each event, oldest first. */
function tell(...texts: readonly (string | { readonly text: string; readonly path: string })[]): string[] {
  const versions = texts.map((given, at) => {
    const { text, path } = typeof given === 'string' ? { text: given, path: 'content/a.md' } : given;
    const version = {
      commit: {
        id: `c${at}`,
        shortId: `c${at}`,
        day: '2026-01-05' as IsoDate,
        author: 'A',
        subject: 'S',
        order: at,
      },
      path,
      blob: `b${at}`,
    };
    return { version, document: documentOf(text, path) };
  });
  const events = describeLife(versions.reverse());
  expect(events.every(({ words }) => words.every(({ fr, en }) => fr !== '' && en !== ''))).toBe(true);
  return events.map(({ words }) => words.map(({ fr }) => fr).join(' + ')).reverse();
}

/** What the step from an article with the fields `before` to one with `after` is told as. */
function step(
  before: Readonly<Record<string, string | null>>,
  after: Readonly<Record<string, string | null>>,
): string | undefined {
  return tell(exampleArticle(before), exampleArticle(after))[1];
}

describe('an article’s life', () => {
  it('begins with its creation, as a draft or validated from the start', () => {
    expect(tell(exampleArticle())).toEqual(['créé']);
    expect(tell(exampleArticle({ status: 'draft' }))).toEqual(['créé, en brouillon']);
    expect(tell(exampleArticle({ validation: '{ by: Paul, on: 2026-01-01, digest: x }' }))).toEqual([
      'créé + validé par Paul',
    ]);
    expect(tell('sans en-tête\n')).toEqual(['créé, illisible']);
  });

  it.each([
    [{ expires: '2026-01-31' }, { expires: '2026-07-31' }, 'valable jusqu’au : 2026-01-31 → 2026-07-31'],
    [{ expires: '2026-01-31' }, { expires: null }, 'valable jusqu’au : 2026-01-31 → –'],
    [{}, { reviewed: '2026-02-02' }, 'relu : – → 2026-02-02'],
    [{}, { status: 'archived', replaced_by: 'autre' }, 'archivé + remplacé par autre'],
    [{ status: 'archived' }, {}, 'sorti des archives'],
    [{ status: 'draft' }, {}, 'publié'],
    [{}, { owner: 'retours' }, 'responsable : livraison → retours'],
    [{}, { audience: '[customer, internal]' }, 'public : internal → customer, internal'],
    [{ title: 'Un' }, { title: 'Deux' }, 'titre : Un → Deux'],
    [
      { id: 'un' },
      { id: 'deux', formerly: '[un]' },
      'identifiant : un → deux + anciens identifiants modifiés',
    ],
    [{ validation: '{ by: Paul, on: 2026-01-01, digest: x }' }, {}, 'validation retirée'],
    [{ tags: '[a, b]' }, { tags: '[a, c]' }, 'étiquettes modifiées'],
  ])('tells %j → %j', (before, after, words) => {
    expect(step(before, after)).toBe(words);
  });

  it('says that an edit after a validation asks for another one, once', () => {
    const digest = documentOf(exampleArticle({}, 'Un.\n')).article?.digest;
    const validation = `{ by: Paul, on: 2026-01-01, digest: "${digest}" }`;
    const texts = ['Un.\n', 'Deux.\n', 'Trois.\n'].map((body) => exampleArticle({ validation }, body));
    expect(tell(...texts)).toEqual(['créé + validé par Paul', 'texte modifié, à revalider', 'texte modifié']);
  });

  it('tells of moves, alone and with an edit', () => {
    const text = exampleArticle();
    const moved = { text, path: 'content/b.md' };
    const edited = { text: exampleArticle({}, 'Autre.\n'), path: 'content/c.md' };
    expect(tell(text, moved, edited)).toEqual([
      'créé',
      'déplacé depuis content/a.md',
      'texte modifié + déplacé depuis content/b.md',
    ]);
  });

  it('tells when a file stopped being an article and when it was one again', () => {
    const broken = exampleArticle({ expires: '2026-02-30' });
    expect(tell(exampleArticle(), broken, exampleArticle())).toEqual([
      'créé',
      'devenu illisible',
      'de nouveau lisible',
    ]);
  });

  it('leaves out a commit that changed nothing, and calls layout what nobody can see', () => {
    const text = exampleArticle();
    const spaced = text.replace('title: ', 'title:   ');
    expect(tell(text, text, spaced)).toEqual(['créé', 'présentation seulement']);
  });
});

describe('the lines of a life', () => {
  const event = {
    day: '2026-01-05' as IsoDate,
    author: 'Claire Vasseur',
    commit: 'c',
    words: [
      { fr: 'un', en: 'one' },
      { fr: 'deux', en: 'two' },
    ],
  };

  it('join words as each language does', () => {
    expect(formatLife([event], { lang: 'fr', width: 80 })).toBe('2026-01-05  Claire Vasseur  un ; deux\n');
    expect(formatLife([event], { lang: 'en', width: 80 })).toBe('2026-01-05  Claire Vasseur  one; two\n');
  });

  it('cut long names and break long tales, so that none passes the width', () => {
    const words = [{ fr: 'mot '.repeat(40).trim(), en: '' }];
    const lines = formatLife([{ ...event, author: 'N'.repeat(60), words }, event], {
      lang: 'fr',
      width: 60,
    }).split('\n');
    expect(lines[0]).toMatch(/^2026-01-05 {2}N{23}… {2}mot/);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  });
});
