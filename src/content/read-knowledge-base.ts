// Files → KnowledgeBase: reads every content file; one that can't be read never stops the others.
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { readConfig } from '../config/read-config.ts';
import type { Config } from '../model/config.ts';
import type { Document } from './document.ts';
import { readFragments } from './fragments.ts';
import { indexKnowledgeBase, type KnowledgeBase } from './knowledge-base.ts';
import { listFiles } from './list-files.ts';
import { loadMarkdownParser, type ParseMarkdown, type ParserName } from './markdown-parser.ts';
import { parseDocument, parseFragments, type SharedTexts, unreadableDocument } from './parse-document.ts';
import { readPlainDocument } from './plain-document.ts';
import { readPaths } from './read-paths.ts';
import { decodeText, readBytes } from './read-text.ts';
import { readVariables } from './read-variables.ts';
import { restrictDocument, restrictFragments } from './restrict-document.ts';

export interface ReadOptions {
  /** Which Markdown parser to use; satteri unless told. */
  readonly parser?: ParserName | undefined;
  /** The parser itself, where the caller has it; it may be loaded later. */
  readonly parse?: ParseMarkdown | undefined;
  /** The configuration of this very base, where it was read already. */
  readonly knownConfig?: Config | undefined;
  /** Whose part of each article is read; the whole of it where nobody is named, as writers want it. */
  readonly audience?: string | undefined;
  /** Whether documents forget their texts, where they can, as soon as `onDocument` was called: what it reads at once is read from memory. */
  readonly forgetTexts?: boolean | undefined;
  /** Called with each document as soon as it is read, sorted by path; reading goes on when it is done. */
  readonly onDocument?: ((document: Document, done: number, total: number) => Promise<void>) | undefined;
}

/** How many files are read before the process looks up, at signals and at what else it serves. */
const filesPerTurn = 64;

/** Reads the knowledge base at `root`. Raises a `Problem` where configuration or content folder can't be read. */
export async function readKnowledgeBase(root: string, options: ReadOptions = {}): Promise<KnowledgeBase> {
  const config = options.knownConfig ?? (await readConfig(root));
  const files = await listFiles(root, config.content);
  const fragments = await readFragments(root);
  const variablesFile = await readVariables(root, config.languages);
  const { variables } = variablesFile;
  const paths = await readPaths(root, config.audiences.slice(0, 1));
  const parse = options.parse ?? (await loadMarkdownParser(options.parser)).parse;
  const { audience, forgetTexts = false } = options;
  const theirs =
    audience === undefined ? fragments : restrictFragments(fragments, audience, config.audiences, parse);
  const documents: Document[] = [];
  for (const file of files.articles) {
    if (documents.length % filesPerTurn === 0) await nextTurn();
    const whole = readDocument(root, file, config, { parse, forgetTexts, shared: { fragments, variables } });
    const document =
      audience === undefined
        ? whole
        : restrictDocument(whole, audience, { config, shared: { fragments: theirs, variables }, parse });
    documents.push(document);
    const seen = options.onDocument?.(document, documents.length, files.articles.length);
    // Before anything else may read a file, into the same memory.
    if (forgetTexts) document.forget?.();
    await seen;
  }
  const refused = files.refused.map((file) =>
    unreadableDocument(file, {
      line: 1,
      column: 1,
      wording: {
        fr: 'Lien symbolique inattendu, attendu : un fichier de la base elle-même',
        en: 'Unexpected symbolic link, expected a file inside the knowledge base',
      },
    }),
  );
  const fragmentDocuments = parseFragments(config, parse, { fragments: theirs, variables });
  const all = [...documents, ...refused].sort((a, b) => (a.path < b.path ? -1 : 1));
  return indexKnowledgeBase(
    root,
    config,
    all,
    files.assets,
    { fragments: theirs, fragmentDocuments, variablesFile },
    paths,
  );
}

/** Reads and parses one file. */
function readDocument(
  root: string,
  file: string,
  config: KnowledgeBase['config'],
  {
    parse,
    forgetTexts,
    shared,
  }: { readonly parse: ParseMarkdown; readonly forgetTexts: boolean; readonly shared: SharedTexts },
): Document {
  const from = path.join(root, file);
  const read = readBytes(from);
  if (!read.ok) return unreadableDocument(file, read.problem);
  const plain = readPlainDocument(file, read.bytes, config, parse, forgetTexts ? from : undefined);
  if (plain) return plain;
  const decoded = decodeText(read.bytes);
  return decoded.ok
    ? parseDocument(file, decoded.text, config, parse, shared)
    : unreadableDocument(file, decoded.problem);
}
