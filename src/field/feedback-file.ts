// One remark ↔ one YAML file of `feedback/`, which a person can read, answer in an editor and merge.
import { createHash } from 'node:crypto';
import { Document, isMap, isScalar, Scalar, visit } from 'yaml';
import * as z from 'zod';
import { describeIssues, type Expectations } from '../config/schema-issue.ts';
import { parseYaml } from '../config/yaml-source.ts';
import type { ReadProblem } from '../content/document.ts';
import {
  type FeedbackClosing,
  type FeedbackRecord,
  type FeedbackReply,
  replyLimits,
} from '../model/feedback-record.ts';
import { verdicts } from '../model/field-item.ts';
import { day, feedbackFields } from './parse-field-items.ts';

/** The folder of remarks, below the base's root. */
export const feedbackFolder = 'feedback';

const name = z.string().trim().min(1).max(replyLimits.by);
const reply = z.strictObject({ by: name, on: day, text: z.string().min(1).max(replyLimits.text) });
const closing = z.strictObject({
  by: name,
  on: day,
  commit: z
    .string()
    .regex(/^[\w./-]+$/)
    .max(replyLimits.commit)
    .optional(),
});
const schema = z.strictObject({
  ...feedbackFields,
  base: z.string().min(1).max(replyLimits.by).optional(),
  replies: z.array(reply).max(replyLimits.replies).default([]),
  closed: closing.optional(),
});

const dayExpectation = { fr: 'un jour réel, comme 2026-11-16', en: 'a real day, such as 2026-11-16' };
const nameExpectation = { fr: 'un nom', en: 'a name' };
const expectations: Expectations = {
  '': { fr: 'un groupe de clés (key, on, verdict…)', en: 'a mapping (key, on, verdict…)' },
  key: { fr: 'la clé du signalement', en: 'the key of the remark' },
  on: dayExpectation,
  verdict: { fr: verdicts.join(', '), en: verdicts.join(', ') },
  about: { fr: 'id, lang et version de l’article', en: 'the article’s id, lang and version' },
  'about.version': { fr: '12 chiffres hexadécimaux entre guillemets', en: '12 quoted hexadecimal digits' },
  replies: {
    fr: 'une liste de réponses { by, on, text }',
    en: 'a list of replies { by, on, text }',
  },
  closed: { fr: 'by, on et, au besoin, commit', en: 'by, on and, where there is one, commit' },
  'closed.on': dayExpectation,
  'closed.by': nameExpectation,
};

function knownKeys(path: string): readonly string[] {
  if (path === '') return Object.keys(schema.shape);
  if (path === 'closed') return Object.keys(closing.shape);
  return path.startsWith('replies.') ? Object.keys(reply.shape) : [];
}

export type ParsedFeedback =
  | { readonly ok: true; readonly record: FeedbackRecord }
  | { readonly ok: false; readonly problems: readonly ReadProblem[] };

/** Reads the text of one file. Nothing in it is trusted: size, keys and values are checked as the envelope's are. */
export function parseFeedbackFile(text: string): ParsedFeedback {
  const yaml = parseYaml(text);
  if (yaml.problems.length > 0) return { ok: false, problems: yaml.problems };
  const result = schema.safeParse(yaml.data ?? {});
  if (!result.success) {
    const issues = describeIssues(result.error, yaml.data, yaml.placeOf, expectations, knownKeys);
    return { ok: false, problems: issues };
  }
  const { base, replies, closed, ...item } = result.data;
  if (item.about === undefined && item.query === undefined) {
    const wording = {
      fr: 'Clé « about » ou « query » absente, attendu : un article ou une recherche',
      en: 'Missing key `about` or `query`, expected an article or a search',
    };
    return { ok: false, problems: [{ line: 1, column: 1, wording }] };
  }
  return { ok: true, record: { item: { ...item, kind: 'feedback' }, base, replies, closed } };
}

/** Names that every disk takes as they are: no case to fold, and too long for the names that Windows keeps for itself. */
const plainName = /^[a-z0-9][a-z0-9-]{7,63}$/;

/** Where a remark is kept: `feedback/2026/<key>.yaml`, or a digest of a key that is no name for a file. */
export function feedbackPath({ key, on }: Pick<FeedbackRecord['item'], 'key' | 'on'>): string {
  const file = plainName.test(key) ? key : `_${createHash('sha256').update(key).digest('hex').slice(0, 24)}`;
  return `${feedbackFolder}/${on.slice(0, 4)}/${file}.yaml`;
}

/** What can't stand as it is in YAML that a person reads: controls, separators, halves of surrogate pairs, what nobody sees. */
const opaque = /(?!\n)[\p{C}\p{Zl}\p{Zp}]/u;

/** Fields of many words, written as block text. */
const proseFields: readonly unknown[] = ['comment', 'quote', 'text'];

function toYaml(data: object): string {
  const document = new Document(data, { schema: 'core' });
  visit(document, {
    Pair(_, { key, value }) {
      if (isMap(value) && isScalar(key) && key.value === 'about') value.flow = true;
      if (!isScalar(value) || typeof value.value !== 'string' || !isScalar(key)) return;
      if (opaque.test(value.value)) value.type = Scalar.QUOTE_DOUBLE;
      else if (proseFields.includes(key.value)) value.type = Scalar.BLOCK_LITERAL;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** Keys without a value, which YAML would write as null, left out. */
function defined<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}

/** `record` as the text of its file. */
export function renderFeedbackFile({ item, base, replies, closed }: FeedbackRecord): string {
  const { key, on, verdict, about, step, query, lang, reader, quote, comment } = item;
  return toYaml(
    defined({
      key,
      on,
      verdict,
      about,
      step,
      query,
      lang,
      reader,
      base,
      quote,
      comment,
      replies: replies.length > 0 ? replies.map(orderReply) : undefined,
      closed: closed && orderClosing(closed),
    }),
  );
}

function orderReply({ by, on, text }: FeedbackReply): FeedbackReply {
  return { by, on, text };
}

function orderClosing({ by, on, commit }: FeedbackClosing): FeedbackClosing {
  return defined({ by, on, commit });
}
