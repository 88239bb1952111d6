// `kb flow`: the tree of a flowchart, what is wrong with it at which line, and its picture in a file.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleText, baseConfig } from '../serve/small-base.ts';
import { runKb as runProcess } from '../support/run-kb.ts';
import { runKb, temporaryFolder } from './fake-host.ts';

const fence = (code: string) => `\`\`\`mermaid\n${code}\n\`\`\``;

const sound = fence(`flowchart TD
  subgraph s [Qualifier]
    debut[Lire le suivi] --> q{Colis livré ?}
    q -->|Non| r{Réponse du transporteur ?}
  end
  q -->|Oui| fin([Clore le dossier])
  r -->|Oui| fin
  r -->|Non| litige([Ouvrir un litige])
  click litige href "litige.md"`);

async function makeBase(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await temporaryFolder();
  const all = { 'kb.config.yaml': baseConfig, ...files };
  for (const [file, text] of Object.entries(all)) {
    await mkdir(path.join(root, path.dirname(file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  }
  return root;
}

const soundBase = () =>
  makeBase({
    'content/retard.md': articleText('retard', sound),
    'content/litige.md': articleText(
      'litige',
      fence('flowchart TD\n  aa[Écrire au vendeur] --> bb([Clore])'),
    ),
  });

describe('the tree of kb flow', () => {
  it('shows steps, questions, answers, phases, ends, steps shown elsewhere and articles that go on', async () => {
    const { code, out } = await runKb(await soundBase(), ['flow', 'retard']);
    expect(out).toBe(`retard (fr) – Titre de retard
Logigramme 1 (content/retard.md:10), 5 nœuds

Qualifier
1. Lire le suivi
2. Colis livré ?
   ├── Non
   │   3. Réponse du transporteur ?
   │      ├── Oui
   │      │   4. ■ Clore le dossier
   │      └── Non
   │          5. Ouvrir un litige ⇒ litige.md
   └── Oui → 4
`);
    expect(code).toBe(0);
  });

  it('stays within the width of the terminal and lets no control character through', async () => {
    const long =
      'Un libellé assez long pour qu’il faille le couper en plusieurs lignes à l’écran \u202E et plus';
    const root = await makeBase({
      'content/a.md': articleText(
        'a',
        fence(
          `flowchart TD\n  aa["${long}"] --> bb{"${long}"}\n  bb -->|"${long}"| cc["${long}"]\n  bb -->|Non| dd[Clore]`,
        ),
      ),
    });
    const { out } = await runKb(root, ['flow', 'content/a.md'], { width: 60 });
    const tree = out.slice(0, out.indexOf('content/a.md\n'));
    for (const line of tree.split('\n')) expect([...line].length).toBeLessThanOrEqual(60);
    expect(out).not.toContain('\u202E');
  });

  it('is coloured on a terminal, and not with NO_COLOR', async () => {
    const root = await soundBase();
    const colored = await runKb(root, ['flow', 'retard'], { outIsTerminal: true });
    expect(colored.out).toContain('\u001B[32m■ Clore le dossier\u001B[39m');
    const plain = await runKb(root, ['flow', 'retard'], { outIsTerminal: true, env: { NO_COLOR: '1' } });
    expect(plain.out).not.toContain('\u001B[');
  });

  it('is followed by what is wrong, at the lines of the file, with exit code 1 for an error', async () => {
    const code = 'flowchart TD\n  debut[Lire le suivi] --> q{Livré ?}\n  q -->|Oui| fin([Clore])';
    const root = await makeBase({ 'content/a.md': articleText('a', `Avant.\n\n${fence(code)}`) });
    const ran = await runKb(root, ['flow', 'a', '--lang', 'en']);
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/ {2}13:28 {3}error {3}Unexpected question `Livré \?` with one answer/);
  });

  it('is of each flowchart, or of the one that --number names; other diagrams have none', async () => {
    const body = `${fence('flowchart TD\n  aa[Un]')}\n\n${fence('sequenceDiagram\n A->>B: x')}\n\n${fence('flowchart TD\n  bb[Deux')}`;
    const root = await makeBase({ 'content/a.md': articleText('a', body) });
    const all = await runKb(root, ['flow', 'a']);
    expect(all.out).toContain('1. ■ Un');
    expect(all.out).toContain('Logigramme 2 (content/a.md:15), de type « sequence » : syntaxe juste');
    expect(all.out).toContain('Logigramme 3 (content/a.md:20), illisible');
    expect(all.out).toMatch(/21:1 +erreur +Fin du logigramme inattendue/);
    expect(all.code).toBe(1);
    const second = await runKb(root, ['flow', 'a', '--number', '2']);
    expect(second.out).not.toContain('Logigramme 1');
    const absent = await runKb(root, ['flow', 'a', '--number', '4']);
    expect([absent.code, absent.err]).toEqual([
      2,
      'kb: content/a.md: Aucun logigramme 4, attendu : --number 1–3\n',
    ]);
  });

  it('tells of the other languages of an article, and takes the one that is asked for', async () => {
    const root = await makeBase({
      'content/a.md': articleText('a', fence('flowchart TD\n  aa[Lire]')),
      'content/en/a.md': articleText('a', fence('flowchart TD\n  aa[Read]'), { lang: 'en' }),
    });
    const french = await runKb(root, ['flow', 'a']);
    expect([french.out.includes('1. ■ Lire'), french.err]).toEqual([true, 'aussi en en (--language)\n']);
    expect((await runKb(root, ['flow', 'a', '--language', 'en'])).out).toContain('1. ■ Read');
  });
});

describe('what kb flow can be asked about', () => {
  it('is a diagram in a file of its own, lines counted from its first one', async () => {
    const folder = await temporaryFolder();
    await writeFile(
      path.join(folder, 'a.mmd'),
      '---\ntitle: T\n---\nflowchart TD\n  aa[Lire] --> bb{Livré ?}\n',
    );
    const { code, out } = await runKb(folder, ['flow', 'a.mmd', '--lang', 'fr']);
    expect(code).toBe(1);
    expect(out).toContain('Logigramme 1 (a.mmd:1), 2 nœuds');
    expect(out).toMatch(/ 5:16 +erreur +Question « Livré \? » sans réponse/);
  });

  it('is a Markdown file of no base, whose links lead out of what can be known', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'note.md'), `# Note\n\n${sound}\n`);
    const { code, out } = await runKb(folder, ['flow', 'note.md', '--lang', 'fr']);
    expect(code).toBe(0);
    expect(out).toContain('Logigramme 1 (note.md:4), 5 nœuds');
  });

  it.each([
    [
      'an id that there is not',
      ['flow', 'retart'],
      'Aucun article « retart » ; vouliez-vous dire « retard » ?',
    ],
    [
      'a file that there is not',
      ['flow', 'content/x.md'],
      'content/x.md: Fichier introuvable, attendu : un fichier .md ou .mmd',
    ],
    [
      'an article without a flowchart',
      ['flow', 'vide'],
      'content/vide.md: Aucun logigramme, attendu : un bloc ```mermaid',
    ],
  ])('is not %s', async (_, args, message) => {
    const root = await makeBase({
      'content/retard.md': articleText('retard', sound),
      'content/vide.md': articleText('vide', 'Rien.'),
    });
    const { code, err } = await runKb(root, args);
    expect([code, err]).toEqual([2, `kb: ${message}\n`]);
  });
});

