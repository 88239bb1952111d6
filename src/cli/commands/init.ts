// `kb init`: a new knowledge base that lints, builds and has its CI from the first minute; with `--codeowners`, who reviews what.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Option } from 'commander';
import { type CiService, ciServices, readStarterFiles } from '../../authoring/package-templates.ts';
import { type InitPlan, planInit } from '../../authoring/plan-init.ts';
import { writeCodeowners } from '../../authoring/write-codeowners.ts';
import { findExisting, writeNewFiles } from '../../authoring/write-new-files.ts';
import { parseConfig } from '../../config/parse-config.ts';
import { configFileName, findRoot } from '../../config/read-config.ts';
import { readKnowledgeBase } from '../../content/read-knowledge-base.ts';
import { dayIn, type IsoDate } from '../../model/iso-date.ts';
import { printable } from '../../model/printable.ts';
import { Problem } from '../../model/problem.ts';
import { countWords, type UiLanguage, uiLanguages, type Wording } from '../../model/wording.ts';
import { messageLanguage, parseDateOption } from '../common-options.ts';
import type { Host } from '../host.ts';
import type { AddCommand } from '../main.ts';

interface InitCommandOptions {
  readonly lang?: UiLanguage | undefined;
  readonly ci: CiService;
  readonly today?: IsoDate | undefined;
  readonly codeowners?: true | undefined;
}

const firstTitle: Wording = { fr: 'Colis abîmé à la livraison', en: 'Parcel damaged on delivery' };

/** Whether the package.json in `root` names this package, so that `npm ci` in CI brings it. */
async function dependsOnKb(root: string): Promise<boolean> {
  try {
    const { dependencies, devDependencies } = JSON.parse(
      await readFile(path.join(root, 'package.json'), 'utf8'),
    );
    return 'kb' in { ...dependencies, ...devDependencies };
  } catch {
    return false;
  }
}

/** The next three commands, for a shell that stands in the folder where `kb init` ran. */
function nextCommands(folder: string, installed: boolean, lang: UiLanguage): string[] {
  const archive = { fr: '<archive ou adresse de kb>', en: '<archive or address of kb>' };
  return [
    ...(folder === '' ? [] : [`cd ${/^[\w./\\:-]+$/.test(folder) ? folder : `"${folder}"`}`]),
    ...(installed ? [] : [`npm install --save-dev ${archive[lang]}`]),
    'npx kb dev',
    `npx kb new procedure "${firstTitle[lang]}"`,
    'npx kb build',
  ].slice(0, 3);
}

function describePlan(
  { write, keep }: InitPlan,
  folder: string,
  next: readonly string[],
  lang: UiLanguage,
): string {
  const list = (paths: readonly string[]) => [...paths].sort().map((line) => `  ${line}`);
  const words = {
    fr: {
      written: 'Base de connaissances créée dans',
      kept: 'Gardés tels quels, car déjà présents :',
      next: 'Et maintenant :',
    },
    en: { written: 'Created a knowledge base in', kept: 'Kept as they were:', next: 'And now:' },
  }[lang];
  return [
    `${words.written} ${printable(folder || '.')}`,
    ...list(write.map(({ path }) => path)),
    ...(keep.length === 0 ? [] : ['', words.kept, ...list(keep)]),
    ...['', words.next, ...next.map((command) => `  ${printable(command)}`), ''],
  ].join('\n');
}

/** Which owners got no line, and what would give them one. */
function describeSilent(silent: ReadonlyMap<string, number>, lang: UiLanguage): string {
  const owners = [...silent]
    .map(([owner, count]) => `${owner} (${countWords(count, 'article', lang)})`)
    .join(', ');
  const wording: Wording = {
    fr: `Sans ligne : ${owners} ; donnez à ces responsables « codeowners », ou une adresse électronique pour « contact »`,
    en: `Without a line: ${owners}; give these owners \`codeowners\`, or an e-mail address as \`contact\``,
  };
  return wording[lang];
}

/** Brings the CODEOWNERS file of the base at `root` up to date. The result is the exit code. */
async function runCodeowners(root: string, options: InitCommandOptions, host: Host): Promise<number> {
  const base = await readKnowledgeBase(root);
  const lang = messageLanguage(options.lang, host.env, base.config.lang);
  const { path: place, changed, plan } = await writeCodeowners(base);
  host.out(`${printable(path.relative(host.cwd, path.resolve(root, place)))}\n`);
  const count = plan.lines.length;
  const fresh: Wording = {
    fr: `Écrit : ${countWords(count, 'ligne', 'fr')}`,
    en: `Written: ${countWords(count, 'line', 'en')}`,
  };
  const same: Wording = { fr: 'À jour, rien n’a changé', en: 'Up to date, nothing changed' };
  host.err(`${(changed ? fresh : same)[lang]}\n`);
  if (plan.silent.size > 0) host.err(`${printable(describeSilent(plan.silent, lang))}\n`);
  return 0;
}

/** The base at or above `folder`, or undefined. */
async function findBase(folder: string): Promise<string | undefined> {
  return findRoot(folder).catch((error: unknown) => {
    if (error instanceof Problem) return undefined;
    throw error;
  });
}

async function runInit(dir: string, options: InitCommandOptions, host: Host): Promise<number> {
  const root = path.resolve(host.cwd, dir);
  const present = options.codeowners ? await findBase(root) : undefined;
  if (present !== undefined) return runCodeowners(present, options, host);
  const code = await createBase(root, options, host);
  return options.codeowners ? runCodeowners(root, options, host) : code;
}

async function createBase(root: string, options: InitCommandOptions, host: Host): Promise<number> {
  const lang = messageLanguage(options.lang, host.env);
  const starter = await readStarterFiles(lang, options.ci);
  const config = parseConfig(starter.find((file) => file.path === configFileName)?.text ?? '');
  const today = options.today ?? dayIn(config.timezone, host.now());
  const existing = await findExisting(
    root,
    starter.map((file) => file.path),
  );
  const plan = planInit(starter, today, existing);
  await writeNewFiles(root, plan.write);
  const folder = path.relative(host.cwd, root);
  host.out(describePlan(plan, folder, nextCommands(folder, await dependsOnKb(root), lang), lang));
  return 0;
}

export const addInitCommand: AddCommand = (program, host, finish) => {
  program
    .command('init [dir]')
    .description('start a knowledge base: configuration, templates, three articles, CI, editor settings')
    .addOption(
      new Option('--lang <language>', 'its language (default: KB_LANG, else the system’s)').choices(
        uiLanguages,
      ),
    )
    .addOption(new Option('--ci <service>', 'whose CI to set up').choices(ciServices).default('github'))
    .option(
      '--today <date>',
      'the day from which its dates count, YYYY-MM-DD (default: today)',
      parseDateOption,
    )
    .option(
      '--codeowners',
      'write who reviews which article into CODEOWNERS; in a base that is there, nothing else',
    )
    .action(async (dir: string | undefined, options: InitCommandOptions) =>
      finish(await runInit(dir ?? '.', options, host)),
    );
};
