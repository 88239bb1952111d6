// What `kb dev` takes notice of.
import { describe, expect, it } from 'vitest';
import { isWatched, watchBase } from '../../src/serve/watch-base.ts';
import { makeBase } from './small-base.ts';

describe('the watch on a knowledge base', () => {
  it.each([
    '',
    'kb.config.yaml',
    'docs',
    'docs/content',
    'docs/content/a.md',
    'docs/content/images/b.png',
    'fragments',
    'fragments/x.md',
    'variables.yaml',
  ])('covers "%s"', (file) => {
    expect(isWatched(file, 'docs/content')).toBe(true);
  });

  it.each([
    'public/index.html',
    'node_modules/x.md',
    '.git/HEAD',
    '.kb/cache/a.svg',
    'docs/other.md',
    'fragments/.x.md.swp',
    'fragments-of-others/x.md',
    'docs/content-of-others/a.md',
    'docs/content/.a.md.swp',
    'docs/content/.git/HEAD',
    'docs/content/node_modules/x/README.md',
    '../elsewhere',
  ])('leaves out %s', (file) => {
    expect(isWatched(file, 'docs/content')).toBe(false);
  });
});

it('knows which files it would notice a change of', async () => {
  const base = await makeBase({ 'content/a/b.md': '', 'content/c.png': '', 'content/node_modules/d.md': '' });
  const watch = await watchBase({
    root: base.root,
    content: './content/',
    onChange: () => undefined,
    onError: () => undefined,
  });
  expect(watch.covers(['content', 'content/a/b.md', 'content/c.png', 'content/node_modules/d.md'])).toBe(
    true,
  );
  expect(watch.covers(['content/c.png', 'content/a/unseen.md'])).toBe(false);
  await watch.close();
  await base.remove();
});
