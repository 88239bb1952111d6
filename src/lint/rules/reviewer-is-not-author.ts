// reviewer-is-not-author: whoever validates an article is not the one who last wrote it.

import { offsetOf } from '../../content/text-offsets.ts';
import type { ContentHistory } from '../../history/content-history.ts';
import type { IsoDate } from '../../model/iso-date.ts';
import { quote } from '../../model/quote.ts';
import { judgeTrust } from '../../model/trust.ts';
import { exampleArticle, type Rule } from '../rule.ts';

/** A person's name as two files may write it: case, accents and spaces put aside. */
function foldName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

const validated = {
  validation:
    '{ by: Hélène Marchand, on: 2026-05-02, digest: "sha256:a2e51bd5657014ee6138a1234ebd8e9ed91dca954da2642a48b63bdf3efa770b" }',
};

function editedBy(author: string): ContentHistory {
  const lastEdit = { commit: '4f2a91c', author, day: '2026-05-01' as IsoDate };
  return { lastEdits: new Map([['content/a.md', lastEdit]]), dateMoves: new Map() };
}

export const reviewerIsNotAuthor: Rule = {
  group: 'life',
  severity: 'warning',
  needsHistory: true,
  why: {
    fr: 'On ne voit pas ses propres erreurs. Avec `review.four_eyes`, une autre personne lit chaque changement avant que les agents s’y fient.',
    en: 'One does not see one’s own mistakes. Where `review.four_eyes` is on, a second person reads every change before agents rely on it.',
  },
  *check(document, { base, history, parts }) {
    const { article, text } = document;
    if (!base.config.review.fourEyes || !article?.validation || judgeTrust(article) !== 'validated') return;
    const edit = history?.lastEdits.get(document.path);
    const { by } = article.validation;
    if (!edit || foldName(by) !== foldName(edit.author)) return;
    const place = document.fieldPlace('validation');
    const header = text.slice(0, text.length - document.body.length);
    const start = header.indexOf(by, offsetOf(text, place));
    yield {
      ...(start === -1 ? place : parts.placeAt(start, start + by.length)),
      message: {
        fr: `Validation inattendue par ${quote(by, 28)}, qui a écrit le texte le ${edit.day}, attendu : une autre personne`,
        en: `Unexpected validation by ${quote(by, 28)}, who wrote the text on ${edit.day}, expected somebody else`,
      },
    };
  },
  examples: [
    {
      files: { 'content/a.md': exampleArticle(validated) },
      config: 'review: { four_eyes: true }\n',
      history: editedBy('Paul Mercadier'),
      findings: [],
    },
    {
      files: { 'content/a.md': exampleArticle(validated) },
      config: 'review: { four_eyes: true }\n',
      findings: [],
    },
    {
      files: { 'content/a.md': exampleArticle(validated) },
      history: editedBy('Hélène Marchand'),
      findings: [],
    },
    {
      files: { 'content/a.md': exampleArticle(validated) },
      config: 'review: { four_eyes: true }\n',
      history: editedBy('helene  MARCHAND'),
      findings: [
        {
          path: 'content/a.md',
          line: 7,
          column: 19,
          fr: 'Validation inattendue par Hélène Marchand, qui a écrit le texte le 2026-05-01, attendu : une autre personne',
          en: 'Unexpected validation by Hélène Marchand, who wrote the text on 2026-05-01, expected somebody else',
        },
      ],
    },
  ],
};
