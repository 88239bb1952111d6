// What a rule is: why it exists, what it checks, and examples that its tests and its documentation are made from.
import type { Document } from '../content/document.ts';
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import type { DiagramResult } from '../flow/parse-flow.ts';
import type { Place, Severity } from '../model/finding.ts';
import type { IsoDate } from '../model/iso-date.ts';
import type { Wording } from '../model/wording.ts';

/** What a rule may look at beside the document in hand. */
export interface RuleContext {
  readonly base: KnowledgeBase;
  readonly today: IsoDate;
  /** What Mermaid's parser says of a flowchart's source. */
  readonly diagrams: ReadonlyMap<string, DiagramResult>;
}

/** A finding before the engine stamps it with path, rule name and severity. */
export interface RuleFinding extends Place {
  readonly message: Wording;
}

/** A small knowledge base and what the rule has to say about it: nothing, in a passing example. */
export interface RuleExample {
  /** Path from the root → text of the file. Paths below `content/` are read as the base's are. */
  readonly files: Readonly<Record<string, string>>;
  readonly findings: readonly {
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly fr: string;
    readonly en: string;
  }[];
}

export interface Rule {
  /** Severity unless the configuration sets another. */
  readonly severity: Severity;
  /** Why a team would want this, in one or two sentences, for the documentation. */
  readonly why: string;
  /** Looks at one document; must not throw on any content. */
  readonly check: (document: Document, context: RuleContext) => Iterable<RuleFinding>;
  readonly examples: readonly [RuleExample, RuleExample, ...RuleExample[]];
}

/** The day on which every example is judged. */
export const exampleToday = '2026-06-15' as IsoDate;

/** The text of a sound article for examples, with `fields` added to its front matter or replacing lines of it (null leaves one out). */
export function exampleArticle(
  fields: Readonly<Record<string, string | null>> = {},
  body = '## Étapes\n',
): string {
  const all: Record<string, string | null> = {
    id: 'colis-en-retard',
    title: 'Colis en retard',
    type: 'procedure',
    owner: 'livraison',
    expires: '2027-03-31',
    ...fields,
  };
  const lines = Object.entries(all).filter(([, value]) => value !== null);
  return `---\n${lines.map(([key, value]) => `${key}: ${value}`).join('\n')}\n---\n\n${body}`;
}
