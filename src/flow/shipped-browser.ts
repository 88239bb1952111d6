// Unpacks the Chromium inside the package @sparticuz/chromium, once per version and user, whatever else runs or gets killed meanwhile.
import { execFile } from 'node:child_process';
import { lstat, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Problem } from '../model/problem.ts';

export interface UnpackedBrowser {
  readonly executablePath: string;
  /** The browser's own libraries and fonts: for its process only. */
  readonly env: Readonly<Record<string, string>>;
}

/** Written last into an unpacked folder: the size in bytes of every file, by path. */
const manifestName = 'unpacked.json';

// The package unpacks into the shared temporary folder and changes the environment of whoever imports it, so a process of its own does that.
const unpackScript = 'const m = require(process.argv[1]); (m.default ?? m).executablePath()';

// The package's own file looks for fonts in /tmp/fonts, where anybody may put one.
const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir></fontconfig>
`;

/**
 * The shipped Chromium, unpacked (190 MB, about 2 s) into `<parent>/kb-chromium-<version>-<uid>` unless it is there and whole.
 * Raises Problem where it can't be unpacked or where the folder belongs to somebody else.
 */
export async function unpackShippedBrowser(parent: string = tmpdir()): Promise<UnpackedBrowser> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const name = `kb-chromium-${await packageVersion(entry)}-${process.getuid?.() ?? 0}`;
  const home = join(parent, name);
  if (await isWhole(home)) return describe(home);
  try {
    await sweepLeftovers(parent, name);
    const staging = await mkdtemp(join(parent, `${name}.${process.pid}-`));
    try {
      await unpackInto(staging, entry);
      await moveInto(home, staging);
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
  } catch (error) {
    if (error instanceof Problem) throw error;
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new Problem(
      {
        fr: `Le navigateur fourni n’a pas pu être décompressé dans ${parent} (${reason}). Libérez 250 Mo, choisissez un autre dossier avec TMPDIR, ou indiquez un navigateur dans KB_BROWSER.`,
        en: `Unexpected failure to unpack the shipped browser in ${parent} (${reason}). Free 250 MB, choose another folder with TMPDIR, or name a browser in KB_BROWSER.`,
      },
      home,
      error,
    );
  }
  return describe(home);
}

function describe(home: string): UnpackedBrowser {
  return {
    executablePath: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: join(home, 'al2023', 'lib'), FONTCONFIG_PATH: join(home, 'fonts') },
  };
}

async function packageVersion(entry: string): Promise<string> {
  const text = await readFile(join(dirname(entry), '..', '..', 'package.json'), 'utf8');
  return String((JSON.parse(text) as { version: unknown }).version);
}

async function unpackInto(folder: string, entry: string): Promise<void> {
  // The package unpacks its libraries only where it takes the machine for Amazon's.
  const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
  await promisify(execFile)(process.execPath, ['-e', unpackScript, entry], { env });
  await writeFile(join(folder, 'fonts', 'fonts.conf'), fontsConf);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  const sizes = await Promise.all(
    files.map(async (file) => [file.slice(folder.length + 1), (await stat(file)).size] as const),
  );
  await writeFile(join(folder, manifestName), JSON.stringify(Object.fromEntries(sizes)));
}

/** Puts the unpacked folder in its place in one step; where another process was faster, its folder stays. */
async function moveInto(home: string, staging: string): Promise<void> {
  try {
    await rename(staging, home);
  } catch (error) {
    if (await isWhole(home)) return;
    if (!isTaken(error)) throw error;
    await rename(home, join(staging, 'damaged'));
    await rename(staging, home);
    await rm(join(home, 'damaged'), { recursive: true, force: true });
  }
}

function isTaken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOTEMPTY' || code === 'EEXIST';
}

/** Whether the folder is ours alone and holds every file of its manifest: a cleaner of old files may have taken some. */
async function isWhole(home: string): Promise<boolean> {
  const folder = await lstat(home).catch(() => undefined);
  if (folder === undefined) return false;
  if (!folder.isDirectory() || folder.uid !== process.getuid?.() || (folder.mode & 0o077) !== 0)
    throw notOurs(home);
  try {
    const sizes = JSON.parse(await readFile(join(home, manifestName), 'utf8')) as Record<string, number>;
    const checks = Object.entries(sizes).map(
      async ([file, size]) => (await stat(join(home, file))).size === size,
    );
    return (await Promise.all(checks)).every(Boolean);
  } catch {
    return false;
  }
}

function notOurs(home: string): Problem {
  return new Problem(
    {
      fr: `Le dossier ${home} n’appartient pas à vous seul : le navigateur qu’il contient n’est pas lancé. Supprimez ce dossier, ou choisissez un autre dossier avec TMPDIR.`,
      en: `Unexpected owner or rights of ${home}, expected a folder that is yours alone: the browser in it is not run. Remove the folder, or choose another one with TMPDIR.`,
    },
    home,
  );
}

/** Removes what processes that no longer live were unpacking; their number is in the folder's name. */
async function sweepLeftovers(parent: string, name: string): Promise<void> {
  for (const entry of await readdir(parent)) {
    if (!entry.startsWith(`${name}.`)) continue;
    const pid = Number.parseInt(entry.slice(name.length + 1), 10);
    if (!isAlive(pid)) await rm(join(parent, entry), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
