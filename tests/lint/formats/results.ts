// Results of a lint for the tests of the machine formats: one of a small base, and hostile ones made by fast-check.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { LintResult } from '../../../src/lint/formats/lint-result.ts';
import { lintKnowledgeBase } from '../../../src/lint/lint.ts';
import { exampleArticle, exampleToday } from '../../../src/lint/rule.ts';
import { rules } from '../../../src/lint/rules/index.ts';
import { type Finding, severities } from '../../../src/model/finding.ts';
import { projectRoot } from '../../support/corpora.ts';
import { memoryBase } from '../../support/memory-base.ts';

export const options = { lang: 'en', color: false, width: 80 } as const;

/** What the rules `names` have to say about `files`. */
export function lintFiles(files: Readonly<Record<string, string>>, names: readonly string[]): LintResult {
  const base = memoryBase(files);
  const paths = base.documents.map((document) => document.path);
  return {
    today: exampleToday,
    articles: paths.length,
    findings: lintKnowledgeBase(base, { today: exampleToday, diagrams: new Map(), rules: names }),
    texts: new Map(base.documents.map((document) => [document.path, document.text])),
    paths,
  };
}

/** One article with a note, an error and a warning, and one without findings. */
export function exampleResult(): LintResult {
  const path = 'content/colis/à suivre.md';
  return {
    today: exampleToday,
    articles: 2,
    findings: [
      {
        path,
        line: 2,
        column: 5,
        endLine: 2,
        endColumn: 20,
        rule: 'is-validated',
        severity: 'info',
        message: { fr: 'Article jamais validé', en: 'Never validated' },
        id: 'colis-en-retard',
      },
      {
        path,
        line: 6,
        column: 10,
        endLine: 6,
        endColumn: 20,
        rule: 'not-expired',
        severity: 'error',
        message: { fr: 'Article périmé depuis 1 j', en: 'Expired 1 d ago' },
      },
      {
        path,
        line: 9,
        column: 6,
        endLine: 9,
        endColumn: 26,
        rule: 'links-resolve',
        severity: 'warning',
        message: { fr: 'Aucun fichier « suite.md »', en: 'No file `suite.md`' },
      },
    ],
    texts: new Map([[path, exampleArticle({ expires: '2026-06-14' }, 'Voir [la suite](suite.md).\n')]]),
    paths: ['content/sain.md', path],
    version: '1.2.3',
  };
}

/** Pieces that break formats which are put together carelessly. */
const hostilePieces = [
  ']]>',
  '<![CDATA[',
  '&amp;',
  '&#0;',
  '"',
  "'",
  '<b>',
  '%0A',
  '%250A',
  '::error::',
  '::',
  ',line=1',
  '{0}',
  '}}',
  '[x](javascript:1)',
  '\u001b[31m',
  '\u001b]0;t\u0007',
  '\0',
  '\u0085',
  '\u2028',
  '\u202e',
  '\uD800',
  '\uDC00',
  '\uFFFE',
  '\uFFFF',
  '\r\n',
  '\n',
  '\r',
  '\t',
  '../',
  '/',
  ':',
  '#',
  '?',
  ' ',
  'é',
  '💶',
];

const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...hostilePieces), fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 6,
  })
  .map((pieces) => pieces.join(''));

const hostileFinding: fc.Arbitrary<Finding> = fc.record({
  path: fc.oneof(fc.constant('content/a.md'), hostileText),
  line: fc.integer({ min: 1, max: 5 }),
  column: fc.integer({ min: 1, max: 9 }),
  endLine: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
  endColumn: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
  rule: fc.constantFrom(...Object.keys(rules)),
  severity: fc.constantFrom(...severities),
  message: fc.record({ fr: hostileText, en: hostileText }),
});

/** Results with any text in paths, messages and files. */
export const hostileResult: fc.Arbitrary<LintResult> = fc
  .record({
    findings: fc.array(hostileFinding, { maxLength: 8 }),
    text: hostileText,
    paths: fc.option(fc.array(hostileText, { maxLength: 3 }), { nil: undefined }),
  })
  .map(({ findings, text, paths }) => ({
    today: exampleToday,
    articles: 3,
    findings,
    texts: new Map([['content/a.md', text]]),
    paths,
  }));

/** A schema of `tests/fixtures/schemas`, as text. */
export function readSchema(name: string): string {
  return readFileSync(path.join(projectRoot, 'tests/fixtures/schemas', name), 'utf8');
}
