// The knowledge base's settings after `kb.config.yaml` was read, checked and completed with defaults.
import type { ArticleType } from './article.ts';
import type { Severity } from './finding.ts';
import type { Period } from './iso-date.ts';
import type { Label } from './wording.ts';

export interface Owner {
  readonly name: Label;
  /** How to reach the team: an address or a channel, shown as it is. */
  readonly contact?: string | undefined;
}

export interface Config {
  /** The team's or base's name, shown in the site's header. */
  readonly name: string;
  /** Default language of articles and of the tool's messages. */
  readonly lang: string;
  /** Languages that articles may be in; the default language comes first. */
  readonly languages: readonly string[];
  /** IANA time zone in which "today" is taken. */
  readonly timezone: string;
  /** Folder of the articles, relative to the knowledge base's root. */
  readonly content: string;
  readonly validity: {
    readonly dueWithin: Period;
    readonly expiresRequired: readonly ArticleType[];
  };
  /** Audiences from the most restricted to the most open. */
  readonly audiences: readonly string[];
  readonly owners: Readonly<Record<string, Owner>>;
  readonly reasons: Readonly<Record<string, Label>>;
  /** Names of categories by folder path below the content folder; a folder without one goes by its own name. */
  readonly categories: Readonly<Record<string, Label>>;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}
