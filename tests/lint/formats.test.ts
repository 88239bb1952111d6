import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintFormats } from '../../src/lint/formats/index.ts';
import { formatJson } from '../../src/lint/formats/json.ts';
import type { LintResult } from '../../src/lint/formats/lint-result.ts';
import { formatStylish } from '../../src/lint/formats/stylish.ts';
import { wrapText } from '../../src/lint/formats/wrap-text.ts';
import { lintKnowledgeBase } from '../../src/lint/lint.ts';
import { exampleArticle, exampleToday } from '../../src/lint/rule.ts';
import { Problem } from '../../src/model/problem.ts';
import { exampleConfig, memoryBase } from '../support/memory-base.ts';
import { hostileResult } from './formats/results.ts';

const files = {
  'content/a.md': exampleArticle({ expires: '2026-06-14' }, 'Voir [la suite](suite.md).\n'),
  'content/b.md': exampleArticle(
    { id: 'b', summary: '"\\u001b[31mrouge"' },
    '[x](<\u001b]0;titre\u0007.md>)\n',
  ),
};

/** Rules that are looked at here; what the others find is no matter of formats. */
const rules = ['is-validated', 'links-resolve', 'not-expired'];

function lint(config?: string): LintResult {
  const base = memoryBase(files, config);
  const findings = lintKnowledgeBase(base, { today: exampleToday, diagrams: new Map(), rules });
  return {
    today: exampleToday,
    articles: 2,
    findings,
    texts: new Map(base.documents.map((d) => [d.path, d.text])),
  };
}

const options = { lang: 'fr', color: false, width: 80 } as const;

const finding = {
  path: 'content/a.md',
  line: 1,
  column: 1,
  rule: 'not-due',
  message: { fr: 'à relire', en: 'due' },
} as const;

describe('stylish', () => {
  const text = formatStylish(lint(), options);
  it('shows the place, the message, the rule and the line with a mark under it', () => {
    expect(text).toContain('content/a.md\n');
    expect(text).toContain('  6:10    erreur  Article périmé depuis 1 j');
    expect(text).toContain('    6 │ expires: 2026-06-14\n      │          ^^^^^^^^^^');
    expect(text).toContain('not-expired');
  });
  it('counts in the reader’s language', () => {
    expect(text).toContain('✖ 3 erreurs, 2 alertes dans 2 articles');
    expect(formatStylish(lint(), { ...options, lang: 'en' })).toContain(
      '✖ 3 errors, 2 warnings in 2 articles',
    );
  });
  it('says how long it took and what --fix can mend, where it is told', () => {
    const last = (result: LintResult, lang: 'fr' | 'en') =>
      formatStylish(result, { ...options, lang })
        .trimEnd()
        .split('\n')
        .slice(-2);
    expect(last({ ...lint(), seconds: 0.4213, fixable: 2 }, 'fr')).toEqual([
      '  « kb lint --fix » peut en corriger 2',
      '✖ 3 erreurs, 2 alertes dans 2 articles (0,4 s)',
    ]);
    expect(last({ ...lint(), seconds: 12.3, fixable: 2 }, 'en')).toEqual([
      '  `kb lint --fix` can mend 2 of them',
      '✖ 3 errors, 2 warnings in 2 articles (12 s)',
    ]);
    expect(last({ ...lint(), fixable: 0 }, 'en')).toEqual(['', '✖ 3 errors, 2 warnings in 2 articles']);
  });
  it('keeps its last line within the width, however much it counts', () => {
    const findings = (['error', 'warning', 'info'] as const).flatMap((severity) =>
      Array.from({ length: 1200 }, () => ({ ...finding, severity })),
    );
    const text = formatStylish(
      { ...lint(), findings, articles: 20_000, seconds: 10, fixable: 3000 },
      options,
    );
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(text.trimEnd().split('\n').slice(-2).join(' ')).toContain('1200 informations dans 20000 articles');
  });
  it('fits the terminal and lets no control character of the content through', () => {
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(text).not.toContain('\u001b');
    expect(text).not.toContain('\u0007');
  });
});

describe('json', () => {
  it('has the documented shape', () => {
    const json = JSON.parse(formatJson(lint(), options));
    expect(Object.keys(json)).toEqual(['version', 'today', 'articles', 'errors', 'warnings', 'findings']);
    expect(json).toMatchObject({ version: 1, today: '2026-06-15', articles: 2, errors: 3, warnings: 2 });
    expect(json.findings[0]).toEqual({
      path: 'content/a.md',
      line: 2,
      column: 5,
      rule: 'is-validated',
      severity: 'warning',
      message: expect.stringContaining('Article jamais validé'),
      id: 'colis-en-retard',
    });
  });
});

describe('every format', () => {
  it.each(Object.entries(lintFormats))('%s gives the same text for the same result', (_, format) => {
    expect(format(lint(), options)).toBe(format(lint(), options));
  });
  it.each(Object.entries(lintFormats))(
    '%s lets no control character out, whatever the texts',
    (_, format) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this expression is for
      const control = /[\u0000-\u0008\u000B\u000C\u000E-\u001F]/;
      fc.assert(fc.property(hostileResult, (any) => !control.test(format(any, options))));
    },
  );
});

describe('severities', () => {
  it('are the configuration’s, and a rule that is off finds nothing', () => {
    const { findings } = lint(`${exampleConfig}rules: { not-expired: info, is-validated: off }\n`);
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      'not-expired info',
      'links-resolve error',
      'links-resolve error',
    ]);
  });
  it('of a rule that does not exist are a problem with a suggestion', () => {
    expect(() => lint(`${exampleConfig}rules: { not-expird: off }\n`)).toThrow(Problem);
    expect(() => lint(`${exampleConfig}rules: { not-expird: off }\n`)).toThrow('did you mean `not-expired`');
  });
});

describe('wrapping', () => {
  it('breaks at spaces within the width, and never before or after French punctuation', () => {
    expect(wrapText('Clé inconnue « expire » ; vouliez-vous dire « expires » ?', 24)).toEqual([
      'Clé inconnue',
      '« expire » ;',
      'vouliez-vous dire',
      '« expires » ?',
    ]);
  });
  it('leaves a word that is too long whole', () => {
    expect(wrapText('a anticonstitutionnellement b', 10)).toEqual(['a', 'anticonstitutionnellement', 'b']);
  });
});
