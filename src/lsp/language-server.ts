// `kb lsp`: the Language Server Protocol (3.17) over two streams, for any editor that speaks it.
import {
  CodeActionKind,
  type Connection,
  createConnection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  LogMessageNotification,
  MessageType,
  PositionEncodingKind,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { createProtocolConnection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { configFileName } from '../config/read-config.ts';
import { Problem } from '../model/problem.ts';
import type { UiLanguage } from '../model/wording.ts';
import { fixAllKind } from './code-actions.ts';
import { createDeskSession, type DeskSession, type SessionOptions } from './desk-session.ts';
import { diagnosticOf } from './diagnostics.ts';
import { followClient } from './lifetime.ts';

export interface LanguageServerOptions extends Pick<SessionOptions, 'root' | 'parser' | 'todayOf'> {
  readonly input: NodeJS.ReadableStream & { readonly destroy: () => void };
  readonly output: NodeJS.WritableStream;
  /** Aborted when the process is asked to end. */
  readonly signal: AbortSignal;
  /** The language of messages, by the editor's own (a BCP 47 tag) and the base's. */
  readonly langOf: (locale: string | undefined, configured: string | undefined) => UiLanguage;
}

const serverCapabilities: InitializeResult['capabilities'] = {
  // The only one that every client speaks (LSP 3.17, PositionEncodingKind), and that of our places.
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
  completionProvider: { triggerCharacters: [':', ' ', '[', ',', '(', '/', '{', '=', '|'] },
};

/** Shows each problem once, until it is another or gone. */
function createTeller(connection: Connection, langOf: () => UiLanguage) {
  const told = new Map<string, string>();
  return (key: string, problem: Problem | undefined): void => {
    if (problem === undefined) {
      told.delete(key);
      return;
    }
    const place = problem.place === undefined ? '' : `${problem.place}: `;
    const message = `kb: ${place}${problem.wording[langOf()]}`;
    if (told.get(key) === message) return;
    told.set(key, message);
    void connection
      .sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message })
      .catch(() => {});
  };
}

/** Asks the client to tell of changes on the disk: of configurations at once, of each content folder once it is known. */
function createWatcher(connection: Connection) {
  const asked = new Set<string>();
  return (globPattern: string): void => {
    if (asked.has(globPattern)) return;
    asked.add(globPattern);
    // A client that refuses still tells of what it saves.
    void connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] })
      .catch(() => {});
  };
}

/** Has the connection's messages answered by `session`. */
function attach(
  connection: Connection,
  texts: TextDocuments<TextDocument>,
  session: DeskSession,
  client: () => { readonly watches: boolean; readonly versions: boolean },
): void {
  texts.onDidChangeContent(session.schedule);
  texts.onDidClose(({ document: { uri } }) => {
    void connection.sendDiagnostics({ uri, diagnostics: [] }).catch(() => {});
    session.noteChange(uri, 'edit');
    session.schedule();
  });
  texts.onDidSave(({ document: { uri } }) => {
    // Nobody tells of what else happens on the disk: a save is the moment to look.
    if (client().watches) session.noteChange(uri, 'edit');
    else session.noteUpheaval();
    session.schedule();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes)
      session.noteChange(uri, type === FileChangeType.Changed ? 'edit' : 'other');
    session.schedule();
  });
  connection.onCodeAction((params) => session.listActions(params, client().versions));
  connection.onCompletion((params) => session.complete(params));
  texts.listen(connection);
}

/** Serves one client until it ends. The result is the exit code: 0 where it asked for a shutdown first, else 1. */
export async function runLanguageServer(options: LanguageServerOptions): Promise<number> {
  const { input, output, signal, langOf, ...rest } = options;
  const { watchDog, ended } = followClient(input, signal);
  const connection = createConnection((logger) => createProtocolConnection(input, output, logger), watchDog);
  const texts = new TextDocuments(TextDocument);
  let params: InitializeParams | undefined;
  let configured: string | undefined;

  const tell = createTeller(connection, () => langOf(params?.locale, configured));
  const watch = createWatcher(connection);
  const client = () => ({
    watches: params?.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    versions: params?.capabilities.workspace?.workspaceEdit?.documentChanges === true,
  });
  const session = createDeskSession({
    ...rest,
    langOf: (config) => langOf(params?.locale, config.lang),
    texts: () => texts.all(),
    onFindings: (text, findings, lang) => {
      const diagnostics = findings.map((finding) => diagnosticOf(finding, text, lang));
      void connection.sendDiagnostics({ uri: text.uri, version: text.version, diagnostics }).catch(() => {});
    },
    onBase: ({ config }) => {
      configured = config.lang;
      if (client().watches) watch(`**/${config.content}/**`);
    },
    onProblem: (root, problem) => tell(root ?? '', problem),
    onFault: (error) => {
      const reason = error instanceof Error ? error.message : String(error);
      tell('fault', new Problem({ fr: `Erreur inattendue : ${reason}`, en: `Unexpected error: ${reason}` }));
      const message = error instanceof Error ? (error.stack ?? reason) : reason;
      void connection
        .sendNotification(LogMessageNotification.type, { type: MessageType.Error, message })
        .catch(() => {});
    },
  });

  connection.onInitialize((asked) => {
    params = asked;
    return { capabilities: serverCapabilities, serverInfo: { name: 'kb' } };
  });
  connection.onInitialized(() => {
    if (client().watches) watch(`**/${configFileName}`);
  });
  attach(connection, texts, session, client);
  connection.listen();

  const code = await ended;
  session.close();
  connection.dispose();
  input.destroy();
  return code;
}
