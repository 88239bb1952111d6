// What is proposed where the cursor stands, and what the text is once a proposal was taken.
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { exampleArticle } from '../../src/lint/rule.ts';
import { complete } from '../../src/lsp/completion.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import type { UiLanguage } from '../../src/model/wording.ts';
import { memoryBase } from '../support/memory-base.ts';

const files = {
  'content/livraison/retard.md': exampleArticle({ id: 'retard', title: 'Colis en retard' }),
  'content/livraison/retard.en.md': exampleArticle({ id: 'retard', title: 'Late parcel', lang: 'en' }),
  'content/perdu (bis).md': exampleArticle({ id: 'perdu', title: 'Colis perdu' }),
  'content/images/suivi.png': '',
  'content/images/note.pdf': '',
};

/** The proposals at `|` in `marked`, the text of `content/retours/neuf.md`. */
function propose(marked: string, lang: UiLanguage = 'fr') {
  const at = marked.indexOf('|');
  const text = marked.slice(0, at) + marked.slice(at + 1);
  const path = 'content/retours/neuf.md';
  const document = TextDocument.create('file:///neuf.md', 'markdown', 1, text);
  const base = memoryBase({ ...files, [path]: text });
  const items = complete({
    path,
    text,
    ...document.positionAt(at),
    base,
    lang,
    today: '2026-11-16' as IsoDate,
  });
  return {
    labels: items.map(({ label }) => label),
    details: items.map(({ detail }) => detail),
    /** The line of the cursor, once the item called `label` was taken. */
    take: (label: string): string | undefined => {
      const edit = items.find((item) => item.label === label)?.textEdit;
      if (!edit || !('range' in edit)) return undefined;
      return TextDocument.applyEdits(document, [edit]).split('\n')[document.positionAt(at).line];
    },
  };
}

/** The text of an article that is being written, in whose front matter `line` stands. */
function header(line: string): string {
  return `---\nid: neuf\ntitle: Neuf\n${line}\n---\n\n## Étapes\n`;
}

describe('values of the front matter', () => {
  it.each([
    ['owner: |', ['livraison', 'retours'], 'owner: livraison'],
    ['owner:|', ['livraison', 'retours'], 'owner: livraison'],
    ['owner: r|vraison', ['livraison', 'retours'], 'owner: livraison'],
    ['owner: "liv|"', ['livraison', 'retours'], 'owner: "livraison"'],
    ['reasons: [|]', ['delivery.late', 'delivery.lost'], 'reasons: [delivery.late]'],
    [
      'reasons: [delivery.lost, d|]',
      ['delivery.late', 'delivery.lost'],
      'reasons: [delivery.lost, delivery.late]',
    ],
    [
      'reasons: [delivery.lost,|]',
      ['delivery.late', 'delivery.lost'],
      'reasons: [delivery.lost,delivery.late]',
    ],
    ['reasons: |', ['delivery.late', 'delivery.lost'], 'reasons: [delivery.late]'],
    ['reasons:\n  - delivery.lost\n  - del|', ['delivery.late', 'delivery.lost'], '  - delivery.late'],
    ['reasons:\n-|', ['delivery.late', 'delivery.lost'], '- delivery.late'],
    ['audience: [inter|]', ['internal', 'partner', 'customer'], 'audience: [internal]'],
    [
      'type: |',
      ['procedure', 'decision', 'faq', 'macro', 'reference', 'announcement', 'quiz', 'ivr'],
      'type: procedure',
    ],
    ['status: |', ['draft', 'published', 'archived'], 'status: draft'],
    ['lang: |', ['fr', 'en'], 'lang: fr'],
    ['replaced_by: |', ['retard', 'perdu'], 'replaced_by: retard'],
    ['replaces: [re|]', ['retard', 'perdu'], 'replaces: [retard]'],
  ])('at %j', (line, labels, taken) => {
    const { labels: found, take } = propose(header(line));
    expect([...found].sort()).toEqual([...labels].sort());
    expect(take(taken.match(/[\w.]+(?=\W*$)/)?.[0] ?? '')).toBe(taken);
  });

  it.each([
    'title: |',
    'expires: |',
    'owner: [|]',
    'validation: { by: |',
    'tags: [|]',
    'tags:\n  - |',
    '# owner: |',
  ])('are none at %j', (line) => {
    expect(propose(header(line)).labels).toEqual([]);
  });

  it('have labels in the reader’s language, and titles in the article’s', () => {
    expect(propose(header('owner: |'), 'en').details).toEqual(['Delivery', 'Retours']);
    expect(propose(header('reasons: [|]')).details).toEqual(['Colis en retard', 'Colis perdu']);
    expect(
      propose(header('type: procedure\nowner: retours\nexpires: 2027-03-31\nlang: en\nreplaced_by: |'))
        .details,
    ).toEqual(expect.arrayContaining(['Late parcel', 'Colis perdu']));
  });
});

describe('keys of the front matter', () => {
  it('are those that are not there yet, but for the one that only `kb validate` writes', () => {
    const { labels, take } = propose(header('ow|'));
    expect(labels).toEqual(expect.arrayContaining(['owner', 'expires', 'replaced_by']));
    expect(labels).not.toEqual(expect.arrayContaining(['id']));
    expect(labels).not.toContain('title');
    expect(labels).not.toContain('validation');
    expect(take('owner')).toBe('owner: ');
  });

  it('keep a colon that is there, and the line’s own key is among them', () => {
    const { take } = propose('---\nown|r: livraison\nid: neuf\n---\n');
    expect(take('owner')).toBe('owner: livraison');
  });

  it('are proposed on an empty line, in front matter that is not closed yet', () => {
    expect(propose('---\nid: neuf\n|').labels).toContain('title');
  });

  it.each(['|---\nid: neuf\n---\n', '---\nid: neuf\n---|\n', '---\nid: neuf\n---\n|', 'ow|'])(
    'are none at %j',
    (text) => {
      expect(propose(text).labels).toEqual([]);
    },
  );
});

describe('targets of links', () => {
  const body = (line: string) => `${exampleArticle({ id: 'neuf' })}\n${line}\n`;

  it('are ids after id:', () => {
    const { labels, details, take } = propose(body('Voir [le délai](id:re|) et plus.'));
    expect(labels).toEqual(
      ['id:retard', 'id:perdu', 'id:neuf'].sort((a, b) => labels.indexOf(a) - labels.indexOf(b)),
    );
    expect(details).toContain('Colis en retard');
    expect(take('id:retard')).toBe('Voir [le délai](id:retard) et plus.');
  });

  it('are paths from the article’s own folder, as an address has to be written, and ids', () => {
    const { labels, take } = propose(body('Voir [le délai](|'));
    expect(labels).toEqual(
      expect.arrayContaining(['../livraison/retard.md', '../perdu (bis).md', 'id:perdu']),
    );
    expect(labels).not.toContain('neuf.md');
    expect(take('../perdu (bis).md')).toBe('Voir [le délai](../perdu%20%28bis%29.md');
  });

  it('keep the anchor', () => {
    expect(propose(body('[x](../liv|raison/perdu.md#étapes)')).take('../livraison/retard.md')).toBe(
      '[x](../livraison/retard.md#étapes)',
    );
  });

  it('are pictures in an image', () => {
    expect(propose(body('![Le suivi](|)')).labels).toEqual(['../images/suivi.png']);
  });

  it.each(['Voir (|', 'Voir [x](a.md#|', 'Voir [x](a.md) |', 'owner: |'])('are none at %j', (line) => {
    expect(propose(body(line)).labels).toEqual([]);
  });
});
