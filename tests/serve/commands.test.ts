// `kb dev` and `kb preview` as a person starts and ends them.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDevCommand } from '../../src/cli/commands/dev.ts';
import { addPreviewCommand } from '../../src/cli/commands/preview.ts';
import type { Host } from '../../src/cli/host.ts';
import { ask, eventually } from './ask.ts';
import { articleText, makeBase, type SmallBase } from './small-base.ts';

const article = 'content/colis.md';
let base: SmallBase;

beforeEach(async () => {
  base = await makeBase({ [article]: articleText('colis', 'Texte.') });
  await mkdir(path.join(base.root, 'public'));
  await writeFile(path.join(base.root, 'public/kb-build.json'), '{}');
  await writeFile(path.join(base.root, 'public/index.html'), 'site');
});

afterEach(() => base.remove());

/** Starts a command; the result tells what it printed, and ends it as Ctrl-C does. */
function run(...args: string[]) {
  const printed = { out: '', err: '' };
  const controller = new AbortController();
  const host: Host = {
    cwd: base.root,
    env: {},
    input: async function* () {},
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    outIsTerminal: false,
    errIsTerminal: false,
    width: 80,
    elapsed: () => 0,
    now: () => new Date('2026-06-15T10:00:00Z'),
    signal: controller.signal,
    prompts: undefined,
  };
  const program = new Command('kb').exitOverride().configureOutput({ writeErr: host.err });
  const ended = new Promise<number>((resolve, reject) => {
    addDevCommand(program, host, resolve);
    addPreviewCommand(program, host, resolve);
    for (const command of program.commands) command.exitOverride();
    program.parseAsync(args, { from: 'user' }).catch(reject);
  });
  const port = () =>
    eventually(() => {
      const match = /^http:\/\/(?:127\.0\.0\.1|localhost):(\d+)\/\n$/.exec(printed.out);
      if (!match) throw new Error(`No address yet in ${JSON.stringify(printed)}`);
      return Number(match[1]);
    });
  return { printed, ended, port, end: () => controller.abort() };
}

describe.each(['preview', 'dev'])('kb %s', (name) => {
  it('prints its address and nothing else on stdout, and ends with 0 when it is interrupted', async () => {
    const { port, end, ended, printed } = run(name, '--port', '0');
    expect((await ask(await port(), '/')).status).toBe(200);
    expect(printed.err).toBe('Ctrl-C pour arrêter.\n');
    end();
    expect(await ended).toBe(0);
    await expect(ask(await port(), '/')).rejects.toThrow('ECONNREFUSED');
  });

  it('stops where its port is in use', async () => {
    const first = run(name, '--port', '0');
    const second = run(name, '--port', String(await first.port()));
    await expect(second.ended).rejects.toMatchObject({ wording: { fr: expect.stringContaining('--port') } });
    expect(second.printed.out).toBe('');
    first.end();
    await first.ended;
  });

  it('warns where the network can read the base', async () => {
    const { port, end, ended, printed } = run(name, '--port', '0', '--host', '0.0.0.0');
    await port();
    await eventually(() => expect(printed.err).toContain('tous les ordinateurs du réseau'));
    end();
    await ended;
  });

  it.each(['-1', '65536', 'abc', '80.5', ''])('does not take "%s" for a port', async (port) => {
    await expect(run(name, '--port', port).ended).rejects.toMatchObject({ exitCode: 1 });
  });
});

describe('kb preview', () => {
  it('asks for a build where there is none', async () => {
    await expect(run('preview', '--site', 'nothing').ended).rejects.toMatchObject({
      wording: { fr: expect.stringContaining('kb build') },
    });
  });
});

describe('kb dev', () => {
  it('prints one line for each change: what changed, and how the base stands', async () => {
    const { port, end, ended, printed } = run('dev', '--port', '0', '--today', '2026-06-15');
    await port();
    await base.write(article, articleText('colis', '1. [rien](rien.md)'));
    await eventually(() => {
      expect(printed.err).toContain(`\n${article} → 1 erreur, 1 alerte\n`);
    });
    await base.write('kb.config.yaml', 'name: 1\n');
    await eventually(() => expect(printed.err).toMatch(/\nkb\.config\.yaml → kb\.config\.yaml:1:\d+: .+\n$/));
    end();
    expect(await ended).toBe(0);
  });

  it('judges by the day that --today names', async () => {
    const { port, end, ended } = run('dev', '--port', '0', '--today', '2027-04-01');
    expect((await ask(await port(), '/fr/colis.html')).body).toContain('data-validity="expired"');
    end();
    await ended;
  });

  it('shows one audience what it may read', async () => {
    const { port, end, ended } = run('dev', '--port', '0', '--audience', 'customer');
    expect((await ask(await port(), '/fr/colis.html')).status).toBe(404);
    end();
    await ended;
  });

  it.each([
    ['an unknown audience', ['--audience', 'customers'], /customer/],
    ['no content folder', ['--kb', 'empty'], /Dossier de contenu illisible/],
  ])('does not start with %s', async (_what, args, message) => {
    await base.write('empty/kb.config.yaml', 'name: Vide\nowners: { a: { name: { fr: A } } }\n');
    await expect(run('dev', '--port', '0', ...args).ended).rejects.toMatchObject({
      wording: { fr: expect.stringMatching(message) },
    });
  });
});
