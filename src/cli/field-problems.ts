// Tells what could not be read in the field's folders: the rest stands, and nobody is left to believe that it is all.
import type { FieldProblem } from '../field/list-field-files.ts';
import { printable } from '../model/printable.ts';
import type { Wording } from '../model/wording.ts';
import type { Session } from './common-options.ts';
import type { Host } from './host.ts';

/** Most lines that are told of: past these, they have one cause. */
const mostTold = 10;

/** Prints `wording` on standard error. */
export function tell(wording: Wording, session: Session, host: Host): void {
  host.err(`kb: ${printable(session.say(wording))}\n`);
}

export function tellFieldProblems(problems: readonly FieldProblem[], session: Session, host: Host): void {
  for (const { path, line, column, wording } of problems.slice(0, mostTold))
    host.err(`kb: ${printable(`${path}:${line}:${column}: ${session.say(wording)}`)}\n`);
  const more = problems.length - mostTold;
  if (more > 0) tell({ fr: `… et ${more} de plus`, en: `… and ${more} more` }, session, host);
}
