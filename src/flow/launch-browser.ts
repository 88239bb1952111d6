// Starts a found browser with no window, no network and a profile that is thrown away.
import type { Browser, LaunchOptions } from 'puppeteer';
import { Problem } from '../model/problem.ts';
import type { FoundBrowser } from './find-browser.ts';

const switches = [
  '--disable-domain-reliability',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--no-pings',
  // Nothing outside this machine can be reached, whatever a page asks for.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

/**
 * A running browser; the caller closes it. It dies with this process, and when `signal` aborts.
 * The sandbox stays on except for root, who can't have one, and where the system offers none. Raises Problem where the browser does not start.
 */
export async function launchBrowser(
  found: FoundBrowser,
  options: { readonly signal?: AbortSignal | undefined } = {},
): Promise<Browser> {
  const { default: puppeteer } = await import('puppeteer');
  const sandboxOff = process.getuid?.() === 0;
  const launch = (off: boolean) => puppeteer.launch(launchOptions(found, off, options.signal));
  try {
    return await launch(sandboxOff).catch((error: unknown) => {
      if (sandboxOff || !lacksSandbox(error)) throw error;
      return launch(true);
    });
  } catch (error) {
    options.signal?.throwIfAborted();
    throw doesNotStart(found, error);
  }
}

function launchOptions(
  found: FoundBrowser,
  sandboxOff: boolean,
  signal: AbortSignal | undefined,
): LaunchOptions {
  return {
    executablePath: found.executablePath,
    args: [...switches, ...found.args, ...(sandboxOff ? ['--no-sandbox'] : [])],
    env: { ...process.env, ...found.env },
    headless: found.source === 'shipped' ? 'shell' : true,
    // Over a pipe, the browser ends by itself when this process is killed.
    pipe: true,
    timeout: 30_000,
    handleSIGHUP: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    ...(signal ? { signal } : {}),
  };
}

function lacksSandbox(error: unknown): boolean {
  return error instanceof Error && /sandbox|namespace/i.test(error.message);
}

function doesNotStart(found: FoundBrowser, error: unknown): Problem {
  const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  return new Problem(
    {
      fr: `Le navigateur ${found.executablePath} ne démarre pas (${reason}). Indiquez-en un autre dans KB_BROWSER ; \`kb doctor\` montre ce que cette machine offre.`,
      en: `Unexpected failure to start the browser ${found.executablePath} (${reason}). Name another one in KB_BROWSER; \`kb doctor\` shows what this machine has.`,
    },
    undefined,
    error,
  );
}
