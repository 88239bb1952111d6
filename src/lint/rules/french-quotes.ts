// french-quotes: in French, quotations stand between guillemets.
import type { TextEdit } from '../../content/apply-edits.ts';
import type { Document } from '../../content/document.ts';
import { inlineObject } from '../../content/text-runs.ts';
import { quote } from '../../model/quote.ts';
import { editInRun, placeInRun, takesSpaceAfter, takesSpaceBefore } from '../language/edits.ts';
import { findQuotePairs, wideSpace } from '../language/french-typography.ts';
import { proseLanguage } from '../language/languages.ts';
import { type Prose, proseOf } from '../language/prose.ts';
import { exampleArticle, type Rule, type RuleContext } from '../rule.ts';

/** One edit for both marks, so that no round of fixes can set one without the other. */
function guillemetsEdit(
  document: Document,
  context: RuleContext,
  prose: Prose,
  start: number,
  end: number,
): TextEdit | undefined {
  const source = document.text;
  if (!takesSpaceAfter(source, prose.run, start) || !takesSpaceBefore(source, prose.run, end))
    return undefined;
  const open = editInRun(document, context, prose, start, start + 1, `«${wideSpace}`);
  const close = editInRun(document, context, prose, end, end + 1, `${wideSpace}»`);
  if (!open || !close) return undefined;
  return {
    start: open.start,
    end: close.end,
    text: open.text + source.slice(open.end, close.start) + close.text,
  };
}

export const frenchQuotes: Rule = {
  group: 'language',
  severity: 'info',
  fragments: true,
  why: {
    fr: 'Les guillemets français montrent où commencent et où finissent les mots à dire ; les guillemets droits sont les mêmes des deux côtés.',
    en: 'Guillemets show where the words to read aloud begin and where they end; straight marks look the same on both sides.',
  },
  *check(document, context) {
    if (proseLanguage(context.lang) !== 'fr' || !document.text.includes('"')) return;
    for (const prose of proseOf(context)) {
      for (const { start, end } of findQuotePairs(prose.text)) {
        const shown = quote(prose.run.text.slice(start + 1, end).replaceAll(inlineObject, '…'), 30);
        yield {
          ...placeInRun(context.parts, prose.run, start, end + 1),
          message: {
            fr: `Guillemets droits inattendus ("${shown}"), attendu : « ${shown} »`,
            en: `Unexpected straight quotation marks ("${shown}"), expected « ${shown} »`,
          },
          fix: guillemetsEdit(document, context, prose, start, end),
        };
      }
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          { title: '"Colis en retard"' },
          'Le statut «\u00A0Livré\u00A0» fait foi. Un écran de 15" ou de 17" part en colis suivi, `"` reste du code.\n',
        ),
        'content/b.md': exampleArticle({ id: 'late-parcel', lang: 'en' }, 'The status is "Delivered".\n'),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle(
          { title: 'Statut "Livré"' },
          'Choisissez "En **retard**", puis **"Enquête"**.\n',
        ),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 3,
          column: 15,
          fr: 'Guillemets droits inattendus ("Livré"), attendu : « Livré »',
          en: 'Unexpected straight quotation marks ("Livré"), expected « Livré »',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 12,
          fr: 'Guillemets droits inattendus ("En retard"), attendu : « En retard »',
          en: 'Unexpected straight quotation marks ("En retard"), expected « En retard »',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 36,
          fr: 'Guillemets droits inattendus ("Enquête"), attendu : « Enquête »',
          en: 'Unexpected straight quotation marks ("Enquête"), expected « Enquête »',
        },
      ],
      fixed: {
        'content/a.md': exampleArticle(
          { title: 'Statut «\u00A0Livré\u00A0»' },
          'Choisissez «\u00A0En **retard**\u00A0», puis **«\u00A0Enquête\u00A0»**.\n',
        ),
      },
    },
  ],
};
