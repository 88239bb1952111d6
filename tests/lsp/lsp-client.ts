// An editor, as far as a language server can tell: starts the real `kb lsp` and speaks the protocol to it over its streams.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import {
  type CodeAction,
  type CompletionItem,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type Range,
  type RegistrationParams,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { projectRoot } from '../support/corpora.ts';
import { plainEnvironment } from '../support/run-kb.ts';

/** Milliseconds that a test waits for a message before it gives up. */
const patience = 60_000;

export interface EditorOptions {
  /** Absolute path of the folder that the editor shows. */
  readonly root: string;
  readonly locale?: string;
  readonly processId?: number | null;
  /** Whether the editor watches files for the server. */
  readonly watches?: boolean;
  /** Further arguments of `kb lsp`. */
  readonly args?: readonly string[];
}

interface Waiting {
  readonly test: () => boolean;
  readonly resolve: () => void;
}

export interface Editor {
  readonly result: InitializeResult;
  readonly connection: ProtocolConnection;
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  /** Messages that the server had shown. */
  readonly messages: string[];
  /** What the server asked to be told of. */
  readonly watched: () => string[];
  /** URIs of the texts that got diagnostics. */
  readonly judged: () => string[];
  readonly uriOf: (file: string) => string;
  /** Opens `file` with `text`. */
  readonly show: (file: string, text: string) => void;
  /** The same; its diagnostics once they came. */
  readonly open: (file: string, text: string) => Promise<readonly Diagnostic[]>;
  /** Replaces `old` with `text` in the open `file`; its diagnostics once the new ones came. */
  readonly replace: (file: string, old: string, text: string) => Promise<readonly Diagnostic[]>;
  readonly close: (file: string) => void;
  readonly save: (file: string) => void;
  /** Tells of changes on the disk: 1 created, 2 changed, 3 deleted. */
  readonly tell: (file: string, type: 1 | 2 | 3) => void;
  readonly textOf: (file: string) => TextDocument;
  /** The last diagnostics of `file` once they satisfy `test`. */
  readonly diagnosticsWhen: (
    file: string,
    test: (found: readonly Diagnostic[]) => boolean,
  ) => Promise<readonly Diagnostic[]>;
  readonly messageWhen: (test: (message: string) => boolean) => Promise<string>;
  readonly waitFor: (test: () => boolean) => Promise<void>;
  readonly actions: (file: string, range: Range, only?: readonly string[]) => Promise<CodeAction[]>;
  readonly complete: (file: string, position: Position) => Promise<CompletionItem[]>;
  /** Applies an action's edits to the open `file`, as the person's choice of it would. */
  readonly apply: (file: string, action: CodeAction | undefined) => Promise<readonly Diagnostic[]>;
  /** Asks for a shutdown, then for the end. */
  readonly end: () => Promise<number | null>;
  /** The exit code once the process has ended. */
  readonly ended: Promise<number | null>;
}

