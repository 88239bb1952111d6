import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintFindings } from '../../../src/lint/formats/fingerprint.ts';
import { exampleArticle } from '../../../src/lint/rule.ts';
import { hostileResult, lintFiles } from './results.ts';

const rules = ['links-resolve', 'not-expired'];

function fingerprint(article: string, path = 'content/a.md'): string[] {
  const { findings, texts } = lintFiles({ [path]: article }, rules);
  return fingerprintFindings(findings, texts);
}

const expired = { expires: '2026-06-14' };
const body = 'Voir [un](un.md).\n\nVoir [deux](deux.md).\n';
const before = fingerprint(exampleArticle(expired, body));

describe('a fingerprint', () => {
  it('is a SHA-256 for each finding, all different', () => {
    expect(before).toHaveLength(3);
    expect(new Set(before).size).toBe(3);
    for (const each of before) expect(each).toMatch(/^[0-9a-f]{64}$/);
  });
  it('survives lines that are added above, another indent and other line ends', () => {
    expect(fingerprint(exampleArticle({ summary: 'x', ...expired }, `# Titre\n\n${body}`))).toEqual(before);
    expect(fingerprint(exampleArticle(expired, body.replaceAll('Voir', '  Voir ')))).toEqual(before);
    expect(fingerprint(exampleArticle(expired, body).replaceAll('\n', '\r\n'))).toEqual(before);
  });
  it('survives another finding above, also on a line of the same words', () => {
    const more = fingerprint(exampleArticle(expired, `Voir [zéro](zero.md).\n\n${body}`));
    expect(more).toHaveLength(4);
    expect(more).toEqual(expect.arrayContaining(before));
    const twice = fingerprint(exampleArticle(expired, `${body}\n${body}`));
    expect(twice.slice(0, 3)).toEqual(before);
    expect(new Set(twice).size).toBe(5);
  });
  it('changes with the path, the line’s words and the rule', () => {
    const elsewhere = fingerprint(exampleArticle(expired, body), 'content/b.md');
    const reworded = fingerprint(exampleArticle({ expires: '2026-06-13' }, body.replace(/Voir/g, 'Lire')));
    for (const other of [elsewhere, reworded]) {
      expect(before.filter((each) => other.includes(each))).toEqual([]);
    }
  });
  it('does not change from one day to the next, nor with the language', () => {
    const texts = new Map([['a.md', 'expires: 2026-06-14']]);
    const finding = { path: 'a.md', line: 1, column: 1, rule: 'not-expired', severity: 'error' } as const;
    const [today, tomorrow] = fingerprintFindings(
      [{ ...finding, message: { fr: 'Périmé depuis 9 j', en: 'Expired 9 d ago' } }],
      texts,
    ).concat(fingerprintFindings([{ ...finding, message: { fr: 'Autre', en: 'Expired 10 d ago' } }], texts));
    expect(tomorrow).toBe(today);
  });
  it('is never shared by two findings, whatever their texts', () => {
    fc.assert(
      fc.property(hostileResult, ({ findings, texts }) => {
        const all = fingerprintFindings(findings, texts);
        return all.length === findings.length && new Set(all).size === all.length;
      }),
    );
  });
});
