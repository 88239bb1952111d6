import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKnowledgeBase } from '../../src/content/read-knowledge-base.ts';
import { Problem } from '../../src/model/problem.ts';
import { exampleConfig } from '../support/memory-base.ts';

const article = '---\nid: a\ntitle: A\ntype: reference\nowner: livraison\n---\n\nTexte\n';

let root: string;
const put = (file: string, text: string | Buffer) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
};

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'kb-read-'));
  put('kb.config.yaml', exampleConfig);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('reading a knowledge base', () => {
  it('lists articles sorted by path, leaves hidden files out and tells media from articles', async () => {
    put('content/z.md', article);
    put('content/a/b.md', article);
    put('content/.hidden/c.md', article);
    put('content/images/i.png', 'x');
    const base = await readKnowledgeBase(root);
    expect(base.documents.map(({ path }) => path)).toEqual(['content/a/b.md', 'content/z.md']);
    expect([...base.assets]).toEqual(['content/images/i.png']);
  });

  it('forgets texts where asked, and reads them again as they were, or says that they changed', async () => {
    put('content/a.md', article);
    put('content/b.md', article.replace('id: a', 'id: b').replace('Texte', 'Été'));
    const seen: string[] = [];
    const { documents } = await readKnowledgeBase(root, {
      forgetTexts: true,
      onDocument: async (document) => {
        seen.push(document.peekBody());
      },
    });
    expect(seen).toEqual(['\nTexte\n', '\nÉté\n']);
    const [a, b] = documents;
    expect([a?.peekBody(), b?.peekBody()]).toEqual(seen);
    expect(b?.text).toContain('id: b');
    for (const changed of ['Texte changé', 'TEXTE']) {
      put('content/a.md', article.replace('Texte', changed));
      expect(() => a?.body).toThrow(Problem);
    }
    put('content/a.md', article.replace('title: A', 'title: B'));
    expect(() => a?.text).toThrow(expect.objectContaining({ place: 'content/a.md' }));
    rmSync(path.join(root, 'content/a.md'));
    expect(() => a?.peekBytes()).toThrow(Problem);
    put('content/b.md', article);
    expect(b?.body).toBe('\nÉté\n');
  });

  it('goes on when files can’t be read, and says of each why and where', async () => {
    put('content/a.md', article);
    put(
      'content/bad-utf8.md',
      Buffer.concat([Buffer.from('---\nid: b\n'), Buffer.from([0xc3, 0x28]), Buffer.from('\n')]),
    );
    put('content/empty.md', '');
    put('content/huge.md', '');
    truncateSync(path.join(root, 'content/huge.md'), 50 * 1024 * 1024);
    const base = await readKnowledgeBase(root);
    const problems = Object.fromEntries(
      base.documents.map(({ path, problems }) => [path, problems[0]?.wording.en]),
    );
    expect(problems).toEqual({
      'content/a.md': undefined,
      'content/bad-utf8.md': 'Unexpected byte, expected text saved as UTF-8',
      'content/empty.md': 'Unexpected empty file, expected front matter between two `---` lines',
      'content/huge.md': 'Unexpected file of 50.0 MiB, expected at most 1 MiB',
    });
    expect(base.byPath.get('content/bad-utf8.md')?.problems[0]?.line).toBe(3);
  });

  it('refuses symbolic links that leave the base, and follows those that stay', async () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'kb-outside-'));
    writeFileSync(path.join(outside, 'secret.md'), article);
    put('content/a.md', article);
    symlinkSync(path.join(outside, 'secret.md'), path.join(root, 'content/leak.md'));
    symlinkSync(outside, path.join(root, 'content/leak'));
    symlinkSync('a.md', path.join(root, 'content/same.md'));
    symlinkSync('..', path.join(root, 'content/loop'));
    const base = await readKnowledgeBase(root);
    rmSync(outside, { recursive: true });
    const readable = base.documents.filter(({ article }) => article).map(({ path }) => path);
    expect(readable).toEqual(['content/a.md', 'content/same.md']);
    expect(base.documents.filter(({ problems }) => problems.length > 0).map(({ path }) => path)).toEqual([
      'content/leak',
      'content/leak.md',
      'content/loop',
    ]);
  });

  it('takes a byte order mark for what it is', async () => {
    put('content/a.md', `\uFEFF${article}`);
    expect((await readKnowledgeBase(root)).documents[0]?.article?.id).toBe('a');
  });

  it('raises a problem on a missing content folder', async () => {
    await expect(readKnowledgeBase(root)).rejects.toThrow(Problem);
  });
});
