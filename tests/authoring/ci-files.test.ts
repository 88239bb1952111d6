// The CI files that `kb init` writes: sound by what their services document, and every command in them one that `kb` has.
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { readStarterFiles } from '../../src/authoring/package-templates.ts';
import { reportFormats } from '../../src/report/formats/index.ts';
import { runKb, temporaryFolder } from '../cli/fake-host.ts';

type Mapping = Readonly<Record<string, unknown>>;

async function textOf(ci: 'github' | 'gitlab', file: string): Promise<string> {
  const files = await readStarterFiles('fr', ci);
  return files.find(({ path }) => path === file)?.text ?? expect.fail(`no ${file}`);
}

/** The YAML as data; a key twice, a tab or any other slip fails. */
function parseStrictly(text: string): Mapping {
  const document = parseDocument(text, { strict: true, uniqueKeys: true });
  expect([...document.errors, ...document.warnings]).toEqual([]);
  return document.toJS({ maxAliasCount: 0 });
}

/** Keys of `mapping` that are not among `known`, a text with spaces between them. */
function unknownKeys(mapping: unknown, known: string): string[] {
  const names = known.split(' ');
  return Object.keys(mapping as Mapping).filter((key) => !names.includes(key));
}

const github = parseStrictly(await textOf('github', '.github/workflows/kb.yml'));
const gitlab = parseStrictly(await textOf('gitlab', '.gitlab-ci.yml'));

interface GithubStep {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Mapping;
}

interface GithubJob {
  readonly needs?: string | string[];
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly GithubStep[];
}

const githubJobs = Object.entries(github.jobs as Record<string, GithubJob>);

/** The inputs of the actions that are used (action.yml of each, at that version). */
const actionInputs: Readonly<Record<string, string>> = {
  'actions/checkout@v4': 'repository ref token persist-credentials path clean fetch-depth fetch-tags lfs',
  'actions/setup-node@v4': 'node-version node-version-file architecture check-latest registry-url cache',
  'actions/upload-artifact@v4': 'name path if-no-files-found retention-days compression-level overwrite',
  'actions/configure-pages@v5': 'static_site_generator generator_config_file token enablement',
  'actions/upload-pages-artifact@v3': 'name path retention-days',
  'actions/deploy-pages@v4': 'token timeout error_count reporting_interval artifact_name preview',
};

