// french-spaces: in French, a no-break space stands before : ; ! ? and inside guillemets.
import type { TextEdit } from '../../content/apply-edits.ts';
import type { Document } from '../../content/document.ts';
import type { Wording } from '../../model/wording.ts';
import { editInRun, placeInRun, takesSpaceAfter, takesSpaceBefore } from '../language/edits.ts';
import { findSpaceIssues, type SpaceIssue, wideSpace } from '../language/french-typography.ts';
import { proseLanguage } from '../language/languages.ts';
import { type Prose, proseOf } from '../language/prose.ts';
import { exampleArticle, type Rule, type RuleContext } from '../rule.ts';

const guillemets: Readonly<Record<string, Wording>> = {
  '«': { fr: 'après le guillemet ouvrant', en: 'after the opening guillemet' },
  '»': { fr: 'avant le guillemet fermant', en: 'before the closing guillemet' },
};

function describeSpace({ mark, start, end, space }: SpaceIssue): Wording {
  const side = guillemets[mark] ?? { fr: `avant « ${mark} »`, en: `before \`${mark}\`` };
  const expected =
    space === wideSpace
      ? { fr: 'une espace insécable (U+00A0)', en: 'a no-break space (U+00A0)' }
      : { fr: 'une espace fine insécable (U+202F)', en: 'a narrow no-break space (U+202F)' };
  return start === end
    ? {
        fr: `Espace absente ${side.fr}, attendu : ${expected.fr}`,
        en: `Unexpected lack of a space ${side.en}, expected ${expected.en}`,
      }
    : {
        fr: `Espace ordinaire inattendue ${side.fr}, attendu : ${expected.fr}`,
        en: `Unexpected plain space ${side.en}, expected ${expected.en}`,
      };
}

/** The mark with its space, in the place of the mark: markup may stand on its other side. */
function addSpace(
  document: Document,
  context: RuleContext,
  prose: Prose,
  { mark, at, space }: SpaceIssue,
): TextEdit | undefined {
  const source = document.text;
  if (mark === '«') {
    return takesSpaceAfter(source, prose.run, at)
      ? editInRun(document, context, prose, at, at + 1, mark + space)
      : undefined;
  }
  return takesSpaceBefore(source, prose.run, at)
    ? editInRun(document, context, prose, at, at + 1, space + mark)
    : undefined;
}

export const frenchSpaces: Rule = {
  group: 'language',
  severity: 'info',
  fragments: true,
  why: {
    fr: 'Avec une espace ordinaire, une ligne peut commencer par « ; » ou finir par un guillemet ouvrant, surtout sur un écran étroit. `--fix` met les espaces insécables que les claviers n’ont pas.',
    en: 'With a plain space, a line may begin with « ; » or end with « « », on a narrow screen above all. `--fix` sets the no-break spaces that keyboards lack.',
  },
  *check(document, context) {
    const { parts, lang } = context;
    if (proseLanguage(lang) !== 'fr') return;
    for (const prose of proseOf(context)) {
      const { run } = prose;
      for (const issue of findSpaceIssues(prose.text)) {
        const { at, start, end, space } = issue;
        const missing = start === end;
        yield {
          ...placeInRun(parts, run, missing ? at : start, missing ? at + 1 : end),
          message: describeSpace(issue),
          fix: missing
            ? addSpace(document, context, prose, issue)
            : editInRun(document, context, prose, start, end, space),
        };
      }
    }
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle(
          {},
          'Le client demande\u00A0: «\u00A0Où est mon colis\u202F?!\u00A0» Répondez avant 12:30 (voir https://suivi.mirandelle.example/?id=1), `a ? b : c` :-)\n',
        ),
        'content/b.md': exampleArticle({ id: 'late-parcel', lang: 'en' }, 'Where is it? Here: at “home”!\n'),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle({}, '**Attention**: le client dit « Où est-il? » ; répondez !\n'),
      },
      findings: [
        {
          path: 'content/a.md',
          line: 9,
          column: 14,
          fr: 'Espace absente avant « : », attendu : une espace insécable (U+00A0)',
          en: 'Unexpected lack of a space before `:`, expected a no-break space (U+00A0)',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 31,
          fr: 'Espace ordinaire inattendue après le guillemet ouvrant, attendu : une espace insécable (U+00A0)',
          en: 'Unexpected plain space after the opening guillemet, expected a no-break space (U+00A0)',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 41,
          fr: 'Espace absente avant « ? », attendu : une espace fine insécable (U+202F)',
          en: 'Unexpected lack of a space before `?`, expected a narrow no-break space (U+202F)',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 42,
          fr: 'Espace ordinaire inattendue avant le guillemet fermant, attendu : une espace insécable (U+00A0)',
          en: 'Unexpected plain space before the closing guillemet, expected a no-break space (U+00A0)',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 44,
          fr: 'Espace ordinaire inattendue avant « ; », attendu : une espace fine insécable (U+202F)',
          en: 'Unexpected plain space before `;`, expected a narrow no-break space (U+202F)',
        },
        {
          path: 'content/a.md',
          line: 9,
          column: 55,
          fr: 'Espace ordinaire inattendue avant « ! », attendu : une espace fine insécable (U+202F)',
          en: 'Unexpected plain space before `!`, expected a narrow no-break space (U+202F)',
        },
      ],
      fixed: {
        'content/a.md': exampleArticle(
          {},
          '**Attention**\u00A0: le client dit «\u00A0Où est-il\u202F?\u00A0»\u202F; répondez\u202F!\n',
        ),
      },
    },
  ],
};
