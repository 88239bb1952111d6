// What a rule is: why it exists, what it checks, and examples that its tests and its documentation are made from.
import type { TextEdit } from '../content/apply-edits.ts';
import type { CodeownersFile } from '../content/codeowners-block.ts';
import type { Document } from '../content/document.ts';
import type { DocumentParts } from '../content/document-parts.ts';
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import type { MediaFacts } from '../content/media-facts.ts';
import type { DiagramResult } from '../flow/parse-flow.ts';
import type { ContentHistory } from '../history/content-history.ts';
import type { Place, Severity } from '../model/finding.ts';
import type { IsoDate } from '../model/iso-date.ts';
import type { Wording } from '../model/wording.ts';
import type { Suppression } from './suppressions.ts';

/** What a rule may look at of the base as a whole. */
export interface BaseContext {
  readonly base: KnowledgeBase;
  readonly today: IsoDate;
  /** The CODEOWNERS file of the repository, where there is one. */
  readonly codeowners: CodeownersFile | undefined;
  /** Paths of the documents that are checked; undefined for all. */
  readonly only: ReadonlySet<string> | undefined;
}

/** What a rule may look at beside the document in hand. */
export interface RuleContext extends BaseContext {
  /** What Mermaid's parser says of a flowchart's source. */
  readonly diagrams: ReadonlyMap<string, DiagramResult>;
  /** Weight and size of the pictures that articles show, by path. */
  readonly media: ReadonlyMap<string, MediaFacts>;
  /** What git knows of the articles; undefined where it could not be asked, or has only a part of the past. */
  readonly history: ContentHistory | undefined;
  /** The parts of the document in hand. */
  readonly parts: DocumentParts;
  /** The language of the document in hand, or the base's where it names none. */
  readonly lang: string;
  /** The suppression comments of the document in hand. All other rules have run when `suppressions-are-sound` reads them. */
  readonly suppressions: readonly Suppression[];
  /** Names of the rules that run, and have what they need to. */
  readonly activeRules: ReadonlySet<string>;
}

/** A finding before the engine stamps it with path, rule name and severity. */
export interface RuleFinding extends Place {
  readonly message: Wording;
  /** An edit of the file's text that mends it and cannot change what the text means. */
  readonly fix?: TextEdit | undefined;
}

/** A finding of the base as a whole: of the configuration, unless it names another file by its path from the root. */
export interface BaseFinding extends RuleFinding {
  readonly path?: string | undefined;
}

/** A small knowledge base and what the rule has to say about it: nothing, in a passing example. */
export interface RuleExample {
  /** Path from the root → text of the file. Paths below `content/` are read as the base's are, and `.github/CODEOWNERS` as the repository's. */
  readonly files: Readonly<Record<string, string>>;
  /** YAML that is added to the examples' configuration. */
  readonly config?: string;
  readonly media?: Readonly<Record<string, MediaFacts>>;
  readonly history?: ContentHistory;
  readonly findings: readonly {
    readonly path: string;
    readonly line: number;
    readonly column: number;
    readonly fr: string;
    readonly en: string;
  }[];
  /** What `--fix` makes of the files, for those that it changes. */
  readonly fixed?: Readonly<Record<string, string>>;
}

/** The groups of the documentation, in its order. */
export const ruleGroups = [
  'life',
  'structure',
  'flow',
  'language',
  'safety',
  'together',
  'comments',
] as const;

export type RuleGroup = (typeof ruleGroups)[number];

export interface Rule {
  readonly group: RuleGroup;
  /** Severity unless the configuration sets another. */
  readonly severity: Severity;
  /** Whether a comment may silence it; all but those on which the validity of an article rests. */
  readonly suppressible?: false;
  /** Whether it judges a text by itself, and so fragments too, which have no front matter. */
  readonly fragments?: true;
  /** Whether it has nothing to say without git's past, which takes time to read. */
  readonly needsHistory?: true;
  /** Why a team would want this, in one or two sentences, for the documentation. */
  readonly why: Wording;
  /** Looks at one document; must not throw on any content. */
  readonly check: (document: Document, context: RuleContext) => Iterable<RuleFinding>;
  /** Looks at the base as a whole, for what no document can answer for. A part of the documents (`only`) can't tell what the whole lacks. */
  readonly checkBase?: (context: BaseContext) => Iterable<BaseFinding>;
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
