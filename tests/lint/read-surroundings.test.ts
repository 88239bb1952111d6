// What is asked of the disk and of git before the rules run: as much as the rules that are on will look at.
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { readKnowledgeBase } from '../../src/content/read-knowledge-base.ts';
import { historyRules, needsHistory, readSurroundings } from '../../src/lint/read-surroundings.ts';
import { rules } from '../../src/lint/rules/index.ts';
import { articleText, baseConfig } from '../serve/small-base.ts';
import { makeRepository } from '../support/git-repository.ts';

const monolingual = baseConfig.replace('languages: [fr, en]\n', '');

describe('the surroundings of a check', () => {
  it('are asked for by rules that there are', () => {
    expect([...historyRules, 'images-are-light'].filter((name) => !(name in rules))).toEqual([]);
  });

  it.each([
    ['as it comes', baseConfig, true],
    [
      'without moves of dates, in one language',
      `${monolingual}rules: { dates-move-one-by-one: off }\n`,
      false,
    ],
    ['without moves of dates, in two', `${baseConfig}rules: { dates-move-one-by-one: off }\n`, true],
    [
      'with four eyes alone',
      `${monolingual}review: { four_eyes: true }\nrules: { dates-move-one-by-one: off }\n`,
      true,
    ],
    [
      'with all three off',
      `${baseConfig}review: { four_eyes: true }\nrules: { ${historyRules.map((name) => `${name}: off`).join(', ')} }\n`,
      false,
    ],
  ])('need git %s: %#', (_, config, needed) => {
    expect(needsHistory(parseConfig(config))).toBe(needed);
  });

  it('are the pictures that are shown, and the past of the articles', async () => {
    const files = {
      'kb.config.yaml': baseConfig,
      'content/a.md': articleText('a', '![Le suivi](suivi.png)'),
      'content/b.md': articleText('b', '![Le retrait](retrait.png)'),
      'content/suivi.png': 'png',
      'content/retrait.png': 'png',
    };
    const { folder, put } = makeRepository(files);
    const { media, history } = await readSurroundings(
      await readKnowledgeBase(folder),
      new Set(['content/a.md']),
    );
    expect([...(media?.keys() ?? [])]).toEqual(['content/suivi.png']);
    expect([...(history?.lastEdits.keys() ?? [])].sort()).toEqual(['content/a.md', 'content/b.md']);

    const off = ['images-are-light', ...historyRules].map((name) => `${name}: off`).join(', ');
    put('kb.config.yaml', `${baseConfig}rules: { ${off} }\n`);
    const nothing = await readSurroundings(await readKnowledgeBase(folder), undefined);
    expect(nothing).toEqual({ media: new Map(), history: undefined });
  });
});