describe('the workflow for GitHub Actions', () => {
  it('has only keys that workflows, jobs and steps have', () => {
    expect(unknownKeys(github, 'name run-name on permissions env defaults concurrency jobs')).toEqual([]);
    expect(unknownKeys(github.on, 'pull_request push schedule workflow_dispatch')).toEqual([]);
    const ofJob =
      'name permissions needs if runs-on environment concurrency outputs env defaults steps timeout-minutes strategy container';
    const ofStep = 'id if name uses run working-directory shell with env continue-on-error timeout-minutes';
    for (const [name, job] of githubJobs) {
      expect([name, unknownKeys(job, ofJob)]).toEqual([name, []]);
      for (const step of job.steps) {
        expect(unknownKeys(step, ofStep)).toEqual([]);
        expect([step.uses, step.run].filter((what) => what !== undefined)).toHaveLength(1);
      }
    }
  });

  it('gives every job a time limit, a machine and no more rights than it uses', () => {
    expect(github.permissions).toEqual({ contents: 'read' });
    const rights = githubJobs.map(([name, job]) => [name, job.permissions]);
    expect(Object.fromEntries(rights)).toEqual({
      lint: undefined,
      build: undefined,
      'customer-site': { contents: 'read', pages: 'read' },
      publish: { pages: 'write', 'id-token': 'write' },
      report: { contents: 'read', issues: 'write' },
    });
    for (const [, job] of githubJobs)
      expect(job).toMatchObject({ 'timeout-minutes': expect.any(Number), 'runs-on': 'ubuntu-latest' });
  });

  it('uses actions at a version, with inputs that they take', () => {
    for (const step of githubJobs.flatMap(([, job]) => job.steps)) {
      if (step.uses === undefined) continue;
      expect(Object.keys(actionInputs)).toContain(step.uses);
      expect(unknownKeys(step.with ?? {}, actionInputs[step.uses] ?? '')).toEqual([]);
    }
  });

  it('refers to jobs, steps and contexts that there are', () => {
    const names = githubJobs.map(([name]) => name);
    for (const [, job] of githubJobs) {
      expect([job.needs ?? []].flat().filter((needed) => !names.includes(needed))).toEqual([]);
      const ids = job.steps.flatMap(({ id }) => id ?? []);
      const text = JSON.stringify(job);
      for (const [, id = ''] of text.matchAll(/\bsteps\.([\w-]+)\./g)) expect(ids).toContain(id);
    }
    const expressions = [...JSON.stringify(github).matchAll(/\$\{\{(.*?)\}\}/g)].map(
      ([, inner = '']) => inner,
    );
    expect(expressions.length).toBeGreaterThan(5);
    for (const expression of expressions)
      expect(expression).toMatch(
        /^ (?:!cancelled\(\)|(?:github|vars|secrets|steps)\.[\w.]+(?: == '\w+')?) $/,
      );
  });

  it('publishes only what customers may read, and only where somebody switched that on', () => {
    const [, site] = githubJobs.find(([name]) => name === 'customer-site') ?? expect.fail();
    const [, publish] = githubJobs.find(([name]) => name === 'publish') ?? expect.fail();
    expect(site.if).toContain("vars.KB_PUBLISH_PAGES == 'true'");
    expect(publish.needs).toBe('customer-site');
    const uploads = githubJobs.filter(([, job]) =>
      job.steps.some(({ uses }) => uses?.includes('pages-artifact')),
    );
    expect(uploads.map(([name]) => name)).toEqual(['customer-site']);
    const builds = site.steps.flatMap(({ run }) => (run?.includes('kb build') ? run : []));
    expect(builds).toEqual([expect.stringContaining('--audience customer')]);
  });

  it('puts no text of a pull request into a shell', () => {
    for (const step of githubJobs.flatMap(([, job]) => job.steps))
      expect(step.run ?? '').not.toContain('${{');
  });
});

interface GitlabJob {
  readonly stage: string;
  readonly script: readonly string[];
  readonly needs?: readonly { readonly job: string }[];
  readonly rules: readonly Mapping[];
  readonly artifacts?: Mapping;
}

const { workflow, default: shared, ...jobs } = gitlab;
const gitlabJobs = Object.entries(jobs as Record<string, GitlabJob>);

/** The stages that there are without `stages` (.pre and .post left out), in their order. */
const stages = ['build', 'test', 'deploy'];

