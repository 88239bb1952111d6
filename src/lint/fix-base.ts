// What `--fix` would make of a base: the edits that its findings carry, made in memory, round after round until none is left.
import { applyEdits } from '../content/apply-edits.ts';
import { type KnowledgeBase, replaceDocuments } from '../content/knowledge-base.ts';
import type { ParseMarkdown } from '../content/markdown-parser.ts';
import { parseDocument } from '../content/parse-document.ts';
import { type FixableFinding, type LintOptions, lintKnowledgeBase } from './lint.ts';

/** One edit may bring out or move another; more rounds than this mean that two rules disagree. */
const mostRounds = 10;

export interface FixedFile {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

export interface FixedBase {
  /** The base as it would be read after the edits. */
  readonly base: KnowledgeBase;
  /** The files that would change, sorted by path. */
  readonly files: readonly FixedFile[];
}

function editedTexts(base: KnowledgeBase, findings: readonly FixableFinding[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const path of new Set(findings.filter(({ fix }) => fix).map((finding) => finding.path))) {
    const text = base.byPath.get(path)?.text ?? '';
    const edits = findings.flatMap((finding) => (finding.path === path && finding.fix ? [finding.fix] : []));
    const edited = applyEdits(text, edits);
    if (edited !== text) texts.set(path, edited);
  }
  return texts;
}

/** Mends what can be mended in the documents that `options` select. Nothing is written. */
export function fixBase(base: KnowledgeBase, parse: ParseMarkdown, options: LintOptions): FixedBase {
  const touched = new Set<string>();
  let current = base;
  let only = options.only;
  for (let round = 0; round < mostRounds; round++) {
    const texts = editedTexts(current, lintKnowledgeBase(current, { ...options, only }));
    if (texts.size === 0) break;
    for (const path of texts.keys()) touched.add(path);
    current = replaceDocuments(
      current,
      [...texts].map(([path, text]) => parseDocument(path, text, base.config, parse, base)),
    );
    only = new Set(texts.keys());
  }
  const files = [...touched].sort().map((path) => ({
    path,
    before: base.byPath.get(path)?.text ?? '',
    after: current.byPath.get(path)?.text ?? '',
  }));
  return { base: current, files };
}
