// `kb build --all-audiences` on the sample base: a site for each, and no word in the customers' that stands only in what they must not read.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ArticleDocument, articleDocuments } from '../../src/content/knowledge-base.ts';
import { readKnowledgeBase } from '../../src/content/read-knowledge-base.ts';
import { selectArticles } from '../../src/publish/select-articles.ts';
import { projectRoot } from '../support/corpora.ts';
import { makeFolder, type TemporaryFolder } from '../support/folders.ts';
import { runKb, sampleDay } from '../support/run-kb.ts';

let folder: TemporaryFolder;
const out = () => path.join(folder.path, 'site');

beforeAll(async () => {
  folder = await makeFolder();
  const built = await runKb(['build', '--all-audiences', '--today', sampleDay, '--out', out()], {
    cwd: projectRoot,
  });
  expect(built, built.err).toMatchObject({ code: 0 });
}, 120_000);
afterAll(() => folder?.remove());

const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{5,}/gu) ?? []);

/** Programs and pictures: what they say is the site's own, or a picture's that an article shows. */
const notContent = /^(?:assets|media)\/|^[^/]+\.js$|^pagefind\/[^/]+\.js$/;

/** Everything that the content of a site says, the parts of its index unpacked. */
async function textOf(site: string): Promise<string> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)))
    .filter((file) => !notContent.test(file.replaceAll('\\', '/')));
  const texts = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(path.join(site, file));
      return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
    }),
  );
  return texts.join('\n');
}

/** Words by which pages name days. */
function calendarWords(): ReadonlySet<string> {
  const days = Array.from({ length: 400 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)));
  const formats = ['fr', 'en'].map(
    (lang) => new Intl.DateTimeFormat(lang, { dateStyle: 'full', timeZone: 'UTC' }),
  );
  return words(formats.flatMap((format) => days.map((day) => format.format(day))).join(' '));
}

describe('kb build --all-audiences', () => {
  it('builds a site for each', async () => {
    expect((await readdir(folder.path)).sort()).toEqual(['site-customer', 'site-internal', 'site-partner']);
  });

  it.each(['partner', 'customer'])(
    'leaves no word in the site of %s that only others may read',
    async (audience) => {
      const whole = await readKnowledgeBase(projectRoot);
      const theirs = await readKnowledgeBase(projectRoot, { audience });
      const wordsOf = (documents: readonly ArticleDocument[]) =>
        words(
          documents
            .flatMap(({ text, included }) => [
              text,
              ...[...included.values()].map((each) => (each?.content.ok ? each.content.text : '')),
            ])
            .join('\n'),
        );
      const allowed = wordsOf(selectArticles(theirs, audience, false).published);
      const config = words(await readFile(path.join(projectRoot, 'kb.config.yaml'), 'utf8'));
      const locales = await readdir(path.join(projectRoot, 'site/locales'));
      const own = words(
        (
          await Promise.all(
            locales.map((name) => readFile(path.join(projectRoot, 'site/locales', name), 'utf8')),
          )
        ).join('\n'),
      );
      const calendar = calendarWords();
      const secret = [...wordsOf(articleDocuments(whole))].filter(
        (word) => ![allowed, config, own, calendar].some((known) => known.has(word)),
      );
      expect(secret.length).toBeGreaterThan(1000);
      const shown = words(await textOf(`${out()}-${audience}`));
      // Names of HTML's, of the index's and of the data's own; the index holds words without their endings.
      const markup = new Set('alert option template application level instance local action'.split(' '));
      const isStem = (stem: string) => [...allowed].some((word) => word.startsWith(stem));
      expect(secret.filter((word) => shown.has(word) && !markup.has(word) && !isStem(word))).toEqual([]);
    },
  );

  it('names in the customers’ site no team, no address of one and nobody who validated, the index included', async () => {
    const { config, ...base } = await readKnowledgeBase(projectRoot);
    const people = [
      ...Object.values(config.owners).flatMap(({ name, contact }) => [...Object.values(name), contact ?? '']),
      ...articleDocuments({ config, ...base }).map(({ article }) => article.validation?.by ?? ''),
    ].filter((text) => text !== '');
    // What an article or a category itself is called is no telling of who answers for it.
    const own = articleDocuments(await readKnowledgeBase(projectRoot, { audience: 'customer' }))
      .map(({ body, article }) => `${article.title}\n${article.summary}\n${body}`)
      .concat(Object.values(config.categories).flatMap((label) => Object.values(label)))
      .join('\n');
    const told = await Promise.all(
      ['customer', 'partner'].map(async (audience) => {
        const text = await textOf(`${out()}-${audience}`);
        return [...new Set(people)].filter((name) => text.includes(name) && !own.includes(name));
      }),
    );
    expect(told[0]).toEqual([]);
    expect(told[1]?.length).toBeGreaterThan(5);
  });

  it('gives the customers’ site its own name, contact and colour, and leaves the others the base’s', async () => {
    const read = async (audience: string, file: string) =>
      readFile(path.join(`${out()}-${audience}`, file), 'utf8');
    const [theirs, ours] = await Promise.all([
      read('customer', 'fr/index.html'),
      read('partner', 'fr/index.html'),
    ]);
    expect(theirs).toContain('<title>Mirandelle · Aide</title>');
    expect(theirs).toContain('<a href="https://aide.mirandelle.example/contact">Nous contacter</a>');
    expect(theirs).toContain('<h1>Comment pouvons-nous vous aider');
    expect(theirs).not.toMatch(/Motifs? de contact|demande le client|qui rédigent/);
    expect(ours).toMatch(/Motifs de contact.*qui rédigent/s);
    expect(theirs).toContain('assets/brand.css');
    expect(await read('customer', 'assets/brand.css')).toContain('--accent');
    expect(ours).toContain('<title>Mirandelle · Service client</title>');
    expect(ours).toContain('mailto:redaction@mirandelle.example');
    expect(ours).not.toContain('assets/brand.css');
  });

  it('has no page for customers that speaks of contact reasons or of customers as others do', async () => {
    const site = `${out()}-customer`;
    const files = (await readdir(site, { recursive: true })).filter((file) =>
      /^(?:fr\/.*|go)\.html$/.test(file),
    );
    expect(files.length).toBeGreaterThan(15);
    const said = await Promise.all(
      files.map(async (file) => {
        const text = await readFile(path.join(site, file), 'utf8');
        return [
          file,
          ...(text.match(/motifs? de contact|demande le client|qui rédigent|Équipe responsable/gi) ?? []),
        ];
      }),
    );
    expect(said.filter((each) => each.length > 1)).toEqual([]);
  });

  it('says what the team aims at for a contact reason, to the team alone', async () => {
    const [internal, customer] = await Promise.all(
      ['internal', 'customer'].map((audience) =>
        readFile(path.join(`${out()}-${audience}`, 'fr/reason/delivery.late/index.html'), 'utf8'),
      ),
    );
    expect(internal).toMatch(/un seul contact.*en 14\sjours au plus.*responsable d’équipe/s);
    expect(customer).not.toMatch(/un seul contact|jours au plus|responsable/);
  });

  it('takes no audience and no address beside it', async () => {
    for (const more of [
      ['--audience', 'partner'],
      ['--base-url', 'https://kb.mirandelle.example/'],
    ]) {
      const { code, err } = await runKb(
        ['build', '--all-audiences', '--lang', 'en', ...more, '--out', out()],
        {
          cwd: projectRoot,
        },
      );
      expect([code, err]).toEqual([2, expect.stringContaining(`Unexpected ${more[0]} with --all-audiences`)]);
    }
  });
});
