// The front matter that an imported page is proposed: its type, title and summary, as far as the text gives them away.
import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { yamlScalar } from '../authoring/fill-template.ts';
import { titleLengthLimit } from '../authoring/plan-names.ts';
import type { NewArticlePlan } from '../authoring/plan-new-article.ts';
import { walkTree } from '../content/walk-tree.ts';
import type { ArticleType } from '../model/article.ts';
import { wellFormed } from '../model/legible.ts';
import { printable } from '../model/printable.ts';
import { quote } from '../model/quote.ts';

/** Longest summary, in UTF-16 code units: a sentence that a search result shows whole. */
const longestSummary = 200;

/** Steps that make a numbered list a procedure: one is a paragraph with a number. */
const fewestSteps = 2;

/** A title that any article may have: one line, short enough, with a letter or digit. */
export function cleanTitle(text: string): string {
  const line = quote(printable(wellFormed(text)), titleLengthLimit);
  return /[\p{L}\p{N}]/u.test(line) ? line : 'Article';
}

/** Numbered steps make a procedure, a question as the title a `faq`; anything else is a `reference`. */
export function guessType(title: string, tree: Root): ArticleType {
  let steps = false;
  walkTree<Nodes>(tree, (node) => {
    if (node.type === 'list' && node.ordered && node.children.length >= fewestSteps) steps = true;
    return undefined;
  });
  if (steps) return 'procedure';
  return /[?？]\s*$/u.test(title) ? 'faq' : 'reference';
}

/** The first sentence of the first paragraph; undefined where there is none, or a long one. */
export function guessSummary(tree: Root, lang: string): string | undefined {
  const paragraph = tree.children.find((node) => node.type === 'paragraph');
  const text = paragraph
    ? printable(textOf(paragraph, { includeImageAlt: false }))
        .replace(/ +/g, ' ')
        .trim()
    : '';
  if (text === '') return undefined;
  const [first] = new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text);
  const sentence = wellFormed(first?.segment.trim() ?? '');
  return sentence === '' || sentence.length > longestSummary || !/[\p{L}\p{N}]/u.test(sentence)
    ? undefined
    : sentence;
}

export interface ProposedFields extends NewArticlePlan {
  readonly owner: string;
  readonly summary: string | undefined;
  readonly tags: readonly string[];
  readonly draft: boolean;
}

/**
 * The front matter with its lines. There is no `validation`, so the article is unvalidated; `status` is left out, hence
 * `published`, because the team works by this text already, unless the source itself calls it a draft.
 */
export function writeFields(fields: ProposedFields): string {
  const { id, title, type, owner, lang, summary, tags, expires, mayLackExpiry, draft } = fields;
  return [
    '---',
    `id: ${yamlScalar(id)}`,
    `title: ${yamlScalar(title)}`,
    `type: ${type}`,
    `owner: ${yamlScalar(owner)}`,
    `lang: ${yamlScalar(lang)}`,
    ...(summary === undefined ? [] : [`summary: ${yamlScalar(summary)}`]),
    ...(tags.length === 0 ? [] : [`tags: [${tags.map(yamlScalar).join(', ')}]`]),
    ...(mayLackExpiry ? [] : [`expires: ${expires}`]),
    ...(draft ? ['status: draft'] : []),
    '---',
    '',
  ].join('\n');
}
