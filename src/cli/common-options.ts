// Options that every command takes, and what they mean: which base, which day, which language.
import path from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { findRoot, readConfig } from '../config/read-config.ts';
import { type ParserName, parserNames } from '../content/markdown-parser.ts';
import type { Config } from '../model/config.ts';
import { dayIn, type IsoDate, type Period, parseIsoDate, parsePeriod } from '../model/iso-date.ts';
import { type UiLanguage, uiLanguages, type Wording } from '../model/wording.ts';
import type { Host } from './host.ts';

export interface CommonOptions {
  readonly kb?: string | undefined;
  readonly today?: IsoDate | undefined;
  readonly lang?: UiLanguage | undefined;
  readonly parser?: ParserName | undefined;
}

/** What a command knows once its common options were read. */
export interface Session {
  readonly root: string;
  readonly config: Config;
  readonly today: IsoDate;
  readonly lang: UiLanguage;
  readonly parser: ParserName | undefined;
  readonly say: (wording: Wording) => string;
}

export function parseDateOption(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === undefined)
    throw new InvalidArgumentError(`Unexpected ${text}, expected a real day such as 2026-11-30.`);
  return date;
}

export function parsePeriodOption(text: string): Period {
  const period = parsePeriod(text);
  if (!period) throw new InvalidArgumentError(`Unexpected ${text}, expected a period such as 30d, 6m or 1y.`);
  return period;
}

export function parseCountOption(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError(`Unexpected ${text}, expected a whole number.`);
  return Number(text);
}

/** Adds the common options to `command`. */
export function addCommonOptions(command: Command): Command {
  return command
    .option('--kb <dir>', 'folder of the knowledge base (default: the nearest one with kb.config.yaml)')
    .option(
      '--today <date>',
      'the day to judge by, YYYY-MM-DD (default: today in the configured time zone)',
      parseDateOption,
    )
    .addOption(
      new Option(
        '--lang <language>',
        'language of messages (default: KB_LANG, else the configuration)',
      ).choices(uiLanguages),
    )
    .addOption(new Option('--parser <name>', 'Markdown parser').choices(parserNames));
}

function uiLanguageOf(code: string | undefined): UiLanguage | undefined {
  const base = code?.toLowerCase().split(/[-_.]/)[0];
  return uiLanguages.find((language) => language === base);
}

/** The language of messages where there is no configuration to ask: `--lang`, `KB_LANG`, the system's, else English. */
export function messageLanguage(
  asked: string | undefined,
  env: Host['env'],
  configured?: string,
): UiLanguage {
  const system = env.LC_ALL || env.LC_MESSAGES || env.LANG;
  return (
    uiLanguageOf(asked) ??
    uiLanguageOf(env.KB_LANG) ??
    uiLanguageOf(configured) ??
    uiLanguageOf(system) ??
    'en'
  );
}

/** The language of the base at `folder` or around the current one, where its configuration can be read. */
export async function configuredLanguage(
  folder: string | undefined,
  host: Host,
): Promise<string | undefined> {
  try {
    const root = await findRoot(path.resolve(host.cwd, folder ?? '.'));
    return (await readConfig(root)).lang;
  } catch {
    return undefined;
  }
}

/** The folder of the base that is meant. Raises a `Problem` where there is none. */
export function findBase(options: Pick<CommonOptions, 'kb'>, host: Host): Promise<string> {
  return findRoot(path.resolve(host.cwd, options.kb ?? '.'));
}

/** Finds the base, unless its `folder` is known, and reads its configuration. Raises a `Problem` where there is none or it is wrong. */
export async function openSession(options: CommonOptions, host: Host, folder?: string): Promise<Session> {
  const root = folder ?? (await findBase(options, host));
  const config = await readConfig(root);
  const lang = messageLanguage(options.lang, host.env, config.lang);
  return {
    root,
    config,
    lang,
    today: options.today ?? dayIn(config.timezone, host.now()),
    parser: options.parser,
    say: (wording) => wording[lang],
  };
}
