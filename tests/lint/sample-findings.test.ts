// The sample base shows what findings look like, and has no others: the golden file lists them all.
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKnowledgeBase } from '../../src/content/read-knowledge-base.ts';
import { readMediaFacts } from '../../src/content/read-media-facts.ts';
import { lintKnowledgeBase } from '../../src/lint/lint.ts';
import { readDiagrams } from '../../src/lint/read-diagrams.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { projectRoot } from '../support/corpora.ts';
import { sampleDay } from '../support/run-kb.ts';

describe('the sample base', () => {
  it('has the findings of tests/fixtures/sample-findings.txt and no others', async () => {
    const base = await readKnowledgeBase(projectRoot);
    const findings = lintKnowledgeBase(base, {
      today: sampleDay as IsoDate,
      diagrams: await readDiagrams(base),
      media: await readMediaFacts(base),
    });
    const lines = findings.map(
      ({ path: file, line, column, severity, rule, message }) =>
        `${file}:${line}:${column} ${severity} ${rule}\n  ${message.fr}\n  ${message.en}\n`,
    );
    await expect(lines.join('')).toMatchFileSnapshot(
      path.join(projectRoot, 'tests/fixtures/sample-findings.txt'),
    );
  });
});
