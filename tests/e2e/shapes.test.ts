// What other programs rely on: the shapes of `--format json`, exit codes, streams and languages, on the sample base through the real program.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { articleTypes } from '../../src/model/article.ts';
import { severities } from '../../src/model/finding.ts';
import { articleText, makeBase, type SmallBase } from '../serve/small-base.ts';
import { copySampleBase, makeFolder, type TemporaryFolder } from '../support/folders.ts';
import { type KbEnding, runKb, sampleDay } from '../support/run-kb.ts';

// DESIGN.md, "The command line", written down once more by hand: a change of these shapes breaks somebody's CI.
const count = z.number().int().nonnegative();
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const text = z.string().min(1);
const contentPath = z.string().regex(/^content\/[^\\]+\.md$/);

const lintShape = z.strictObject({
  version: z.literal(1),
  today: z.literal(sampleDay),
  articles: count,
  errors: count,
  warnings: count,
  findings: z.array(
    z.strictObject({
      path: contentPath,
      line: z.number().int().min(1),
      column: z.number().int().min(1),
      rule: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
      severity: z.enum(severities),
      message: text,
      id: text.optional(),
    }),
  ),
});

const validityStates = ['expired', 'due', 'undated', 'scheduled', 'current', 'invalid'] as const;
const trustStates = ['unvalidated', 'changed', 'draft', 'validated', 'archived', 'invalid'] as const;

const references = z.array(
  z.strictObject({ id: text.nullable(), lang: text.nullable(), title: text.nullable(), path: contentPath }),
);

const reportShape = z.strictObject({
  version: z.literal(1),
  today: z.literal(sampleDay),
  owner: text.nullable(),
  owners: z.record(text, text),
  total: count,
  // A record over an enumeration asks for every key and refuses any other.
  validity: z.record(z.enum(validityStates), count),
  trust: z.record(z.enum(trustStates), count),
  since: z
    .strictObject({
      day,
      newlyExpired: references,
      newlyDue: references,
      newlyValidated: references,
      newlyChanged: references,
      added: references,
      gone: references,
    })
    .nullable(),
  articles: z.array(
    z.strictObject({
      id: text.nullable(),
      lang: z.enum(['fr', 'en']).nullable(),
      title: text.nullable(),
      path: contentPath,
      type: z.enum(articleTypes).nullable(),
      owner: text.nullable(),
      audience: z.array(text),
      reasons: z.array(text),
      validity: z.enum(validityStates),
      trust: z.enum(trustStates),
      expires: day.nullable(),
      daysLeft: z.number().int().nullable(),
      reviewed: day.nullable(),
      validatedBy: text.nullable(),
      validatedOn: day.nullable(),
      lastChanged: day.nullable(),
      change: z.strictObject({ since: day.nullable(), by: text.nullable() }).nullable(),
      incomingLinks: count,
      contactsPerMonth: count.nullable(),
      viewsPerMonth: count.nullable(),
      openFeedback: count.nullable(),
      score: count,
      why: z.strictObject({ fr: text, en: text }),
      priority: z.number().int().min(1),
    }),
  ),
});

const sum = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((a, b) => a + b, 0);

let sample: TemporaryFolder;
let sound: SmallBase;
let lint: KbEnding;
let report: KbEnding;

const onSample = (...args: string[]) => runKb([...args, '--today', sampleDay], { cwd: sample.path });
const onSound = (args: readonly string[], env: Record<string, string> = {}) =>
  runKb([...args, '--today', sampleDay], { cwd: sound.root, env });

beforeAll(async () => {
  sample = await makeFolder();
  await copySampleBase(sample.path);
  // Sound but for one warning: nobody has validated it.
  sound = await makeBase({ 'content/a.md': articleText('a', '1. Rien à redire.') });
  [lint, report] = await Promise.all([
    onSample('lint', '--format', 'json'),
    onSample('report', '--format', 'json'),
  ]);
});

afterAll(async () => {
  await sample?.remove();
  await sound?.remove();
});

describe('kb lint --format json', () => {
  it('has the shape of the design, and nothing else on stdout', () => {
    const result = lintShape.parse(JSON.parse(lint.out));
    expect(result.articles).toBeGreaterThan(60);
    expect(result.findings.length).toBeGreaterThan(0);
    expect(lint.err).toBe('');
  });

  it('counts its own findings', () => {
    const { errors, warnings, findings } = lintShape.parse(JSON.parse(lint.out));
    expect(errors).toBe(findings.filter(({ severity }) => severity === 'error').length);
    expect(warnings).toBe(findings.filter(({ severity }) => severity === 'warning').length);
    expect(errors).toBeGreaterThan(0);
    expect(lint.code).toBe(1);
  });

  it('gives the same object, without findings, on a base of which there is nothing to say', async () => {
    const { code, out } = await onSound(['lint', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ version: 1, articles: 1, errors: 0, warnings: 1 });
  });
});

