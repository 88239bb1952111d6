// A remark's file: readable, hostile text and all, and edited in place.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editFeedbackFile } from '../../src/field/edit-feedback-file.ts';
import { feedbackPath, parseFeedbackFile, renderFeedbackFile } from '../../src/field/feedback-file.ts';
import { type FeedbackRecord, judgeFeedback } from '../../src/model/feedback-record.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';

const record: FeedbackRecord = {
  item: {
    kind: 'feedback',
    key: '0d9c2f1e-6a1b-4c55-9a55-0f3f7d1c2b3a',
    on: '2026-11-12' as IsoDate,
    verdict: 'outdated',
    about: { id: 'colis-perdu', lang: 'fr', version: '012345678901' },
    lang: 'fr',
    comment: 'Le seuil a changé :\n8 jours, pas 5.',
  },
  replies: [],
};

function read(text: string): FeedbackRecord {
  const parsed = parseFeedbackFile(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.record;
}

describe('a remark’s file', () => {
  it('reads as a person would write it', () => {
    expect(renderFeedbackFile(record)).toBe(`key: 0d9c2f1e-6a1b-4c55-9a55-0f3f7d1c2b3a
on: 2026-11-12
verdict: outdated
about: { id: colis-perdu, lang: fr, version: "012345678901" }
lang: fr
comment: |-
  Le seuil a changé :
  8 jours, pas 5.
`);
  });

  it('gives back whatever text a reader sent', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
      fc.constantFrom(
        'null',
        '~',
        '2026-11-12',
        '- a',
        '# b',
        'a: b',
        '*x',
        '&x',
        '%',
        '---',
        '...',
        '\u0085',
        '\uFEFF',
        'a\n\n  b\n',
        '\tx',
        '{',
        '1e5',
        '\ud800',
      ),
    );
    fc.assert(
      fc.property(word, word, word, (comment, quote, reader) => {
        const odd = { ...record, item: { ...record.item, comment, quote, reader, query: quote } };
        expect(read(renderFeedbackFile(odd)).item).toEqual(odd.item);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a key that nobody knows', 'verdit: wrong\n', 'Unknown key `verdit`; did you mean `verdict`?'],
    ['a day that does not exist', 'on: 2026-02-30\n', 'Unexpected `2026-02-30` in `on`, expected a real day'],
    ['another verdict', 'verdict: rubbish\n', 'Unexpected `rubbish` in `verdict`'],
    ['a text that no device sends', `quote: ${'x'.repeat(501)}\n`, 'in `quote`'],
    ['an alias', 'comment: &a x\nquote: *a\n', 'Unexpected YAML alias'],
    ['a file for a mind of its own', `quote: ${'x'.repeat(70_000)}\n`, 'Unexpected YAML of'],
  ])('refuses %s, with its place', (_, line, message) => {
    const key = line.split(':')[0];
    const text = renderFeedbackFile({ ...record, item: { ...record.item, comment: undefined } })
      .split('\n')
      .filter((kept) => !kept.startsWith(`${key}:`))
      .join('\n');
    const parsed = parseFeedbackFile(`${line}${text}`);
    expect(parsed.ok ? '' : parsed.problems.map(({ wording }) => wording.en).join()).toContain(message);
  });

  it('keeps a person’s comments and the order of keys when it is answered and closed', () => {
    const text = `# Vu avec l’équipe\nverdict: outdated # à confirmer\n${renderFeedbackFile(record).replace('verdict: outdated\n', '')}`;
    const on = '2026-11-16' as IsoDate;
    const answered = editFeedbackFile('f.yaml', text, {
      reply: { by: 'Claire', on, text: 'Corrigé : merci.\nÀ bientôt' },
    });
    const again = editFeedbackFile('f.yaml', answered, { reply: { by: 'Paul', on, text: 'Oui' } });
    const closed = editFeedbackFile('f.yaml', again, { closed: { by: 'Claire', on, commit: '0123456' } });
    expect(closed.startsWith('# Vu avec l’équipe\nverdict: outdated # à confirmer\nkey: ')).toBe(true);
    expect([text, answered, closed].map((of) => judgeFeedback(read(of)))).toEqual([
      'open',
      'answered',
      'closed',
    ]);
    expect(read(closed)).toEqual({
      ...record,
      base: undefined,
      replies: [
        { by: 'Claire', on, text: 'Corrigé : merci.\nÀ bientôt' },
        { by: 'Paul', on, text: 'Oui' },
      ],
      closed: { by: 'Claire', on, commit: '0123456' },
    });
  });

  it('has a name that stays in its folder and that every disk takes', () => {
    const on = '2026-11-12' as IsoDate;
    const path = (key: string) => feedbackPath({ key, on });
    expect(path('0d9c2f1e-6a1b')).toBe('feedback/2026/0d9c2f1e-6a1b.yaml');
    const odd = ['../../etc/passwd', 'con', 'a/b', 'ABCDEFGH', 'abcdefgh:x', '.hidden-file'].map(path);
    for (const name of odd) expect(name).toMatch(/^feedback\/2026\/_[0-9a-f]{24}\.yaml$/);
    expect(new Set(odd).size).toBe(odd.length);
  });
});
