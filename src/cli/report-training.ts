// `kb report --training`: who has done which training path, from receipts and roster.

import { readKnowledgeBase } from '../content/read-knowledge-base.ts';
import { buildTraining } from '../field/build-training.ts';
import { readLedger } from '../field/ledger.ts';
import { receiptLedger } from '../field/receipt-ledger.ts';
import { type CommonOptions, openSession } from './common-options.ts';
import { tellFieldProblems } from './field-problems.ts';
import { formatProblem } from './format-problem.ts';
import {
  formatTrainingCsv,
  formatTrainingJson,
  formatTrainingTable,
  type TrainingFormat,
} from './format-training.ts';
import { type Host, wantsColor } from './host.ts';
import { needRoster } from './need-roster.ts';

const formats: Readonly<Record<string, TrainingFormat>> = {
  table: formatTrainingTable,
  json: formatTrainingJson,
  csv: formatTrainingCsv,
};

/** Raises a `Problem` on a format that the training has not, and where there is no roster. */
export async function reportTraining(
  options: CommonOptions & { readonly format: string },
  host: Host,
): Promise<number> {
  const format = formats[options.format];
  if (!format) throw formatProblem('--training', options.format, Object.keys(formats));
  const session = await openSession(options, host);
  const roster = await needRoster(session);
  const [base, receipts] = await Promise.all([
    readKnowledgeBase(session.root, { parser: session.parser, knownConfig: session.config }),
    readLedger(session.root, receiptLedger),
  ]);
  tellFieldProblems(receipts.problems, session, host);
  const training = buildTraining(base, roster, receipts.entries, session.today);
  host.out(
    format(training, {
      lang: session.lang,
      color: wantsColor(host.env, host.outIsTerminal),
      width: host.width,
    }),
  );
  return 0;
}
