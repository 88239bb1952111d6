// The flowcharts that writers start from: what a template shows is what they imitate.
import { describe, expect, it } from 'vitest';
import { readStarterFiles } from '../../src/authoring/package-templates.ts';
import { parseDiagram } from '../../src/flow/parse-flow.ts';
import { uiLanguages } from '../../src/model/wording.ts';

describe.each(uiLanguages)('the flowcharts of templates and starter articles in %s', (lang) => {
  it('have one start, and an answer on every arrow that leaves a question', async () => {
    const files = await readStarterFiles(lang, 'none');
    const sources = files.flatMap(({ text }) =>
      [...text.matchAll(/```mermaid\n(.*?)```/gs)].map(([, code]) => code ?? ''),
    );
    expect(sources).toHaveLength(3);
    for (const source of sources) {
      const result = await parseDiagram(source);
      expect(result).toMatchObject({ ok: true, kind: 'flowchart' });
      const flow = result.ok ? result.flow : undefined;
      expect(flow?.starts).toHaveLength(1);
      for (const { id } of flow?.nodes.filter(({ kind }) => kind === 'question') ?? []) {
        const answers = flow?.edges.filter(({ from }) => from === id).map(({ answer }) => answer) ?? [];
        expect(answers.length).toBeGreaterThan(1);
        expect(answers).not.toContain('');
      }
    }
  });
});
