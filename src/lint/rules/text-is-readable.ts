// text-is-readable: an article as a whole reads easily enough, by a score of its sentences and words.
import { proseLanguage } from '../language/languages.ts';
import { proseOf } from '../language/prose.ts';
import { measureProse, scoreReadability } from '../language/readability.ts';
import { perBase } from '../per-base.ts';
import { exampleArticle, type Rule } from '../rule.ts';

/** A score of fewer words says more about one long word than about the text. */
const fewestWords = 100;

/** Below it a text is "very difficult", as scientific papers are (Flesch 1948). */
const lowestScore = 30;

/** The same words return in every article; counting their syllables once is enough. */
const syllableCounts = perBase(() => ({ fr: new Map<string, number>(), en: new Map<string, number>() }));

const plain = [
  'Le client appelle car son colis n’est pas là. Ouvrez le suivi et lisez la date. Si elle est passée, dites-le sans tarder. Donnez le jour prévu.',
  'Vérifiez ensuite l’adresse. Elle est sur la facture. Une erreur de rue se corrige tant que le colis n’est pas parti. Après, le transporteur décide seul.',
  'Le colis reste introuvable ? Ouvrez une enquête. Le client reçoit un message dans l’heure. Notez le numéro dans sa fiche et fixez la date du rappel.',
  'Rappelez le jour dit, même sans nouvelle. Le client veut savoir que l’on s’occupe de lui. Au bout de dix jours, remboursez.',
].join('\n\n');

const hard = [
  'L’interruption temporaire des opérations d’acheminement, consécutive à une défaillance organisationnelle du prestataire de transport, détermine l’application des dispositions contractuelles relatives à l’indemnisation du destinataire.',
  'La qualification du préjudice nécessite la communication préalable et exhaustive des justificatifs d’identification de l’expédition, ainsi que la production d’une déclaration circonstanciée de non-réception.',
  'L’instruction de la réclamation est subordonnée à la vérification contradictoire des informations d’acheminement communiquées par le transporteur, dont l’insuffisance entraîne la prolongation du délai conventionnel de traitement.',
  'L’indemnisation forfaitaire est exclusive de toute réparation complémentaire, sous réserve de l’appréciation souveraine des juridictions territorialement compétentes et des dispositions législatives impératives de protection des consommateurs.',
].join('\n\n');

export const textIsReadable: Rule = {
  group: 'language',
  severity: 'info',
  fragments: true,
  why: {
    fr: 'Une procédure écrite comme un contrat ne se lit pas au téléphone. Le score (Kandel et Moles pour le français, Flesch pour l’anglais) désigne les articles aux phrases et aux mots les plus longs.',
    en: 'Procedures written like contracts are not read on the phone. The score (Kandel and Moles for French, Flesch for English) points to the articles whose sentences and words are the longest.',
  },
  *check(document, context) {
    const language = proseLanguage(context.lang);
    // A hundred words take more than two hundred characters.
    if (!language || document.body.length < 2 * fewestWords) return;
    const measure = measureProse(proseOf(context), language, syllableCounts(context.base)[language]);
    const score = scoreReadability(measure, language);
    if (score === undefined || measure.words < fewestWords || score >= lowestScore) return;
    const perSentence = Math.round(measure.words / measure.sentences);
    const shown = Math.round(score);
    yield {
      ...document.fieldPlace('title'),
      message: {
        fr: `Lisibilité de ${shown} inattendue (${perSentence} mots par phrase), attendu : ${lowestScore} au moins, par des phrases et des mots plus courts`,
        en: `Unexpected readability of ${shown} (${perSentence} words a sentence), expected ${lowestScore} or more: use shorter words and sentences`,
      },
    };
  },
  examples: [
    {
      files: {
        'content/a.md': exampleArticle({}, `${plain}\n`),
        'content/b.md': exampleArticle({ id: 'authentification' }, `${hard.split('\n')[0]}\n`),
      },
      findings: [],
    },
    {
      files: { 'content/a.md': exampleArticle({}, `${hard}\n`) },
      findings: [
        {
          path: 'content/a.md',
          line: 3,
          column: 8,
          fr: 'Lisibilité de -15 inattendue (25 mots par phrase), attendu : 30 au moins, par des phrases et des mots plus courts',
          en: 'Unexpected readability of -15 (25 words a sentence), expected 30 or more: use shorter words and sentences',
        },
      ],
    },
  ],
};
