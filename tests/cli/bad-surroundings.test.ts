// Whatever is wrong with settings, output folder or machine: one clear error with its place, exit code 2, and the last good site as it was.
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { articleText, baseConfig, flowchart, makeBase, type SmallBase } from '../serve/small-base.ts';
import { digestFolder, makeFolder, type TemporaryFolder } from '../support/folders.ts';
import { type KbEnding, runKb, sampleDay } from '../support/run-kb.ts';
import { onSmallDisk } from '../support/small-disk.ts';

const kb = (base: SmallBase, args: readonly string[], env: Record<string, string> = {}) =>
  runKb([...args, '--today', sampleDay], { cwd: base.root, env });

/** The program ended with 2 and one line on stderr, and nothing on stdout. */
function expectRefusal({ code, out, err }: KbEnding, message: RegExp): void {
  // What a build had begun is told before; the error is the last line.
  const told = err.split('\n').filter((line) => line !== '' && !line.endsWith('…'));
  expect({ code, out, lines: told.length }, err).toEqual({ code: 2, out: '', lines: 1 });
  expect(told[0]).toMatch(/^kb: /);
  expect(told[0]).toMatch(message);
}

const goodFiles = {
  'content/good.md': articleText('good', `Un article sans reproche.\n\n${flowchart}`),
  'content/Index.md': articleText('index-1', 'Celui qui était là d’abord.'),
};

