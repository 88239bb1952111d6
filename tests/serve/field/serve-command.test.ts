// `kb serve` as a person starts and ends it, and its tokens and backup.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addServeCommand } from '../../../src/cli/commands/serve.ts';
import type { Host } from '../../../src/cli/host.ts';
import { eventually } from '../ask.ts';
import { makeBase, type SmallBase } from '../small-base.ts';
import { envelope, remark, sendRequest } from './field-harness.ts';

let base: SmallBase;

beforeEach(async () => {
  base = await makeBase({});
  await mkdir(path.join(base.root, 'public'));
  await writeFile(path.join(base.root, 'public/kb-build.json'), '{}');
  await writeFile(path.join(base.root, 'public/index.html'), 'site');
});

afterEach(() => base.remove());

function run(args: readonly string[], env: Record<string, string> = {}) {
  const printed = { out: '', err: '' };
  const controller = new AbortController();
  const host: Host = {
    cwd: base.root,
    env,
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
    now: () => new Date('2026-11-16T10:00:00Z'),
    signal: controller.signal,
    prompts: undefined,
    input: async function* () {},
  };
  const program = new Command('kb').exitOverride().configureOutput({ writeErr: host.err });
  const ended = new Promise<number>((resolve, reject) => {
    addServeCommand(program, host, resolve);
    program.parseAsync(['serve', ...args], { from: 'user' }).catch(reject);
  });
  return { printed, ended, end: () => controller.abort() };
}

async function outOf(...args: readonly string[]): Promise<string> {
  const { ended, printed } = run(args);
  expect(await ended).toBe(0);
  return printed.out;
}

it('takes and hands out what readers send, keeps it over a stop, and ends with 0', async () => {
  const token = (await outOf('token', 'create', '--name', 'ci')).trim();
  expect(token).toMatch(/^kbt_[\w-]{43}$/);
  for (let time = 0; time < 2; time += 1) {
    const { printed, ended, end } = run(['--port', '0']);
    const port = await eventually(() => {
      const match = /^http:\/\/127\.0\.0\.1:(\d+)\/\n$/.exec(printed.out);
      if (!match) throw new Error(`No address yet in ${JSON.stringify(printed)}`);
      return Number(match[1]);
    });
    const ask = (method: string, headers: Record<string, string>, body?: string) =>
      sendRequest(port, method, '/api/feedback', headers, body);
    expect((await ask('POST', { 'Content-Type': 'application/json' }, envelope(remark('a')))).status).toBe(
      200,
    );
    const pulled = await ask('GET', { Authorization: `Bearer ${token}` });
    expect((JSON.parse(pulled.body) as { items: unknown[] }).items).toMatchObject([{ key: 'a' }]);
    end();
    expect(await ended).toBe(0);
  }
  expect(await readFile(path.join(base.root, '.kb/field.db'), 'latin1')).toContain('SQLite format 3');
});

it('lists tokens without showing them, and ends them', async () => {
  await outOf('token', 'create', '--name', 'ci', '--database', 'other.db');
  await expect(run(['token', 'create', '--name', 'ci', '--database', 'other.db']).ended).rejects.toThrow(
    'exists already',
  );
  expect(await outOf('token', 'list', '--database', 'other.db')).toBe('2026-11-16  ci\n');
  await outOf('token', 'revoke', '--name', 'ci', '--database', 'other.db');
  expect(await outOf('token', 'list', '--database', 'other.db')).toBe('');
  await expect(run(['token', 'revoke', '--name', 'ci']).ended).rejects.toThrow('No token');
});

it('backs the database up and ends', async () => {
  await outOf('token', 'create', '--name', 'ci');
  await outOf('--backup', 'copy.db');
  expect(await outOf('token', 'list', '--database', 'copy.db')).toBe('2026-11-16  ci\n');
});

it('wants the site’s address where Slack is to be answered, and a built site', async () => {
  const secret = { SLACK_SIGNING_SECRET: '0000' };
  await expect(run(['--port', '0'], secret).ended).rejects.toThrow('--base-url');
  await expect(run(['--port', '0', '--site', 'nowhere']).ended).rejects.toThrow('kb build');
});
