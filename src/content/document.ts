// A content file as read: what its front matter and its Markdown say, with the place of everything.
import type { Root } from 'mdast';
import type { SchemaIssue } from '../config/schema-issue.ts';
import type { Article } from '../model/article.ts';
import type { Place } from '../model/finding.ts';
import type { Variables } from '../model/variable.ts';
import type { Wording } from '../model/wording.ts';
import type { ByteText } from './byte-text.ts';
import type { Included } from './fragments.ts';

/** Why a file, or a part of it, could not be read. */
export interface ReadProblem extends Place {
  readonly wording: Wording;
}

export interface Heading extends Place {
  readonly depth: number;
  readonly text: string;
  /** The heading's anchor, unique in the article. */
  readonly slug: string;
}

/** A link or an image in the text, with its target as written. */
export interface LinkUse extends Place {
  readonly url: string;
  readonly text: string;
}

/** A fenced Mermaid block. */
export interface FlowchartSource extends Place {
  readonly code: string;
  /** Line of the file that holds the first line of `code`; undefined for one in a fragment, whose lines are in another file. */
  readonly codeLine: number | undefined;
}

export interface Markdown {
  readonly headings: readonly Heading[];
  readonly links: readonly LinkUse[];
  readonly images: readonly LinkUse[];
  readonly flowcharts: readonly FlowchartSource[];
}

/** One file of the content folder. It is an article when nothing stands against it, else it counts as `invalid`. */
export interface Document {
  /** Path from the knowledge base's root, with `/`. */
  readonly path: string;
  /** The text of the file; empty where it could not be read. */
  readonly text: string;
  /** The Markdown after the front matter. Its tree is not kept: 2,000 trees cost more to hold than to parse again. */
  readonly body: string;
  /** The body, for who looks at it once: where nobody has asked for `body`, it is not kept. */
  readonly peekBody: () => string;
  /** The same as bytes, for who looks for what is ASCII. */
  readonly peekBytes: () => ByteText;
  /** Forgets the text, where it can be read again from the disk: most who read a whole base look at few texts. */
  readonly forget?: () => void;
  readonly problems: readonly ReadProblem[];
  readonly issues: readonly SchemaIssue[];
  /** The front matter as data, before any judgement; undefined where it could not be read. */
  readonly data: Readonly<Record<string, unknown>> | undefined;
  /** Place of a front matter field's value, or of the front matter where the field is absent. */
  readonly fieldPlace: (field: string, index?: number) => Place;
  /** The fragments that the body includes. */
  readonly included: Included;
  /** The variables that the body shows, its fragments' included. */
  readonly variables: Variables;
  /** What the body holds as it is read, fragments included, parsed when it is first asked for; undefined where the text could not be read. */
  readonly markdown: Markdown | undefined;
  /** A new tree of the body as it is written, for the caller to edit: the tree of checks. */
  readonly parseBody: () => Root;
  /** A new tree of the body as it is read, with its fragments, for the caller to edit: the tree of pages. */
  readonly parseReading: () => Root;
  readonly article: Article | undefined;
}

/** Field `id` of the front matter, even where the rest of the file is not an article. */
export function documentId(document: Document): string | undefined {
  const id = document.article?.id ?? document.data?.id;
  return typeof id === 'string' ? id : undefined;
}

/** A fence whose info string may name Mermaid: as it is, or with an escape or a character reference in it. */
const possibleFlowchart = /(?:`{3}|~{3})[^\r\n]*(?:mermaid|[&\\])/i;

/** Whether a flowchart may begin in `text`: a parser has to tell. */
export function mayHoldFlowchart(text: string): boolean {
  // Looked for first, because that is ten times as fast as the expression.
  return (text.includes('```') || text.includes('~~~')) && possibleFlowchart.test(text);
}

/** The document's flowcharts. A body in which none can begin is not parsed for the question. */
export function flowchartsOf(document: Document): readonly FlowchartSource[] {
  const possible =
    mayHoldFlowchart(document.body) ||
    [...document.included.values()].some(
      (fragment) => fragment?.content.ok && mayHoldFlowchart(fragment.content.text),
    );
  return possible ? (document.markdown?.flowcharts ?? []) : [];
}