describe('the picture of kb flow', () => {
  it('is written as SVG with colours of its own, as PNG and as PDF, over earlier ones', async () => {
    const root = await soundBase();
    const args = ['flow', 'retard', '--svg', 'r.svg', '--png', 'r.png', '--pdf', 'r.pdf'];
    const first = await runKb(root, args);
    expect([first.code, first.out, first.err]).toEqual([0, 'r.svg\nr.png\nr.pdf\n', '']);
    const svg = await readFile(path.join(root, 'r.svg'), 'utf8');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('<title id="flow-title">retard (fr) – Titre de retard</title>');
    const shapes = [...svg.matchAll(/<(?:rect|polygon|circle|path)\b[^>]*>/g)].map(([tag]) => tag);
    expect(shapes.length).toBeGreaterThan(10);
    expect(shapes.filter((tag) => !/ (?:fill|stroke)="/.test(tag))).toEqual([]);
    expect(svg).not.toMatch(/var\(|<style|<script|href=/);
    const png = await readFile(path.join(root, 'r.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(2 * (Math.ceil(Number(/ width="([\d.]+)"/.exec(svg)?.[1])) + 32));
    expect((await readFile(path.join(root, 'r.pdf'), 'latin1')).slice(0, 5)).toBe('%PDF-');

    const again = await runKb(root, ['flow', 'retard', '--svg', 'r.svg']);
    expect(again.code).toBe(0);
    expect(await readFile(path.join(root, 'r.svg'), 'utf8')).toBe(svg);
    expect((await readdir(root)).toSorted()).toEqual([
      '.kb',
      'content',
      'kb.config.yaml',
      'r.pdf',
      'r.png',
      'r.svg',
    ]);
  });

  it('is never written over a file of another kind', async () => {
    const root = await soundBase();
    const before = await readFile(path.join(root, 'content/retard.md'), 'utf8');
    const { code, err } = await runKb(root, ['flow', 'retard', '--svg', 'content/retard.md']);
    expect(code).toBe(2);
    expect(err).toContain('content/retard.md: Fichier présent qui n’est pas une image SVG');
    expect(await readFile(path.join(root, 'content/retard.md'), 'utf8')).toBe(before);
  });

  it('is of one flowchart, and of none that does not parse', async () => {
    const body = `${fence('flowchart TD\n  aa[Un]')}\n\n${fence('flowchart TD\n  bb[Deux')}`;
    const root = await makeBase({ 'content/a.md': articleText('a', body) });
    const several = await runKb(root, ['flow', 'a', '--svg', 'a.svg']);
    expect([several.code, several.err]).toEqual([
      2,
      'kb: content/a.md: 2 logigrammes, attendu : un seul, avec --number 1–2\n',
    ]);
    const broken = await runKb(root, ['flow', 'a', '--svg', 'a.svg', '--number', '2']);
    expect([broken.code, broken.err]).toEqual([1, 'kb: image non écrite : logigramme illisible\n']);
    expect(await readdir(root)).not.toContain('a.svg');
  });

  it('needs a browser and says so, and a folder that is there', async () => {
    const root = await soundBase();
    const none = await runProcess(['flow', 'retard', '--png', 'r.png', '--lang', 'fr'], {
      cwd: root,
      env: { KB_BROWSER: 'none' },
    });
    expect(none.code).toBe(2);
    expect(none.err).toMatch(/^kb: Aucun navigateur pour dessiner les logigrammes/);
    expect(await readdir(root)).not.toContain('r.png');
    const nowhere = await runKb(root, ['flow', 'retard', '--svg', 'absent/r.svg']);
    expect([nowhere.code, nowhere.err]).toEqual([2, 'kb: absent/r.svg: Écriture impossible (ENOENT)\n']);
  });
});
