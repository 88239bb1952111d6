// A development server on a small base for each test of a file; none of them may start a browser.
import { afterEach, beforeEach, expect } from 'vitest';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { type DevOptions, startDev } from '../../src/serve/dev-server.ts';
import type { Reread } from '../../src/serve/live-base.ts';
import type { RunningServer } from '../../src/serve/start-server.ts';
import { type Answer, ask, eventually } from './ask.ts';
import { articleText, makeBase, type SmallBase } from './small-base.ts';

/** The article that every base of the harness has. */
export const article = 'content/livraison/colis.md';
export const sound = articleText('colis', '## Étapes\n\nTexte d’origine.');

export interface DevHarness {
  /** Starts the server on a base with `article` and `files`. */
  readonly start: (files?: Readonly<Record<string, string>>) => Promise<void>;
  /** A second server on the same base. */
  readonly startAgain: (port: number) => Promise<RunningServer>;
  readonly base: () => SmallBase;
  readonly server: () => RunningServer;
  /** What the server told of its readings and its failures. */
  readonly rereads: Reread[];
  readonly errors: unknown[];
  readonly ask: (target: string, headers?: Record<string, string>) => Promise<Answer>;
  /** The page at `target`, once it holds `words`. */
  readonly pageWith: (target: string, words: string) => Promise<Answer>;
}

/** Sets the harness up for the tests of a file; what a test started ends with it. */
export function useDev(): DevHarness {
  const rereads: Reread[] = [];
  const errors: unknown[] = [];
  let base: SmallBase;
  let server: RunningServer | undefined;

  const options = (port: number): DevOptions => ({
    root: base.root,
    host: '127.0.0.1',
    port,
    lang: 'fr',
    todayOf: () => '2026-06-15' as IsoDate,
    onReread: (reread) => rereads.push(reread),
    onError: (error) => errors.push(error),
  });
  const running = (): RunningServer => {
    if (!server) throw new Error('No server was started');
    return server;
  };
  const askHere: DevHarness['ask'] = (target, headers = {}) => ask(running().port, target, { headers });

  beforeEach(() => {
    rereads.length = 0;
    errors.length = 0;
    process.env.KB_BROWSER = 'none';
  });
  afterEach(async () => {
    await server?.close();
    await base?.remove();
    delete process.env.KB_BROWSER;
  });
  return {
    start: async (files = {}) => {
      base = await makeBase({ [article]: sound, ...files });
      server = await startDev(options(0));
    },
    startAgain: (port) => startDev(options(port)),
    base: () => base,
    server: running,
    rereads,
    errors,
    ask: askHere,
    pageWith: (target, words) =>
      eventually(async () => {
        const answer = await askHere(target);
        expect(answer.body).toContain(words);
        return answer;
      }),
  };
}
