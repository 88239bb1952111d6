// Brings items from the field into the base: plans, tells what is odd, writes. Both `kb feedback` and `kb receipts` import with it.

import { readKnowledgeBase } from '../content/read-knowledge-base.ts';
import { readLedger } from '../field/ledger.ts';
import { parseFieldItems, type RefusedItem } from '../field/parse-field-items.ts';
import { type ImportPlan, type ImportSource, planImport } from '../field/plan-import.ts';
import { readFeedback } from '../field/read-feedback.ts';
import { receiptLedger } from '../field/receipt-ledger.ts';
import { voteLedger } from '../field/vote-ledger.ts';
import { writeChanges } from '../field/write-changes.ts';
import { fieldVersion } from '../model/field-item.ts';
import { Problem } from '../model/problem.ts';
import type { UiLanguage, Wording } from '../model/wording.ts';
import { countNoun } from '../report/explain-priority.ts';
import type { Session } from './common-options.ts';
import { tell, tellFieldProblems } from './field-problems.ts';
import type { Host } from './host.ts';
import { readInput } from './read-input.ts';
import { tellOddities } from './tell-oddities.ts';

export interface ImportOptions {
  readonly dryRun?: true | undefined;
  /** In whose name receipts count that name nobody. */
  readonly reader?: string | undefined;
}

/** Items of a file or an answer, with those that can't be taken. */
export interface ReadSource extends ImportSource {
  readonly place: string;
  readonly refused: readonly RefusedItem[];
}

const faults: Readonly<Record<'json' | 'envelope' | 'version', Wording>> = {
  json: {
    fr: 'JSON illisible, attendu : un fichier exporté du site',
    en: 'Unreadable JSON, expected a file exported from the site',
  },
  envelope: {
    fr: 'Contenu inattendu, attendu : un fichier exporté du site (version, base, items)',
    en: 'Unexpected content, expected a file exported from the site (version, base, items)',
  },
  version: {
    fr: `Version inattendue, attendu : ${fieldVersion} ; mettez à jour kb, ou le site de ce lecteur`,
    en: `Unexpected version, expected ${fieldVersion}; update kb, or this reader’s site`,
  },
};

function faultProblem(fault: keyof typeof faults, place: string): Problem {
  return new Problem(faults[fault], place);
}

/** Reads the files that a person named. Raises a `Problem` at the first that is no export: then nothing is written. */
export async function readSources(files: readonly string[], host: Host): Promise<ReadSource[]> {
  const sources: ReadSource[] = [];
  for (const file of files) {
    const parsed = parseFieldItems(await readInput(file, host));
    if ('fault' in parsed) throw faultProblem(parsed.fault, file);
    sources.push({ place: file, base: parsed.base, items: parsed.items, refused: parsed.refused });
  }
  return sources;
}

/** Tells which items can’t be taken, and why; the result counts them. */
export function tellRefused(sources: readonly ReadSource[], session: Session, host: Host): number {
  const refused = sources.flatMap(({ place, refused }) => refused.map((item) => ({ place, ...item })));
  for (const { place, index, why } of refused.slice(0, 10)) {
    const at = `${place}, items[${index}]`;
    tell({ fr: `${at} : refusé (${why})`, en: `${at}: refused (${why})` }, session, host);
  }
  if (refused.length > 10)
    tell(
      { fr: `… ${refused.length} refusés en tout`, en: `… ${refused.length} refused in all` },
      session,
      host,
    );
  return refused.length;
}

const nouns = {
  feedback: { fr: ['signalement', 'signalements'], en: ['remark', 'remarks'] },
  votes: { fr: ['vote', 'votes'], en: ['vote', 'votes'] },
  receipts: { fr: ['accusé de lecture', 'accusés de lecture'], en: ['receipt', 'receipts'] },
} as const;

function summarize({ added, known, usage }: ImportPlan, dryRun: boolean): Wording {
  const word = (lang: UiLanguage) =>
    (['feedback', 'votes', 'receipts'] as const)
      .map((kind) => countNoun(added[kind].length, nouns[kind], lang))
      .join(', ');
  const unnamed = added.receipts.filter(({ reader }) => reader === undefined).length;
  const notes = {
    fr: [
      ...(known > 0 ? [`${known} déjà là`] : []),
      ...(unnamed > 0 ? [`${unnamed} sans nom (--reader)`] : []),
      ...(usage > 0 ? [`${usage} relevés d’usage laissés`] : []),
    ],
    en: [
      ...(known > 0 ? [`${known} already here`] : []),
      ...(unnamed > 0 ? [`${unnamed} without a name (--reader)`] : []),
      ...(usage > 0 ? [`${usage} counts of use left out`] : []),
    ],
  };
  return {
    fr: [`${dryRun ? 'À ajouter' : 'Ajouté'} : ${word('fr')}`, ...notes.fr].join(' ; '),
    en: [`${dryRun ? 'To add' : 'Added'}: ${word('en')}`, ...notes.en].join('; '),
  };
}

/**
 * Imports `sources` into the base of `session`: prints the files that are written, or would be. The result is the exit
 * code: 1 where an item was refused. Raises a `Problem` where a file can't be written or has to be mended first.
 */
export async function importItems(
  sources: readonly ReadSource[],
  { dryRun, reader }: ImportOptions,
  session: Session,
  host: Host,
): Promise<number> {
  const [base, feedback, votes, receipts] = await Promise.all([
    readKnowledgeBase(session.root, { parser: session.parser, knownConfig: session.config }),
    readFeedback(session.root),
    readLedger(session.root, voteLedger),
    readLedger(session.root, receiptLedger),
  ]);
  tellFieldProblems([...feedback.problems, ...votes.problems, ...receipts.problems], session, host);
  const plan = planImport(sources, { name: session.config.name, feedback, votes, receipts }, reader);
  const refused = tellRefused(sources, session, host);
  tellOddities(plan, base, session, host);
  if (!dryRun) await writeChanges(session.root, plan.changes);
  for (const { path } of plan.changes) host.out(`${path}\n`);
  host.err(`${session.say(summarize(plan, dryRun === true))}\n`);
  return refused > 0 ? 1 : 0;
}
