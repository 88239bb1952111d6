// The script of the weekly job, as `kb init` puts it into a base: run for real, against a server on the loopback.
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readStarterFiles } from '../../src/authoring/package-templates.ts';
import { reportFormats } from '../../src/report/formats/index.ts';
import { temporaryFolder } from '../cli/fake-host.ts';
import { projectRoot } from '../support/corpora.ts';
import { type FakeForge, startFakeForge } from '../support/fake-forge.ts';
import { copySampleBase } from '../support/folders.ts';
import { plainEnvironment, sampleDay } from '../support/run-kb.ts';

/** Stands for `kb report`: owner → the text of the report, from a file beside it. */
const kbStandIn = `import { readFileSync } from 'node:fs';
const reports = JSON.parse(readFileSync(new URL('reports.json', import.meta.url), 'utf8'));
const owner = process.argv.find((arg) => arg.startsWith('--owner='))?.slice(8);
if (process.argv.includes('json')) {
  const articles = Object.keys(reports).map((key) => ({ owner: key, validity: 'expired', trust: 'validated' }));
  const idle = { owner: 'repos', validity: 'current', trust: 'validated' };
  const archived = { owner: 'archives', validity: 'expired', trust: 'archived' };
  console.log(JSON.stringify({ version: 1, articles: [...articles, idle, archived] }));
} else if (reports[owner].startsWith('fail')) {
  console.error('kb: no such owner');
  process.exit(2);
} else console.log(reports[owner]);
`;

const reportOf = (owner: string, text: string) =>
  `<!-- kb-report owner=${owner} -->\n\n## À mettre à jour\n\n${text}`;

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

let folder: string;
let forge: FakeForge;

async function setReports(reports: Readonly<Record<string, string>>): Promise<void> {
  await writeFile(path.join(folder, 'reports.json'), JSON.stringify(reports));
}

