// What `kb init` will write, and what it leaves alone: the starter files with their days counted from today.
import { configFileName } from '../config/read-config.ts';
import { addPeriod, type IsoDate, parsePeriod } from '../model/iso-date.ts';
import { Problem } from '../model/problem.ts';
import type { NewFile } from './package-templates.ts';

export interface InitPlan {
  /** Files to write, in this order: the configuration comes last, since it is what makes a folder a knowledge base. */
  readonly write: readonly NewFile[];
  /** Paths of files that are there already. */
  readonly keep: readonly string[];
}

/** `text` with `{{today}}` and `{{today+6m}}` turned into days. */
function fillDays(text: string, today: IsoDate): string {
  return text.replace(/\{\{today(?:\+(\w+))?\}\}/g, (whole, asked: string | undefined) => {
    if (asked === undefined) return today;
    const period = parsePeriod(asked);
    return period ? addPeriod(today, period) : whole;
  });
}

/** Plans a new base from its `starter` files, where the paths in `existing` are taken. Raises a `Problem` where a base is already there. */
export function planInit(
  starter: readonly NewFile[],
  today: IsoDate,
  existing: ReadonlySet<string>,
): InitPlan {
  if (existing.has(configFileName)) {
    throw new Problem(
      {
        fr: 'Une base de connaissances est déjà là, attendu : un dossier sans ce fichier ; rien n’a été écrit',
        en: 'A knowledge base is here already, expected a folder without this file; nothing was written',
      },
      configFileName,
    );
  }
  // Templates keep their placeholders: `kb new` fills them in.
  const filled = starter
    .filter(({ path }) => !existing.has(path))
    .map(({ path, text }) => ({ path, text: path.startsWith('templates/') ? text : fillDays(text, today) }));
  return {
    write: [
      ...filled.filter(({ path }) => path !== configFileName),
      ...filled.filter(({ path }) => path === configFileName),
    ],
    keep: starter.map(({ path }) => path).filter((path) => existing.has(path)),
  };
}
