// `kb report --coverage`: what is in force for each contact reason, as their tree, with the contacts that it has a month.

import { readKnowledgeBase } from '../content/read-knowledge-base.ts';
import { buildCoverage } from '../report/coverage.ts';
import { type CommonOptions, openSession } from './common-options.ts';
import {
  type CoverageFormat,
  formatCoverageCsv,
  formatCoverageJson,
  formatCoverageTable,
} from './format-coverage.ts';
import { formatProblem } from './format-problem.ts';
import { type Host, wantsColor } from './host.ts';
import { readVolumes } from './read-volumes.ts';

const formats: Readonly<Record<string, CoverageFormat>> = {
  table: formatCoverageTable,
  json: formatCoverageJson,
  csv: formatCoverageCsv,
};

/** Raises a `Problem` on a format that the coverage has not, and on a file of volumes that can't be used. */
export async function reportCoverage(
  options: CommonOptions & { readonly format: string; readonly volumes?: string | undefined },
  host: Host,
): Promise<number> {
  const format = formats[options.format];
  if (!format) throw formatProblem('--coverage', options.format, Object.keys(formats));
  const session = await openSession(options, host);
  const volumes =
    options.volumes === undefined ? undefined : await readVolumes(options.volumes, session, host);
  const base = await readKnowledgeBase(session.root, {
    parser: session.parser,
    knownConfig: session.config,
  });
  host.out(
    format(buildCoverage(base, session.today, volumes), {
      today: session.today,
      lang: session.lang,
      color: wantsColor(host.env, host.outIsTerminal),
      width: host.width,
      labels: session.config,
    }),
  );
  return 0;
}
