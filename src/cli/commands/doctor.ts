// `kb doctor`: what this machine has and lacks for the work.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createColors } from 'picocolors';
import { findRoot, readConfig } from '../../config/read-config.ts';
import { loadMarkdownParser } from '../../content/markdown-parser.ts';
import { findBrowser } from '../../flow/find-browser.ts';
import { readGitState } from '../../history/git-settings.ts';
import { Problem } from '../../model/problem.ts';
import type { UiLanguage, Wording } from '../../model/wording.ts';
import { pictureCache } from '../../publish/draw-flowcharts.ts';
import { addCommonOptions, type CommonOptions, messageLanguage } from '../common-options.ts';
import { type Host, wantsColor } from '../host.ts';
import type { AddCommand } from '../main.ts';

/** One thing looked at: fine, worth knowing, or in the way of the work. */
interface Diagnosis {
  readonly state: 'fine' | 'limited' | 'missing';
  readonly subject: Wording;
  readonly detail: Wording;
}

/** Oldest Node that runs the program (package.json, engines). */
const oldestNode: readonly [number, number] = [20, 19];

function same(text: string): Wording {
  return { fr: text, en: text };
}

function diagnoseNode(version: string): Diagnosis {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const enough = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  const wanted = oldestNode.join('.');
  return {
    state: enough ? 'fine' : 'missing',
    subject: same('Node'),
    detail: enough
      ? same(version)
      : { fr: `${version}, attendu : ${wanted} ou plus`, en: `${version}, expected ${wanted} or later` },
  };
}

async function diagnoseParser(): Promise<Diagnosis> {
  const { name } = await loadMarkdownParser();
  const subject = { fr: 'Lecteur Markdown', en: 'Markdown parser' };
  if (name === 'satteri') return { state: 'fine', subject, detail: same(name) };
  const detail = {
    fr: 'remark (satteri ne se charge pas ici : plus lent)',
    en: 'remark (satteri does not load here: slower)',
  };
  return { state: 'limited', subject, detail };
}

async function diagnoseBrowser(): Promise<Diagnosis> {
  const subject = { fr: 'Navigateur', en: 'Browser' };
  try {
    const { executablePath, source } = await findBrowser();
    return { state: 'fine', subject, detail: same(`${executablePath} (${source})`) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { state: 'missing', subject, detail: error.wording };
  }
}

async function diagnoseGit(folder: string): Promise<Diagnosis> {
  const { version, isRepository, isShallow } = await readGitState(folder);
  const subject = same('Git');
  if (version === undefined) {
    return {
      state: 'limited',
      subject,
      detail: { fr: 'absent : dates de modification inconnues', en: 'absent: dates of change are unknown' },
    };
  }
  if (!isRepository) {
    return {
      state: 'limited',
      subject,
      detail: {
        fr: `${version}, hors d’un dépôt : dates de modification inconnues`,
        en: `${version}, outside a repository: dates of change are unknown`,
      },
    };
  }
  if (isShallow) {
    return {
      state: 'limited',
      subject,
      detail: {
        fr: `${version}, clone superficiel : « git fetch --unshallow »`,
        en: `${version}, shallow clone: \`git fetch --unshallow\``,
      },
    };
  }
  return { state: 'fine', subject, detail: same(version) };
}

async function diagnoseBase(folder: string): Promise<Diagnosis[]> {
  const subject = { fr: 'Base', en: 'Knowledge base' };
  try {
    const root = await findRoot(folder);
    const config = await readConfig(root);
    const pictures = await readdir(path.join(root, pictureCache)).catch(() => []);
    const cached = {
      fr: `${pictures.length} logigrammes en cache`,
      en: `${pictures.length} flowcharts cached`,
    };
    return [
      { state: 'fine', subject, detail: same(`${config.name} (${root})`) },
      { state: 'fine', subject: { fr: 'Cache', en: 'Cache' }, detail: cached },
    ];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const place = error.place === undefined ? '' : `${error.place}: `;
    return [
      {
        state: 'limited',
        subject,
        detail: { fr: `${place}${error.wording.fr}`, en: `${place}${error.wording.en}` },
      },
    ];
  }
}

const marks: Readonly<Record<Diagnosis['state'], string>> = { fine: '✔', limited: '▲', missing: '✖' };

function formatDiagnoses(diagnoses: readonly Diagnosis[], lang: UiLanguage, color: boolean): string {
  const colors = createColors(color);
  const paint = { fine: colors.green, limited: colors.yellow, missing: colors.red };
  const lines = diagnoses.map(
    ({ state, subject, detail }) =>
      `${paint[state](marks[state])} ${subject[lang].padEnd(16)} ${detail[lang]}`,
  );
  return `${lines.join('\n')}\n`;
}

async function runDoctor(options: CommonOptions, host: Host): Promise<number> {
  const folder = path.resolve(host.cwd, options.kb ?? '.');
  const diagnoses = [
    diagnoseNode(process.versions.node),
    await diagnoseParser(),
    await diagnoseBrowser(),
    await diagnoseGit(folder),
    ...(await diagnoseBase(folder)),
  ];
  const configured = await findRoot(folder)
    .then(readConfig)
    .then(
      ({ lang }) => lang,
      () => undefined,
    );
  const lang = messageLanguage(options.lang, host.env, configured);
  host.out(formatDiagnoses(diagnoses, lang, wantsColor(host.env, host.outIsTerminal)));
  return diagnoses.some(({ state }) => state === 'missing') ? 1 : 0;
}

export const addDoctorCommand: AddCommand = (program, host, finish) => {
  addCommonOptions(
    program
      .command('doctor')
      .description('what this machine has and lacks; exit 1 when something needed is missing'),
  ).action(async (options: CommonOptions) => finish(await runDoctor(options, host)));
};