describe('the pipeline for GitLab CI', () => {
  it('has only keywords that GitLab has', () => {
    expect(unknownKeys(workflow, 'name auto_cancel rules')).toEqual([]);
    const defaults =
      'after_script artifacts before_script cache hooks id_tokens image interruptible retry services tags timeout';
    expect(unknownKeys(shared, defaults)).toEqual([]);
    const ofJob = `${defaults} allow_failure coverage dependencies environment extends needs pages parallel release resource_group rules script stage trigger variables when`;
    const ofRule = 'if changes exists when allow_failure variables needs interruptible';
    const ofArtifacts = 'paths exclude expire_in expose_as name public access reports untracked when';
    expect(gitlabJobs.map(([name]) => name)).toEqual(['lint', 'build', 'pages', 'report']);
    for (const [name, job] of gitlabJobs) {
      expect([name, unknownKeys(job, ofJob)]).toEqual([name, []]);
      expect(job.rules.flatMap((rule) => unknownKeys(rule, ofRule))).toEqual([]);
      expect(unknownKeys(job.artifacts ?? {}, ofArtifacts)).toEqual([]);
      expect(unknownKeys(job.artifacts?.reports ?? {}, 'codequality junit sast dotenv')).toEqual([]);
      expect(job.script.every((line) => typeof line === 'string')).toBe(true);
    }
  });

  it('runs its jobs in stages that there are, after the jobs that they need', () => {
    const stageOf = (name: string) =>
      stages.indexOf(gitlabJobs.find(([other]) => other === name)?.[1].stage ?? '');
    for (const [name, job] of gitlabJobs) {
      expect(stageOf(name)).toBeGreaterThanOrEqual(0);
      for (const needed of job.needs ?? []) {
        expect(stageOf(needed.job)).toBeGreaterThanOrEqual(0);
        expect(stageOf(needed.job)).toBeLessThanOrEqual(stageOf(name));
      }
    }
  });

  it('needs no job that the rules of its own pipeline may leave out', () => {
    const conditionOf = (name: string) =>
      String(gitlabJobs.find(([other]) => other === name)?.[1].rules[0]?.if);
    for (const [name, job] of gitlabJobs)
      for (const needed of job.needs ?? []) expect(conditionOf(name)).toContain(conditionOf(needed.job));
  });

  it('publishes only what customers may read, and only where somebody switched that on', () => {
    const [, pages] = gitlabJobs.find(([name]) => name === 'pages') ?? expect.fail();
    expect(pages.rules).toEqual([{ if: expect.stringMatching(/^\$KB_PUBLISH_PAGES == "true" && /) }]);
    expect(pages.script).toEqual([expect.stringContaining('--audience customer')]);
    expect(pages.artifacts?.paths).toEqual(['public/']);
  });
});

/** The arguments of every `kb` in the CI files and in the script of the weekly job, with values for the shell's variables. */
async function commandLines(): Promise<string[][]> {
  const runs = githubJobs.flatMap(([, job]) => job.steps.flatMap(({ run }) => run ?? []));
  const scripts = gitlabJobs.flatMap(([, job]) => job.script);
  const shell = [...runs, ...scripts].flatMap((line) => {
    const [, args] = /^npx --no -- kb (.*?)(?: > .*| \|\| .*)?$/.exec(line) ?? [];
    return args === undefined ? [] : [args.replace(/"\$\w+"/g, 'https://kb.example.org/').split(' ')];
  });
  const script = await textOf('github', 'ci/remind-owners.mjs');
  const called = [...script.matchAll(/\bkb\((\s*'.*?)\)/g)].map(([, args = '']) =>
    [...args.matchAll(/['`](.*?)['`]/g)].map(([, arg = '']) => arg.replace(/\$\{\w+\}/, 'livraison')),
  );
  return [...shell, ...called];
}

const lines = await commandLines();

describe('the commands in CI', () => {
  it('are all found, and run the kb that was installed, never a package fetched by its name', async () => {
    expect(lines.map((args) => args.join(' '))).toEqual([
      'lint --changed --format github',
      'build',
      'build --audience customer --base-url https://kb.example.org/',
      'report --fail-on expired',
      'lint --changed --format gitlab',
      'build',
      'build --audience customer --base-url https://kb.example.org/',
      'report --fail-on expired',
      'report --format json',
      'report --owner=livraison --format md',
    ]);
    for (const text of [
      await textOf('github', '.github/workflows/kb.yml'),
      await textOf('gitlab', '.gitlab-ci.yml'),
    ])
      for (const line of text.match(/^[^#\n]*\bkb (?:lint|build|report).*$/gm) ?? [])
        expect(line).toMatch(/(?:- |run: )npx --no -- kb /);
  });

  const ready = lines.filter((args) => 'md' in reportFormats || !args.includes('md'));

  it.each(ready.map((args) => args.join(' ')))('are understood by the program: kb %s', async (line) => {
    // A folder without a base: what is wrong with the options would be said first.
    const ran = await runKb(await temporaryFolder(), line.split(' '));
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining('No kb.config.yaml in this folder') });
  });

  it('would not be understood with an option that does not exist', async () => {
    const ran = await runKb(await temporaryFolder(), ['lint', '--changes', '--format', 'github']);
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining("unknown option '--changes'") });
  });
});
