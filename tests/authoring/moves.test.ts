// Validating, reviewing and archiving change the lines that they mean to, in every file that people wrote, and nothing else.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { ArticleMove, Refusal } from '../../src/authoring/article-move.ts';
import { planArchive } from '../../src/authoring/plan-archive.ts';
import { planReview, type ReviewTerms } from '../../src/authoring/plan-review.ts';
import { planValidation } from '../../src/authoring/plan-validation.ts';
import type { ArticleDocument } from '../../src/content/knowledge-base.ts';
import { loadMarkdownParser } from '../../src/content/markdown-parser.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { judgeTrust } from '../../src/model/trust.ts';
import { findCorpus, projectRoot, readMarkdownFiles } from '../support/corpora.ts';
import { exampleConfig, memoryBase } from '../support/memory-base.ts';

const { parse } = await loadMarkdownParser();
const day = (text: string) => text as IsoDate;
const today = day('2026-06-15');

/** The one article of a base with `text`, and the base. */
function readOne(text: string, more: Readonly<Record<string, string>> = {}, config = exampleConfig) {
  const base = memoryBase({ 'content/a.md': text, ...more }, config);
  return { base, document: base.byPath.get('content/a.md') as ArticleDocument };
}

function textAfter(result: ArticleMove | Refusal): string {
  if (result.kind === 'refusal') throw new Error(result.wording.en);
  return result.after;
}

/** The move, carried out on a text. */
type Move = (text: string, config?: string) => string;

const others = { 'content/b.md': exampleArticle({ id: 'suite' }) };
const review = (text: string, terms: Partial<ReviewTerms>, config?: string) => {
  const { base, document } = readOne(text, {}, config);
  return planReview(document, { until: day('2026-12-31'), today, ...terms }, { base, parse });
};
const moves: Readonly<Record<string, Move>> = {
  validate: (text, config) => {
    const { document } = readOne(text, {}, config);
    return textAfter(planValidation(document, { by: 'Zoé Petit', on: today }));
  },
  review: (text, config) => textAfter(review(text, { by: 'Zoé Petit' }, config)),
  archive: (text, config) => {
    const { base, document } = readOne(text, others, config);
    return textAfter(planArchive(document, 'suite', base));
  },
};

const meant: Readonly<Record<string, RegExp>> = {
  validate: /^validation:/,
  review: /^(?:validation|expires|reviewed):/,
  archive: /^(?:status|replaced_by):/,
};
/** The same, of an article that its readers are asked to confirm: the versions whose reading still counts. */
const meantOfConfirmed: Readonly<Record<string, RegExp>> = {
  ...meant,
  validate: /^(?:validation|acknowledged_also):/,
  review: /^(?:validation|expires|reviewed|acknowledged_also):/,
};

/** Lines with their ends, without those that a move may change. */
function otherLines(text: string, move: string): string[] {
  const end = text.indexOf('\n---', 3) + 1;
  const header = text.slice(0, end).match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const lines = /^acknowledge: true/m.test(text) ? meantOfConfirmed : meant;
  return [...header.filter((line) => !lines[move]?.test(line)), text.slice(end)];
}

const comments = (text: string) => text.slice(0, text.indexOf('\n---', 3)).match(/#[^\r\n]*/g) ?? [];

/** The ways in which people and their editors leave a file. */
const shapes: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'with CR LF': (text) => text.replaceAll('\n', '\r\n'),
  'with comments': (text) =>
    text.replace(/^(---\n)([\s\S]*?)(\n---\n)/, (_, open: string, yaml: string, close: string) => {
      const lines = yaml.split('\n').map((line) => (/^[a-z_]+: /.test(line) ? `${line} # vu` : line));
      return `${open}# en tête\n${lines.join('\n# entre\n')}\n\n# fin${close}`;
    }),
};

const sample = readMarkdownFiles(path.join(projectRoot, 'content')).map(({ path: file, text }) => ({
  file,
  text,
}));
const corpus = findCorpus('real-docs-fr');
const real = (corpus ? readMarkdownFiles(corpus) : []).map(({ path: file, text }, index) => ({
  file,
  text: `---\n${stringify({ id: `doc-${index}`, title: file, type: 'procedure', owner: 'livraison', expires: '2026-09-01' })}---\n\n${text}`,
}));
const sampleConfig = readFileSync(path.join(projectRoot, 'kb.config.yaml'), 'utf8');

