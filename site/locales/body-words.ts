// The words that an article's Markdown adds to its page: alerts, footnotes, tables, flowcharts.

/** What a diagram is called, and what stands beside its picture. */
interface DiagramNames {
  /** Name of the n-th diagram of a page that holds several, counted from 1. */
  readonly title: (number: number, several: boolean) => string;
  readonly description: string;
  readonly outline: string;
  readonly broken: string;
}

export interface BodyWords {
  readonly alerts: Readonly<Record<'note' | 'tip' | 'important' | 'warning' | 'caution', string>>;
  readonly footnotes: string;
  readonly backToText: string;
  readonly linkToSection: string;
  readonly table: string;
  readonly flow: DiagramNames & {
    /** The same for a diagram that is no flowchart. */
    readonly other: DiagramNames;
    readonly phase: string;
    readonly question: string;
    readonly outcome: string;
    readonly goTo: (step: number) => string;
    /** Leads to the section that details a step. */
    readonly detail: string;
    /** Leads to the article that a step goes on in. */
    readonly open: (title: string) => string;
    /** Starts the guide. */
    readonly follow: string;
    /** How a heading begins under which an article says what to tell the customer. */
    readonly tellTitles: readonly string[];
  };
  /** The buttons of a picture. */
  readonly picture: Readonly<Record<'tools' | 'in' | 'out' | 'scale' | 'whole' | 'full', string>>;
}

const fr: BodyWords = {
  alerts: {
    note: 'À noter',
    tip: 'Conseil',
    important: 'Important',
    warning: 'Attention',
    caution: 'Prudence',
  },
  footnotes: 'Notes',
  backToText: 'Revenir au texte',
  linkToSection: 'Lien vers cette section',
  table: 'Tableau',
  flow: {
    title: (number, several) => (several ? `Logigramme ${number}` : 'Logigramme'),
    description: 'Le même parcours est écrit en toutes lettres sous l’image.',
    outline: 'Lire le logigramme en texte',
    phase: 'Phase',
    question: 'Question',
    outcome: 'Issue',
    goTo: (step) => `aller à l’étape ${step}`,
    broken: 'Ce logigramme n’a pas pu être dessiné. Voici son texte.',
    detail: 'détail',
    open: (title) => `Ouvrir\u00a0: ${title}`,
    follow: 'Suivre la procédure',
    tellTitles: [
      'Ce qu’il faut dire',
      'Ce que l’on dit',
      'Ce qu’on dit',
      'Ce que vous dites',
      'Ce que vous devez dire',
      'Que dire',
      'À dire',
      'Dire au client',
    ],
    other: {
      title: (number, several) => (several ? `Schéma ${number}` : 'Schéma'),
      description: 'Sa source est donnée sous l’image.',
      outline: 'Lire la source du schéma',
      broken: 'Ce schéma n’a pas pu être dessiné. Voici sa source.',
    },
  },
  picture: {
    tools: 'Affichage de l’image',
    in: 'Agrandir',
    out: 'Réduire',
    scale: 'Échelle',
    whole: 'Voir en entier',
    full: 'Plein écran',
  },
};

const en: BodyWords = {
  alerts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
  footnotes: 'Notes',
  backToText: 'Back to the text',
  linkToSection: 'Link to this section',
  table: 'Table',
  flow: {
    title: (number, several) => (several ? `Flowchart ${number}` : 'Flowchart'),
    description: 'The same path is written out below the picture.',
    outline: 'Read the flowchart as text',
    phase: 'Phase',
    question: 'Question',
    outcome: 'Outcome',
    goTo: (step) => `go to step ${step}`,
    broken: 'This flowchart could not be drawn. Here is its text.',
    detail: 'detail',
    open: (title) => `Open: ${title}`,
    follow: 'Follow the procedure',
    tellTitles: [
      'What to tell',
      'What to say',
      'What we tell',
      'What we say',
      'What you tell',
      'What you say',
    ],
    other: {
      title: (number, several) => (several ? `Diagram ${number}` : 'Diagram'),
      description: 'Its source is below the picture.',
      outline: 'Read the diagram’s source',
      broken: 'This diagram could not be drawn. Here is its source.',
    },
  },
  picture: {
    tools: 'View of the picture',
    in: 'Zoom in',
    out: 'Zoom out',
    scale: 'Scale',
    whole: 'Show the whole',
    full: 'Full screen',
  },
};

/** The words for a page in `lang`, in English where the site does not speak it. */
export function bodyWordsFor(lang: string): BodyWords {
  return lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
}
