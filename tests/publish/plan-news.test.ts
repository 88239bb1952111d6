import { describe, expect, it } from 'vitest';
import { articleDocuments } from '../../src/content/knowledge-base.ts';
import type { ArticleVersion } from '../../src/history/read-versions.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import type { Digest, Trust } from '../../src/model/trust.ts';
import type { VersionsInGit } from '../../src/publish/last-change.ts';
import { findNews } from '../../src/publish/plan-news.ts';
import { memoryBase } from '../support/memory-base.ts';

const today = '2026-06-15' as IsoDate;

/** `day trust text [commit]`, newest first: what git would know of one article. */
function versionsOf(...lines: readonly string[]): readonly ArticleVersion[] {
  return lines.map((line) => {
    const [day = '', trust = '', text = '', commit = `c${line}`] = line.split(' ');
    return {
      commit,
      day: day as IsoDate,
      author: 'Nadia',
      subject: 'S',
      trust: trust === 'unreadable' ? undefined : (trust as Trust),
      digest: trust === 'unreadable' ? undefined : (`sha256:${text}` as Digest),
    };
  });
}

function gitOf(
  versions: Readonly<Record<string, readonly ArticleVersion[]>>,
  more: { readonly complete?: boolean; readonly massEdits?: readonly string[] } = {},
): VersionsInGit {
  const { complete = true, massEdits = [] } = more;
  return {
    versions: new Map(
      Object.entries(versions).map(([id, own]) => [`content/${id}.md`, { versions: own, complete }]),
    ),
    massEdits: new Set(massEdits),
  };
}

function news(
  articles: Readonly<Record<string, Readonly<Record<string, string | null>>>>,
  git: VersionsInGit | undefined,
  tellsPast = true,
) {
  const files = Object.entries(articles).map(([id, fields]) => [
    `content/${id}.md`,
    exampleArticle({ id, ...fields }),
  ]);
  const published = articleDocuments(memoryBase(Object.fromEntries(files)));
  return findNews(published, { today, git, tellsPast }).map(({ document, kind, day, by }) =>
    [document.article.id, kind, day, by].filter((part) => part !== undefined).join(' '),
  );
}

describe('what is new by git', () => {
  it.each([
    ['is new from its first version on', ['2026-06-01 unvalidated one'], 'a new 2026-06-01 Nadia'],
    [
      'is new from the day on which a draft was published',
      ['2026-06-03 unvalidated one', '2026-06-01 draft one'],
      'a new 2026-06-03 Nadia',
    ],
    [
      'has changed where its text has',
      ['2026-06-03 changed two', '2026-01-01 validated one'],
      'a changed 2026-06-03 Nadia',
    ],
    [
      'is no news by a validation, but by the edit before it',
      ['2026-06-10 validated two', '2026-06-03 changed two', '2026-01-01 validated one'],
      'a changed 2026-06-03 Nadia',
    ],
    ['is no news after 90 days', ['2026-03-17 unvalidated one'], undefined],
    ['is news for 90 days', ['2026-03-18 unvalidated one'], 'a new 2026-03-18 Nadia'],
    ['tells nothing of days to come', ['2026-06-16 changed two', '2026-01-01 validated one'], undefined],
    [
      'is new once it can be read',
      ['2026-06-03 unvalidated one', '2026-06-01 unreadable one'],
      'a new 2026-06-03 Nadia',
    ],
  ] as const)('%s', (_, lines, expected) => {
    const found = news({ a: {} }, gitOf({ a: versionsOf(...lines) }));
    expect(found).toEqual(expected === undefined ? [] : [expected]);
  });

  it('tells of an article’s archiving, once', () => {
    const versions = versionsOf(
      '2026-06-12 archived two',
      '2026-06-10 archived one',
      '2026-01-01 validated one',
    );
    expect(news({ a: { status: 'archived' } }, gitOf({ a: versions }))).toEqual([
      'a archived 2026-06-10 Nadia',
    ]);
  });

  it('looks past a commit that touched more articles than anybody reads at once', () => {
    const versions = versionsOf(
      '2026-06-12 changed two import',
      '2026-06-10 changed one',
      '2026-01-01 validated zero',
    );
    expect(news({ a: {} }, gitOf({ a: versions }, { massEdits: ['import'] }))).toEqual([
      'a changed 2026-06-10 Nadia',
    ]);
  });

  it('does not guess at what the oldest version that was read changed', () => {
    const git = gitOf(
      { a: versionsOf('2026-06-12 validated one', '2026-06-11 unvalidated one') },
      { complete: false },
    );
    expect(news({ a: {} }, git)).toEqual([]);
  });
});

describe('what is new by dates', () => {
  it('is what expired and what came into force, up to today', () => {
    const dates = {
      expired: { expires: '2026-06-13' },
      today: { expires: '2026-06-15' },
      force: { effective: '2026-06-15' },
      later: { effective: '2026-06-16' },
      long: { effective: '2026-01-01' },
    };
    expect(news(dates, gitOf({}))).toEqual(['force effective 2026-06-15', 'expired expired 2026-06-14']);
  });

  it('is the front matter’s own days where git knows nothing, one line an article', () => {
    const fields = {
      a: { reviewed: '2026-06-01', validation: `{ by: "P", on: 2026-06-02, digest: "x" }` },
      b: { reviewed: '2026-06-05', effective: '2026-06-05' },
      c: {},
      old: { reviewed: '2026-06-01', status: 'archived' },
    };
    expect(news(fields, undefined)).toEqual([
      'b effective 2026-06-05',
      'a validated 2026-06-02',
      'old reviewed 2026-06-01',
    ]);
  });

  it('does not stand in for a past that git does know', () => {
    const git = gitOf({ a: versionsOf('2026-01-01 validated one') });
    expect(news({ a: { reviewed: '2026-06-01' } }, git)).toEqual([]);
  });
});

describe('other audiences', () => {
  it('learn the day of the last change and neither who made it nor what came before', () => {
    const git = gitOf({
      a: versionsOf('2026-06-01 unvalidated one'),
      old: versionsOf('2026-06-03 archived one', '2026-01-01 validated one'),
    });
    expect(news({ a: {}, old: { status: 'archived' } }, git, false)).toEqual(['a changed 2026-06-01']);
  });
});

it('is in the order of days, and of weight within a day, whatever the order of the files', () => {
  const day = '2026-06-10';
  const git = gitOf({ b: versionsOf(`${day} unvalidated one`), c: versionsOf('2026-06-11 unvalidated one') });
  expect(news({ a: { effective: day }, b: {}, c: {}, d: { expires: '2026-06-09' } }, git)).toEqual([
    'c new 2026-06-11 Nadia',
    `d expired ${day}`,
    `a effective ${day}`,
    `b new ${day} Nadia`,
  ]);
});
