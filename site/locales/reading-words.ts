// The words of what helps an agent while reading: theme, favourites, ticked steps, copies of links, the clock. Apart from the site's other texts, because scripts bring them too.
import type { UiLanguage } from '../../src/model/wording.ts';

/** Words of one language; functions take words that are ready to show. */
export interface ReadingWords {
  readonly lang: UiLanguage;
  readonly theme: Readonly<Record<'label' | 'system' | 'light' | 'dark' | 'contrast', string>>;
  readonly print: string;
  readonly favourites: {
    readonly title: string;
    /** The star of an article: pressed or not, its name stays. */
    readonly star: string;
    readonly kept: string;
    readonly dropped: string;
    readonly full: (most: number) => string;
    /** The browser denies storage. */
    readonly denied: string;
    readonly drop: (title: string) => string;
  };
  readonly recent: { readonly title: string; readonly clear: string; readonly cleared: string };
  readonly steps: {
    readonly name: string;
    readonly done: (step: string, section: string | undefined) => string;
    readonly count: (done: number, all: number) => string;
    readonly newCall: string;
    readonly cleared: string;
  };
  /** The guide's script could not be had. */
  readonly guideFailed: string;
  readonly link: { readonly copy: (section: string) => string; readonly copied: string };
  readonly judged: {
    readonly atBuild: (date: string) => string;
    readonly onClock: (date: string) => string;
    /** The reader's clock stands before the day of the build, which can't be. */
    readonly behind: (clock: string, builtOn: string) => string;
  };
}

const fr: ReadingWords = {
  lang: 'fr',
  theme: {
    label: 'Thème',
    system: 'Comme l’appareil',
    light: 'Clair',
    dark: 'Sombre',
    contrast: 'Contraste élevé',
  },
  print: 'Imprimer',
  favourites: {
    title: 'Favoris',
    star: 'Favori',
    kept: 'Ajouté aux favoris',
    dropped: 'Retiré des favoris',
    full: (most) => `Pas plus de ${most}\u00a0favoris\u00a0: retirez-en un d’abord.`,
    denied: 'Ce navigateur ne garde rien\u00a0: le favori n’a pas été enregistré.',
    drop: (title) => `Retirer des favoris\u00a0: ${title}`,
  },
  recent: { title: 'Lus récemment', clear: 'Effacer cette liste', cleared: 'Liste effacée' },
  steps: {
    name: 'Étapes de cet appel',
    done: (step, section) => `Étape ${step} faite${section === undefined ? '' : ` (${section})`}`,
    count: (done, all) => `${done}\u00a0${done < 2 ? 'étape faite' : 'étapes faites'} sur\u00a0${all}`,
    newCall: 'Nouvel appel',
    cleared: 'Toutes les étapes sont décochées',
  },
  guideFailed: 'Le guide n’a pas pu être chargé. Rechargez la page, ou suivez le logigramme.',
  link: {
    copy: (section) => `Copier le lien vers «\u00a0${section}\u00a0»`,
    copied: 'Lien copié',
  },
  judged: {
    atBuild: (date) => `Validité jugée au ${date}, jour de la publication.`,
    onClock: (date) => `Validité jugée au ${date}, d’après l’horloge de cet appareil.`,
    behind: (clock, builtOn) =>
      `L’horloge de cet appareil indique le ${clock}, avant la publication de cette base\u00a0: elle est fausse. La validité est jugée au ${builtOn}\u00a0; un article a pu périmer depuis.`,
  },
};

const en: ReadingWords = {
  lang: 'en',
  theme: {
    label: 'Theme',
    system: 'As the device',
    light: 'Light',
    dark: 'Dark',
    contrast: 'High contrast',
  },
  print: 'Print',
  favourites: {
    title: 'Favourites',
    star: 'Favourite',
    kept: 'Added to your favourites',
    dropped: 'Removed from your favourites',
    full: (most) => `No more than ${most} favourites: remove one first.`,
    denied: 'This browser keeps nothing: the favourite was not saved.',
    drop: (title) => `Remove from favourites: ${title}`,
  },
  recent: { title: 'Recently read', clear: 'Clear this list', cleared: 'List cleared' },
  steps: {
    name: 'Steps of this call',
    done: (step, section) => `Step ${step} done${section === undefined ? '' : ` (${section})`}`,
    count: (done, all) => `${done} of ${all} ${all === 1 ? 'step' : 'steps'} done`,
    newCall: 'New call',
    cleared: 'All steps are unticked',
  },
  guideFailed: 'The guide could not be loaded. Reload the page, or follow the flowchart.',
  link: { copy: (section) => `Copy the link to “${section}”`, copied: 'Link copied' },
  judged: {
    atBuild: (date) => `Validity judged on ${date}, the day it was published.`,
    onClock: (date) => `Validity judged on ${date}, by this device’s clock.`,
    behind: (clock, builtOn) =>
      `This device’s clock says ${clock}, before this base was published: it is wrong. Validity is judged on ${builtOn}; an article may have expired since.`,
  },
};

/** The reading words for a page in `lang`, in English where the site does not speak it. */
export function readingWordsFor(lang: string): ReadingWords {
  return lang.toLowerCase().split('-')[0] === 'fr' ? fr : en;
}
