// The site's texts in English.
import { trustWords, typeWords, validityWords, wordsIn } from '../../src/model/state-words.ts';
import type { Messages } from './messages.ts';
import { searchWordsFor } from './search-words.ts';

function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

export const en: Messages = {
  lang: 'en',
  colon: ':',
  skipToContent: 'Skip to content',
  home: 'Home',
  breadcrumb: 'Breadcrumb',
  languages: 'Languages',
  types: wordsIn(typeWords, 'en'),
  validities: wordsIn(validityWords, 'en'),
  trusts: wordsIn(trustWords, 'en'),
  articleCount: (count, formatted) => `${formatted} ${plural(count, 'article', 'articles')}`,
  search: searchWordsFor('en'),
  homePage: {
    question: 'What is the customer asking?',
    announcements: 'Announcements',
    reasons: 'Contact reasons',
    categories: 'Categories',
    owners: 'Owning teams',
  },
  article: {
    status: 'State of the article',
    contents: 'On this page',
    about: 'About this article',
    related: 'Related articles',
    owner: 'Owner',
    reasons: 'Contact reasons',
    tags: 'Tags',
    audience: 'Audience',
    reviewed: 'Last review',
    identifier: 'Identifier',
    validUntil: (date) => `Valid until ${date}`,
    noEnd: 'Valid with no end date',
    due: (date) => `Valid until ${date} only`,
    expiredSince: (date) => `Expired since ${date}`,
    scheduledFrom: (date) => `Valid from ${date}`,
    undated: 'End date missing',
    validatedBy: (by, on) => `Validated by ${by} on ${on}`,
    changedSince: (on) => `Changed since its validation on ${on}`,
    notices: {
      expired: (since) => ({
        title: `This article has been out of date since ${since}`,
        advice: 'Do not apply it before you have checked the rule in force with the owning team.',
      }),
      due: (until) => ({
        title: `This article is valid only until ${until}`,
        advice: 'It applies until the end of that day. The owning team has to review it.',
      }),
      scheduled: (from) => ({
        title: `This article applies only from ${from}`,
        advice: 'Until then, follow the rule in force.',
      }),
      undated: {
        title: 'This article has no end date',
        advice: 'Nothing says that it is up to date. When in doubt, ask the owning team.',
      },
      unvalidated: {
        title: 'This article has not been validated yet',
        advice: 'Nobody has confirmed what it says. When in doubt, ask the owning team.',
      },
      changed: (on) => ({
        title: `This article has changed since its validation on ${on}`,
        advice: 'The new version has not been confirmed yet. When in doubt, ask the owning team.',
      }),
      draft: { title: 'This article is a draft', advice: 'It is still being written. Do not apply it.' },
      archived: {
        title: 'This article is archived',
        advice: 'It is kept for the record. Do not apply it any more.',
      },
    },
    changes: {
      show: 'Show what has changed since the validation',
      since: (on, by) => `Changed on ${on} by ${by}.`,
      added: 'Added',
      removed: 'Removed',
      gap: 'Unchanged passage',
    },
    contactOwner: 'Contact',
    successor: 'It is replaced by',
  },
  list: {
    kinds: { category: 'Category', reason: 'Contact reason', owner: 'Owning team' },
    children: 'Subcategories',
    articles: 'Articles',
    empty: 'No article here for now.',
    pages: 'Pages of the list',
    page: (page, pages) => `Page ${page} of ${pages}`,
    previous: 'Previous page',
    next: 'Next page',
  },
  health: {
    title: 'Health of the base',
    asOf: (date) => `As of ${date}`,
    notLater: 'Worked out when the site was published: what changes on later days is not counted.',
    counted: (articles) => `${articles}, drafts and archived ones included`,
    keyFigures: 'Key figures',
    figures: {
      expired: 'Expired',
      due: 'Expiring soon',
      undated: 'No end date',
      unvalidated: 'Not validated',
      changed: 'To revalidate',
      holes: 'Reasons without procedure',
    },
    titles: {
      toUpdate: 'To update first',
      validity: 'Validity by team',
      trust: 'Trust by team',
      forecast: 'What expires in the next six months',
      byWeek: 'Week by week',
      waiting: 'Longest without validation',
      obsolete: 'Expired, archived or replaced, and still linked',
      coverage: 'Coverage of contact reasons',
    },
    notes: {
      toUpdate:
        'By priority, without drafts and archived articles: what the article asks for, and what leads there.',
      validity: 'Where each article stands in time.',
      trust: 'What has been validated as it is, and what has not.',
      forecast:
        'Articles whose validity ends, without drafts and archived ones, by week from Monday on. The best week is the most articles that the team handled in one week of the past year.',
      waiting: 'Published, but nobody has validated the present text.',
      obsolete: 'Published articles still lead agents there.',
    },
    coverageNote: (language) =>
      `Articles in force on that day, by reason and type, and for each audience, in the language of the base (${language}). A reason counts those of the reasons below it too.`,
    empty: {
      toUpdate: 'Nothing to update.',
      byWeek: 'Nothing expires until then.',
      waiting: 'All that is published is validated.',
      obsolete: 'No published article leads to one that is expired, archived or replaced.',
      coverage: 'The configuration names no contact reason.',
    },
    columns: {
      owner: 'Team',
      share: 'Share',
      total: 'Total',
      article: 'Article',
      state: 'State',
      expires: 'Last valid day',
      why: 'Why',
      links: 'Articles leading there',
      since: 'Waiting',
      reason: 'Contact reason',
    },
    allOwners: 'All teams',
    unreadable: 'Unreadable',
    unreadableFiles: 'Unreadable files',
    replaced: 'Replaced',
    rest: (_, formatted) => `and ${formatted} more`,
    forecast: {
      overdue: 'Expired',
      later: 'Later',
      best: 'Best week',
      unknown: 'unknown',
      weekOf: (monday) => `Week of ${monday}`,
      weekNumber: (number) => `week ${number}`,
      exceeds: 'more than the best week',
      warnings: 'Weeks that exceed the team’s best',
      warning: (owner, articles, monday, handled) =>
        `${owner}: ${articles} to handle in the week of ${monday}, against ${handled} in the best one`,
      pastUnknown: 'A team’s best week comes from git’s history. Where it is unknown, no week is marked.',
    },
    waitingSince: {
      changed: (date) => `changed on ${date}`,
      reviewed: (date) => `reviewed on ${date}`,
      validated: (date) => `validated on ${date}, then changed`,
    },
    undatedWait: 'since an unknown day',
    days: (count, formatted) => `${formatted} ${plural(count, 'day', 'days')}`,
    holes: {
      nothing: 'No article',
      'no-procedure': 'Neither procedure nor decision aid',
    },
  },
  notFound: {
    title: 'This page does not exist',
    advice:
      'The article may have moved or been withdrawn. Search for its words, or start again from the home page.',
    browse: 'Go to the home page',
  },
  redirect: { moved: 'This article has moved.', follow: 'Continue to' },
  asOf: (date) => `The base as it was on ${date}, for reference: do not answer a customer from this copy.`,
  footer: {
    builtOn: (date) => `Published on ${date}`,
  },
  copy: { text: 'Copy', done: 'Copied', failed: 'Copying failed' },
  dev: {
    title: 'Findings on this page',
    count: (count) => `${count} ${plural(count, 'finding', 'findings')}`,
    close: 'Close the panel',
    show: 'Show the findings',
    lost: 'Server stopped. The page will reload when it is back.',
    severities: { error: 'Error', warning: 'Warning', info: 'Note' },
  },
};
