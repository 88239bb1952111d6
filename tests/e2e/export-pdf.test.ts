// Articles and paths on paper, printed by the real program and read back: contents that lead where they say, and nothing of what the audience may not read.
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleText, baseConfig, makeBase, type SmallBase } from '../serve/small-base.ts';
import { patience } from '../support/reader-page.ts';
import { runKb } from '../support/run-kb.ts';

const long = Array.from(
  { length: 60 },
  (_, index) => `Paragraphe ${index}. ${'Un texte assez long pour remplir la page. '.repeat(6)}`,
).join('\n\n');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let base: SmallBase;

beforeAll(async () => {
  base = await makeBase({
    'kb.config.yaml': `${baseConfig}audiences: [internal, customer]\nreasons: { late: { fr: Colis en retard } }\n`,
    'content/a.md': articleText('a', `## Étape\n\n${long}\n\nVoir [B](b.md#étape) et [secret](d.md).`, {
      title: 'Premier & long',
      reasons: '[late]',
      audience: '[internal, customer]',
    }),
    'content/b.md': articleText(
      'b',
      '## Étape\n\nCourt.[^1]\n\n[^1]: Une note.\n\n![Point](p.png)\n\n```mermaid\nflowchart TD\n  q{Reçu ?} -->|Oui| f([Fin])\n  q -->|Non| g([Attendre])\n```',
      { title: 'Deuxième', type: 'decision', reasons: '[late]', audience: '[internal, customer]' },
    ),
    'content/c.md': articleText(
      'c',
      '<script>document.title = "pris"</script>\n\n<img src="https://ailleurs.example/x.png">',
      { title: JSON.stringify('"</style><script>alert(1)</script>'), audience: '[internal, customer]' },
    ),
    'content/d.md': articleText('d', 'Mot de passe du coffre.', { title: 'Interne', reasons: '[late]' }),
    'content/e.md': articleText('e', 'Ancien.', {
      title: 'Périmé',
      expires: '2026-01-31',
      reasons: '[late]',
      audience: '[internal, customer]',
    }),
    'paths/jours.yaml':
      'title: { fr: Premiers jours }\nowner: livraison\naudience: [internal]\nsteps: [a, { guide: b }, b, d, nulle-part]\nchallenge: { from: 2026-11-09, until: 2026-11-30 }\n',
  });
  await writeFile(path.join(base.root, 'content/p.png'), png);
});

afterAll(() => base?.remove());

const kb = (...args: string[]) =>
  runKb([...args, '--today', '2026-11-16', '--lang', 'en'], { cwd: base.root });

/** What the file says of itself: titles of its bookmarks with the page that each leads to, and the text of its content streams' sizes. */
async function readPdf(file: string) {
  const bytes = await readFile(path.join(base.root, file));
  const text = bytes.toString('latin1');
  const objects = new Map(
    [...text.matchAll(/^(\d+) 0 obj\s([\s\S]*?)\sendobj/gm)].map(([, number, body]) => [
      Number(number),
      body ?? '',
    ]),
  );
  const pages = [...objects]
    .filter(([, body]) => /\/Type\s*\/Page(?!s)/.test(body))
    .map(([number]) => number);
  // The page tree lists them in their order.
  const kids = [...objects.values()]
    .filter((body) => /\/Type\s*\/Pages/.test(body))
    .flatMap((body) =>
      [...(/\/Kids\s*\[([^\]]*)\]/.exec(body)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, kid]) =>
        Number(kid),
      ),
    );
  const order = kids.filter((kid) => pages.includes(kid));
  const destinations = new Map(
    [...text.matchAll(/\/([^\s/<>[\]()]+)\s*\[(\d+) 0 R\s*\/XYZ/g)].map(([, name = '', page]) => [
      name,
      order.indexOf(Number(page)) + 1,
    ]),
  );
  return { bytes, text, pages: pages.length, destinations };
}

/** Words of the pages, by poppler where this machine has it; without it only the structure of the file is read. */
async function readWords(file: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('pdftotext', ['-layout', path.join(base.root, file), '-']);
    return stdout;
  } catch {
    return undefined;
  }
}

