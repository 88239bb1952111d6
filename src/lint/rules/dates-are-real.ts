// dates-are-real: a date is a day that exists, written YYYY-MM-DD.
import { exampleArticle, type Rule } from '../rule.ts';

export const datesAreReal: Rule = {
  group: 'life',
  severity: 'error',
  suppressible: false,
  why: {
    fr: 'Une date qu’aucun calendrier ne connaît n’arrive jamais : l’article paraîtrait toujours frais. Elle n’est jamais devinée : le fichier compte comme invalide jusqu’à sa correction.',
    en: 'A date that no calendar knows can never be reached, so the article would look fresh for ever. It is never guessed at: the file counts as invalid until it is mended.',
  },
  *check(document, { today }) {
    for (const { kind, wording, line, column, endLine, endColumn } of document.issues) {
      if (kind === 'date') yield { line, column, endLine, endColumn, message: wording };
    }
    const reviewed = document.article?.reviewed;
    if (reviewed !== undefined && reviewed > today) {
      yield {
        ...document.fieldPlace('reviewed'),
        message: {
          fr: `Relecture inattendue le ${reviewed}, attendu : un jour jusqu’à aujourd’hui (${today})`,
          en: `Unexpected review on ${reviewed}, expected a day up to today (${today})`,
        },
      };
    }
  },
  examples: [
    {
      files: { 'content/a.md': exampleArticle({ effective: '2024-02-29', reviewed: '2026-06-15' }) },
      findings: [],
    },
    {
      files: { 'content/a.md': exampleArticle({ expires: '2027-02-30' }) },
      findings: [
        {
          path: 'content/a.md',
          line: 6,
          column: 10,
          fr: 'Valeur inattendue dans « expires » : « 2027-02-30 », attendu : un jour réel, comme 2027-03-31',
          en: 'Unexpected `2027-02-30` in `expires`, expected a real day, such as 2027-03-31',
        },
      ],
    },
    {
      files: { 'content/a.md': exampleArticle({ reviewed: '2026-06-16' }) },
      findings: [
        {
          path: 'content/a.md',
          line: 7,
          column: 11,
          fr: 'Relecture inattendue le 2026-06-16, attendu : un jour jusqu’à aujourd’hui (2026-06-15)',
          en: 'Unexpected review on 2026-06-16, expected a day up to today (2026-06-15)',
        },
      ],
    },
  ],
};
