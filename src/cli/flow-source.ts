// What `kb flow` is asked about: an article of a base by id or path, or a file outside of any base.
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { parseConfig } from '../config/parse-config.ts';
import { findRoot } from '../config/read-config.ts';
import type { Document } from '../content/document.ts';
import { indexKnowledgeBase, type KnowledgeBase, noSharedFiles } from '../content/knowledge-base.ts';
import { loadMarkdownParser } from '../content/markdown-parser.ts';
import { nothingShared, parseDocument } from '../content/parse-document.ts';
import { readKnowledgeBase } from '../content/read-knowledge-base.ts';
import { readText } from '../content/read-text.ts';
import { dayIn, type IsoDate } from '../model/iso-date.ts';
import { Problem } from '../model/problem.ts';
import type { UiLanguage } from '../model/wording.ts';
import { type CommonOptions, messageLanguage, openSession } from './common-options.ts';
import { findLanguages, noSuchArticle } from './find-languages.ts';
import type { Host } from './host.ts';

export interface FlowSource {
  readonly base: KnowledgeBase;
  readonly document: Document;
  /** The file's path as messages show it. */
  readonly path: string;
  /** The text of the file. */
  readonly text: string;
  /** Lines that `document` has before the first one of the file. */
  readonly shift: number;
  /** Folder of the base; undefined for a file of no base. */
  readonly root: string | undefined;
  readonly lang: UiLanguage;
  readonly today: IsoDate;
  /** Other languages of the article. */
  readonly others: readonly string[];
}

export interface FlowSourceOptions extends CommonOptions {
  readonly language?: string | undefined;
}

/** Files that hold one diagram and nothing else. */
const diagramFile = /\.(?:mmd|mermaid)$/i;

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

/** Reads what `asked`, an id or a path, names. Raises a `Problem` where it names nothing that can be read. */
export async function readFlowSource(
  asked: string,
  options: FlowSourceOptions,
  host: Host,
): Promise<FlowSource> {
  const file = path.resolve(host.cwd, asked);
  if (await isFile(file)) return readFlowFile(asked, file, options, host);
  if (/[\\/]|\.(?:md|mmd|mermaid)$/i.test(asked))
    throw new Problem(
      {
        fr: 'Fichier introuvable, attendu : un fichier .md ou .mmd',
        en: 'No such file, expected an .md or .mmd file',
      },
      asked,
    );
  const session = await openSession(options, host);
  const base = await readKnowledgeBase(session.root, session);
  const [document] = findLanguages(base, asked, options.language);
  if (!document) throw noSuchArticle(base, asked, options.language);
  const { root, lang, today } = session;
  const others = findLanguages(base, asked, undefined)
    .filter((other) => other !== document)
    .map(({ article }) => article.lang);
  return { base, document, path: document.path, text: document.text, shift: 0, root, lang, today, others };
}

/** The file as an article of the base around it, or else on its own. */
async function readFlowFile(
  asked: string,
  file: string,
  options: FlowSourceOptions,
  host: Host,
): Promise<FlowSource> {
  const root = await findRoot(
    options.kb === undefined ? path.dirname(file) : path.resolve(host.cwd, options.kb),
  ).catch(() => undefined);
  if (root !== undefined && !diagramFile.test(file)) {
    const { lang, today, parser } = await openSession({ ...options, kb: root }, host);
    const base = await readKnowledgeBase(root, { parser });
    const document = base.byPath.get(path.relative(root, file).split(path.sep).join('/'));
    if (document)
      return {
        base,
        document,
        path: document.path,
        text: document.text,
        shift: 0,
        root,
        lang,
        today,
        others: [],
      };
  }
  return readLoneFile(asked, file, options, host);
}

async function readLoneFile(
  asked: string,
  file: string,
  options: FlowSourceOptions,
  host: Host,
): Promise<FlowSource> {
  const read = readText(file);
  if (!read.ok) throw new Problem(read.problem.wording, asked);
  const { text } = read;
  const lang = messageLanguage(options.lang, host.env);
  const config = parseConfig(`name: flow\nlang: ${lang}\nowners: { team: { name: { en: team } } }\n`);
  const { parse } = await loadMarkdownParser(options.parser);
  const isDiagram = diagramFile.test(file);
  const document = parseDocument(
    'content/flow.md',
    isDiagram ? fence(text) : text,
    config,
    parse,
    nothingShared,
  );
  return {
    base: indexKnowledgeBase(path.dirname(file), config, [document], [], noSharedFiles),
    document,
    path: asked,
    text,
    shift: isDiagram ? 1 : 0,
    root: undefined,
    lang,
    today: options.today ?? dayIn(config.timezone, host.now()),
    others: [],
  };
}

/** `code` as the only flowchart of an article, its first line the second one there. */
function fence(code: string): string {
  const longest = Math.max(
    3,
    ...[...code.matchAll(/^ {0,3}(~{3,})/gm)].map(([, run = '']) => run.length + 1),
  );
  const mark = '~'.repeat(longest);
  return `${mark}mermaid\n${code.replace(/\s+$/, '')}\n${mark}\n`;
}
