// `kb lsp` as an editor sees it: the real program, spoken to over its streams.
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CompletionItem, Diagnostic, Range } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { temporaryFolder } from '../cli/fake-host.ts';
import { articleText, baseConfig, flowchart, makeBase, type SmallBase } from '../serve/small-base.ts';
import { runKb } from '../support/run-kb.ts';
import { type Editor, type EditorOptions, startEditor } from './lsp-client.ts';

/** A base of two articles, in which only what a test is about is wrong. */
const quiet = `${baseConfig}reasons:
  delivery.late: { fr: Colis en retard, en: Late parcel }
rules: { is-validated: off, articles-are-linked: off, procedures-have-steps: off, reasons-are-covered: off }
`;
const files = {
  'kb.config.yaml': quiet,
  'content/a.md': articleText('a', '## Étapes\n\n1. Ouvrir le suivi.'),
  'content/livraison/b.md': articleText('b', '## Étapes\n\n1. Ouvrir le suivi du colis.'),
  'notes.md': 'Sans en-tête.\n',
};

async function start(
  options: Partial<EditorOptions> = {},
  more: Readonly<Record<string, string>> = {},
): Promise<{ editor: Editor; base: SmallBase }> {
  const base = await makeBase({ ...files, ...more });
  onTestFinished(base.remove);
  return { base, editor: await startEditor({ root: base.root, ...options }) };
}

function rules(found: readonly Diagnostic[]): (string | number | undefined)[] {
  return found.map(({ code }) => code);
}

function broken(found: readonly Diagnostic[]): boolean {
  return rules(found).includes('links-resolve');
}

/** The whole of line `line` of an article's text, from 1. */
function lineRange(line: number): Range {
  return { start: { line: line - 1, character: 0 }, end: { line: line - 1, character: 0 } };
}

describe('the language server', () => {
  it('says what it can do', async () => {
    const { editor } = await start();
    expect(editor.result).toMatchObject({
      serverInfo: { name: 'kb' },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: 2, save: true },
        codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.kb'] },
        completionProvider: { triggerCharacters: expect.arrayContaining([':', '(']) },
      },
    });
    expect(await editor.end()).toBe(0);
  });

  it('finds in the open text what the rules find in a file, in UTF-16 columns', async () => {
    const { editor } = await start();
    const found = await editor.open(
      'content/a.md',
      articleText('a', '## 📦 Étapes\n\n📦📦 [suivi](id:perdu).'),
    );
    expect(found).toEqual([
      {
        range: { start: { line: 10, character: 5 }, end: { line: 10, character: 22 } },
        severity: 1,
        source: 'kb',
        code: 'links-resolve',
        message: 'Aucun article « perdu », attendu : un identifiant existant',
      },
    ]);
    expect(await editor.replace('content/a.md', 'id:perdu', 'id:b')).toEqual([]);
  });

  it('speaks the editor’s language, or the one that is asked for', async () => {
    const text = articleText('a', '[suivi](id:perdu)');
    const { editor } = await start({ locale: 'en-GB' });
    const [english] = await editor.open('content/a.md', text);
    expect(english?.message).toBe('No article `perdu`, expected an id that exists');
    const { editor: asked } = await start({ locale: 'en-GB', args: ['--lang', 'fr'] });
    const [french] = await asked.open('content/a.md', text);
    expect(french?.message).toBe('Aucun article « perdu », attendu : un identifiant existant');
    const { editor: other } = await start({ locale: 'de' });
    const [configured] = await other.open('content/a.md', text);
    expect(configured?.message).toBe(french?.message);
  });

  it('judges other open texts by what stands in this one', async () => {
    const { editor } = await start();
    await editor.open('content/a.md', articleText('a', '[b](id:b) et [b](livraison/b.md#étapes)'));
    const b = articleText('b', '## Étapes\n\nTexte.');
    await editor.open('content/livraison/b.md', b);
    expect(await editor.diagnosticsWhen('content/a.md', () => true)).toEqual([]);
    await editor.replace('content/livraison/b.md', 'id: b', 'id: autre');
    const lost = await editor.diagnosticsWhen('content/a.md', broken);
    expect(rules(lost)).toEqual(['links-resolve']);
    editor.close('content/livraison/b.md');
    // What was typed and never saved is gone with it.
    await editor.diagnosticsWhen('content/a.md', (found) => found.length === 0);
  });

  it('checks a flowchart, and a text that was never saved', async () => {
    const { editor } = await start();
    const chart = flowchart.replace('A -->|non| C[Attendre]', 'A -->|non');
    const found = await editor.open('content/neuf.md', articleText('neuf', chart));
    expect(rules(found)).toEqual(['flowcharts-parse']);
  });

  it('says nothing of a file outside the content folder', async () => {
    const { editor } = await start();
    await editor.open('content/a.md', articleText('a', '[x](id:perdu)'));
    editor.show('notes.md', 'Sans en-tête.\n');
    editor.show('content/.brouillon/c.md', 'Sans en-tête.\n');
    await editor.replace('content/a.md', 'id:perdu', 'id:perdue');
    expect(await editor.complete('notes.md', { line: 0, character: 0 })).toEqual([]);
    expect(editor.judged()).toEqual([editor.uriOf('content/a.md')]);
    expect(editor.messages).toEqual([]);
  });
});

