// `kb mcp` with the protocol's own client over real pipes: handshake, every tool, and what no assistant may be told.
import path from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadMcp } from '../../src/mcp/load-mcp.ts';
import { articleText, baseConfig, makeBase, type SmallBase } from '../serve/small-base.ts';
import { projectRoot } from '../support/corpora.ts';
import { runKb } from '../support/run-kb.ts';

const today = '2026-11-16';
const flow = '```mermaid\nflowchart TD\n  a{Reçu ?} -->|oui| b([Clore])\n  a -->|non| c([Enquêter])\n```';

let base: SmallBase;
let client: Client;

/** Answers to what a tool was asked. */
interface Told {
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly isError: boolean;
}

async function call(name: string, args: Record<string, unknown> = {}): Promise<Told> {
  const answer = await client.callTool({ name, arguments: args });
  const [content] = answer.content as { type: string; text: string }[];
  return {
    text: content?.text ?? '',
    data: (answer.structuredContent ?? {}) as Record<string, unknown>,
    isError: answer.isError === true,
  };
}

async function connect(...args: string[]): Promise<Client> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [path.join(projectRoot, 'bin/kb.js'), 'mcp', '--today', today, '--site', 'site', ...args],
    cwd: base.root,
    stderr: 'pipe',
  });
  const made = new Client({ name: 'test', version: '1' });
  await made.connect(transport);
  return made;
}

beforeAll(async () => {
  base = await makeBase({
    'kb.config.yaml': baseConfig,
    'fragments/delai.md': 'Comptez **deux jours** ouvrés.\n',
    'content/colis.md': articleText(
      'colis',
      `Le colis hippocampe.\n\n## Vérifier\n\n::include{id=delai}\n\n### Le suivi\n\nLisez-le.\n\n## Décider\n\n${flow}`,
    ),
    'content/valide.md': articleText('valide', 'Hippocampe validé.'),
    'content/perime.md': articleText('perime', 'Hippocampe secret-perime.', { expires: '2026-11-01' }),
    'content/client.md': articleText(
      'client',
      'Hippocampe client, [voir le colis](id:colis). <!-- à nous -->',
      { audience: '[customer]' },
    ),
  });
  const by = ['--by', 'Claire Vasseur', '--today', '2026-11-10', '--yes'];
  expect(await runKb(['validate', 'valide', 'client', ...by], { cwd: base.root })).toMatchObject({ code: 0 });
  expect(await runKb(['build', '--today', today, '--out', 'site'], { cwd: base.root })).toMatchObject({
    code: 0,
  });
  client = await connect();
}, 120_000);

afterAll(async () => {
  await client?.close();
  await base?.remove();
});