/** Runs the script as the weekly job does, with nothing of the tests' environment. */
function remind(env: Readonly<Record<string, string>>, args: readonly string[] = ['kb.mjs']): Promise<Ended> {
  const command = JSON.stringify([process.execPath, ...args]);
  const options = { cwd: folder, env: plainEnvironment({ KB_REPORT_COMMAND: command, ...env }) };
  return new Promise((resolve) => {
    execFile(process.execPath, ['ci/remind-owners.mjs'], options, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

const github = () => ({
  GITHUB_TOKEN: 'gh-secret',
  GITHUB_REPOSITORY: 'org/kb',
  GITHUB_API_URL: forge.url,
});
const gitlab = () => ({
  KB_REPORT_TOKEN: 'gl-secret',
  CI_PROJECT_ID: '42',
  CI_API_V4_URL: `${forge.url}/api/v4`,
});

beforeEach(async () => {
  folder = await temporaryFolder();
  forge = await startFakeForge();
  const starter = await readStarterFiles('fr', 'github');
  for (const { path: file, text } of starter.filter((one) => one.path.startsWith('ci/'))) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), text);
  }
  await writeFile(path.join(folder, 'kb.config.yaml'), 'name: Base\nlang: fr\n');
  await writeFile(path.join(folder, 'kb.mjs'), kbStandIn);
  await setReports({ livraison: reportOf('livraison', 'deux'), retours: reportOf('retours', 'un') });
});

describe.each([
  ['GitHub', github, '/repos/org/kb/issues', 'PATCH'],
  ['GitLab', gitlab, '/api/v4/projects/42/issues', 'PUT'],
] as const)('the weekly reminder on %s', (_, env, issues, change) => {
  it('opens one issue per owner, and changes nothing when it runs again', async () => {
    // More than one page of them, none of which is a report.
    for (const title of ['a', 'b', 'c']) forge.addIssue({ title });
    const first = await remind(env());
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(forge.issues.slice(3).map(({ title, body }) => [title, body])).toEqual([
      [
        'Base de connaissances\u00a0: articles à mettre à jour (livraison)',
        `${reportOf('livraison', 'deux')}\n`,
      ],
      ['Base de connaissances\u00a0: articles à mettre à jour (retours)', `${reportOf('retours', 'un')}\n`],
    ]);
    for (const title of ['d', 'e', 'f']) forge.addIssue({ title });
    const again = await remind(env());
    expect(again.out).toContain('livraison: ticket déjà à jour https://');
    expect(forge.writes).toEqual([`POST ${issues}`, `POST ${issues}`]);
  });

  it('updates the issue when the report says something else', async () => {
    await remind(env());
    await setReports({ livraison: reportOf('livraison', 'trois'), retours: reportOf('retours', 'un') });
    await remind(env());
    expect(forge.issues.map(({ body }) => body.trim().split('\n').at(-1))).toEqual(['trois', 'un']);
    expect(forge.writes.slice(2)).toEqual([`${change} ${issues}/1`]);
  });

  it('closes the issue of an owner who has nothing left to do, says why, and opens another when there is', async () => {
    await remind(env());
    await setReports({ retours: reportOf('retours', 'un') });
    await remind(env());
    expect(forge.issues.map(({ open, comments }) => [open, comments])).toEqual([
      [false, ['Plus rien à mettre à jour. Un autre ticket sera ouvert quand il le faudra.']],
      [true, []],
    ]);
    await setReports({ livraison: reportOf('livraison', 'un'), retours: reportOf('retours', 'un') });
    await remind(env());
    expect(forge.issues.map(({ open }) => open)).toEqual([false, true, true]);
  });

  it('leaves issues alone in which the mark is quoted, and the report of all owners', async () => {
    forge.addIssue({ body: `Voir :\n${reportOf('livraison', 'x')}` });
    forge.addIssue({ body: `> ${reportOf('repos', 'x')}` });
    forge.addIssue({ body: reportOf('all', 'x') });
    await remind(env());
    expect(forge.issues.map(({ open }) => open)).toEqual([true, true, true, true, true]);
    expect(forge.writes).toEqual([`POST ${issues}`, `POST ${issues}`]);
  });

  it('keeps the oldest of two issues of one owner', async () => {
    for (let at = 0; at < 2; at++) forge.addIssue({ body: reportOf('retours', 'un') });
    await remind(env());
    expect(forge.issues.map(({ open }) => open)).toEqual([true, false, true]);
    expect(forge.issues[1]?.comments).toHaveLength(1);
  });

  it('tries again after a failure that may pass', async () => {
    const soon = { 'retry-after': '0' };
    forge.fail(`GET ${issues}`, { status: 500, headers: soon });
    forge.fail(`GET ${issues}`, { status: 429, headers: soon });
    forge.fail(`POST ${issues}`, { status: 503, headers: soon });
    expect(await remind(env())).toMatchObject({ code: 0, err: '' });
    expect(forge.issues).toHaveLength(2);
  });

  it('opens no second issue where only the answer got lost', async () => {
    forge.fail(`POST ${issues}`, { status: 502, headers: { 'retry-after': '0' }, heard: true });
    const { code, out } = await remind(env());
    expect({ code, count: forge.issues.length }).toEqual({ code: 0, count: 2 });
    expect(out).toContain('livraison: ticket créé https://');
  });

  it('gives up after two retries, with the status and what to check, and goes on with the other owners', async () => {
    for (let at = 0; at < 3; at++)
      forge.fail(`POST ${issues}`, { status: 500, headers: { 'retry-after': '0' } });
    const { code, out, err } = await remind(env());
    expect(code).toBe(2);
    expect(err).toBe(`livraison: échec: POST ${issues}: 500; réessayez plus tard, puis vérifiez l’adresse\n`);
    expect(out).toContain('retours: ticket créé');
  });

  it('says what to check where the token is refused, and never shows it', async () => {
    const refused = Object.fromEntries(
      Object.entries(env()).map(([name, value]) => [name, value.replace('-secret', '-wrong')]),
    );
    const { code, out, err } = await remind(refused);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^GET \S+: 401 \(.+\); vérifiez que le jeton existe et n’a pas expiré\n$/);
    expect(err).not.toContain('wrong');
    // A refusal is no passing trouble.
    expect(forge.headers).toHaveLength(1);
  });

  it('goes on where kb fails for one owner', async () => {
    await setReports({ inconnu: 'fail', retours: reportOf('retours', 'un') });
    const { code, err } = await remind(env());
    expect(code).toBe(2);
    expect(err).toContain('inconnu: échec: kb report --owner=inconnu --format md: kb: no such owner');
    expect(forge.issues.map(({ title }) => title)).toEqual([expect.stringContaining('(retours)')]);
  });

  it('shows the token to no other server', async () => {
    const other = await startFakeForge();
    forge.fail(`GET ${issues}`, {
      status: 200,
      headers: { link: `<${other.url}${issues}?page=2>; rel="next"` },
      body: [],
    });
    forge.fail(`POST ${issues}`, { status: 307, headers: { location: `${other.url}${issues}` } });
    expect((await remind(env())).err).toContain(': 307;');
    expect(other.headers).toEqual([]);
  });

  it('labels a new issue when asked', async () => {
    await remind({ ...env(), KB_REPORT_LABEL: 'procédures' });
    expect([forge.issues[0]?.labels].flat()).toEqual(['procédures']);
  });
});

