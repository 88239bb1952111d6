// What `kb init` plans to write and to leave alone.
import { describe, expect, it } from 'vitest';
import { readStarterFiles } from '../../src/authoring/package-templates.ts';
import { planInit } from '../../src/authoring/plan-init.ts';
import { parseConfig } from '../../src/config/parse-config.ts';
import { uiLanguages } from '../../src/model/wording.ts';
import { day } from '../site/sample-views.ts';

const today = day('2026-08-31');

describe('planInit', () => {
  it('writes the configuration last: it is what makes a folder a knowledge base', () => {
    const files = ['a.md', 'kb.config.yaml', 'z.md'].map((path) => ({ path, text: '' }));
    const { write, keep } = planInit(files, today, new Set());
    expect(write.map(({ path }) => path)).toEqual(['a.md', 'z.md', 'kb.config.yaml']);
    expect(keep).toEqual([]);
  });

  it('counts days from today with the calendar’s months', () => {
    const text = 'effective: {{today}}\nexpires: {{today+6m}}\nelse: {{today+soon}} {{ github.ref }}\n';
    expect(planInit([{ path: 'content/a.md', text }], today, new Set()).write[0]?.text).toBe(
      'effective: 2026-08-31\nexpires: 2027-02-28\nelse: {{today+soon}} {{ github.ref }}\n',
    );
  });

  it('leaves the placeholders of article templates to `kb new`', () => {
    const file = { path: 'templates/fr/faq.md', text: 'effective: {{today}}\n' };
    expect(planInit([file], today, new Set()).write).toEqual([file]);
  });

  it('leaves other files alone and names them', () => {
    const files = ['README.md', 'content/a.md'].map((path) => ({ path, text: '' }));
    const { write, keep } = planInit(files, today, new Set(['README.md']));
    expect(write.map(({ path }) => path)).toEqual(['content/a.md']);
    expect(keep).toEqual(['README.md']);
  });

  it('refuses a folder that is a knowledge base already', () => {
    expect(() => planInit([], today, new Set(['kb.config.yaml']))).toThrow(
      /is here already.*nothing was written/,
    );
  });
});

describe('the starter files', () => {
  it.each(uiLanguages)('hold a sound configuration in %s', async (lang) => {
    const files = await readStarterFiles(lang, 'none');
    const config = parseConfig(files.find(({ path }) => path === 'kb.config.yaml')?.text ?? '');
    expect(config.lang).toBe(lang);
    // `kb new` asks nobody as long as there is one owner.
    expect(Object.keys(config.owners)).toHaveLength(1);
  });

  it.each([
    ['github', ['.github/workflows/kb.yml', 'ci/issues.mjs', 'ci/remind-owners.mjs']],
    ['gitlab', ['.gitlab-ci.yml', 'ci/issues.mjs', 'ci/remind-owners.mjs']],
    ['none', []],
  ] as const)('set up the CI of %s', async (ci, expected) => {
    const paths = (await readStarterFiles('fr', ci)).map(({ path }) => path);
    expect(paths.filter((path) => /^(\.git|ci\/)/.test(path) && !/ignore|attributes/.test(path))).toEqual(
      expected,
    );
  });
});
