// The site's texts in French, with French typography: no-break spaces (nb), narrow ones (nn), curly apostrophes.
import { trustWords, typeWords, validityWords, wordsIn } from '../../src/model/state-words.ts';
import type { Messages } from './messages.ts';
import { searchWordsFor } from './search-words.ts';

const nb = '\u00a0';
const nn = '\u202f';

function plural(count: number, one: string, many: string): string {
  return count < 2 ? one : many;
}

export const fr: Messages = {
  lang: 'fr',
  colon: `${nb}:`,
  skipToContent: 'Aller au contenu',
  home: 'Accueil',
  breadcrumb: 'Fil d’Ariane',
  languages: 'Langues',
  types: wordsIn(typeWords, 'fr'),
  validities: wordsIn(validityWords, 'fr'),
  trusts: wordsIn(trustWords, 'fr'),
  articleCount: (count, formatted) => `${formatted}${nb}${plural(count, 'article', 'articles')}`,
  search: searchWordsFor('fr'),
  homePage: {
    question: `Que vous demande le client${nn}?`,
    announcements: 'Annonces',
    reasons: 'Motifs de contact',
    categories: 'Catégories',
    owners: 'Équipes responsables',
  },
  article: {
    status: 'État de l’article',
    contents: 'Sur cette page',
    about: 'À propos de cet article',
    related: 'Articles liés',
    owner: 'Responsable',
    reasons: 'Motifs de contact',
    tags: 'Étiquettes',
    audience: 'Public',
    reviewed: 'Dernière relecture',
    identifier: 'Identifiant',
    validUntil: (date) => `Valable jusqu’au ${date}`,
    noEnd: 'Valable sans date de fin',
    due: (date) => `Valable jusqu’au ${date} seulement`,
    expiredSince: (date) => `Périmé depuis le ${date}`,
    scheduledFrom: (date) => `Valable à partir du ${date}`,
    undated: 'Date de fin manquante',
    validatedBy: (by, on) => `Validé par ${by} le ${on}`,
    changedSince: (on) => `Modifié depuis sa validation du ${on}`,
    notices: {
      expired: (since) => ({
        title: `Cet article est périmé depuis le ${since}`,
        advice: `Ne l’appliquez pas avant d’avoir vérifié la règle en vigueur auprès de l’équipe responsable.`,
      }),
      due: (until) => ({
        title: `Cet article n’est valable que jusqu’au ${until}`,
        advice: 'Il reste applicable jusqu’à la fin de ce jour. L’équipe responsable doit le relire.',
      }),
      scheduled: (from) => ({
        title: `Cet article ne s’applique qu’à partir du ${from}`,
        advice: 'D’ici là, suivez la règle en vigueur.',
      }),
      undated: {
        title: 'Cet article n’a pas de date de fin',
        advice: 'Rien ne garantit qu’il est à jour. En cas de doute, demandez à l’équipe responsable.',
      },
      unvalidated: {
        title: 'Cet article n’est pas encore validé',
        advice: 'Personne n’a confirmé son contenu. En cas de doute, demandez à l’équipe responsable.',
      },
      changed: (on) => ({
        title: `Cet article a été modifié depuis sa validation du ${on}`,
        advice:
          'La nouvelle version n’est pas encore confirmée. En cas de doute, demandez à l’équipe responsable.',
      }),
      draft: {
        title: 'Cet article est un brouillon',
        advice: 'Il est en cours d’écriture. Ne l’appliquez pas.',
      },
      archived: {
        title: 'Cet article est archivé',
        advice: 'Il n’est conservé que pour mémoire. Ne l’appliquez plus.',
      },
    },
    changes: {
      show: 'Voir ce qui a changé depuis la validation',
      since: (on, by) => `Modifié le ${on} par ${by}.`,
      added: 'Ajouté',
      removed: 'Retiré',
      gap: 'Passage inchangé',
    },
    contactOwner: 'À contacter',
    successor: 'Il est remplacé par',
  },
  list: {
    kinds: { category: 'Catégorie', reason: 'Motif de contact', owner: 'Équipe responsable' },
    children: 'Sous-catégories',
    articles: 'Articles',
    empty: 'Aucun article ici pour le moment.',
    pages: 'Pages de la liste',
    page: (page, pages) => `Page ${page} sur ${pages}`,
    previous: 'Page précédente',
    next: 'Page suivante',
  },
  health: {
    title: 'Santé de la base',
    asOf: (date) => `État au ${date}`,
    notLater: `Calculé à la publication${nb}: ce qui change les jours suivants n’est pas compté.`,
    counted: (articles) => `${articles}, brouillons et archives compris`,
    keyFigures: 'Chiffres clés',
    figures: {
      expired: 'Périmés',
      due: 'Bientôt périmés',
      undated: 'Sans date de fin',
      unvalidated: 'Non validés',
      changed: 'À revalider',
      holes: 'Motifs sans procédure',
    },
    titles: {
      toUpdate: 'À mettre à jour en premier',
      validity: 'Validité par équipe',
      trust: 'Approbation par équipe',
      forecast: 'Échéances des six prochains mois',
      byWeek: 'Semaine par semaine',
      waiting: 'Non validés depuis le plus longtemps',
      obsolete: 'Périmés, archivés ou remplacés, et encore liés',
      coverage: 'Couverture des motifs de contact',
    },
    notes: {
      toUpdate: `Par priorité, brouillons et archives exclus${nb}: ce que l’article demande, et ce qui y mène.`,
      validity: 'Où en est chaque article dans le temps.',
      trust: 'Ce qui est validé tel quel, et ce qui ne l’est pas.',
      forecast:
        'Articles dont la validité se termine, brouillons et archives exclus, par semaine commençant le lundi. Le record est le plus d’articles que l’équipe a traités en une semaine de l’année passée.',
      waiting: 'Publiés, mais personne n’a validé leur texte actuel.',
      obsolete: 'Des articles publiés y mènent encore les agents.',
    },
    coverageNote: (language) =>
      `Articles en vigueur ce jour-là, par motif et par type, et pour chaque public, dans la langue de la base (${language}). Un motif compte aussi ceux des motifs qu’il contient.`,
    empty: {
      toUpdate: 'Rien à mettre à jour.',
      byWeek: 'Aucune échéance d’ici là.',
      waiting: 'Tout ce qui est publié est validé.',
      obsolete: 'Aucun article publié ne mène à un article périmé, archivé ou remplacé.',
      coverage: 'La configuration ne nomme aucun motif de contact.',
    },
    columns: {
      owner: 'Équipe',
      share: 'Répartition',
      total: 'Total',
      article: 'Article',
      state: 'État',
      expires: 'Fin de validité',
      why: 'Pourquoi',
      links: 'Articles qui y mènent',
      since: 'En attente',
      reason: 'Motif de contact',
    },
    allOwners: 'Toutes les équipes',
    unreadable: 'Illisible',
    unreadableFiles: 'Fichiers illisibles',
    replaced: 'Remplacé',
    rest: (count, formatted) => `et ${formatted}${nb}${plural(count, 'autre', 'autres')}`,
    forecast: {
      overdue: 'Périmés',
      later: 'Plus tard',
      best: 'Record',
      unknown: 'inconnu',
      weekOf: (monday) => `Semaine du ${monday}`,
      weekNumber: (number) => `semaine ${number}`,
      exceeds: 'au-delà du record',
      warnings: 'Semaines au-delà du record de l’équipe',
      warning: (owner, articles, monday, handled) =>
        `${owner}${nb}: ${articles} à traiter la semaine du ${monday}, pour un record de ${handled}`,
      pastUnknown:
        'Le record d’une équipe vient de l’historique git. Là où il est inconnu, aucune semaine n’est signalée.',
    },
    waitingSince: {
      changed: (date) => `modifié le ${date}`,
      reviewed: (date) => `relu le ${date}`,
      validated: (date) => `validé le ${date}, puis modifié`,
    },
    undatedWait: 'depuis une date inconnue',
    days: (count, formatted) => `${formatted}${nb}${plural(count, 'jour', 'jours')}`,
    holes: {
      nothing: 'Aucun article',
      'no-procedure': 'Ni procédure ni aide à la décision',
    },
  },
  notFound: {
    title: 'Cette page n’existe pas',
    advice:
      'L’article a peut-être changé d’adresse ou été retiré. Cherchez-le par ses mots, ou repartez de l’accueil.',
    browse: 'Aller à l’accueil',
  },
  redirect: { moved: 'Cet article a changé d’adresse.', follow: 'Continuer vers' },
  asOf: (date) =>
    `État de la base au ${date}, pour consultation${nb}: ne répondez pas à un client avec cette copie.`,
  footer: {
    builtOn: (date) => `Base publiée le ${date}`,
  },
  copy: {
    text: 'Copier',
    done: 'Copié',
    failed: 'La copie a échoué',
  },
  dev: {
    title: 'Constats sur cette page',
    count: (count) => `${count}${nb}${plural(count, 'constat', 'constats')}`,
    close: 'Fermer le panneau',
    show: 'Afficher les constats',
    lost: 'Serveur arrêté. La page se rechargera à son retour.',
    severities: { error: 'Erreur', warning: 'Attention', info: 'Note' },
  },
};
