// articles-differ: no two articles say nearly the same.
import { type ArticleDocument, articleDocuments } from '../../content/knowledge-base.ts';
import { findNearDuplicates } from '../near-duplicates.ts';
import { perBase } from '../per-base.ts';
import { exampleArticle, type Rule } from '../rule.ts';
import { shingleText } from '../text-shingles.ts';

/** Percent of the text in common from which two articles count as one written twice. */
const threshold = 80;

/** Runs of three words that a text has at least: two lines that are alike prove nothing. */
const fewestShingles = 40;

/** The end of a long path says more than its beginning. */
function quoteEnd(path: string): string {
  return path.length <= 36 ? path : `…${path.slice(-35).replace(/^[\uDC00-\uDFFF]/, '')}`;
}

interface Twin {
  readonly of: ArticleDocument;
  readonly share: number;
}

/** A new version may begin as a copy of the old one, and two drafts have little more than their template. */
function areComparable({ article: a }: ArticleDocument, { article: b }: ArticleDocument): boolean {
  const related = [a, b].some((one) => {
    const other = one === a ? b : a;
    return one.replacedBy === other.id || one.replaces.includes(other.id);
  });
  return !related && (a.status === 'published' || b.status === 'published');
}

/** Article → the earlier one by path that it repeats, within each language. */
const twins = perBase((base) => {
  const found = new Map<ArticleDocument, Twin>();
  const written = articleDocuments(base).filter(({ article }) => article.status !== 'archived');
  for (const lang of new Set(written.map(({ article }) => article.lang))) {
    const texts = written
      .filter(({ article }) => article.lang === lang)
      .map((document) => ({ document, shingles: shingleText(document.body) }))
      .filter(({ shingles }) => shingles.length >= fewestShingles);
    const documentAt = (index: number) => texts[index]?.document as ArticleDocument;
    const duplicates = findNearDuplicates(
      texts.map(({ shingles }) => shingles),
      threshold,
      (earlier, later) => areComparable(documentAt(earlier), documentAt(later)),
    );
    for (const [index, duplicate] of duplicates.entries()) {
      if (duplicate)
        found.set(documentAt(index), { of: documentAt(duplicate.earlier), share: duplicate.share });
    }
  }
  return found;
});

const steps = [
  'Demandez le numéro de commande et ouvrez le suivi du transporteur.',
  'Si le colis est annoncé pour demain, donnez au client le créneau qui s’affiche.',
  'Si le suivi n’a pas bougé depuis trois jours ouvrés, ouvrez une enquête auprès du transporteur.',
  'Promettez un rappel sous cinq jours, et notez-le dans la fiche de la commande.',
]
  .map((step, index) => `${index + 1}. ${step}\n`)
  .join('');

const otherSteps = [
  'Vérifiez que l’article figure bien sur la facture.',
  'Proposez au client un échange en magasin ou un remboursement sur sa carte.',
  'Envoyez l’étiquette de retour et rappelez le délai de trente jours pour déposer le paquet.',
  'Confirmez par e-mail le montant remboursé, puis fermez le dossier une fois le virement parti.',
]
  .map((step, index) => `${index + 1}. ${step}\n`)
  .join('');

export const articlesDiffer: Rule = {
  group: 'together',
  severity: 'warning',
  why: {
    fr: 'De deux articles qui disent la même chose, l’un sera mis à jour et l’autre oublié. La recherche montre les deux, et l’agent en choisit un.',
    en: 'Of two articles that say the same, one will be updated and the other forgotten. The search shows both, and the agent picks one.',
  },
  *check(document, { base }) {
    if (!document.article) return;
    const twin = twins(base).get(document as ArticleDocument);
    if (!twin) return;
    const path = quoteEnd(twin.of.path);
    yield {
      ...document.fieldPlace('title'),
      message: {
        fr: `Texte commun à ${twin.share} % avec « ${path} », attendu : un seul article, ou deux sujets distincts`,
        en: `Unexpected text, ${twin.share}% in common with \`${path}\`; expected one article, or two subjects`,
      },
    };
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle({}, steps),
        'content/b.md': exampleArticle({ id: 'b' }, otherSteps),
        'content/c.md': exampleArticle({ id: 'c', status: 'archived' }, steps),
        'content/d.md': exampleArticle({ id: 'd', status: 'draft', replaces: '[colis-en-retard]' }, steps),
        'content/e.md': exampleArticle({ id: 'e', lang: 'en' }, steps),
      },
      findings: [],
    },
    {
      files: {
        'content/a.md': exampleArticle({}, steps),
        'content/b.md': exampleArticle({ id: 'b' }, `${steps}\nMerci de votre appel.\n`),
        'content/c.md': exampleArticle({ id: 'c' }, '## Étapes\n\nMerci de votre appel.\n'),
        'content/d.md': exampleArticle({ id: 'd' }, '## Étapes\n\nMerci de votre appel.\n'),
      },
      findings: [
        {
          path: 'content/b.md',
          line: 3,
          column: 8,
          fr: 'Texte commun à 93 % avec « content/a.md », attendu : un seul article, ou deux sujets distincts',
          en: 'Unexpected text, 93% in common with `content/a.md`; expected one article, or two subjects',
        },
      ],
    },
  ],
};
