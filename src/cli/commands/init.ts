// `kb init`: a new knowledge base that lints, builds and has its CI from the first minute.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Option } from 'commander';
import { type CiService, ciServices, readStarterFiles } from '../../authoring/package-templates.ts';
import { type InitPlan, planInit } from '../../authoring/plan-init.ts';
import { findExisting, writeNewFiles } from '../../authoring/write-new-files.ts';
import { configFileName, parseConfig } from '../../config/read-config.ts';
import { dayIn, type IsoDate } from '../../model/iso-date.ts';
import { printable } from '../../model/printable.ts';
import { type UiLanguage, uiLanguages, type Wording } from '../../model/wording.ts';
import { messageLanguage, parseDateOption } from '../common-options.ts';
import type { Host } from '../host.ts';
import type { AddCommand } from '../main.ts';

interface InitCommandOptions {
  readonly lang?: UiLanguage | undefined;
  readonly ci: CiService;
  readonly today?: IsoDate | undefined;
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

async function runInit(dir: string, options: InitCommandOptions, host: Host): Promise<number> {
  const lang = messageLanguage(options.lang, host.env);
  const root = path.resolve(host.cwd, dir);
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
    .action(async (dir: string | undefined, options: InitCommandOptions) =>
      finish(await runInit(dir ?? '.', options, host)),
    );
};
