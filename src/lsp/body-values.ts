// What a name or a value that is being typed in the text may be: a variable in `{{…}}`, a fragment, the terms of a case, an audience.
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import type { ContextVariable } from '../model/context.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { quote } from '../model/quote.ts';
import { type Variable, valuesFrom } from '../model/variable.ts';
import { pickLabel, type UiLanguage } from '../model/wording.ts';
import type { Proposal } from './front-matter-values.ts';

export interface BodyTerms {
  readonly base: KnowledgeBase;
  /** Language of the article. */
  readonly lang: string;
  /** Language of the editor. */
  readonly ui: UiLanguage;
  readonly today: IsoDate;
}

export interface BodyProposals {
  /** Columns of what is being typed, from 0, the end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly proposals: readonly Proposal[];
}

/** The longest detail, in signs: editors show one line. */
const longestDetail = 120;

/** The value of today, then each that is planned, as `3 jours · 5 jours (2027-01-01)`. */
function describeVariable(variable: Variable, { lang, today }: BodyTerms): string | undefined {
  const said = valuesFrom(variable, lang, today).map(({ from, text }, index) =>
    index === 0 ? text : `${text} (${from})`,
  );
  return said.length === 0 ? undefined : quote(said.join(' · '), longestDetail);
}

function describeContext({ label, values, samples }: ContextVariable, { lang, ui }: BodyTerms): string {
  const sample = values ? values.map(({ value }) => value).join(' | ') : samples[0];
  return quote([pickLabel(label, ui, lang), sample].filter(Boolean).join(' · '), longestDetail);
}

function proposeVariables(terms: BodyTerms): readonly Proposal[] {
  const { variables, config } = terms.base;
  return [
    ...[...variables.values()].map((variable) => ({
      label: variable.name,
      detail: describeVariable(variable, terms),
    })),
    ...config.context.map((variable) => ({
      label: variable.name,
      detail: describeContext(variable, terms),
    })),
  ];
}

function proposeFragments({ base }: BodyTerms): readonly Proposal[] {
  return [...base.fragments].map(([id, { content }]) => {
    const line = content.ok ? content.text.split(/\r?\n/).find((each) => each.trim() !== '') : undefined;
    return { label: id, detail: line && quote(line.trim(), longestDetail) };
  });
}

/** Names of variables with values, and `else`; or the values of the one that is named, without those that stand there already. */
function proposeCase(term: string, others: readonly string[], terms: BodyTerms): readonly Proposal[] {
  const { context } = terms.base.config;
  const [name = '', written] = term.split('=', 2);
  if (written === undefined) {
    const named = context
      .filter(({ name, values }) => values !== undefined && !others.includes(name))
      .map((variable) => ({ label: variable.name, detail: describeContext(variable, terms) }));
    return others.length > 0 ? named : [...named, { label: 'else' }];
  }
  const taken = written.replace(/^["']/, '').split('|').slice(0, -1);
  const values = context.find((variable) => variable.name === name)?.values ?? [];
  return values
    .filter(({ value }) => !taken.includes(value))
    .map(({ value, label }) => ({
      label: value,
      detail: pickLabel(label, terms.ui, terms.lang) || undefined,
    }));
}

/** What stands before a directive on its line: it may be in a quote or a list. */
const start = String.raw`^[ \t>*+-]*(?:\d+[.)][ \t]+)?`;
const placeholder = /\{\{[ \t]*([\w.-]*)$/;
const include = new RegExp(String.raw`${start}::include\{[ \t]*id=["']?([\w-]*)$`);
const when = new RegExp(String.raw`${start}:{3,}when(?:\[[^\]]*\])?\{([^{}]*)$`);
const only = new RegExp(String.raw`${start}:{3,}only\{[ \t]*audience=["']?((?:[\w.-]*\|)*)([\w.-]*)$`);

/** The proposals at column `character` of `line`, a line of an article's text; none where no name or value of the base is being typed. */
export function bodyProposals(line: string, character: number, terms: BodyTerms): BodyProposals {
  const before = line.slice(0, character);
  const after = line.slice(character);
  const at = (typed: string, proposals: readonly Proposal[], closing = ''): BodyProposals => {
    const rest = /^[\w.-]*/.exec(after)?.[0] ?? '';
    const closed = closing === '' || /^\s*["']?[|}]/.test(after.slice(rest.length));
    const to = character + rest.length;
    const from = character - typed.length;
    if (closed) return { from, to, proposals };
    const ended = proposals.map((each) => ({ ...each, newText: `${each.label}${closing}` }));
    return { from, to, proposals: ended };
  };

  const named = placeholder.exec(before)?.[1];
  if (named !== undefined) return at(named, proposeVariables(terms), '}}');
  const included = include.exec(before)?.[1];
  if (included !== undefined) return at(included, proposeFragments(terms), /id=["']/.test(before) ? '' : '}');
  const condition = when.exec(before)?.[1];
  if (condition !== undefined) {
    const parts = condition.split(/\s+/);
    const term = parts.pop() ?? '';
    const others = parts.filter((part) => part !== '').map((part) => part.replace(/=.*$/s, ''));
    return at(/[\w.-]*$/.exec(term)?.[0] ?? '', proposeCase(term, others, terms));
  }
  const audience = only.exec(before);
  if (audience !== null) {
    const [, taken = '', typed = ''] = audience;
    const left = terms.base.config.audiences.filter((each) => !taken.split('|').includes(each));
    return at(
      typed,
      left.map((label) => ({ label })),
    );
  }
  return at('', []);
}