describe('actions', () => {
  const twoLists = articleText(
    'a',
    '## Étapes\n\n1. Un.\n2. Deux.\n4. Trois.\n\nTexte.\n\n1. Un.\n3. Deux.\n4. Trois.',
  );

  it('mend one finding', async () => {
    const { editor } = await start();
    const found = await editor.open('content/a.md', twoLists);
    expect(rules(found)).toContain('list-numbers-in-order');
    const [first] = await editor.actions('content/a.md', lineRange(13), ['quickfix']);
    expect(first).toMatchObject({
      title: 'Remplacer « 4 » par « 3 »',
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: [{ code: 'list-numbers-in-order' }],
    });
    await editor.apply('content/a.md', first);
    expect(editor.textOf('content/a.md').getText()).toBe(twoLists.replace('4. Trois', '3. Trois'));
  });

  it('mend all findings at once', async () => {
    const { editor } = await start({ locale: 'en' });
    await editor.open('content/a.md', twoLists);
    const actions = await editor.actions('content/a.md', lineRange(1), ['source.fixAll']);
    expect(actions).toMatchObject([{ title: 'Mend all that kb can mend', kind: 'source.fixAll.kb' }]);
    const left = await editor.apply('content/a.md', actions[0]);
    expect(rules(left)).not.toContain('list-numbers-in-order');
    expect(editor.textOf('content/a.md').getText()).toBe(
      articleText('a', '## Étapes\n\n1. Un.\n2. Deux.\n3. Trois.\n\nTexte.\n\n1. Un.\n2. Deux.\n3. Trois.'),
    );
    expect(await editor.actions('content/a.md', lineRange(1), ['source.fixAll.kb'])).toEqual([]);
  });

  it('suppress a finding on its line, and leave its reason to be written', async () => {
    const { editor } = await start();
    const text = articleText('a', 'Voir ici :\n[le suivi](id:perdu)\n\n- un\n- [le délai](id:perdu)');
    const wanted = 'Suspendre « links-resolve » ici, avec une raison';
    await editor.open('content/a.md', text);
    for (const place of [
      { line: 9, character: 3 },
      { line: 12, character: 3 },
    ]) {
      const actions = await editor.actions('content/a.md', { start: place, end: place });
      await editor.apply(
        'content/a.md',
        actions.find(({ title }) => title === wanted),
      );
    }
    expect(broken(await editor.diagnosticsWhen('content/a.md', () => true))).toBe(false);
    const comment = '<!-- kb-disable-next-line links-resolve: … -->';
    expect(editor.textOf('content/a.md').getText()).toBe(
      articleText(
        'a',
        `Voir ici : ${comment}\n[le suivi](id:perdu)\n\n- un ${comment}\n- [le délai](id:perdu)`,
      ),
    );
  });

  it('silence a rule once for all that it says of a line', async () => {
    const { editor } = await start();
    await editor.open('content/a.md', articleText('a', '[le suivi](id:perdu) et [le délai](id:perdue)'));
    const begin = { line: 8, character: 0 };
    const actions = await editor.actions('content/a.md', { start: begin, end: { line: 9, character: 0 } });
    const silencing = actions.filter(({ title }) => title.includes('links-resolve'));
    expect(silencing).toHaveLength(1);
    expect(silencing[0]?.diagnostics).toHaveLength(2);
    expect(broken(await editor.apply('content/a.md', silencing[0]))).toBe(false);
  });

  it('are none for a rule that nothing may silence', async () => {
    const { editor } = await start();
    const found = await editor.open('content/a.md', articleText('a', 'Texte.', { expires: '2026-01-01' }));
    expect(rules(found)).toEqual(['not-expired']);
    const [{ range } = { range: lineRange(1) }] = found;
    expect(await editor.actions('content/a.md', range)).toEqual([]);
  });

  it('belong to the text as it is now', async () => {
    const { editor } = await start();
    await editor.open('content/a.md', twoLists);
    void editor.replace('content/a.md', '## Étapes\n', '## Étapes\n\nDébut.\n');
    const [first] = await editor.actions('content/a.md', lineRange(15), ['quickfix']);
    expect(first?.edit?.documentChanges).toMatchObject([{ textDocument: { version: 2 } }]);
    await editor.apply('content/a.md', first);
    expect(editor.textOf('content/a.md').getText()).toContain('2. Deux.\n3. Trois.\n\nTexte.');
  });
});

