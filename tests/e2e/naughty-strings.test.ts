// 515 strings that break programs (markup, scripts, control characters, odd Unicode), as titles, tags, keywords, headings and text: no markup of theirs reaches a page, and the same text comes back.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Element } from 'hast';
import { toString as textOf } from 'mdast-util-to-string';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { openSiteSearch } from '../../src/publish/query-index.ts';
import { elementsOf } from '../site/html-of.ts';
import { findCorpus, readCorpusJson } from '../support/corpora.ts';
import { makeFolder, type TemporaryFolder } from '../support/folders.ts';
import { openReaderBrowser, openReaderPage, patience } from '../support/reader-page.ts';
import { type KbEnding, runKb, sampleDay } from '../support/run-kb.ts';

const corpus = findCorpus('naughty-strings');

const config = `name: Naughty strings
lang: en
owners:
  tests: { name: { en: Tests } }
`;

/** An article with `text` wherever a writer can put text. */
function article(id: string, text: string): string {
  const fields = {
    id,
    title: text,
    type: 'reference',
    owner: 'tests',
    summary: text,
    tags: [text],
    keywords: [text],
    audience: ['internal'],
  };
  const fence = '~'.repeat(30);
  const code = text.replace(/[\r\n]+/g, ' ');
  return [
    `---\n${stringify(fields, { lineWidth: 0 })}---`,
    // First of all: what follows may open a block of HTML that never ends (CommonMark, section 4.6).
    `${fence}\n${code}\n${fence}`,
    `# ${text}`,
    text,
    `- ${text}\n\n| ${text} | b |\n|---|---|\n| ${text} | d |`,
    `[${text}](${text}) ![${text}](${text})`,
  ].join('\n\n');
}

/** What a page is made of, apart from its text: names of elements and of their attributes. */
function skeletonOf(elements: readonly Element[]): Set<string> {
  return new Set(
    elements.flatMap(({ tagName, properties }) => [
      tagName,
      ...Object.keys(properties).map((attribute) => `${tagName} ${attribute}`),
    ]),
  );
}

/** Elements and attributes that Markdown can make (src/content/body-schema.ts), whatever the text says. */
const markdownParts = [
  ...['a', 'blockquote', 'br', 'code', 'del', 'div', 'em', 'h1', 'h2', 'h3', 'h4', 'hr', 'img', 'input'],
  ...[
    'li',
    'ol',
    'p',
    'pre',
    'section',
    'span',
    'strong',
    'sup',
    'table',
    'tbody',
    'td',
    'th',
    'thead',
    'tr',
    'ul',
  ],
  ...[
    'a href',
    'a title',
    'a rel',
    'a className',
    'a ariaLabel',
    'code className',
    'div className',
    'div role',
  ],
  ...['div tabIndex', 'div ariaLabel', 'h1 id', 'h2 id', 'h3 id', 'h4 id', 'ol start', 'span className'],
  ...['li className', 'ul className', 'th scope', 'input type', 'input disabled', 'input checked'],
];

/** Text as YAML and HTML can carry it: no line ends of other systems, none of the characters that HTML forbids. */
const settled = (text: string) => text.replace(/\s+/gu, ' ').trim();

describe.skipIf(!corpus)('naughty strings', () => {
  const all = corpus ? readCorpusJson<string[]>(corpus, 'blns.json') : [];
  // A title needs something to read.
  const strings = [...new Set(all)].filter((text) => text.trim() !== '');
  const idOf = (index: number) => `naughty-${index}`;
  const readPage = (id: string) => readFile(path.join(base.path, 'public', 'en', `${id}.html`), 'utf8');
  let base: TemporaryFolder;
  let lint: KbEnding;
  let build: KbEnding;

  beforeAll(async () => {
    base = await makeFolder();
    const content = path.join(base.path, 'content');
    await mkdir(content);
    await writeFile(path.join(base.path, 'kb.config.yaml'), config);
    await writeFile(path.join(content, 'plain.md'), article('plain', 'plain'));
    for (const [index, text] of strings.entries())
      await writeFile(path.join(content, `${idOf(index)}.md`), article(idOf(index), text));
    lint = await runKb(['lint', '--today', sampleDay], { cwd: base.path });
    build = await runKb(['build', '--today', sampleDay], { cwd: base.path });
  }, 300_000);

  afterAll(() => base?.remove());

  it('are all built', () => {
    expect(build, build.err).toMatchObject({
      code: 0,
      out: expect.stringContaining(`${strings.length + 1} articles`),
    });
  });

  it('print nothing on a terminal that it would obey', async () => {
    const report = await runKb(['report', '--today', sampleDay], { cwd: base.path });
    const search = await runKb(['search', 'terminal', 'Roses'], { cwd: base.path });
    for (const { out, err } of [lint, build, report, search]) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      expect(out + err).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/);
    }
    expect(lint.code).toBe(1);
  });

  it('add no element and no attribute to a page that Markdown does not make', async () => {
    const allowed = new Set([...skeletonOf(elementsOf(await readPage('plain'))), ...markdownParts]);
    for (const [index, text] of strings.entries()) {
      const skeleton = skeletonOf(elementsOf(await readPage(idOf(index))));
      expect([text, [...skeleton].filter((part) => !allowed.has(part))]).toEqual([text, []]);
    }
  });

  it('lead to no address that runs or hides something', async () => {
    for (const [index, text] of strings.entries()) {
      const addresses = elementsOf(await readPage(idOf(index)))
        .flatMap(({ properties }) => [properties.href, properties.src, properties.action])
        .filter((address) => address !== undefined)
        .map(String);
      // Browsers skip control characters in an address, so none may stand in one.
      const odd = addresses.filter(
        (address) => /[\s\p{Cc}]/u.test(address) || /^(?!https?:|mailto:|tel:)[^/?#]*:|^\/\//i.test(address),
      );
      expect([text, odd]).toEqual([text, []]);
    }
  });

  it('come back as they were: title, summary and code', async () => {
    for (const [index, text] of strings.entries()) {
      const elements = elementsOf(await readPage(idOf(index)));
      const texts = (tagName: string) =>
        elements.filter((element) => element.tagName === tagName).map((element) => settled(textOf(element)));
      expect(texts('h1')[0]).toBe(settled(text));
      expect(texts('title')[0]).toContain(settled(text));
      const lead = elements.find(({ properties }) => [properties.className].flat().includes('lead'));
      expect(lead && settled(textOf(lead))).toBe(settled(text));
      expect(texts('code')).toContain(settled(text.replace(/[\r\n]+/g, ' ')));
    }
  });

  it('are taken as search queries without a crash', async () => {
    const engine = await openSiteSearch(path.join(base.path, 'public'), 'en');
    for (const text of all) expect((await engine.search(text)).hits).toBeInstanceOf(Array);
  });

  it('open in a browser without a complaint, and run nothing', async () => {
    const browser = await openReaderBrowser();
    try {
      const site = `${pathToFileURL(path.join(base.path, 'public')).href}/`;
      const { page, complaints } = await openReaderPage(browser, site);
      page.on('dialog', (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      const dangerous = strings.flatMap((text, index) =>
        /script|alert|onerror/i.test(text) ? [idOf(index)] : [],
      );
      expect(dangerous.length).toBeGreaterThan(100);
      for (const id of dangerous.filter((_, index) => index % 5 === 0)) {
        await page.goto(`${site}en/${id}.html`, { waitUntil: 'load', timeout: patience });
        expect([id, complaints]).toEqual([id, []]);
      }
    } finally {
      await browser.close();
    }
  });
});