it('takes no pull request for an issue', async () => {
  forge.addIssue({ body: reportOf('livraison', 'x'), pull: true });
  await remind(github());
  expect(forge.issues.map(({ body }) => body.trim().split('\n').at(-1))).toEqual(['x', 'deux', 'un']);
});

it('speaks the language of the base', async () => {
  await writeFile(path.join(folder, 'kb.config.yaml'), 'name: Base\nlang: en\n');
  const { out } = await remind(github());
  expect(out).toContain('livraison: issue created https://');
  expect(forge.issues[0]?.title).toBe('Knowledge base: articles to update (livraison)');
});

describe('the weekly reminder by webhook', () => {
  it('posts one message per owner, whatever else is set', async () => {
    const { code, out } = await remind({ ...github(), KB_REPORT_WEBHOOK: `${forge.url}/hook` });
    expect({ code, out }).toEqual({ code: 0, out: 'livraison: envoyé\nretours: envoyé\n' });
    expect(forge.posts).toEqual([
      { owner: 'livraison', name: 'livraison', text: `${reportOf('livraison', 'deux')}\n` },
      { owner: 'retours', name: 'retours', text: `${reportOf('retours', 'un')}\n` },
    ]);
    expect(forge.issues).toEqual([]);
    expect(forge.headers[0]?.authorization).toBeUndefined();
  });

  it('keeps the address to itself when it fails', async () => {
    forge.fail('POST /hook', { status: 404, body: { message: `no hook at ${forge.url}/hook` } });
    const { code, err } = await remind({ KB_REPORT_WEBHOOK: `${forge.url}/hook` });
    expect(code).toBe(2);
    expect(err).toMatch(/^livraison: échec: webhook: 404 \(no hook at \*\*\*\); vérifiez/);
  });

  it.each(['http://hooks.example/x', 'file:///etc/passwd', 'hooks.example', 'http://127.0.0.1.example/'])(
    'refuses %s, which is neither https nor this machine',
    async (address) => {
      const { code, err } = await remind({ KB_REPORT_WEBHOOK: address });
      expect(code).toBe(2);
      expect(err).toBe('KB_REPORT_WEBHOOK inattendu, attendu : une adresse en https\n');
    },
  );
});

describe('the weekly reminder with nowhere to send it', () => {
  it('prints the reports', async () => {
    const { code, out, err } = await remind({ GITHUB_REPOSITORY: 'org/kb', KB_REPORT_WEBHOOK: '' });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`${reportOf('livraison', 'deux')}\n\n${reportOf('retours', 'un')}\n\n`);
  });

  it('says on GitLab what it lacks', async () => {
    const { err } = await remind({ CI_API_V4_URL: `${forge.url}/api/v4`, CI_PROJECT_ID: '42' });
    expect(err).toContain('Sans KB_REPORT_TOKEN');
  });

  it('says so when nothing is to be done', async () => {
    await setReports({});
    expect(await remind({})).toEqual({ code: 0, out: 'Rien à mettre à jour.\n', err: '' });
  });

  it('fails with kb’s own message where kb can’t run', async () => {
    await writeFile(
      path.join(folder, 'kb.mjs'),
      'console.error("kb: kb.config.yaml:2:1: …"); process.exit(2);',
    );
    const { code, err } = await remind({});
    expect(code).toBe(2);
    expect(err).toBe('kb report --format json: kb: kb.config.yaml:2:1: …\n');
  });

  it.skipIf(!('md' in reportFormats))('works with the real program', async () => {
    await copySampleBase(folder);
    const kb = [path.join(projectRoot, 'bin/kb.js')];
    const dayOfSample = { SOURCE_DATE_EPOCH: String(Date.parse(`${sampleDay}T12:00:00Z`) / 1000) };
    const { code, err } = await remind({ ...github(), ...dayOfSample }, kb);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const bodies = forge.issues.map(({ body }) => body.split('\n')[0]);
    expect(bodies).toContain('<!-- kb-report owner=vendeurs -->');
    expect(new Set(bodies).size).toBe(bodies.length);
    const written = forge.writes.length;
    await remind({ ...github(), ...dayOfSample }, kb);
    expect(forge.writes).toHaveLength(written);
  });
});