describe('proposals', () => {
  /** What `item` makes of the open text. */
  function accept(editor: Editor, file: string, item: CompletionItem | undefined): string {
    const edit = item?.textEdit;
    if (!edit || !('range' in edit)) throw new Error('The item has no edit');
    return TextDocument.applyEdits(editor.textOf(file), [edit]);
  }

  it('are owners with their names, and take the place of what was typed', async () => {
    const { editor } = await start();
    const text = articleText('a', 'Texte.', { owner: 'liv' });
    await editor.open('content/a.md', text);
    const items = await editor.complete('content/a.md', { line: 4, character: 10 });
    expect(items).toMatchObject([{ label: 'livraison', detail: 'Livraison' }]);
    expect(accept(editor, 'content/a.md', items[0])).toBe(text.replace('owner: liv', 'owner: livraison'));
  });

  it('are articles, by id or by path, with their titles', async () => {
    const { editor } = await start();
    const text = articleText('a', 'Voir [b](id:) et [b](');
    await editor.open('content/a.md', text);
    const ids = await editor.complete('content/a.md', { line: 8, character: 12 });
    expect(ids.map(({ label }) => label)).toEqual(['id:a', 'id:b']);
    expect(accept(editor, 'content/a.md', ids[1])).toBe(text.replace('(id:)', '(id:b)'));
    const paths = await editor.complete('content/a.md', { line: 8, character: 21 });
    expect(paths[0]).toMatchObject({ label: 'livraison/b.md', detail: 'Titre de b' });
  });
});

describe('what happens on the disk', () => {
  it('is noticed where the editor watches: edits, new files, deletions, the configuration', async () => {
    const { editor, base } = await start();
    await editor.open('content/a.md', articleText('a', '[c](id:c)'));
    await editor.waitFor(() => editor.watched().length === 2);
    expect(editor.watched()).toEqual(['**/kb.config.yaml', '**/content/**']);

    await base.write('content/c.md', articleText('c', 'Texte.'));
    editor.tell('content/c.md', 1);
    await editor.diagnosticsWhen('content/a.md', (found) => found.length === 0);
    await base.write('content/c.md', articleText('cc', 'Texte.'));
    editor.tell('content/c.md', 2);
    await editor.diagnosticsWhen('content/a.md', broken);
    await base.write('content/c.md', articleText('c', 'Texte.'));
    editor.tell('content/c.md', 2);
    await editor.diagnosticsWhen('content/a.md', (found) => found.length === 0);
    await rm(path.join(base.root, 'content/c.md'));
    editor.tell('content/c.md', 3);
    await editor.diagnosticsWhen('content/a.md', broken);

    await base.write('kb.config.yaml', `${quiet.trimEnd().slice(0, -2)}, links-resolve: off }\n`);
    editor.tell('kb.config.yaml', 2);
    await editor.diagnosticsWhen('content/a.md', (found) => found.length === 0);
  });

  it('is looked at with each save where the editor does not', async () => {
    const { editor, base } = await start({ watches: false });
    await editor.open('content/a.md', articleText('a', '[c](id:c)'));
    await base.write('content/c.md', articleText('c', 'Texte.'));
    editor.save('content/a.md');
    await editor.diagnosticsWhen('content/a.md', (found) => found.length === 0);
    expect(editor.watched()).toEqual([]);
  });
});

