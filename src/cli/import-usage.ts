// Brings counts and days of presence into the base's `usage/`: plans, tells what was left out, writes.
import { readLedger } from '../field/ledger.ts';
import { planUsageImport, type UsageImportPlan } from '../field/plan-usage-import.ts';
import { usageLedger } from '../field/usage-ledger.ts';
import { writeChanges } from '../field/write-changes.ts';
import type { UiLanguage, Wording } from '../model/wording.ts';
import { countNoun } from '../report/explain-priority.ts';
import { tell, tellFieldProblems } from './field-problems.ts';
import { tellRefused } from './import-items.ts';
import type { BringIn } from './pull-items.ts';

const nouns = {
  sendings: { fr: ['relevé', 'relevés'], en: ['set of counts', 'sets of counts'] },
  presences: { fr: ['jour de présence', 'jours de présence'], en: ['day of presence', 'days of presence'] },
} as const;

function summarize(
  { added, known, ahead, masked }: UsageImportPlan,
  other: number,
  dryRun: boolean,
): Wording {
  const word = (lang: UiLanguage) =>
    (['sendings', 'presences'] as const).map((kind) => countNoun(added[kind], nouns[kind], lang)).join(', ');
  const notes: readonly (readonly [count: number, note: Wording])[] = [
    [known, { fr: `${known} déjà là`, en: `${known} already here` }],
    [ahead, { fr: `${ahead} datés de l’avenir, laissés`, en: `${ahead} dated in the future, left out` }],
    [
      masked,
      {
        fr: `${masked} comptes illisibles ou avec des données personnelles, laissés`,
        en: `${masked} counts unreadable or with personal data, left out`,
      },
    ],
    [other, { fr: `${other} autres éléments laissés`, en: `${other} other items left out` }],
  ];
  const told = notes.filter(([count]) => count > 0).map(([, note]) => note);
  return {
    fr: [`${dryRun ? 'À ajouter' : 'Ajouté'} : ${word('fr')}`, ...told.map(({ fr }) => fr)].join(' ; '),
    en: [`${dryRun ? 'To add' : 'Added'}: ${word('en')}`, ...told.map(({ en }) => en)].join('; '),
  };
}

/** Adds what `sources` hold of counts to the ledgers; prints the files that are written, or would be. The exit code is 1 where an item was refused. */
export const importUsage: BringIn = async (sources, { dryRun }, session, host) => {
  const ledger = await readLedger(session.root, usageLedger);
  tellFieldProblems(ledger.problems, session, host);
  for (const { place, base } of sources) {
    if (base === undefined || base === '' || base === session.config.name) continue;
    tell({ fr: `${place} : base « ${base} »`, en: `${place}: base \`${base}\`` }, session, host);
  }
  const items = sources.flatMap((source) => source.items);
  const other = items.filter(({ kind }) => kind !== 'usage' && kind !== 'presence').length;
  const plan = planUsageImport(items, ledger, session.today);
  const refused = tellRefused(sources, session, host);
  if (!dryRun) await writeChanges(session.root, plan.changes);
  for (const { path } of plan.changes) host.out(`${path}\n`);
  host.err(`${session.say(summarize(plan, other, dryRun === true))}\n`);
  return refused > 0 ? 1 : 0;
};
