// french-apostrophes: in French, the apostrophe is the curved one.

import { quote } from '../../model/quote.ts';
import { editInRun, placeInRun } from '../language/edits.ts';
import { proseLanguage } from '../language/languages.ts';
import { proseOf } from '../language/prose.ts';
import { exampleArticle, type Rule } from '../rule.ts';

/** After a letter, before another one or what a word may be replaced by: code, a quotation, a figure. */
const before = /\p{L}/u;
const after = /[\p{L}\p{N}«\uFFFC]/u;

/** The indexes of the straight apostrophes of `text`. */
function* straightApostrophes(text: string): Iterable<number> {
  for (let at = text.indexOf("'"); at !== -1; at = text.indexOf("'", at + 1)) {
    if (before.test(text[at - 1] ?? '') && after.test(text[at + 1] ?? '')) yield at;
  }
}

/** The letters on both sides of the mark at `at`, at most `most` of them on each. */
function wordAround(text: string, at: number, most = 15): string {
  const [left = ''] = /[\p{L}-]*$/u.exec(text.slice(Math.max(0, at - most), at)) ?? [];
  const [right = ''] = /^[\p{L}\p{N}-]*/u.exec(text.slice(at + 1, at + 1 + most)) ?? [];
  return `${left}'${right}`;
}

export const frenchApostrophes: Rule = {
  group: 'language',
  severity: 'info',
  fragments: true,
  why: {
    fr: 'Les réponses sont copiées telles quelles aux clients, et une base qui mêle deux apostrophes paraît négligée. `--fix` met l’apostrophe courbe.',
    en: 'Replies are copied to customers as they stand, and a base that mixes two apostrophes looks careless. `--fix` sets the curved one.',
  },
  *check(document, context) {
    if (proseLanguage(context.lang) !== 'fr' || !document.text.includes("'")) return;
    for (const prose of proseOf(context)) {
      for (const index of straightApostrophes(prose.text)) {
        const shown = quote(wordAround(prose.text, index));
        const expected = shown.replace("'", '’');
        yield {
          ...placeInRun(context.parts, prose.run, index, index + 1),
          message: {
            fr: `Apostrophe droite inattendue dans « ${shown} », attendu : « ${expected} »`,
            en: `Unexpected straight apostrophe in \`${shown}\`, expected \`${expected}\``,
          },
          fix: editInRun(document, context, prose, index, index + 1, '’'),
        };
      }
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          { title: "'Colis en retard'" },
          "L’agent lit l’écran de 5'10 et garde `d'origine` en code.\n",
        ),
        'content/b.md': exampleArticle({ id: 'late-parcel', lang: 'en' }, "Don't promise a date.\n"),
      },
      findings: [],
    },
    {
      files: { 'content/a.md': exampleArticle({}, "Dites-le aujourd'hui. L'**agent** rappelle.\n") },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 17,
          fr: "Apostrophe droite inattendue dans « aujourd'hui », attendu : « aujourd’hui »",
          en: "Unexpected straight apostrophe in `aujourd'hui`, expected `aujourd’hui`",
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 24,
          fr: "Apostrophe droite inattendue dans « L'agent », attendu : « L’agent »",
          en: "Unexpected straight apostrophe in `L'agent`, expected `L’agent`",
        },
      ],
      fixed: { 'content/a.md': exampleArticle({}, 'Dites-le aujourd’hui. L’**agent** rappelle.\n') },
    },
  ],
};
