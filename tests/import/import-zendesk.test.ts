// A Zendesk help centre as articles: folders from sections, links by number, translations apart, and odd answers told of.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readZendesk } from '../../src/import/read-zendesk.ts';
import { makeFolder, type TemporaryFolder } from '../support/folders.ts';
import { faultsOf, planSource, textOfFile } from '../support/import-source.ts';

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await makeFolder();
});

afterEach(() => folder.remove());

async function importJson(json: unknown) {
  await writeFile(path.join(folder.path, 'a.json'), typeof json === 'string' ? json : JSON.stringify(json));
  return planSource(await readZendesk('a.json', folder.path));
}

const centre = 'https://mirandelle.zendesk.example/hc';

describe('a Zendesk help centre', () => {
  it('becomes folders of articles with their languages, labels, drafts and links', async () => {
    const plan = await importJson({
      categories: [{ id: 1, name: 'Après l’achat' }],
      sections: [{ id: 2, name: 'Retours', category_id: 1 }],
      articles: [
        {
          id: 10,
          title: 'Comment retourner ?',
          locale: 'fr',
          section_id: 2,
          label_names: ['retour'],
          body: `<p>Sous 14 jours. <a href="${centre}/en-us/articles/11-Refund#x">Suite</a> <a href="/hc/fr/articles/99">Perdu</a></p><p><img src="${centre}/article_attachments/1" alt="Bon"></p>`,
        },
        {
          id: 11,
          title: 'Remboursement',
          locale: 'fr',
          section_id: 2,
          draft: true,
          body: '<h2 id="x">Délai</h2><p>5 jours</p>',
        },
        { id: 11, title: 'Refund', locale: 'en-us', section_id: 2, body: '<p>5 days</p>' },
      ],
    });
    expect(plan.files.map((file) => file.path)).toEqual([
      'apres-l-achat/retours/comment-retourner.md',
      'apres-l-achat/retours/remboursement.md',
      'en/apres-l-achat/retours/remboursement.md',
    ]);
    const text = textOfFile(plan, 'apres-l-achat/retours/comment-retourner.md');
    expect(text).toContain('type: faq\n');
    expect(text).toContain('tags: [retour]\n');
    expect(text).toContain(`[Suite](remboursement.md#délai) Perdu\n\n[Bon](${centre}/article_attachments/1)`);
    expect(textOfFile(plan, 'apres-l-achat/retours/remboursement.md')).toContain('status: draft\n');
    expect(plan.pages.map(({ lang }) => lang)).toEqual(['fr', 'fr', 'en']);
    expect(faultsOf(plan)).toEqual([]);
  });

  it('tells of entries that are no article, and takes the others', async () => {
    const good = { id: 1, title: 'Bon', body: '<p>x</p>', locale: 'fr' };
    const plan = await importJson({
      articles: [good, null, { id: 'x' }, { id: 2, title: '  ' }, good, { ...good, id: 3, body: null }],
    });
    expect(plan.pages.map(({ id }) => id)).toEqual(['bon', 'bon-2']);
    expect(plan.remarks.map(({ detail }) => detail)).toEqual([
      'articles[1]',
      'articles[2]',
      'articles[3]',
      'articles[4]',
    ]);
    expect(faultsOf(plan)).toEqual([]);
  });

  it.each(['', '[]', '{"articles": {}}', '{"articles": [], "sections": [{"id": 1}]}'])(
    'is refused as %j',
    async (json) => {
      await expect(importJson(json)).rejects.toThrow('expected an answer of the Help Center API');
    },
  );

  it('names no title that could break the front matter', async () => {
    const titles = [
      'a: b\n---\nstatus: archived',
      '"',
      '#',
      '\u202Eabc',
      `x${'y'.repeat(300)}`,
      '{{today}}',
      '\uD800 a',
    ];
    const plan = await importJson({
      articles: titles.map((title, id) => ({ id, title, body: '<p>x</p>', locale: 'fr' })),
    });
    expect(plan.pages).toHaveLength(titles.length);
    expect(faultsOf(plan)).toEqual([]);
  });
});