describe('what a person has to mend first', () => {
  it('is told once for a malformed configuration, and checked again once it is mended', async () => {
    const { editor, base } = await start({}, { 'kb.config.yaml': `${quiet}owner: {}\n` });
    editor.show('content/a.md', articleText('a', '[x](id:perdu)'));
    const message = await editor.messageWhen(() => true);
    expect(message).toBe('kb: kb.config.yaml:10:1: Clé inconnue « owner » ; vouliez-vous dire « owners » ?');
    expect(await editor.complete('content/a.md', { line: 4, character: 7 })).toEqual([]);
    expect(editor.messages).toHaveLength(1);
    await base.write('kb.config.yaml', quiet);
    editor.tell('kb.config.yaml', 2);
    await editor.diagnosticsWhen('content/a.md', broken);
    expect(await editor.end()).toBe(0);
  });

  it('is told of a configuration that goes wrong, while the last good one counts', async () => {
    const { editor, base } = await start();
    await editor.open('content/a.md', articleText('a', '[x](id:perdu)'));
    await base.write('kb.config.yaml', 'name: [');
    editor.tell('kb.config.yaml', 2);
    expect(await editor.messageWhen(() => true)).toMatch(/^kb: kb\.config\.yaml:1:/);
    expect(broken(await editor.replace('content/a.md', 'perdu', 'perdue'))).toBe(true);
    expect(editor.messages).toHaveLength(1);
  });

  it('is told where there is no knowledge base', async () => {
    const editor = await startEditor({ root: await temporaryFolder(), locale: 'en' });
    editor.show('content/a.md', articleText('a', 'Texte.'));
    expect(await editor.messageWhen(() => true)).toMatch(/: No kb\.config\.yaml in this folder or above it;/);
    editor.show('content/b.md', articleText('b', 'Texte.'));
    expect(await editor.complete('content/b.md', { line: 4, character: 7 })).toEqual([]);
    expect(editor.messages).toHaveLength(1);
    expect(await editor.end()).toBe(0);
  });

  it('follows each text to its own base below the folder that the editor shows', async () => {
    const { base } = await start();
    const root = path.dirname(base.root);
    const folder = path.basename(base.root);
    const editor = await startEditor({ root });
    expect(broken(await editor.open(`${folder}/content/a.md`, articleText('a', '[x](id:perdu)')))).toBe(true);
  });
});

describe('the end', () => {
  it('comes with exit code 1 without a shutdown', async () => {
    const { editor } = await start();
    void editor.connection.sendNotification('exit');
    expect(await editor.ended).toBe(1);
  });

  it('comes with the input’s', async () => {
    const { editor } = await start();
    await editor.open('content/a.md', articleText('a', '[x](id:perdu)'));
    editor.child.stdin.end();
    expect(await editor.ended).toBe(1);
  });

  it('comes with the end of the editor’s process', async () => {
    const process_ = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    onTestFinished(() => {
      process_.kill('SIGKILL');
    });
    const { editor } = await start({ processId: process_.pid ?? null });
    await editor.open('content/a.md', articleText('a', '[x](id:perdu)'));
    process_.kill('SIGKILL');
    expect(await editor.ended).toBe(1);
  });

  it('comes before the start, with what to do, where --kb names no base', async () => {
    const { code, out, err } = await runKb(['lsp', '--kb', '.', '--lang', 'en'], {
      cwd: await temporaryFolder(),
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/No kb\.config\.yaml in this folder or above it/);
  });
});
