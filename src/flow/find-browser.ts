// Finds the browser that draws flowcharts: the one KB_BROWSER names, an installed one, else the one shipped with the package.
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import { Problem } from '../model/problem.ts';
import { type UnpackedBrowser, unpackShippedBrowser } from './shipped-browser.ts';

export type BrowserSource = 'KB_BROWSER' | 'installed' | 'shipped';

/** A browser that is ready to be launched. */
export interface FoundBrowser {
  readonly executablePath: string;
  /** Switches that this very browser needs, on top of what every launch uses. */
  readonly args: readonly string[];
  /** Variables to add to the browser's environment, and to no other process's. */
  readonly env: Readonly<Record<string, string>>;
  readonly source: BrowserSource;
}

/** What the search needs to know of the machine; a test hands over one of its own. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** Whether `path` is a file that may be run. */
  readonly isExecutable: (path: string) => Promise<boolean>;
  readonly unpackShipped: () => Promise<UnpackedBrowser>;
}

const linuxCommands = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const macApplications = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/** The machine that the program runs on. */
export function thisMachine(): Machine {
  return {
    env: process.env,
    platform: process.platform,
    arch: process.arch,
    isExecutable,
    unpackShipped: () => unpackShippedBrowser(),
  };
}

/**
 * The browser to draw with, in this order: `KB_BROWSER` (a path, or a command of the PATH; `none` stands for a machine
 * without any), an installed Chrome, Chromium or Edge, the shipped Chromium (Linux x64 only; unpacked on first use).
 * Raises Problem where `KB_BROWSER` names nothing that runs, and where there is no browser.
 */
export async function findBrowser(machine: Machine = thisMachine()): Promise<FoundBrowser> {
  const wanted = machine.env.KB_BROWSER;
  if (wanted === 'none') throw noBrowser();
  if (wanted) return found(await wantedBrowser(wanted, machine), 'KB_BROWSER');
  const installed = await firstExecutable(installedPlaces(machine), machine);
  if (installed !== undefined) return found(installed, 'installed');
  if (machine.platform !== 'linux' || machine.arch !== 'x64') throw noBrowser();
  return { ...(await machine.unpackShipped()), args: [], source: 'shipped' };
}

function found(executablePath: string, source: BrowserSource): FoundBrowser {
  return { executablePath, args: [], env: {}, source };
}

async function wantedBrowser(wanted: string, machine: Machine): Promise<string> {
  const places = /[\\/]/.test(wanted) ? [wanted] : [...onPath([wanted], machine), wanted];
  const path = await firstExecutable(places, machine);
  if (path !== undefined) return path;
  throw new Problem({
    fr: `KB_BROWSER vaut « ${wanted} », mais aucun programme ne s’y trouve. Indiquez le chemin de Chrome, de Chromium ou d’Edge, ou retirez la variable.`,
    en: `Unexpected KB_BROWSER "${wanted}", expected a program that can be run. Name the path of Chrome, Chromium or Edge, or unset the variable.`,
  });
}

function noBrowser(): Problem {
  return new Problem({
    fr: 'Aucun navigateur pour dessiner les logigrammes. Installez Chrome, Chromium ou Edge, ou indiquez son chemin dans la variable KB_BROWSER ; `kb doctor` montre ce qui manque.',
    en: 'Unexpected machine without a browser, expected one to draw flowcharts. Install Chrome, Chromium or Edge, or name its path in the variable KB_BROWSER; `kb doctor` shows what is missing.',
  });
}

function installedPlaces(machine: Machine): string[] {
  const { env, platform } = machine;
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env.HOME ? [posix.join(env.HOME, 'Applications')] : [])];
    return macApplications.flatMap((name) =>
      folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    return windowsPrograms.flatMap((program) => folders.map((folder) => win32.join(folder, program)));
  }
  return onPath(linuxCommands, machine);
}

function onPath(commands: readonly string[], { env, platform }: Machine): string[] {
  const { delimiter, join, isAbsolute } = platform === 'win32' ? win32 : posix;
  // A relative entry of the PATH would let the folder of the content name the program to run.
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

async function firstExecutable(paths: readonly string[], machine: Machine): Promise<string | undefined> {
  for (const path of paths) if (await machine.isExecutable(path)) return path;
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