/** Starts `kb lsp` and has it initialised. The process is ended with the test. */
export async function startEditor(options: EditorOptions): Promise<Editor> {
  const { root, locale = 'fr', processId = process.pid, watches = true, args = [] } = options;
  const child = spawn(
    process.execPath,
    [path.join(projectRoot, 'bin', 'kb.js'), 'lsp', '--stdio', '--today', '2026-06-15', ...args],
    { cwd: root, env: plainEnvironment(), stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });

  const connection = createProtocolConnection(child.stdout, child.stdin);
  const texts = new Map<string, TextDocument>();
  const diagnostics = new Map<string, { version: number | undefined; found: readonly Diagnostic[] }>();
  const messages: string[] = [];
  const watched: string[] = [];
  const waiting = new Set<Waiting>();
  const look = () => {
    for (const one of waiting) {
      if (!one.test()) continue;
      waiting.delete(one);
      one.resolve();
    }
  };
  const waitFor = (test: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Nothing came in time. ${errors}`)), patience);
      waiting.add({
        test,
        resolve: () => {
          clearTimeout(timer);
          resolve();
        },
      });
      look();
    });

  connection.onNotification(
    'textDocument/publishDiagnostics',
    (params: { uri: string; version?: number; diagnostics: Diagnostic[] }) => {
      diagnostics.set(params.uri, { version: params.version, found: params.diagnostics });
      look();
    },
  );
  connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
    messages.push(message);
    look();
  });
  connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    for (const { registerOptions } of registrations)
      watched.push(
        ...registerOptions.watchers.map(({ globPattern }: { globPattern: string }) => globPattern),
      );
    look();
  });
  connection.listen();

  const capabilities: InitializeParams['capabilities'] = {
    workspace: {
      workspaceEdit: { documentChanges: true },
      ...(watches ? { didChangeWatchedFiles: { dynamicRegistration: true } } : {}),
    },
  };
  const params = { processId, locale, rootUri: pathToFileURL(root).href, capabilities };
  const result: InitializeResult = await connection.sendRequest('initialize', params);
  void connection.sendNotification('initialized', {});

  const uriOf = (file: string) => pathToFileURL(path.join(root, file)).href;
  const textOf = (file: string): TextDocument => {
    const text = texts.get(uriOf(file));
    if (!text) throw new Error(`${file} is not open`);
    return text;
  };
  const diagnosticsWhen: Editor['diagnosticsWhen'] = async (file, test) => {
    const uri = uriOf(file);
    const current = () => {
      const last = diagnostics.get(uri);
      const text = texts.get(uri);
      return last && (last.version === undefined || last.version === text?.version) ? last.found : undefined;
    };
    await waitFor(() => test(current() ?? []) && current() !== undefined);
    return current() ?? [];
  };
  const show = (file: string, text: string): void => {
    const uri = uriOf(file);
    texts.set(uri, TextDocument.create(uri, 'markdown', 1, text));
    const textDocument = { uri, languageId: 'markdown', version: 1, text };
    void connection.sendNotification('textDocument/didOpen', { textDocument });
  };
  const change = (file: string, range: Range, text: string) => {
    const document = textOf(file);
    const changes = [{ range, text }];
    TextDocument.update(document, changes, document.version + 1);
    const identifier = { uri: document.uri, version: document.version };
    void connection.sendNotification('textDocument/didChange', {
      textDocument: identifier,
      contentChanges: changes,
    });
    return diagnosticsWhen(file, () => true);
  };

  return {
    result,
    connection,
    child,
    messages,
    watched: () => watched,
    judged: () => [...diagnostics.keys()],
    uriOf,
    textOf,
    waitFor,
    diagnosticsWhen,
    messageWhen: async (test) => {
      await waitFor(() => messages.some(test));
      return messages.find(test) ?? '';
    },
    show,
    open: (file, text) => {
      show(file, text);
      return diagnosticsWhen(file, () => true);
    },
    replace: (file, old, text) => {
      const document = textOf(file);
      const start = document.getText().indexOf(old);
      if (start === -1) throw new Error(`${old} is not in ${file}`);
      const range = { start: document.positionAt(start), end: document.positionAt(start + old.length) };
      return change(file, range, text);
    },
    close: (file) => {
      const uri = uriOf(file);
      texts.delete(uri);
      diagnostics.delete(uri);
      void connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    },
    save: (file) => {
      void connection.sendNotification('textDocument/didSave', { textDocument: { uri: uriOf(file) } });
    },
    tell: (file, type) => {
      void connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: uriOf(file), type }],
      });
    },
    actions: async (file, range, only) => {
      const answer: CodeAction[] | null = await connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: uriOf(file) },
        range,
        context: { diagnostics: [], ...(only ? { only } : {}) },
      });
      return answer ?? [];
    },
    complete: (file, position) =>
      connection.sendRequest('textDocument/completion', { textDocument: { uri: uriOf(file) }, position }),
    apply: (file, action) => {
      const [changed] = action?.edit?.documentChanges ?? [];
      if (!changed || !('edits' in changed)) throw new Error('The action has no edit');
      const document = textOf(file);
      const edited = TextDocument.applyEdits(
        document,
        changed.edits as Parameters<typeof TextDocument.applyEdits>[1],
      );
      const whole = { start: { line: 0, character: 0 }, end: document.positionAt(document.getText().length) };
      return change(file, whole, edited);
    },
    end: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      return ended;
    },
    ended,
  };
}
