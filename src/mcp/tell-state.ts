// What an assistant is told of an article before anything else: whether it holds, and who answers for it.

import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import { judgeAbsence } from '../content/obsolescence.ts';
import type { IsoDate } from '../model/iso-date.ts';
import type { Trust } from '../model/trust.ts';
import type { Validity } from '../model/validity.ts';
import { planCard, planValidationView } from '../publish/article-card.ts';
import { tellsTeam } from '../publish/select-articles.ts';

/** Facts of an article as JSON; `null` for what is not there. */
export interface ToldState {
  readonly id: string;
  readonly lang: string;
  readonly title: string;
  readonly type: string;
  /** The team that answers for it; `null` for readers who are not told, as is who validated it. */
  readonly owner: string | null;
  readonly validity: Validity;
  readonly trust: Trust;
  readonly expires: IsoDate | null;
  readonly validatedBy: string | null;
  readonly validatedOn: IsoDate | null;
  /** The first 12 hexadecimal digits of the digest of its content. */
  readonly version: string;
  /** Why it is not to be followed as it is; null where it may be. */
  readonly warning: string | null;
}

const absences: Readonly<Record<string, string>> = {
  expired: 'EXPIRED: do not follow or quote it as current; its owner has to review it.',
  archived: 'ARCHIVED: kept for reference only.',
  replaced: 'REPLACED by another article: read that one.',
  draft: 'DRAFT: nobody is to follow it yet.',
  scheduled: 'NOT IN FORCE YET.',
};

const doubts: Readonly<Partial<Record<Trust, string>>> = {
  unvalidated: 'UNVALIDATED: nobody answers for it yet; say so when you use it.',
  changed: 'CHANGED since it was validated: nobody answers for the present text; say so when you use it.',
};

export interface StateTerms {
  readonly base: KnowledgeBase;
  readonly today: IsoDate;
  readonly audience: string;
}

/** The state of `document` on `today`, as much of it as readers of `audience` are told. */
export function tellState(document: ArticleDocument, { base, today, audience }: StateTerms): ToldState {
  const { article } = document;
  const { id, lang, title, type, expires, digest } = article;
  const absence = judgeAbsence(document, base, today);
  const forTeam = tellsTeam(base.config, audience);
  const { owner, validity, trust } = planCard(article, base.config, { today, tellsTeam: forTeam });
  const validation = planValidationView(article, forTeam);
  return {
    id,
    lang,
    title,
    type,
    owner: owner ?? null,
    validity: validity.state,
    trust,
    expires: expires ?? null,
    validatedBy: validation?.by ?? null,
    validatedOn: validation?.on ?? null,
    version: digest.replace(/^sha256:/, '').slice(0, 12),
    warning: (absence ? absences[absence] : doubts[trust]) ?? null,
  };
}

/** The state in lines of text: first of all what is wrong. */
export function writeState(state: ToldState): string {
  const { id, lang, title, validity, trust, expires, validatedBy, validatedOn, owner, version, warning } =
    state;
  return [
    ...(warning === null ? [] : [warning]),
    `${title} [${lang}/${id}]`,
    `Validity: ${validity}${expires === null ? '' : ` (last day ${expires})`}. Trust: ${trust}${
      validatedOn === null
        ? ''
        : ` (validated ${validatedBy === null ? '' : `by ${validatedBy}, `}${validatedOn})`
    }.${owner === null ? '' : ` Owner: ${owner}.`} Version: ${version}.`,
  ].join('\n');
}
