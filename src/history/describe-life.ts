// An article's versions → its life in words: what each commit meant for readers and for whoever answers for it. Pure.
import type { Document } from '../content/document.ts';
import type { Article } from '../model/article.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { judgeTrust } from '../model/trust.ts';
import type { Wording } from '../model/wording.ts';
import type { FileVersion } from './file-history.ts';

/** A version with what was read of its text. */
export interface LifeVersion {
  /** Undefined for the file as it is on the disk, where no commit of its own holds it. */
  readonly version: FileVersion | undefined;
  readonly document: Document;
}

/** What one commit did to an article. */
export interface LifeEvent {
  /** The author's calendar day; absent, as author and commit, for what is in no commit. */
  readonly day?: IsoDate | undefined;
  readonly author?: string | undefined;
  /** Abbreviated commit id. */
  readonly commit?: string | undefined;
  /** At least one; the weightiest first. */
  readonly words: readonly Wording[];
}

/** One thing that a commit may have done; undefined where it did not. */
type Change = (before: Article, after: Article) => Wording | undefined;

/** `name: before → after`; an absent value shows as a dash. */
function moved(fr: string, en: string, read: (article: Article) => string | undefined): Change {
  return (before, after) => {
    const [from, to] = [read(before), read(after)];
    if (from === to) return undefined;
    const step = `${from || '–'} → ${to || '–'}`;
    return { fr: `${fr} : ${step}`, en: `${en}: ${step}` };
  };
}

/** `name` alone, for values that are too long or too many to show. */
function edited(fr: string, en: string, read: (article: Article) => unknown): Change {
  return (before, after) =>
    JSON.stringify(read(before) ?? null) === JSON.stringify(read(after) ?? null) ? undefined : { fr, en };
}

const list = (items: readonly string[]) => [...items].sort().join(', ');

/** What front matter says, in the order in which it is told. */
const fieldChanges: readonly Change[] = [
  (before, after) => {
    if (before.status === after.status) return undefined;
    if (after.status === 'archived') return { fr: 'archivé', en: 'archived' };
    if (after.status === 'draft') return { fr: 'repassé en brouillon', en: 'made a draft again' };
    return before.status === 'draft'
      ? { fr: 'publié', en: 'published' }
      : { fr: 'sorti des archives', en: 'taken out of the archive' };
  },
  (before, { replacedBy }) => {
    if (before.replacedBy === replacedBy) return undefined;
    return replacedBy === undefined
      ? { fr: 'n’est plus remplacé', en: 'no longer replaced' }
      : { fr: `remplacé par ${replacedBy}`, en: `replaced by ${replacedBy}` };
  },
  (before, { validation }) => {
    if (JSON.stringify(before.validation) === JSON.stringify(validation)) return undefined;
    return validation === undefined
      ? { fr: 'validation retirée', en: 'validation withdrawn' }
      : { fr: `validé par ${validation.by}`, en: `validated by ${validation.by}` };
  },
  moved('valable à partir du', 'valid from', ({ effective }) => effective),
  moved('valable jusqu’au', 'valid until', ({ expires }) => expires),
  moved('relu', 'reviewed', ({ reviewed }) => reviewed),
  moved('identifiant', 'id', ({ id }) => id),
  moved('langue', 'language', ({ lang }) => lang),
  moved('titre', 'title', ({ title }) => title),
  moved('responsable', 'owner', ({ owner }) => owner),
  moved('public', 'audience', ({ audience }) => list(audience)),
  moved('type', 'type', ({ type }) => type),
  moved('motifs', 'reasons', ({ reasons }) => list(reasons)),
  edited('résumé modifié', 'summary changed', ({ summary }) => summary),
  edited('étiquettes modifiées', 'tags changed', ({ tags }) => tags),
  edited('mots-clés modifiés', 'keywords changed', ({ keywords }) => keywords),
  edited('formulaires modifiés', 'forms changed', ({ forms }) => forms),
  edited('succession modifiée', 'succession changed', ({ replaces }) => replaces),
  edited('anciens identifiants modifiés', 'former ids changed', ({ formerly }) => formerly),
];

const present = (wording: Wording | undefined): wording is Wording => wording !== undefined;

function bodyOf({ body }: Document): string {
  return body.replace(/\r\n?/g, '\n').trim();
}

/** What happened to the text; that a validation no longer holds is the writer's next task. */
function describeText(before: Document, after: Document): Wording | undefined {
  if (bodyOf(before) === bodyOf(after)) return undefined;
  const lost =
    before.article !== undefined &&
    after.article !== undefined &&
    judgeTrust(before.article) === 'validated' &&
    judgeTrust(after.article) === 'changed';
  return lost
    ? { fr: 'texte modifié, à revalider', en: 'text changed, to be validated again' }
    : { fr: 'texte modifié', en: 'text changed' };
}

function describeMove(before: FileVersion | undefined, after: FileVersion | undefined): Wording | undefined {
  if (before === undefined || after === undefined || before.path === after.path) return undefined;
  return { fr: `déplacé depuis ${before.path}`, en: `moved from ${before.path}` };
}

function describeStep(before: LifeVersion, after: LifeVersion): Wording[] {
  const [old, now] = [before.document.article, after.document.article];
  const move = describeMove(before.version, after.version);
  const text = describeText(before.document, after.document);
  if (now === undefined) {
    const broken = old && { fr: 'devenu illisible', en: 'became unreadable' };
    return [broken, text, move].filter(present);
  }
  if (old === undefined) {
    const mended = { fr: 'de nouveau lisible', en: 'readable again' };
    return [mended, text, move].filter(present);
  }
  const fields = fieldChanges.map((change) => change(old, now));
  return [text, ...fields, move].filter(present);
}

function describeBirth({ document }: LifeVersion): Wording[] {
  const { article } = document;
  if (article === undefined) return [{ fr: 'créé, illisible', en: 'created, unreadable' }];
  const { validation, status } = article;
  const created =
    status === 'draft'
      ? { fr: 'créé, en brouillon', en: 'created as a draft' }
      : { fr: 'créé', en: 'created' };
  const by = validation && { fr: `validé par ${validation.by}`, en: `validated by ${validation.by}` };
  return [created, by].filter(present);
}

const layoutOnly: Wording = { fr: 'présentation seulement', en: 'layout only' };

/**
 * The life of an article whose `versions` are given newest first; the result is in the same order. A commit that
 * changed no byte of the file and did not move it is left out.
 */
export function describeLife(versions: readonly LifeVersion[]): readonly LifeEvent[] {
  return versions.flatMap((after, at): LifeEvent[] => {
    const { version, document } = after;
    const before = versions[at + 1];
    const words = before === undefined ? describeBirth(after) : describeStep(before, after);
    if (words.length === 0 && before?.document.text === document.text) return [];
    return [
      {
        day: version?.commit.day,
        author: version?.commit.author,
        commit: version?.commit.shortId,
        words: words.length > 0 ? words : [layoutOnly],
      },
    ];
  });
}