describe.each([
  ['sample base', sample, sampleConfig],
  ['French documents', real, exampleConfig],
])('on every file of the %s', (_, files, config) => {
  it.each(Object.keys(shapes).flatMap((shape) => Object.keys(moves).map((move) => [move, shape] as const)))(
    'kb %s, on files %s, changes its own lines and no other byte',
    (move, shape) => {
      for (const { file, text } of files) {
        const before = shapes[shape]?.(text) ?? text;
        if (/^status: archived/m.test(before) && move !== 'archive') continue;
        const after = moves[move]?.(before, config) ?? '';
        expect(after, file).not.toBe(before);
        expect(otherLines(after, move), file).toEqual(otherLines(before, move));
        expect(comments(after), file).toEqual(expect.arrayContaining([...comments(before)]));
        // Done a second time, it has nothing left to do.
        expect(moves[move]?.(after, config), file).toBe(after);
      }
    },
  );
});

describe('a review', () => {
  const validated = (fields: Readonly<Record<string, string>> = {}) =>
    moves.validate?.(exampleArticle(fields)) ?? '';
  const refusal = (result: ArticleMove | Refusal) =>
    result.kind === 'refusal' ? result.wording.en : undefined;

  it('renews a validation that holds, in the name of the reader', () => {
    const { document } = readOne(textAfter(review(validated(), { reader: 'Ana Roux' })));
    expect(judgeTrust(document.article)).toBe('validated');
    expect(document.article).toMatchObject({
      expires: '2026-12-31',
      reviewed: today,
      validation: { by: 'Ana Roux', on: today },
    });
  });

  it('is refused to a reader without a name, for the new end is nobody’s word', () => {
    expect(refusal(review(validated(), {}))).toContain('Unknown reader');
  });

  it('refuses an article that was changed, unless it is validated in the same act', () => {
    const changed = `${validated()}\nEt une ligne de plus.\n`;
    expect(refusal(review(changed, { reader: 'Ana Roux' }))).toContain('kb history colis-en-retard --diff');
    const { document } = readOne(textAfter(review(changed, { by: 'Ana Roux' })));
    expect(judgeTrust(document.article)).toBe('validated');
  });

  it('validates nothing that was not validated, unless it is asked to', () => {
    const { document } = readOne(textAfter(review(exampleArticle(), { reader: 'Ana Roux' })));
    expect(document.article).toMatchObject({ expires: '2026-12-31', reviewed: today });
    expect(document.article.validation).toBeUndefined();
  });

  it.each([
    ['before today', { until: day('2026-06-14') }, {}, '2026-06-15 at the earliest'],
    [
      'before the first valid day',
      { until: day('2026-07-01') },
      { effective: '2026-08-01' },
      '2026-08-01 at the earliest',
    ],
    ['beyond the longest period', { until: day('2027-06-16') }, {}, '2027-06-15 at the latest'],
    [
      'beyond it by a period',
      { until: { amount: 13, unit: 'm' } as const },
      {},
      '2027-06-15 at the latest (validity.longest: 1y for procedure)',
    ],
    ['of an archived article', {}, { status: 'archived' }, 'Unexpected archived article'],
  ])('refuses an end %s', (__, terms, fields, message) => {
    const config = `${exampleConfig}validity: { longest: { procedure: 1y } }\n`;
    expect(refusal(review(exampleArticle(fields), terms, config))).toContain(message);
  });

  it('counts a period in calendar months, to the last day of a shorter one', () => {
    const after = textAfter(
      review(exampleArticle(), { today: day('2027-08-31'), until: { amount: 6, unit: 'm' } }),
    );
    expect(after).toContain('expires: 2028-02-29\n');
    const last = textAfter(
      review(exampleArticle(), { today: day('9999-08-31'), until: { amount: 6, unit: 'm' } }),
    );
    expect(last).toContain('expires: 9999-12-31\n');
  });
});

describe('archiving', () => {
  const archive = (successor: string, other: Readonly<Record<string, string>>) => {
    const { base, document } = readOne(exampleArticle(), {
      'content/b.md': exampleArticle({ id: 'suite', ...other }),
    });
    const result = planArchive(document, successor, base);
    return result.kind === 'refusal' ? result.wording.en : result.after;
  };

  it.each([
    ['that there is not', 'suit', {}, 'No article `suit`'],
    ['that is the article itself', 'colis-en-retard', {}, 'the article itself'],
    ['that is a draft', 'suite', { status: 'draft' }, 'is a draft'],
    ['that is archived', 'suite', { status: 'archived' }, 'is archived'],
    ['that leads back', 'suite', { replaced_by: 'colis-en-retard' }, 'is itself replaced by this article'],
  ])('refuses a successor %s', (_, successor, other, message) => {
    expect(archive(successor, other)).toContain(message);
  });

  it('names the successor, a former id of it too', () => {
    expect(archive('ancien', { formerly: '[ancien]' })).toContain('status: archived\nreplaced_by: ancien\n');
  });
});
