// One editor's session: checks the open texts once they have settled, and answers questions about them.
import type { CodeAction, CodeActionParams, CompletionItem, CompletionParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import type { ParserName } from '../content/markdown-parser.ts';
import type { FixableFinding } from '../lint/lint.ts';
import type { Config } from '../model/config.ts';
import type { IsoDate } from '../model/iso-date.ts';
import type { Problem } from '../model/problem.ts';
import type { UiLanguage } from '../model/wording.ts';
import { type BaseDesk, isContentPath } from './base-desk.ts';
import { createTextCheck, type ReadBase } from './check-texts.ts';
import { listCodeActions } from './code-actions.ts';
import { complete } from './completion.ts';
import { createDeskFinder, type DeskFinder, type OpenText } from './open-texts.ts';

/** Milliseconds without a further change after which the texts are checked. */
const settlingTime = 150;

export interface SessionOptions {
  /** The only base, where the person named one; else each text's own. */
  readonly root?: string | undefined;
  readonly parser?: ParserName | undefined;
  /** The day to judge by; asked at every check, for an editor stays open overnight. */
  readonly todayOf: (config: Config) => IsoDate;
  readonly langOf: (config: Config) => UiLanguage;
  /** The texts that are open now. */
  readonly texts: () => readonly TextDocument[];
  /** Told of what the rules have to say about a text, as it is at this moment. */
  readonly onFindings: (text: TextDocument, findings: readonly FixableFinding[], lang: UiLanguage) => void;
  /** Told of a base that was read, each time. */
  readonly onBase: (base: KnowledgeBase) => void;
  /** Told why the base of `root`, or any, can't be read; undefined once it can. */
  readonly onProblem: (root: string | undefined, problem: Problem | undefined) => void;
  /** Told of a fault of ours. */
  readonly onFault: (error: unknown) => void;
}

export interface DeskSession extends Pick<DeskFinder, 'noteChange' | 'noteUpheaval'> {
  /** Something changed: checks the texts in a moment. */
  readonly schedule: () => void;
  readonly listActions: (params: CodeActionParams, versions: boolean) => Promise<CodeAction[]>;
  readonly complete: (params: CompletionParams) => Promise<CompletionItem[]>;
  readonly close: () => void;
}

interface Checked {
  readonly version: number;
  readonly desk: BaseDesk;
  readonly base: KnowledgeBase;
  readonly path: string;
  readonly findings: readonly FixableFinding[];
}

export function createDeskSession(options: SessionOptions): DeskSession {
  const finder = createDeskFinder(options.root, options.parser);
  const check = createTextCheck(() => schedule());
  let checked: ReadonlyMap<string, Checked> = new Map();
  let timer: NodeJS.Timeout | undefined;
  let pending = false;
  let closed = false;
  let work: Promise<void> = Promise.resolve();

  /** The text at `uri`, where it is still the one of `version`. */
  const textAt = (uri: string, version: number | undefined): TextDocument | undefined =>
    options.texts().find((text) => text.uri === uri && text.version === version);

  const readDesk = async (desk: BaseDesk, texts: readonly OpenText[]): Promise<ReadBase | undefined> => {
    const { base, reading, problem } = await desk.read(new Map(texts.map(({ path, text }) => [path, text])));
    options.onProblem(desk.root, problem);
    if (!base) return undefined;
    options.onBase(base);
    return { base, reading };
  };

  const checkDesk = async (desk: BaseDesk, texts: readonly OpenText[]): Promise<[string, Checked][]> => {
    const read = await readDesk(desk, texts);
    if (!read) return [];
    const { base } = read;
    const content = texts.filter(({ path }) => isContentPath(path, base.config.content));
    const paths = new Set(content.map(({ path }) => path));
    const findings = paths.size === 0 ? [] : await check(read, paths, options.todayOf(base.config));
    return content.map(({ uri, version, path }) => [
      uri,
      { version, desk, base, path, findings: findings.filter((finding) => finding.path === path) },
    ]);
  };

  const checkAll = async (): Promise<void> => {
    const { byDesk, problem } = await finder.sort(options.texts());
    if (problem) options.onProblem(undefined, problem);
    const results = new Map<string, Checked>();
    for (const [desk, texts] of byDesk)
      for (const [uri, result] of await checkDesk(desk, texts)) results.set(uri, result);
    if (closed) return;
    const dropped = [...checked.keys()].filter((uri) => !results.has(uri));
    checked = results;
    for (const text of options.texts()) {
      const result = results.get(text.uri);
      // An edit made meanwhile has its own check to come.
      if (result?.version === text.version)
        options.onFindings(text, result.findings, options.langOf(result.base.config));
      // It left the content: what was said of it no longer counts.
      else if (dropped.includes(text.uri)) options.onFindings(text, [], 'en');
    }
  };

  const checkPending = (): Promise<void> => {
    clearTimeout(timer);
    work = work.then(async () => {
      if (!pending || closed) return;
      pending = false;
      await checkAll().catch(options.onFault);
    });
    return work;
  };

  const schedule = (): void => {
    if (closed) return;
    pending = true;
    clearTimeout(timer);
    timer = setTimeout(checkPending, settlingTime);
  };

  return {
    noteChange: finder.noteChange,
    noteUpheaval: finder.noteUpheaval,
    schedule,
    listActions: async (params, versions) => {
      await checkPending();
      const { uri } = params.textDocument;
      const result = checked.get(uri);
      const text = textAt(uri, result?.version);
      const document = result?.base.byPath.get(result.path);
      if (!result || !text || !document) return [];
      const { desk, path, base, findings } = result;
      const parse = (edited: string) => desk.parse(path, edited);
      return listCodeActions({ text, document, findings }, params, {
        lang: options.langOf(base.config),
        versions,
        parse,
      });
    },
    complete: async ({ textDocument, position }) => {
      const { byDesk } = await finder.sort(options.texts());
      for (const [desk, texts] of byDesk) {
        const open = texts.find(({ uri }) => uri === textDocument.uri);
        if (!open) continue;
        const base = (await readDesk(desk, texts))?.base;
        if (!base || !isContentPath(open.path, base.config.content)) return [];
        const { path, text } = open;
        const today = options.todayOf(base.config);
        return complete({ path, text, ...position, base, today, lang: options.langOf(base.config) });
      }
      return [];
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
  };
}