describe('an assistant', () => {
  it('is greeted with the version, told how to use the base, and offered tools that change nothing', async () => {
    expect(client.getServerVersion()).toMatchObject({ name: 'kb', version: expect.stringMatching(/^\d+\./) });
    expect(client.getInstructions()).toContain('Never present expired or archived text as current');
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'search',
      'read',
      'outline',
      'report',
      'lint',
      'template',
    ]);
    for (const { inputSchema, description, annotations } of tools) {
      expect(inputSchema.type).toBe('object');
      expect(description).toMatch(/\.$/);
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
    }
  });

  it('finds articles with their state of today; nothing of an expired one, but its state when asked', async () => {
    const { text, data } = await call('search', { query: 'hippocampe' });
    const ids = (told: typeof data) => (told.results as { id: string }[]).map(({ id }) => id).sort();
    expect(ids(data)).toEqual(['colis', 'valide']);
    expect(text).toContain('UNVALIDATED: nobody answers for it yet');
    expect(text).toMatch(
      /Validity: current \(last day 2027-03-31\)\. Trust: validated \(validated by Claire Vasseur, 2026-11-10\)/,
    );
    const all = await call('search', { query: 'hippocampe', include_obsolete: true });
    expect(ids(all.data)).toEqual(['colis', 'perime', 'valide']);
    expect(all.text).toContain('EXPIRED');
    expect(JSON.stringify(all)).not.toContain('secret-perime');
    expect((await call('search', { query: 'hippocampe', limit: 1 })).data.results).toHaveLength(1);
    expect((await call('search', { query: 'zzyzx' })).text).toBe('Nothing found.');
  });

  it('reads an article with its fragments, one section of it, and an expired one by its name', async () => {
    const whole = await call('read', { id: 'colis' });
    expect(whole.text).toMatch(/^UNVALIDATED[^\n]*\nTitre de colis \[fr\/colis\]\nValidity: current/);
    expect(whole.data).toMatchObject({
      trust: 'unvalidated',
      version: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
    expect(whole.text).toContain('Comptez **deux jours** ouvrés.');
    const section = await call('read', { id: 'colis', section: 'vérifier' });
    expect(section.data.markdown).toBe(
      '## Vérifier\n\nComptez **deux jours** ouvrés.\n\n### Le suivi\n\nLisez-le.',
    );
    expect((await call('read', { id: 'perime' })).text).toMatch(/^EXPIRED/);
    expect(await call('read', { id: 'client' })).toMatchObject({
      isError: true,
      text: 'No article `client` for this audience',
    });
    expect(await call('read', { id: 'colis', section: 'rien' })).toMatchObject({ isError: true });
  });

  it('sees headings, and flowcharts as steps', async () => {
    const { text, data } = await call('outline', { id: 'colis' });
    expect(text).toContain('## Décider (décider)');
    expect(text).toContain(
      '1. Reçu ?\n   - oui\n     2. Clore [outcome]\n   - non\n     3. Enquêter [outcome]',
    );
    expect(data.flowcharts).toHaveLength(1);
  });

  it('is told the state of the base, and what to update first', async () => {
    const { text, data } = await call('report');
    expect(text).toMatch(/^3 articles on 2026-11-16\. Validity: .*1 expired/);
    expect((data.articles as { id: string }[])[0]?.id).toBe('perime');
    expect(JSON.stringify(data)).not.toContain('Titre de client');
  });

  it('checks an article, and a draft against the rest of the base, which stays as it is', async () => {
    const draft = articleText('brouillon', 'Voir [le colis](colis.md) et [rien](absent.md).');
    const { data, text } = await call('lint', { draft });
    expect(data).toMatchObject({ path: 'content/draft.md', isArticle: true });
    expect(text).toMatch(/^\d+:\d+ error .*absent\.md.*\(links-resolve\)$/m);
    expect(text).not.toContain('colis.md');
    expect((await call('lint', { id: 'valide' })).text).toMatch(/^Titre de valide/);
    expect(await call('lint', { draft, path: 'content/../../x.md' })).toMatchObject({ isError: true });
    expect(await call('read', { id: 'brouillon' })).toMatchObject({ isError: true });
    const { data: template } = await call('template', { type: 'procedure', lang: 'en' });
    expect(template.markdown).toMatch(/^---\n/);
  });

  it('is refused what no tool takes, and reads the files as they are at that moment', async () => {
    expect((await call('search', { query: '' })).isError).toBe(true);
    expect((await call('template', { type: 'poem' })).isError).toBe(true);
    await base.write('content/nouveau.md', articleText('nouveau', 'Tout neuf.'));
    expect((await call('read', { id: 'nouveau' })).text).toContain('Tout neuf.');
  });

  it('of customers is told of what customers may read, and of no more', async () => {
    const customers = await connect('--audience', 'customer');
    const ask = async (name: string, args: Record<string, unknown>) =>
      JSON.stringify(await customers.callTool({ name, arguments: args }));
    expect(await ask('read', { id: 'valide' })).toContain('"isError":true');
    const read = await ask('read', { id: 'client' });
    expect(read).toContain('Hippocampe client, voir le colis.');
    expect(read).toContain('"owner":null,');
    expect(read).toContain('"validatedBy":null,"validatedOn":"2026-11-10"');
    expect(read).not.toMatch(/Livraison|Vasseur|id:colis|à nous/);
    expect(await ask('outline', { id: 'client' })).not.toMatch(/Livraison|Vasseur/);
    // What writers ask of the whole base is not there, nor spoken of.
    const { tools } = await customers.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(['outline', 'read', 'search']);
    expect(customers.getInstructions()).not.toContain('lint');
    await customers.close();
  });

  it('of customers searches the site of customers alone', async () => {
    const search = async (...args: string[]) => {
      const customers = await connect('--audience', 'customer', ...args);
      const found = await customers.callTool({ name: 'search', arguments: { query: 'hippocampe' } });
      await customers.close();
      return found;
    };
    const refused = await search();
    expect(refused.isError).toBe(true);
    expect(JSON.stringify(refused)).toContain(
      'Site built for internal; build the one for customer with kb build --audience customer --out FOLDER',
    );
    const built = await runKb(['build', '--today', today, '--audience', 'customer', '--out', 'open'], {
      cwd: base.root,
    });
    expect(built, built.err).toMatchObject({ code: 0 });
    const found = JSON.stringify(await search('--site', 'open'));
    expect(found).toContain('fr/client');
    expect(found).not.toMatch(/fr\/colis|Livraison|Vasseur/);
  });
});

it('says what to install where the protocol is not there', async () => {
  const missing = loadMcp(() => Promise.reject(new Error('ERR_MODULE_NOT_FOUND')));
  await expect(missing).rejects.toMatchObject({
    wording: { en: expect.stringContaining('npm install @modelcontextprotocol/sdk') },
  });
});
