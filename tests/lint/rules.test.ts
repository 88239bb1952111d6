// Every rule is listed, and says of each of its examples exactly what the example states, in both languages.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/content/apply-edits.ts';
import { lintKnowledgeBase } from '../../src/lint/lint.ts';
import { readDiagrams } from '../../src/lint/read-diagrams.ts';
import { exampleToday, type RuleExample } from '../../src/lint/rule.ts';
import { rules } from '../../src/lint/rules/index.ts';
import { projectRoot } from '../support/corpora.ts';
import { exampleConfig, memoryBase } from '../support/memory-base.ts';

/** The CODEOWNERS file of an example, which is at the root of its repository. */
function codeownersOf({ files }: RuleExample) {
  const path = '.github/CODEOWNERS';
  const text = files[path];
  return text === undefined ? undefined : { path, text, prefix: '' };
}

/** All rules run, as one of them judges by what the others found. */
async function lintExample(example: RuleExample) {
  const base = memoryBase(example.files, `${exampleConfig}${example.config ?? ''}`);
  return lintKnowledgeBase(base, {
    today: exampleToday,
    diagrams: await readDiagrams(base),
    media: new Map(Object.entries(example.media ?? {})),
    history: example.history,
    codeowners: codeownersOf(example),
  });
}

const folder = fileURLToPath(new URL('../../src/lint/rules/', import.meta.url));

describe('the index of rules', () => {
  it('lists every rule file under its own name', () => {
    const files = readdirSync(folder).filter((file) => file !== 'index.ts');
    expect(Object.keys(rules).sort()).toEqual(files.map((file) => file.replace(/\.ts$/, '')).sort());
  });

  it.each(Object.keys(rules))('%s has its page in docs/rules, and its line in docs/rules.md', (name) => {
    expect(readFileSync(path.join(projectRoot, `docs/rules/${name}.md`), 'utf8')).toMatch(`# ${name}\n`);
    expect(readFileSync(path.join(projectRoot, 'docs/rules.md'), 'utf8')).toContain(`](rules/${name}.md)`);
  });

  it.each(Object.entries(rules))('%s says why, and has a passing and a failing example', (_, rule) => {
    for (const why of Object.values(rule.why)) expect(why).toMatch(/^\p{Lu}.{40,}[.)]$/u);
    expect(rule.examples.some(({ findings }) => findings.length === 0)).toBe(true);
    expect(rule.examples.some(({ findings }) => findings.length > 0)).toBe(true);
  });
});

describe.each(Object.entries(rules))('%s', (name, rule) => {
  const examples = rule.examples.map((example, index) => ({ index, ...example }));

  it.each(examples)('finds what example $index states', async (example) => {
    const found = await lintExample(example);
    expect(
      found
        .filter((finding) => finding.rule === name)
        .map(({ path, line, column, message }) => ({ path, line, column, ...message })),
    ).toEqual(example.findings);
    expect(found.every((finding) => finding.rule !== name || finding.severity === rule.severity)).toBe(true);
  });

  it.each(examples.filter(({ fixed }) => fixed !== undefined))(
    'mends example $index as it states, and has nothing left to mend',
    async (example) => {
      const edits = (await lintExample(example)).filter((finding) => finding.rule === name);
      const files = { ...example.files };
      for (const path of Object.keys(files)) {
        const fixes = edits.flatMap(({ path: at, fix }) => (at === path && fix ? [fix] : []));
        files[path] = applyEdits(files[path] ?? '', fixes);
      }
      expect(files).toEqual({ ...example.files, ...example.fixed });
      const left = (await lintExample({ ...example, files })).filter((finding) => finding.rule === name);
      expect(left.filter(({ fix }) => fix !== undefined)).toEqual([]);
    },
  );

  it('words every finding on one line of 120 columns, in both languages', () => {
    const long = rule.examples
      .flatMap(({ findings }) => findings.flatMap(({ fr, en }) => [fr, en]))
      .filter((message) => message.length > 120 || message.includes('\n'));
    expect(long).toEqual([]);
  });
});
