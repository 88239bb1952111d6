// Notion's exports as articles: five hundred pages with each part accounted for, in one archive, in parts and unpacked.
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadMarkdownParser } from '../../src/content/markdown-parser.ts';
import type { ArticlesPlan } from '../../src/import/plan-articles.ts';
import { readNotion } from '../../src/import/read-notion.ts';
import { makeFolder, type TemporaryFolder } from '../support/folders.ts';
import { faultsOf, planSource, textOfFile } from '../support/import-source.ts';
import { makeNotionExport, makeNotionHtmlExport, notionId } from '../support/notion-export.ts';

const { parse } = await loadMarkdownParser();
let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await makeFolder();
});

afterEach(() => folder.remove());

async function importFile(name: string): Promise<ArticlesPlan> {
  return planSource(await readNotion(name, folder.path, parse));
}

async function importZip(files: Zippable): Promise<ArticlesPlan> {
  await writeFile(path.join(folder.path, 'export.zip'), zipSync(files));
  return importFile('export.zip');
}

describe('a Notion export', () => {
  it('of 500 pages has each part accounted for and 99.5 % of the words', async () => {
    const plan = await importZip(makeNotionExport(500, 20_261_127));
    expect(plan.pages).toHaveLength(501);
    expect(faultsOf(plan)).toEqual([]);
    for (const { words } of plan.pages) expect(words.kept).toBeGreaterThanOrEqual(words.total * 0.995);
    const pages = plan.pages.filter(({ path }) => path.includes('/aide/'));
    expect(pages).toHaveLength(450);
    for (const page of pages) {
      expect(page).toMatchObject({
        type: 'procedure',
        source: { heading: 3, list: 3, table: 1, link: 4, image: 1 },
      });
      expect(page.result).toMatchObject({ heading: 2, list: 3, table: 1, image: 1 });
      expect(page.remarks.filter(({ code }) => code === 'link-missing')).toHaveLength(1);
    }
  }, 60_000);

  it('keeps links between pages, databases as tables with links to their rows, and properties', async () => {
    const [page, base] = [notionId(1), notionId(2)];
    const plan = await importZip({
      [`Accueil ${page}.md`]: strToU8(
        `# Accueil\n\nVoir [les motifs](Motifs%20${base}.csv) et [lui](https://www.notion.so/Perdu-${notionId(3)}?pvs=4).\n`,
      ),
      [`Motifs ${base}.csv`]: strToU8('Nom,Tags\nPerdu,"colis, urgent"\nAutre,\n'),
      [`Motifs ${base}/Perdu ${notionId(3)}.md`]: strToU8(
        '# Perdu\n\nTags: colis, urgent\nDélai: 5 jours\n\nOuvrir une enquête.\n',
      ),
    });
    expect(textOfFile(plan, 'accueil.md')).toContain('[les motifs](motifs.md) et [lui](motifs/perdu.md)');
    expect(textOfFile(plan, 'motifs.md')).toContain('| [Perdu](motifs/perdu.md) | colis, urgent |');
    const row = textOfFile(plan, 'motifs/perdu.md');
    expect(row).toContain('tags: [colis, urgent]');
    expect(row).toContain('- Tags: colis, urgent\n- Délai: 5 jours');
    expect(faultsOf(plan)).toEqual([]);
  });

  it('as HTML has each part accounted for, without the signs that are Notion’s own', async () => {
    const plan = await importZip(makeNotionHtmlExport(60, 20_261_127));
    expect(plan.pages).toHaveLength(60);
    expect(faultsOf(plan)).toEqual([]);
    for (const { words, result } of plan.pages) {
      expect(words.kept).toBeGreaterThanOrEqual(words.total * 0.995);
      expect(result).toMatchObject({ heading: 1, list: 4, table: 1, image: 1 });
    }
    const first = plan.files.find(({ path: file }) => /^fiche-1-.*\.md$/.test(file));
    const text = String(first?.text);
    expect(text).toContain('tags: [retour0, colis]');
    expect(text).toMatch(/^- Tags: retour0, colis\n- Délai: 5 jours$/m);
    expect(text).toMatch(/^1\. .+\n {3}- .+\n2\. /m);
    expect(text).toMatch(/^- \[x\] .+\n- \[ \] /m);
    expect(text).toMatch(/\]\(fiche-\d+[\w-]*\.md\)/);
    expect(text.match(/mirandelle\.example/g)).toHaveLength(1);
    expect(text).not.toMatch(/📦|💡|cover|favicon/);
  });

  it('of a database as HTML takes its page, not its table as well', async () => {
    const id = notionId(5);
    const plan = await importZip({
      [`Motifs ${id}.html`]: strToU8(
        `<title>Motifs</title><article><h1 class="page-title">Motifs</h1><table class="collection-content"><tr><th>Nom</th></tr><tr><td><a href="Motifs%20${id}/Perdu%20${notionId(6)}.html">Perdu</a></td></tr></table></article>`,
      ),
      [`Motifs ${id}.csv`]: strToU8('Nom\nPerdu\n'),
      [`Motifs ${id}/Perdu ${notionId(6)}.html`]: strToU8(
        `<title>Perdu</title><article><header><h1>Perdu</h1><table class="properties"><tbody><tr><th>Suivi</th><td><a href="https://mirandelle.example/suivi">ici</a></td></tr></tbody></table></header><p><a href="../Motifs%20${id}.csv">Tous les motifs</a></p></article>`,
      ),
    });
    expect(plan.pages).toHaveLength(2);
    expect(textOfFile(plan, 'motifs.md')).toContain('[Perdu](motifs/perdu.md)');
    const row = textOfFile(plan, 'motifs/perdu.md');
    expect(row).toContain('[Tous les motifs](../motifs.md)');
    expect(row).toContain('- Suivi: [ici](https://mirandelle.example/suivi)\n');
    expect(faultsOf(plan)).toEqual([]);
  });

  it('is the same in parts and unpacked', async () => {
    const files = makeNotionExport(12, 7);
    const whole = await importZip(files);
    const halves = [0, 1].map((rest) =>
      zipSync(Object.fromEntries(Object.entries(files).filter((_, at) => at % 2 === rest))),
    );
    const parts = await importZip({
      'Export-Part-1.zip': halves[0] ?? [],
      'Export-Part-2.zip': halves[1] ?? [],
    } as Zippable);
    for (const [name, bytes] of Object.entries(files)) {
      const file = path.join(folder.path, 'unpacked', name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, bytes as Uint8Array);
    }
    await writeFile(path.join(folder.path, 'secret.md'), '# Secret\n');
    await symlink('../secret.md', path.join(folder.path, 'unpacked', 'secret.md'));
    const unpacked = await importFile('unpacked');
    expect(parts.files).toEqual(whole.files);
    expect(unpacked.files).toEqual(whole.files);
  });

  it('tells of what it can’t read, and is refused where there is no page', async () => {
    const plan = await importZip({
      'A.md': strToU8('# A\n\nTexte.\n'),
      'Vide.csv': strToU8('Nom\n'),
      'Faux.csv': strToU8('a,"b\n'),
    });
    expect(plan.remarks.map(({ code, detail }) => `${code} ${detail}`)).toEqual([
      'page-unreadable Faux.csv',
      'page-unreadable Vide.csv',
    ]);
    await expect(importZip({ 'a.txt': strToU8('a') })).rejects.toThrow('No page');
    await expect(importZip({ 'A.md': Uint8Array.of(0xe9) })).rejects.toThrow('Unexpected byte');
    await expect(importZip({ 'in.zip': zipSync({ '../../A.md': strToU8('a') }) })).rejects.toThrow(
      'within the archive',
    );
    await expect(importFile('nowhere.zip')).rejects.toThrow('ENOENT');
  });

  it('gives raw HTML no way into an article', async () => {
    const plan = await importZip({
      'A.md': strToU8(
        '# A\n\n<script>alert(1)</script>\n\nTexte <b onclick="x()">gras</b> <img src=x onerror=y>.\n\n[x](javascript:alert(1))\n',
      ),
    });
    expect(textOfFile(plan, 'a.md')).not.toMatch(/script|alert|onclick|onerror/);
    expect(plan.pages[0]?.remarks.map(({ code }) => code)).toContain('link-unsafe');
  });
});
