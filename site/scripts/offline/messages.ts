// What a page and the service worker say to each other, and the files of a build that both read.

/** `offline.json`: which build the server has. Small, since every page asks for it. */
export interface BuildNotice {
  readonly format: 1;
  /** Changes with any byte of any file. */
  readonly version: string;
  /** The day on which the site was built, `YYYY-MM-DD`. */
  readonly builtOn: string;
  /** Path of the build's list of files, from the site's root. */
  readonly list: string;
}

/** One file of a build: path from the site's root (as it is named, not as an address), hash, bytes. */
export type ListedFile = readonly [path: string, hash: string, bytes: number];

/** The list of a build's files. */
export interface BuildList {
  readonly format: 1;
  readonly version: string;
  readonly builtOn: string;
  readonly files: readonly ListedFile[];
}

/** A build by name. */
export type Edition = Pick<BuildNotice, 'version' | 'builtOn'>;

/** Why the last try to take a build did not succeed: no room, files that are not those of the list, or no answer. */
export type Trouble = 'full' | 'altered' | 'unreachable';

export type PageMessage =
  /** Sent whenever a page comes to life. */
  | {
      readonly kind: 'hello';
      /** That of its HTML, where the worker served it. */
      readonly version: string | undefined;
      /** Size of its HTML as it came. */
      readonly bytes: number;
      /** The day of its build. */
      readonly builtOn: string;
    }
  /** The reader wants the candidate now. */
  | { readonly kind: 'accept' };

export type WorkerMessage =
  | {
      readonly kind: 'state';
      /** The build that every page is served from; none until one is here as a whole. */
      readonly active: Edition | undefined;
      /** A newer build that is here as a whole. */
      readonly candidate: Edition | undefined;
      /** How far the build that is being taken has come, from 0 to 1. */
      readonly progress: number | undefined;
      readonly trouble: Trouble | undefined;
    }
  /** The page belongs to another build than the one that is served from now on. */
  | { readonly kind: 'reload' }
  /** The page was loaded from the server while the server's build changed. */
  | { readonly kind: 'outdated' }
  /** The site no longer offers to be read offline. */
  | { readonly kind: 'ended' };
