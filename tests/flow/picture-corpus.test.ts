// Every flowchart of Mermaid's own documentation is drawn, but for those that are refused on purpose or that Mermaid refuses.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseDiagram } from '../../src/flow/parse-flow.ts';
import { renderPictures } from '../../src/flow/render-pictures.ts';
import { findCorpus, readCorpusJson } from '../support/corpora.ts';

interface CorpusFlowchart {
  readonly id: string;
  readonly code: string;
  readonly mermaid: { readonly parses: boolean };
}

const corpus = findCorpus('mermaid-flowcharts');

it.skipIf(corpus === undefined)(
  'draws every flowchart of the corpus that may be drawn',
  { timeout: 300_000 },
  async () => {
    const charts = readCorpusJson<CorpusFlowchart[]>(corpus ?? '', 'flowcharts.json');
    const parsed = await Promise.all(charts.map(async ({ code }) => parseDiagram(code)));
    const drawable = charts.filter((_, index) => parsed[index]?.ok);
    expect(drawable.length).toBeGreaterThan(100);
    const cacheDir = await mkdtemp(join(tmpdir(), 'kb-test-corpus-'));
    try {
      const pictures = await renderPictures(
        drawable.map(({ code }) => code),
        { cacheDir },
      );
      const failed = drawable.flatMap(({ id }, index) => {
        const picture = pictures[index];
        return picture?.ok ? [] : [`${id}: ${picture?.message.en}`];
      });
      expect(failed).toEqual([]);
      // A picture of nothing would be no picture; two of the corpus are bare `graph LR` lines.
      const empty = drawable.filter((_, index) => {
        const picture = pictures[index];
        return picture?.ok && !picture.svg.includes('class="node');
      });
      expect(empty.map(({ code }) => code.trim().split('\n').length).filter((lines) => lines > 1)).toEqual(
        [],
      );
    } finally {
      await rm(cacheDir, { recursive: true, force: true });
    }
  },
);
