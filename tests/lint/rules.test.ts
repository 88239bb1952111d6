// Every rule is listed, and says of each of its examples exactly what the example states, in both languages.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lintKnowledgeBase } from '../../src/lint/lint.ts';
import { readDiagrams } from '../../src/lint/read-diagrams.ts';
import { exampleToday } from '../../src/lint/rule.ts';
import { rules } from '../../src/lint/rules/index.ts';
import { memoryBase } from '../support/memory-base.ts';

const folder = fileURLToPath(new URL('../../src/lint/rules/', import.meta.url));

describe('the index of rules', () => {
  it('lists every rule file under its own name', () => {
    const files = readdirSync(folder).filter((file) => file !== 'index.ts');
    expect(Object.keys(rules).sort()).toEqual(files.map((file) => file.replace(/\.ts$/, '')).sort());
  });

  it.each(Object.entries(rules))('%s says why, and has a passing and a failing example', (_, rule) => {
    expect(rule.why.length).toBeGreaterThan(40);
    expect(rule.examples.some(({ findings }) => findings.length === 0)).toBe(true);
    expect(rule.examples.some(({ findings }) => findings.length > 0)).toBe(true);
  });
});

describe.each(Object.entries(rules))('%s', (name, rule) => {
  it.each(rule.examples.map((example, index) => ({ index, ...example })))(
    'finds what example $index states',
    async ({ files, findings }) => {
      const base = memoryBase(files);
      const diagrams = await readDiagrams(base);
      const found = lintKnowledgeBase(base, { today: exampleToday, diagrams, rules: [name] });
      expect(found.map(({ path, line, column, message }) => ({ path, line, column, ...message }))).toEqual(
        findings,
      );
      expect(
        found.every(({ rule: stamped, severity }) => stamped === name && severity === rule.severity),
      ).toBe(true);
    },
  );
});
