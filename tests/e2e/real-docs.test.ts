// More than 400 real help and procedure documents that others wrote, English and French: they lint and build, every page renders, every finding has a true place.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import GithubSlugger from 'github-slugger';
import { toString as textOf } from 'mdast-util-to-string';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { elementsOf } from '../site/html-of.ts';
import { findCorpus, readMarkdownFiles } from '../support/corpora.ts';
import { makeFolder, type TemporaryFolder } from '../support/folders.ts';
import { openReaderBrowser, openReaderPage, patience } from '../support/reader-page.ts';
import { type KbEnding, runKb, sampleDay } from '../support/run-kb.ts';

const english = findCorpus('real-docs-en');
const french = findCorpus('real-docs-fr');

/** How many pages are opened in a browser; all of them are read back as HTML. */
const opened = 40;

const config = `name: Real documents
lang: fr
languages: [fr, en]
owners:
  docs: { name: { fr: Documentation, en: Documentation } }
`;

interface RealDocument {
  readonly lang: 'en' | 'fr';
  readonly id: string;
  readonly title: string;
  /** Path from the base's root. */
  readonly path: string;
  /** The text as its authors left it, after their front matter. */
  readonly body: string;
  readonly text: string;
}

const slugger = new GithubSlugger();

/** The documents of a corpus with front matter of ours in place of theirs; every byte of the body stays. */
function readDocuments(folder: string, lang: RealDocument['lang']): RealDocument[] {
  return readMarkdownFiles(folder)
    .filter((file) => file.path !== 'README.md')
    .map((file) => {
      const [theirs, header = ''] = /^---\n([\s\S]*?)\n---\n/.exec(file.text) ?? [''];
      const name = file.path.replace(/(?:\.html|\.fr)?\.md$/, '');
      const words = name
        .normalize('NFD')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-');
      const id = slugger.slug(words.replace(/^-|-$/g, '').slice(-100).replace(/^-/, ''));
      // Not all of their front matter is sound YAML; its titles are plain enough.
      const title = /^title: *(["']?)(.+)\1 *$/m.exec(header)?.[2] ?? name;
      const ours = { id, title, type: 'reference', owner: 'docs', lang };
      const body = file.text.slice(theirs.length);
      return {
        lang,
        id,
        title,
        path: `content/${lang}/${file.path}`,
        body,
        text: `---\n${stringify(ours)}---\n${body}`,
      };
    });
}

/** Distinct words of a text's prose and code; what stands only in an address, a language name or a tag is shown to nobody. */
function wordsOf(markdown: string): string[] {
  const hidden = /<[^>]*>|\{%.*?%\}|\]\([^)]*\)|^\[.*?\]:.*$|https?:\S+|^```.*$/gm;
  return [...new Set(markdown.replace(hidden, ' ').match(/\p{L}{4,}/gu))];
}

describe.skipIf(!english || !french)('real documents', () => {
  const documents = [
    ...(english ? readDocuments(english, 'en') : []),
    ...(french ? readDocuments(french, 'fr') : []),
  ];
  const pageOf = ({ lang, id }: RealDocument) => path.join(base.path, 'public', lang, `${id}.html`);
  let base: TemporaryFolder;
  let lint: KbEnding;
  let build: KbEnding;

  beforeAll(async () => {
    base = await makeFolder();
    await writeFile(path.join(base.path, 'kb.config.yaml'), config);
    for (const document of documents) {
      const file = path.join(base.path, document.path);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, document.text);
    }
    lint = await runKb(['lint', '--format', 'json', '--today', sampleDay], { cwd: base.path });
    build = await runKb(['build', '--today', sampleDay], { cwd: base.path });
  }, 300_000);

  afterAll(() => base?.remove());

  it('are linted without a crash, and all of them are read as articles', () => {
    expect(lint.err).toBe('');
    expect([0, 1]).toContain(lint.code);
    const { articles, findings } = JSON.parse(lint.out);
    expect(articles).toBe(documents.length);
    expect(documents.length).toBeGreaterThan(400);
    const unread = findings.filter(({ rule }: { rule: string }) =>
      /^article-is-readable|schema|unique|dates/.test(rule),
    );
    expect(unread).toEqual([]);
  });

  it('get findings that point inside their files', () => {
    const lines = new Map(documents.map(({ path: file, text }) => [file, text.split(/\r\n|\n|\r/)]));
    const { findings } = JSON.parse(lint.out) as {
      findings: { path: string; line: number; column: number; rule: string }[];
    };
    expect(findings.length).toBeGreaterThan(100);
    const astray = findings.filter(({ path: file, line, column }) => {
      const text = lines.get(file)?.[line - 1];
      return text === undefined || column > text.length + 1;
    });
    expect(astray).toEqual([]);
  });

  it('get findings on links that are written at the place that is named', () => {
    const { findings } = JSON.parse(lint.out) as {
      findings: { path: string; line: number; column: number; rule: string }[];
    };
    const texts = new Map(documents.map(({ path: file, text }) => [file, text.split('\n')]));
    const links = findings.filter(({ rule }) => rule === 'links-resolve' || rule === 'images-resolve');
    expect(links.length).toBeGreaterThan(100);
    // A link, an image, a definition or a bare address begins there.
    const elsewhere = links.filter(({ path: file, line, column }) => {
      const rest = texts.get(file)?.[line - 1]?.slice(column - 1) ?? '';
      return !/^(?:!?\[|<|https?:|www\.|\S+@)/.test(rest);
    });
    expect(elsewhere).toEqual([]);
  });

  it('are built, one page each, with their own title and text', async () => {
    expect(build.err).not.toMatch(/unexpected error/);
    expect(build).toMatchObject({ code: 0, out: expect.stringContaining(`${documents.length} articles`) });
    for (const document of documents) {
      const elements = elementsOf(await readFile(pageOf(document), 'utf8'));
      const named = (name: string, className?: string) =>
        elements.find(
          ({ tagName, properties }) =>
            tagName === name &&
            (className === undefined || [properties.className].flat().includes(className)),
        );
      const [title, body] = [named('h1'), named('div', 'prose')];
      expect(title && textOf(title)).toBe(document.title.trim());
      const words = wordsOf(document.body);
      const shown = body ? textOf(body) : '';
      const lost = words.filter((word) => !shown.includes(word));
      expect(lost.length, `${document.path} lost ${lost.join(' ')}`).toBeLessThanOrEqual(words.length / 10);
    }
  });

  it('keep the accents, apostrophes and guillemets of French', async () => {
    const document = documents.find(({ id }) => id.includes('je-veux-changer-mon-adresse-email'));
    const page = document && (await readFile(pageOf(document), 'utf8'));
    expect(page).toMatch(/é/);
    expect(page).not.toContain('\uFFFD');
  });

  it('open in a browser without a complaint', async () => {
    const browser = await openReaderBrowser();
    const site = `${pathToFileURL(path.join(base.path, 'public')).href}/`;
    try {
      const { page, complaints } = await openReaderPage(browser, site);
      const step = Math.floor(documents.length / opened);
      for (const real of documents.filter((_, index) => index % step === 0)) {
        await page.goto(pathToFileURL(pageOf(real)).href, { waitUntil: 'load', timeout: patience });
        const width = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect([real.path, complaints, width <= 0]).toEqual([real.path, [], true]);
      }
    } finally {
      await browser.close();
    }
  });

  it('are found by their words', async () => {
    const found = await runKb(['search', 'créer un avoir', '--limit', '3'], { cwd: base.path });
    expect(found).toMatchObject({ code: 0, out: expect.stringMatching(/avoir/i) });
    const inEnglish = await runKb(['search', '--in', 'en', 'access', 'eks', 'cluster'], { cwd: base.path });
    expect(inEnglish).toMatchObject({ code: 0, out: expect.stringMatching(/EKS/) });
  });

  it('as they are, without front matter of ours, are all counted as unreadable and stop nothing', async () => {
    const raw = await makeFolder();
    try {
      await writeFile(path.join(raw.path, 'kb.config.yaml'), config);
      for (const [corpus, folder] of [
        ['en', english],
        ['fr', french],
      ] as const) {
        for (const file of readMarkdownFiles(folder ?? '')) {
          const target = path.join(raw.path, 'content', corpus, file.path);
          await mkdir(path.dirname(target), { recursive: true });
          await writeFile(target, file.text);
        }
      }
      const report = await runKb(['report', '--format', 'json'], { cwd: raw.path });
      const { total, validity, trust } = JSON.parse(report.out);
      expect({ code: report.code, invalid: [validity.invalid, trust.invalid] }).toEqual({
        code: 0,
        invalid: [total, total],
      });
      const linted = await runKb(['lint', '--format', 'json'], { cwd: raw.path });
      const { findings } = JSON.parse(linted.out) as { findings: { path: string }[] };
      expect(linted.code).toBe(1);
      expect(new Set(findings.map(({ path: file }) => file)).size).toBe(total);
    } finally {
      await raw.remove();
    }
  });
});
