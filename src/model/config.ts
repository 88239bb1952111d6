// The knowledge base's settings after `kb.config.yaml` was read, checked and completed with defaults.
import type { Hex } from './accent.ts';
import type { ArticleType } from './article.ts';
import type { ContextVariable } from './context.ts';
import type { ContextFrom } from './context-source.ts';
import type { Place, Severity } from './finding.ts';
import type { Period } from './iso-date.ts';
import type { Label } from './wording.ts';

export interface Owner {
  readonly name: Label;
  /** How to reach the team: an address or a channel, shown as it is. */
  readonly contact?: string | undefined;
  /** Whom a forge asks to review the team's articles: `@user`, `@org/team` or e-mail addresses. */
  readonly codeowners?: readonly string[] | undefined;
}

/** How a site looks, and whom its readers write to. */
export interface SiteLook {
  /** Path of a picture (SVG or PNG) from the knowledge base's root. */
  readonly logo?: string | undefined;
  readonly accent?: Hex | undefined;
  /** E-mail address or page of those who write the articles. */
  readonly contact?: string | undefined;
}

/** A word that the team agreed on, and those that it took the place of. */
export interface GlossaryTerm {
  readonly prefer: string;
  readonly avoid: readonly string[];
  /** Language of the articles that it is meant for; all where it is absent. */
  readonly lang?: string | undefined;
}

/** What the team aims at for one contact reason. */
export interface ReasonTargets {
  /** The most contacts that a case should take. */
  readonly contacts?: number | undefined;
  /** The longest time from the first contact to the resolution. */
  readonly resolveWithin?: Period | undefined;
  /** What to do where either is not to be met. */
  readonly escalation?: Label | undefined;
}

/** What `kb serve` keeps, whom it believes, and how much it takes. */
export interface ServeConfig {
  /** How long what came from the field is kept from the day on which it came. */
  readonly retention: Readonly<Record<'feedback' | 'receipts' | 'usage', Period>>;
  /** Addresses and networks (`10.0.0.0/8`) of the proxies that may say who the reader is. */
  readonly trustedProxies: readonly string[];
  /** The header in which they say it. */
  readonly readerHeader: string;
  /** Origins of the site besides the address that the server itself is asked by. */
  readonly origins: readonly string[];
  /** Requests a minute that one reader may send to the interface. */
  readonly rate: number;
  /** The most that the database may weigh, in megabytes of 1,000,000 bytes. */
  readonly maxMegabytes: number;
}

/** A tool that takes case notes. */
export interface Webhook {
  readonly url: string;
  /** How readers know it; its host name where a language has none. */
  readonly label?: Label | undefined;
  /** Milliseconds after which it counts as unreachable. */
  readonly timeout: number;
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
  /** How the reader's site looks, and whom its readers write to. */
  readonly site: SiteLook & {
    /** What the site of an audience has of its own. */
    readonly audiences: Readonly<Record<string, SiteLook & { readonly name?: string | undefined }>>;
  };
  readonly validity: {
    readonly dueWithin: Period;
    readonly expiresRequired: readonly ArticleType[];
    /** The longest time from a review to the end of validity, by type; no limit for a type that is absent. */
    readonly longest: Readonly<Partial<Record<ArticleType, Period>>>;
  };
  readonly review: {
    /** Whether the one who validates must be another than the one who last wrote. */
    readonly fourEyes: boolean;
  };
  readonly writing: {
    /** The most words in a sentence. */
    readonly sentenceWords: number;
    readonly glossary: readonly GlossaryTerm[];
  };
  /** The team's own addresses: no other e-mail domain or telephone number belongs in an article. */
  readonly contacts: { readonly domains: readonly string[]; readonly phones: readonly string[] };
  /** The most that a picture may weigh (kilobytes of 1,000 bytes) and measure (pixels, the longer side). */
  readonly images: { readonly maxKilobytes: number; readonly maxPixels: number };
  /** The most nodes in a flowchart, and the most characters in a node's text and in an answer. */
  readonly flowcharts: {
    readonly maxNodes: number;
    readonly labelCharacters: number;
    readonly answerCharacters: number;
  };
  /** The most keys of a voice menu, the most menus on the way to one, and the most seconds of a prompt. */
  readonly ivr: { readonly choices: number; readonly depth: number; readonly promptSeconds: number };
  /** Whether the site on a web server can be read offline, and the age from which a base says that it is old. */
  readonly offline: { readonly enabled: boolean; readonly staleAfter: Period };
  readonly serve: ServeConfig;
  /** How what readers say leaves their devices; without any of the ways they export a file. */
  readonly field: {
    /** Root of a server that takes `POST api/feedback` and `api/receipts`. */
    readonly endpoint?: string | undefined;
    readonly mail?: string | undefined;
    /** Where GitHub or GitLab opens a new issue. */
    readonly issues?: string | undefined;
    /** Whose sites have the tools; where absent, all but the most open audience's. */
    readonly audiences?: readonly string[] | undefined;
    /** Whether pages count what is opened, searched, answered and copied, and send the counts to the endpoint. */
    readonly usage: boolean;
    /** Whether a reader who gave a name is counted as present, once a day. */
    readonly adoption: boolean;
  };
  /** Audiences from the most restricted to the most open. */
  readonly audiences: readonly string[];
  readonly owners: Readonly<Record<string, Owner>>;
  /** Names of those who may validate articles; anybody where there is none. */
  readonly validators: readonly string[];
  readonly reasons: Readonly<Record<string, Label>>;
  /** What the team aims at, for those reasons that say it. */
  readonly reasonTargets: Readonly<Record<string, ReasonTargets>>;
  /** What else customers and agents call a reason, for those that say it, by language; `anyLanguage` for all of them. */
  readonly reasonKeywords: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** The reason that holds a reason, for those below another; no circles, and at most `deepestReason` levels. */
  readonly reasonParents: Readonly<Record<string, string>>;
  /** Texts for customers. */
  readonly macros: {
    /** The most text messages that one text may take, and the most characters of the others. */
    readonly smsSegments: number;
    readonly chatCharacters: number;
    readonly emailCharacters: number;
    /** What no customer is to read. */
    readonly internalWords: readonly string[];
    /** Variable of the context → what Zendesk calls it. */
    readonly zendesk: Readonly<Record<string, string>>;
  };
  /** What may be known of a contact, in the order of the configuration. */
  readonly context: readonly ContextVariable[];
  readonly contextFrom: ContextFrom;
  /** Where a case note may be sent, once its reader has seen it and says so. */
  readonly webhook?: Webhook | undefined;
  /** Names of categories by folder path below the content folder; a folder without one goes by its own name. */
  readonly categories: Readonly<Record<string, Label>>;
  /** Language → groups of words and phrases that stand for each other in a search. */
  readonly synonyms: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Where a key stands in `kb.config.yaml`, by its path; the nearest key above where it is absent. */
  readonly placeOf: (path: readonly string[]) => Place;
}