describe('with a good site in place', () => {
  let base: SmallBase;
  let elsewhere: TemporaryFolder;
  let site: Record<string, string>;

  beforeAll(async () => {
    base = await makeBase(goodFiles);
    expect(await kb(base, ['build'])).toMatchObject({ code: 0 });
    site = await digestFolder(path.join(base.root, 'public'));
    // From here on any build would give another site, so one that slips in does not go unseen.
    await base.write('content/Index.md', articleText('index-1', 'Modifié depuis.'));
    await base.write('keep/notes.txt', 'Tout ce que quelqu’un possède.');
  });

  beforeEach(async () => {
    elsewhere = await makeFolder();
  });

  afterEach(async () => {
    expect(await digestFolder(path.join(base.root, 'public'))).toEqual(site);
    await elsewhere.remove();
    await base.write('kb.config.yaml', baseConfig);
    await base.write('content/good.md', goodFiles['content/good.md']);
  });

  afterAll(() => base?.remove());

  it.each([
    ['an unknown key', `${baseConfig}ownres: {}\n`, /^kb: kb\.config\.yaml:7:1: .*« ownres ».*« owners »/],
    [
      'a missing key',
      baseConfig.replace('name: Essai\n', ''),
      /^kb: kb\.config\.yaml:1:1: .*« name » absente/,
    ],
    [
      'no owner',
      'name: Essai\nowners: {}\n',
      /^kb: kb\.config\.yaml:2:9: .*« owners ».*au moins un responsable/,
    ],
    ['a wrong value', baseConfig.replace('Europe/Paris', 'Paris'), /^kb: kb\.config\.yaml:4:11: .*« Paris »/],
    ['a mistake in the YAML', 'name: "Essai\n', /^kb: kb\.config\.yaml:\d+:\d+: YAML illisible/],
    ['a key given twice', `${baseConfig}name: Autre\n`, /^kb: kb\.config\.yaml:7:1: YAML illisible/],
    ['a list where keys belong', '- name\n', /^kb: kb\.config\.yaml:1:1: /],
    ['nothing in it', '', /^kb: kb\.config\.yaml:1:1: .*« name » absente/],
    ['a rule that does not exist', `${baseConfig}rules: { not-expird: off }\n`, /not-expired/],
    [
      'a content folder above the base',
      `${baseConfig}content: ../\n`,
      /^kb: kb\.config\.yaml:7:10: .*« content »/,
    ],
    ['a content folder that is missing', `${baseConfig}content: contenu\n`, /Dossier de contenu illisible/],
    [
      'a content folder that is a file',
      `${baseConfig}content: kb.config.yaml\n`,
      /Dossier de contenu illisible/,
    ],
  ])(
    'a configuration with %s stops the build with 2, at the place of the mistake',
    async (_what, text, message) => {
      await base.write('kb.config.yaml', text);
      expectRefusal(await kb(base, ['build', '--lang', 'fr']), message);
    },
  );

  it('a mistake in the configuration is told in the same words by lint and report', async () => {
    await base.write('kb.config.yaml', `${baseConfig}ownres: {}\n`);
    for (const command of ['lint', 'report'])
      expectRefusal(await kb(base, [command, '--lang', 'en']), /kb\.config\.yaml:7:1: Unknown key `ownres`/);
  });

  it.each([
    ['a file', 'kb.config.yaml', /Dossier de sortie inutilisable \(ENOTDIR\)/],
    ['a folder under a file', 'kb.config.yaml/public', /\(ENOTDIR\)/],
    ['a folder with the files of somebody else', 'keep', /non construit par kb/],
    ['the base itself', '.', /contient le contenu/],
    ['the folder above the base', '..', /contient le contenu/],
    ['the root of the disk', '/', /contient le contenu/],
    ['the content folder', 'content', /contient le contenu/],
    ['a folder in the content', 'content/public', /se trouve dedans/],
  ])('an output folder that is %s is refused with 2, and nothing is touched', async (_what, out, message) => {
    const before = await digestFolder(base.root);
    expectRefusal(await kb(base, ['build', '--out', out]), message);
    expect(await digestFolder(base.root)).toEqual(before);
  });

  it('an output folder that does not exist is made, with those above it', async () => {
    const built = await kb(base, ['build', '--out', path.join(elsewhere.path, 'a/b/site')]);
    expect(built).toMatchObject({ code: 0 });
    expect(await digestFolder(path.join(elsewhere.path, 'a/b/site'))).toHaveProperty(['index.html']);
  });

  // Nobody may make a folder there, the super-user neither.
  it.skipIf(process.platform !== 'linux')('a place where nothing may be written is told with 2', async () => {
    expectRefusal(
      await kb(base, ['build', '--out', '/sys/kb-site']),
      /^kb: \/sys\/kb-site: Écriture impossible \(E/,
    );
  });

  it.each([
    ['while pages are written', '40k', /Disque plein/],
    [
      'while the search index is written',
      '150k',
      /Disque plein|L’index de recherche n’a pas pu être construit/,
    ],
  ])('a disk that is full %s is told with 2, and the half site is removed', async (_when, size, message) => {
    await onSmallDisk(elsewhere.path, size, async () => {
      await writeFile(path.join(elsewhere.path, 'mine.txt'), 'de trop');
      const { code, out, err } = await kb(base, ['build', '--out', path.join(elsewhere.path, 'site')]);
      expect({ code, out }, err).toEqual({ code: 2, out: '' });
      // Pagefind may have had its own say on stderr before.
      expect(err.trimEnd().split('\n').at(-1)).toMatch(message);
      expect(Object.keys(await digestFolder(elsewhere.path))).toEqual(['mine.txt']);
    });
  });

  it.each([
    ['no browser at all', 'none', /^kb: Aucun navigateur.*KB_BROWSER/],
    ['a browser that is not there', '/nowhere/chrome', /^kb: KB_BROWSER vaut « \/nowhere\/chrome »/],
  ])('%s stops a build that has a flowchart to draw, with 2', async (_what, KB_BROWSER, message) => {
    await base.write('content/good.md', articleText('good', flowchart.replace('Attendre', 'Appeler')));
    expectRefusal(await kb(base, ['build'], { KB_BROWSER }), message);
  });

  it('no browser is needed where every flowchart was drawn before', async () => {
    const out = path.join(elsewhere.path, 'site');
    expect(await kb(base, ['build', '--out', out], { KB_BROWSER: 'none' })).toMatchObject({ code: 0 });
  });

  it('an audience that is not configured is refused with 2', async () => {
    expectRefusal(await kb(base, ['build', '--audience', 'partners']), /« partners ».*« partner »/);
  });

  it.each(['preview', 'dev'])('a port in use is told by kb %s, with 2', async (command) => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const port = String((server.address() as AddressInfo).port);
      expectRefusal(
        await kb(base, [command, '--port', port]),
        new RegExp(`^kb: 127\\.0\\.0\\.1:${port}: Port ${port} déjà pris`),
      );
    } finally {
      server.close();
    }
  });

  it('a site that was never built is told by kb search and kb preview, with 2', async () => {
    expectRefusal(await kb(base, ['search', 'colis', '--site', 'nulle-part']), /kb build/);
    expectRefusal(await kb(base, ['preview', '--port', '0', '--site', 'nulle-part']), /kb build/);
  });

  it('a damaged search index is told by kb search, with 2', async () => {
    const copy = path.join(elsewhere.path, 'site');
    expect(await kb(base, ['build', '--out', copy])).toMatchObject({ code: 0 });
    await rm(path.join(copy, 'pagefind', 'index'), { recursive: true });
    expectRefusal(await kb(base, ['search', 'article', '--site', copy]), /Index de recherche illisible/);
  });
});
