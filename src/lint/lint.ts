// Runs the rules over a knowledge base: stamps path, rule and severity on what they find, and sorts it.
import { configFileName } from '../config/read-config.ts';
import { didYouMean } from '../config/schema-issue.ts';
import type { TextEdit } from '../content/apply-edits.ts';
import type { CodeownersFile } from '../content/codeowners-block.ts';
import { type Document, documentId } from '../content/document.ts';
import { partsOf } from '../content/document-parts.ts';
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import type { MediaFacts } from '../content/media-facts.ts';
import type { DiagramResult } from '../flow/parse-flow.ts';
import type { ContentHistory } from '../history/content-history.ts';
import type { Config } from '../model/config.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { Problem } from '../model/problem.ts';
import { languageOfFragment } from './language-of-fragment.ts';
import type { BaseContext, Rule, RuleContext } from './rule.ts';
import { rules } from './rules/index.ts';
import { isSuppressed, readSuppressions } from './suppressions.ts';

export interface LintOptions {
  readonly today: IsoDate;
  readonly diagrams: ReadonlyMap<string, DiagramResult>;
  readonly media?: ReadonlyMap<string, MediaFacts> | undefined;
  readonly history?: ContentHistory | undefined;
  readonly codeowners?: CodeownersFile | undefined;
  /** Paths of the documents and fragments to check; all of them unless given. The rest of the base still answers for links. */
  readonly only?: ReadonlySet<string> | undefined;
  /** Names of the rules to run; all that the configuration leaves on unless given. */
  readonly rules?: readonly string[] | undefined;
}

interface ActiveRule {
  readonly name: string;
  readonly rule: Rule;
  readonly severity: Severity;
}

/** The rules that `config` leaves on, with their severities. Raises a `Problem` on a rule that does not exist. */
function activeRules(config: Config): ActiveRule[] {
  for (const name of Object.keys(config.rules)) {
    if (name in rules) continue;
    const hint = didYouMean(name, Object.keys(rules));
    throw new Problem(
      {
        fr: `Règle inconnue « ${name} » dans « rules »${hint.fr}`,
        en: `Unknown rule \`${name}\` in \`rules\`${hint.en}`,
      },
      'kb.config.yaml',
    );
  }
  return Object.entries(rules).flatMap(([name, rule]) => {
    const severity = config.rules[name] ?? rule.severity;
    return severity === 'off' ? [] : [{ name, rule, severity }];
  });
}

function compareFindings(a: Finding, b: Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : 1);
}

/** A finding with what `--fix` would do about it. */
export interface FixableFinding extends Finding {
  readonly fix?: TextEdit | undefined;
}

/** Every finding on `base`, sorted by path, line and column, but for those that a comment suppresses. */
export function lintKnowledgeBase(base: KnowledgeBase, options: LintOptions): FixableFinding[] {
  const active = activeRules(base.config).filter(({ name }) => options.rules?.includes(name) ?? true);
  const shared: SharedContext = {
    base,
    today: options.today,
    diagrams: options.diagrams,
    media: options.media ?? new Map<string, MediaFacts>(),
    history: options.history,
    codeowners: options.codeowners,
    only: options.only,
    activeRules: new Set(
      active.filter(({ rule }) => !rule.needsHistory || options.history).map(({ name }) => name),
    ),
  };
  const ofBase = active.flatMap((rule) => [...lintBase(rule, shared)]);
  const ofDocuments = base.documents
    .filter(({ path }) => options.only?.has(path) ?? true)
    .flatMap((document) => {
      // Where all rules run, some of them want the tree: what else the body holds is collected from the same parse.
      const parts = partsOf(document, { parsed: options.rules === undefined });
      const suppressions = readSuppressions(document, parts);
      const lang = document.article?.lang ?? base.config.lang;
      return [...lintDocument(document, active, { ...shared, parts, suppressions, lang })];
    });
  return [...ofBase, ...ofDocuments, ...lintFragments(active, shared)].sort(compareFindings);
}

type SharedContext = Omit<RuleContext, 'parts' | 'suppressions' | 'lang'>;

/**
 * The findings on the texts that articles include, each once and in its own file. They carry no edit: what mends a
 * fragment voids the validation of every article that includes it, which somebody should want.
 */
function* lintFragments(active: readonly ActiveRule[], shared: SharedContext): Iterable<FixableFinding> {
  const ofFragments = active.filter(({ rule }) => rule.fragments);
  const activeRules = new Set(ofFragments.map(({ name }) => name));
  for (const document of shared.base.fragmentDocuments) {
    if (!(shared.only?.has(document.path) ?? true)) continue;
    const parts = partsOf(document);
    const suppressions = readSuppressions(document, parts);
    const lang = languageOfFragment(document.path, shared.base);
    const context = { ...shared, activeRules, parts, suppressions, lang };
    for (const { fix: _, ...finding } of lintDocument(document, ofFragments, context)) yield finding;
  }
}

function* lintBase({ name, rule, severity }: ActiveRule, context: BaseContext): Iterable<FixableFinding> {
  for (const finding of rule.checkBase?.(context) ?? []) {
    const { path = configFileName, line, column, endLine, endColumn, message } = finding;
    yield { path, line, column, endLine, endColumn, rule: name, severity, message };
  }
}

function* lintDocument(
  document: Document,
  active: readonly ActiveRule[],
  context: RuleContext,
): Iterable<FixableFinding> {
  const { path } = document;
  const id = documentId(document);
  for (const { name, rule, severity } of active) {
    for (const { line, column, endLine, endColumn, message, fix } of rule.check(document, context)) {
      if (rule.suppressible !== false && isSuppressed(context.suppressions, name, line)) continue;
      yield { path, line, column, endLine, endColumn, rule: name, severity, message, id, fix };
    }
  }
}
