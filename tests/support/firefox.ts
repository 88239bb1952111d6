// Firefox, where this machine has one: puppeteer drives it by WebDriver BiDi.
import { existsSync } from 'node:fs';
import path from 'node:path';
import puppeteer, { type Browser } from 'puppeteer';

/** The installed program, or undefined. */
export const firefox: string | undefined = ['firefox-esr', 'firefox']
  .flatMap((name) => (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name)))
  .find((file) => existsSync(file));

if (firefox === undefined) process.stderr.write('Skipped: no Firefox on this machine.\n');

/** Starts it without a window; the caller closes it. Rejects where there is none. */
export async function openFirefox(): Promise<Browser> {
  if (firefox === undefined) throw new Error('No Firefox on this machine');
  return puppeteer.launch({ browser: 'firefox', executablePath: firefox, headless: true });
}
