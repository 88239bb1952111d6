// The search index that goes into a built site.
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildSearchIndex, startSearchIndex } from '../../src/publish/search-index.ts';
import { ensureEngine, searchDocuments } from './search-pages.ts';

const folders: string[] = [];

async function newSite(): Promise<string> {
  const siteDir = await mkdtemp(join(tmpdir(), 'kb-search-'));
  folders.push(siteDir);
  return siteDir;
}

async function indexFiles(siteDir: string): Promise<string[]> {
  const entries = await readdir(join(siteDir, 'pagefind'), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function fingerprint(siteDir: string): Promise<string> {
  const hash = createHash('sha256');
  for (const path of await indexFiles(siteDir))
    hash.update(path.slice(siteDir.length)).update(await readFile(path));
  return hash.digest('hex');
}

const fakeDocument = (url: string) => ({
  url,
  html: '',
  entry: { lang: 'fr', title: 'X', keywords: [], html: '' },
});

beforeAll(ensureEngine);
afterEach(() => {
  vi.doUnmock('pagefind');
  vi.resetModules();
});
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

describe('buildSearchIndex', () => {
  it('makes one index per language of the pages', async () => {
    expect(await buildSearchIndex(await newSite(), searchDocuments)).toEqual({
      languages: { en: 1, fr: 4 },
      pages: 5,
    });
  });

  it('writes the same bytes for the same pages, in whatever order they come', async () => {
    const prints = new Set<string>();
    for (const documents of [searchDocuments, searchDocuments.toReversed(), searchDocuments]) {
      const siteDir = await newSite();
      await buildSearchIndex(siteDir, documents);
      prints.add(await fingerprint(siteDir));
    }
    expect(prints.size).toBe(1);
  });

  it('replaces an older index', async () => {
    const siteDir = await newSite();
    await buildSearchIndex(siteDir, searchDocuments);
    const first = await fingerprint(siteDir);
    await writeFile(join(siteDir, 'pagefind', 'fragment', 'fr_left-over.pf_fragment'), 'old');
    await buildSearchIndex(siteDir, searchDocuments);
    expect(await fingerprint(siteDir)).toBe(first);
  });

  it('keeps none of Pagefind’s own user interfaces', async () => {
    const siteDir = await newSite();
    await buildSearchIndex(siteDir, searchDocuments);
    const files = (await indexFiles(siteDir)).map((path) => path.slice(siteDir.length + 1));
    expect(files.filter((path) => /ui|worker|highlight|\.css|unknown/.test(path))).toEqual([]);
    expect(files).toContain('pagefind/engine.js');
  });

  it('hands over every file of the index to pages opened from a folder, unchanged', async () => {
    const siteDir = await newSite();
    await buildSearchIndex(siteDir, searchDocuments);
    const files = await indexFiles(siteDir);
    const carried = new Map<string, string>();
    for (const script of files.filter((path) => path.includes('/pagefind/file/'))) {
      const call = /^kbIndexFiles\((.*)\);\n$/.exec(await readFile(script, 'utf8'));
      for (const [path, bytes] of Object.entries(JSON.parse(call?.[1] ?? '') as Record<string, string>))
        carried.set(path, bytes);
    }
    const originals = files.filter(
      (path) => !path.includes('/pagefind/file/') && !path.endsWith('engine.js'),
    );
    expect(carried.size).toBe(originals.length);
    for (const path of originals) {
      expect(carried.get(path.slice(`${siteDir}/pagefind/`.length))).toBe(await readFile(path, 'base64'));
    }
  });

  it('accepts a site without pages', async () => {
    expect(await buildSearchIndex(await newSite(), [])).toEqual({ languages: {}, pages: 0 });
  });

  it.each([
    ['reports an error', async () => ({ errors: ['no space left'] })],
    ['breaks', () => Promise.reject(new Error('no space left'))],
  ])('ends Pagefind’s process and says why when Pagefind %s', async (_, fail) => {
    const work = async () => ({ errors: [] });
    for (const index of [
      { addHTMLFile: fail, writeFiles: work },
      { addHTMLFile: work, writeFiles: fail },
    ]) {
      const close = vi.fn();
      vi.doMock('pagefind', () => ({ createIndex: async () => ({ errors: [], index }), close }));
      await expect(buildSearchIndex(await newSite(), searchDocuments)).rejects.toMatchObject({
        name: 'Problem',
        wording: { en: 'The search index could not be built: no space left' },
      });
      expect(close).toHaveBeenCalledOnce();
    }
  });

  it.each([
    ['has not started yet', 0],
    ['is reading documents', 3],
  ])('ends Pagefind only when nothing that it was asked is unanswered: it %s', async (_, added) => {
    const told: string[] = [];
    const answerLater = async <Answer>(what: string, answer: Answer) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      told.push(`${what} answered`);
      return answer;
    };
    const index = { addHTMLFile: () => answerLater('document', { errors: [] }) };
    vi.doMock('pagefind', () => ({
      createIndex: () => answerLater('index', { errors: [], index }),
      close: async () => void told.push('closed'),
    }));
    const indexer = startSearchIndex({});
    for (let i = 0; i < added; i++) indexer.add(fakeDocument(`fr/${i}.html`));
    if (added > 0) await vi.waitFor(() => expect(told).toContain('document answered'));
    await indexer.close();
    expect(told).toEqual(['index answered', ...Array(added).fill('document answered'), 'closed']);
  });

  it('gives Pagefind few documents ahead of its answers, so that closing drops the others', async () => {
    const given: string[] = [];
    const index = {
      addHTMLFile: async ({ url }: { url: string }) => {
        given.push(url);
        await new Promise((resolve) => setTimeout(resolve, 5));
        return { errors: [] };
      },
    };
    vi.doMock('pagefind', () => ({ createIndex: async () => ({ errors: [], index }), close: vi.fn() }));
    const indexer = startSearchIndex({});
    const urls = Array.from({ length: 500 }, (_, i) => `/fr/${i}.html`);
    for (const url of urls) indexer.add(fakeDocument(url.slice(1)));
    await vi.waitFor(() => expect(given.length).toBeGreaterThan(20));
    await indexer.close();
    expect(given.length).toBeLessThan(urls.length);
    expect(given).toEqual(urls.slice(0, given.length));
  });
});
