// `kb dev` on a real base with real changes: every mistake shows, none ends the server, and mending one is enough.
import { rename, rm, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventually, listen } from './ask.ts';
import { article, sound, useDev } from './dev-harness.ts';
import { articleText, baseConfig, flowchart } from './small-base.ts';

const dev = useDev();

describe('kb dev', () => {
  it('shows articles, drafts too, and the pages around them', async () => {
    await dev.start({
      'content/brouillon.md': articleText('brouillon', 'Pas encore relu.', { status: 'draft' }),
    });
    const page = await dev.ask('/fr/colis.html');
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body).toContain('Texte d’origine.');
    expect(page.body).toContain('<script src="../assets/dev.js" defer>');
    expect((await dev.ask('/fr/brouillon.html')).body).toContain('Pas encore relu.');
    expect((await dev.ask('/')).body).toContain('Essai');
    expect((await dev.ask('/fr')).headers.location).toBe('/fr/');
    expect((await dev.ask('/fr/category/livraison/')).body).toContain('Titre de colis');
    expect(dev.errors).toEqual([]);
  });

  it('shows the page for a lost reader at any depth, with its styles', async () => {
    await dev.start();
    const { status, body } = await dev.ask('/fr/deep/nothing.html');
    expect(status).toBe(404);
    expect(body).toContain('href="/assets/kb.css"');
  });

  it('shows a change, a new file, a rename and a deletion, with an account of what changed', async () => {
    await dev.start();
    await dev.base().write(article, sound.replace('d’origine', 'nouveau'));
    await dev.pageWith('/fr/colis.html', 'Texte nouveau.');
    await dev.base().write('content/autre.md', articleText('autre', 'Encore un.'));
    await dev.pageWith('/fr/autre.html', 'Encore un.');
    await rename(
      path.join(dev.base().root, 'content/autre.md'),
      path.join(dev.base().root, 'content/livraison/autre.md'),
    );
    await dev.pageWith('/fr/category/livraison/', 'Titre de autre');
    await unlink(path.join(dev.base().root, 'content/livraison/autre.md'));
    await eventually(async () => expect((await dev.ask('/fr/autre.html')).status).toBe(404));
    expect(dev.rereads.at(0)?.changed).toEqual([article]);
    expect(dev.rereads.at(-1)?.changed).toContain('content/livraison/autre.md');
  });

  it('sees a file that an editor replaces by another, time and again', async () => {
    await dev.start();
    for (const round of ['premier', 'deuxième', 'troisième']) {
      const temporary = path.join(dev.base().root, 'content/livraison/.colis.md.tmp');
      await writeFile(temporary, sound.replace('d’origine', round));
      await rename(temporary, path.join(dev.base().root, article));
      await dev.pageWith('/fr/colis.html', `Texte ${round}.`);
    }
    for (const name of ['Un', 'Deux']) {
      const temporary = path.join(dev.base().root, 'kb.config.yaml~');
      await writeFile(temporary, baseConfig.replace('Essai', name));
      await rename(temporary, path.join(dev.base().root, 'kb.config.yaml'));
      await dev.pageWith('/', `<title>${name}</title>`);
    }
  });

  it('tells open pages to load again, and the findings of the page that asks', async () => {
    const other = articleText('autre', 'Voir [rien](rien.md).');
    await dev.start({ 'content/autre.md': other });
    const [home, page] = [listen(dev.server().port, '/'), listen(dev.server().port, '/fr/autre.html?x#y')];
    expect(await home.next('findings')).toEqual([]);
    expect(await page.next('findings')).toContainEqual({
      path: 'content/autre.md',
      line: 9,
      column: 6,
      rule: 'links-resolve',
      severity: 'error',
      message: expect.stringContaining('rien.md'),
    });
    await dev.base().write(article, `${sound}\nPlus.`);
    await Promise.all([home.next('reload'), page.next('reload')]);
    await dev.base().write('kb.config.yaml', 'name: [');
    await Promise.all([home.next('reload'), page.next('reload')]);
    home.close();
    page.close();
  });

  it('shows why the configuration can’t be read, and goes on once it is mended', async () => {
    await dev.start();
    await dev.base().write('kb.config.yaml', `${baseConfig}nmae: "<script>alert(1)</script>"\n`);
    const broken = await dev.pageWith('/fr/colis.html', 'kb.config.yaml:7:');
    expect(broken.status).toBe(500);
    expect(broken.body).toContain('src="/assets/dev.js"');
    expect(broken.headers['content-security-policy']).toContain("default-src 'none'");
    expect(broken.body).not.toContain('<script>alert');
    expect(dev.rereads.at(-1)?.problem?.place).toMatch(/^kb\.config\.yaml:7:/);
    const page = listen(dev.server().port, '/fr/colis.html');
    expect(await page.next('findings')).toEqual([]);
    page.close();
    expect((await dev.ask('/assets/dev.js')).status).toBe(200);
    await unlink(path.join(dev.base().root, 'kb.config.yaml'));
    await dev.pageWith('/', 'Configuration illisible');
    await dev.base().write('kb.config.yaml', baseConfig);
    await dev.pageWith('/fr/colis.html', 'Texte d’origine.');
  });

  it('follows the configuration to another content folder, even one that comes later', async () => {
    await dev.start();
    await dev.base().write('kb.config.yaml', `${baseConfig}content: docs/articles\n`);
    await dev.pageWith('/', 'Dossier de contenu illisible');
    await dev.base().write('docs/articles/neuf.md', articleText('neuf', 'Ailleurs.'));
    await dev.pageWith('/fr/neuf.html', 'Ailleurs.');
    await dev.base().write('docs/articles/neuf.md', articleText('neuf', 'Encore ailleurs.'));
    await dev.pageWith('/fr/neuf.html', 'Encore ailleurs.');
  });

  it('sees edits in folders that were made a moment before, however deep', async () => {
    await dev.start();
    for (let round = 1; round <= 15; round++) {
      const file = `content/nouveau-${round}/a/b/c/article-${round}.md`;
      const [first, second] = ['Premier jet.', 'Second jet.'].map((text) =>
        articleText(`article-${round}`, text),
      );
      await dev.base().write(file, first ?? '');
      await dev.pageWith(`/fr/article-${round}.html`, 'Premier jet.');
      await dev.base().write(file, second ?? '');
      await dev.pageWith(`/fr/article-${round}.html`, 'Second jet.');
    }
  });

  it('says that the content folder is gone, and goes on once it is back', async () => {
    await dev.start();
    await rename(path.join(dev.base().root, 'content'), path.join(dev.base().root, 'aside'));
    await dev.pageWith('/fr/colis.html', 'Dossier de contenu illisible');
    await rename(path.join(dev.base().root, 'aside'), path.join(dev.base().root, 'content'));
    await dev.pageWith('/fr/colis.html', 'Texte d’origine.');
    await rm(path.join(dev.base().root, 'content'), { recursive: true });
    await dev.pageWith('/fr/colis.html', 'Dossier de contenu illisible');
    await dev.base().write(article, sound);
    await dev.pageWith('/fr/colis.html', 'Texte d’origine.');
    await dev.base().write(article, sound.replace('d’origine', 'suivi'));
    await dev.pageWith('/fr/colis.html', 'Texte suivi.');
  });

  it.each([
    ['a wrong type', sound.replace('type: procedure', 'type: "<b>nothing</b>"'), `${article}:4:`],
    ['broken front matter', sound.replace('type: procedure', 'type: [procedure'), `${article}:`],
    ['no front matter', 'Seulement du texte.', `${article}:1:1`],
    ['an empty file', '', `${article}:1:1`],
  ])('shows the findings at the address of an article with %s', async (_mistake, text, place) => {
    await dev.start();
    await dev.base().write(article, text);
    const { status, body } = await dev.pageWith('/fr/colis.html', 'Cet article ne peut pas être lu');
    expect(status).toBe(500);
    expect(body).toContain(place);
    expect(body).not.toContain('<b>nothing</b>');
    await dev.base().write(article, sound);
    await dev.pageWith('/fr/colis.html', 'Texte d’origine.');
  });

  it('knows the address of an article that was never sound, by its id or by its name', async () => {
    await dev.start({
      'content/a.md': articleText('identifiant', '', { type: 'rien' }),
      'content/sans-en-tete.md': 'Rien.',
    });
    expect((await dev.ask('/fr/identifiant.html')).body).toContain('content/a.md:4:');
    expect((await dev.ask('/fr/sans-en-tete.html')).body).toContain('content/sans-en-tete.md:1:1');
  });

  it('shows the page of a broken flowchart, and its finding', async () => {
    await dev.start({
      'content/logigramme.md': articleText('logigramme', 'Avant.\n\n```mermaid\nflowchart TD\n  A -->\n```'),
    });
    const { status, body } = await dev.ask('/fr/logigramme.html');
    expect([status, body.includes('Avant.')]).toEqual([200, true]);
    const page = listen(dev.server().port, '/fr/logigramme.html');
    expect(await page.next('findings')).toContainEqual(expect.objectContaining({ rule: 'flowcharts-parse' }));
    page.close();
  });

  it('shows pages where no browser is at hand, with the reason in place of the picture', async () => {
    await dev.start({ 'content/logigramme.md': articleText('logigramme', `Avant.\n\n${flowchart}`) });
    const { status, body } = await dev.ask('/fr/logigramme.html');
    expect(status).toBe(200);
    expect(body).toContain('Aucun navigateur pour dessiner les logigrammes');
    expect(body).toContain('Attendre');
    expect(dev.errors).toEqual([]);
  });
});