describe('a training path on paper', () => {
  it('has its steps in order with the pages on which they begin', { timeout: patience }, async () => {
    const ending = await kb('export', 'path', 'jours', '--pdf', 'jours.pdf');
    expect(ending).toMatchObject({ code: 0, out: 'jours.pdf\n' });
    const { pages, destinations, text } = await readPdf('jours.pdf');
    expect(ending.err).toContain(`3 articles, ${pages} pages`);
    expect(destinations.get('article-1')).toBe(2);
    const second = destinations.get('article-2') ?? 0;
    expect(second).toBeGreaterThan(3);
    expect(destinations.get('article-3')).toBe(pages);
    expect(text).toContain('/MarkInfo');
    expect(text).toMatch(/\/Lang \(fr\)/);
    const words = await readWords('jours.pdf');
    if (words === undefined) return;
    const [front = ''] = words.split('\f');
    expect(front.replace(/[ \t]+/g, ' ')).toMatch(
      new RegExp(
        `Premiers jours[\\s\\S]*Défi du 9 novembre 2026 au 30 novembre 2026[\\s\\S]*Premier & long 2\\s+Deuxième \\(guide à suivre sur le site\\) ${second}\\s+Deuxième ${second}\\s+Interne ${pages}`,
      ),
    );
    for (const [page, title] of [
      [2, 'Premier & long'],
      [second, 'Deuxième'],
      [pages, 'Interne'],
    ] as const)
      expect(words.split('\f')[page - 1]).toContain(title);
    expect(words).toContain(`page ${pages} / ${pages}`);
  });

  it('is the same to the byte when it is made again', { timeout: patience }, async () => {
    await kb('export', 'path', 'jours', '--pdf', 'un.pdf');
    await kb('export', 'path', 'jours', '--pdf', 'deux.pdf');
    expect((await readPdf('un.pdf')).bytes.equals((await readPdf('deux.pdf')).bytes)).toBe(true);
  });
});

describe('articles on paper', () => {
  it('of a contact reason are those in force, decisions and procedures first', {
    timeout: patience,
  }, async () => {
    const ending = await kb('export', 'pdf', '--reason', 'late', '--out', 'motif.pdf');
    expect(ending).toMatchObject({ code: 0 });
    expect(ending.err).toContain('3 articles');
    const words = await readWords('motif.pdf');
    if (words === undefined) return;
    const [front = ''] = words.split('\f');
    expect(front).toMatch(/Colis en retard[\s\S]*Deuxième[\s\S]*(Premier & long|Interne)/);
    expect(front).not.toContain('Périmé');
  });

  it('for customers hold nothing that they may not read, and no link to it', {
    timeout: patience,
  }, async () => {
    expect(
      await kb('export', 'pdf', '--reason', 'late', '--audience', 'customer', '--out', 'clients.pdf'),
    ).toMatchObject({ code: 0 });
    const words = await readWords('clients.pdf');
    if (words !== undefined) {
      expect(words).not.toContain('Mot de passe');
      expect(words).not.toContain('Interne');
      // Who answers for an article is for the team to know.
      expect(words).not.toMatch(/Responsable|livraison/i);
      expect(await kb('export', 'pdf', 'c', '--out', 'agents.pdf')).toMatchObject({ code: 0 });
      expect(await readWords('agents.pdf')).toMatch(/Responsable/i);
    }
    expect(await kb('export', 'pdf', 'd', '--audience', 'customer', '--out', 'x.pdf')).toMatchObject({
      code: 2,
      err: expect.stringContaining('No article `d` for this audience'),
    });
  });

  it('run nothing, ask for nothing, and say that they are expired', { timeout: patience }, async () => {
    expect(await kb('export', 'pdf', 'c', 'e', '--title', 'Deux <b>', '--out', 'hostile.pdf')).toMatchObject({
      code: 0,
    });
    const { text } = await readPdf('hostile.pdf');
    expect(text).not.toMatch(/\/JavaScript|ailleurs\.example/);
    const words = await readWords('hostile.pdf');
    if (words === undefined) return;
    expect(words).toContain('Deux <b>');
    expect(words).toContain('</style><script>alert(1)</script>');
    expect(words).toContain('Périmé');
  });

  it('hold their pictures', { timeout: patience }, async () => {
    await kb('export', 'pdf', 'b', '--out', 'b.pdf');
    const { text, bytes } = await readPdf('b.pdf');
    expect(text).toContain('/Subtype /Image');
    const streams = [...text.matchAll(/\/Length (\d+)[^>]*>>\s*stream\r?\n/g)].flatMap((match) => {
      const start = (match.index ?? 0) + match[0].length;
      try {
        return [inflateSync(bytes.subarray(start, start + Number(match[1]))).toString('latin1')];
      } catch {
        return [];
      }
    });
    expect(streams.length).toBeGreaterThan(0);
  });
});

describe('what can’t be', () => {
  it.each([
    [['path', 'jour', '--pdf', 'x.pdf'], 'did you mean `jours`'],
    [['path', 'jours', '--pdf', 'content/a.md'], 'no PDF'],
    [['path', 'jours', '--pdf', 'nulle/part.pdf'], 'ENOENT'],
    [['pdf', '--out', 'x.pdf'], 'No article, expected ids'],
    [['pdf', 'zz', '--out', 'x.pdf'], 'No article `zz`'],
    [['pdf', '--reason', 'lat', '--out', 'x.pdf'], 'did you mean `late`'],
    [['pdf', 'a', '--language', 'de', '--out', 'x.pdf'], 'Unknown language `de`'],
  ])('%j is told in words', { timeout: patience }, async (args, said) => {
    const before = await readFile(path.join(base.root, 'content/a.md'), 'utf8');
    const { code, err } = await kb('export', ...args);
    expect(code).toBe(2);
    expect(err).toContain(said);
    expect(err).not.toMatch(/\n\s+at /);
    expect(await readFile(path.join(base.root, 'content/a.md'), 'utf8')).toBe(before);
  });
});