describe('kb report --format json', () => {
  it('has the shape of the design, and nothing else on stdout', () => {
    const result = reportShape.parse(JSON.parse(report.out));
    expect(result.total).toBe(result.articles.length);
    expect(result.total).toBe(JSON.parse(lint.out).articles);
    expect(report.code).toBe(0);
  });

  it('sums each axis to the total, from the articles themselves', () => {
    const { total, validity, trust, articles } = reportShape.parse(JSON.parse(report.out));
    expect([sum(validity), sum(trust)]).toEqual([total, total]);
    for (const state of validityStates)
      expect([state, validity[state]]).toEqual([state, articles.filter((a) => a.validity === state).length]);
    for (const state of trustStates)
      expect([state, trust[state]]).toEqual([state, articles.filter((a) => a.trust === state).length]);
  });

  it('shows an article in every state but the unreadable one: the sample base has something to show', () => {
    const { validity, trust } = reportShape.parse(JSON.parse(report.out));
    const missing = Object.entries({ ...validity, ...trust }).filter(([, number]) => number === 0);
    expect(missing).toEqual([['invalid', 0]]);
  });

  it('ranks the articles from 1 on', () => {
    const { articles } = reportShape.parse(JSON.parse(report.out));
    expect(articles.map(({ priority }) => priority)).toEqual(articles.map((_, index) => index + 1));
  });

  it('counts a file that can’t be read on both axes', async () => {
    const base = await makeBase({
      'content/a.md': articleText('a', 'Lisible.'),
      'content/b.md': 'Pas d’en-tête.\n',
    });
    try {
      const { out } = await runKb(['report', '--format', 'json', '--today', sampleDay], { cwd: base.root });
      const result = reportShape.parse(JSON.parse(out));
      expect(result).toMatchObject({ total: 2, validity: { invalid: 1 }, trust: { invalid: 1 } });
      expect([sum(result.validity), sum(result.trust)]).toEqual([2, 2]);
    } finally {
      await base.remove();
    }
  });
});

describe('exit codes', () => {
  it('is 1 where there are more warnings than --max-warnings', async () => {
    expect(await onSound(['lint', '--max-warnings', '1'])).toMatchObject({ code: 0 });
    expect(await onSound(['lint', '--max-warnings', '0'])).toMatchObject({ code: 1 });
  });

  it('is 1 where an article is in a state that --fail-on names, and says which', async () => {
    expect(await onSound(['report', '--fail-on', 'expired,changed'])).toMatchObject({ code: 0 });
    const { code, out, err } = await onSound(['report', '--fail-on', 'expired,unvalidated']);
    expect(code).toBe(1);
    expect(err).toContain('unvalidated 1');
    expect(out).not.toContain('--fail-on');
  });

  it.each([
    ['an unknown state', ['report', '--fail-on', 'expird'], 'expired'],
    ['an unknown option', ['lint', '--quiet'], '--quiet'],
    ['an unknown command', ['biuld'], 'build'],
    ['an unknown format', ['lint', '--format', 'xml'], 'stylish'],
    ['a number that is none', ['lint', '--max-warnings', 'two'], 'two'],
    ['a day that does not exist', ['lint', '--today', '2026-02-30'], '2026-02-30'],
    ['an unknown owner', ['report', '--owner', 'livraisn'], 'livraison'],
    ['a path without articles', ['lint', 'content/nulle-part'], 'content/nulle-part'],
  ])('is 2 for %s, with what was expected on stderr alone', async (_what, args, named) => {
    const { code, out, err } = await runKb(args, { cwd: sound.root });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(named);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('is 2 outside of a knowledge base', async () => {
    const empty = await makeFolder();
    try {
      const { code, out, err } = await runKb(['lint'], { cwd: empty.path });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('kb init');
    } finally {
      await empty.remove();
    }
  });

  it('is 0 for help and version, on stdout', async () => {
    expect(await onSound(['--help'])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('build'),
    });
    expect(await onSound(['--version'])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^\d/),
    });
  });
});

describe('the language of what people read', () => {
  const french = '1 alerte dans 1 article';
  const english = '1 warning in 1 article';

  it('is the configuration’s, unless KB_LANG says otherwise, unless --lang does', async () => {
    expect((await onSound(['lint'])).out).toContain(french);
    expect((await onSound(['lint'], { KB_LANG: 'en' })).out).toContain(english);
    expect((await onSound(['lint', '--lang', 'fr'], { KB_LANG: 'en' })).out).toContain(french);
    expect((await onSound(['lint', '--lang', 'en'])).out).toContain(english);
  });

  it('changes the messages of the JSON and none of its keys', async () => {
    const [fr, en] = await Promise.all(
      ['fr', 'en'].map(async (lang) =>
        JSON.parse((await onSound(['lint', '--format', 'json', '--lang', lang])).out),
      ),
    );
    expect(Object.keys(en)).toEqual(Object.keys(fr));
    expect(fr.findings[0].message).toContain('validé');
    expect(en.findings[0].message).toContain('validated');
    expect({ ...en.findings[0], message: '' }).toEqual({ ...fr.findings[0], message: '' });
  });

  it('tells an error in it too, even where the configuration can’t be read', async () => {
    const args = ['lint', '--kb', '/nowhere/at/all'];
    expect((await onSound([...args, '--lang', 'en'])).err).toContain('create a knowledge base');
    expect((await onSound(args, { KB_LANG: 'fr' })).err).toContain('créez une base');
  });
});

describe('streams', () => {
  it('carry no colour where nobody sees one, and none where NO_COLOR asks for none', async () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one
    const escapeSequence = /\u001B/;
    expect((await onSound(['lint'])).out).not.toMatch(escapeSequence);
    expect((await onSound(['lint'], { FORCE_COLOR: '1' })).out).toMatch(escapeSequence);
    expect((await onSound(['lint'], { FORCE_COLOR: '1', NO_COLOR: '1' })).out).not.toMatch(escapeSequence);
    expect((await onSound(['report'], { NO_COLOR: '1' })).out).not.toMatch(escapeSequence);
  });

  it('keep a build’s progress off stdout, which holds the summary alone', async () => {
    const { code, out, err } = await onSound(['build', '--lang', 'en']);
    expect(code).toBe(0);
    expect(out).toMatch(/^1 articles?, \d+ pages, 0 flowcharts in [\d.]+ s → public\n$/);
    expect(err).toContain('Pages');
    expect(err).not.toContain('\r');
  });
});
