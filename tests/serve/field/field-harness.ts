// A field server on a small site and a database of its own, with a clock that stands still, for tests to ask and to break.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ServeConfig } from '../../../src/model/config.ts';
import { type FieldDatabase, openFieldDatabase } from '../../../src/serve/field/field-database.ts';
import { type FieldServerOptions, startFieldServer } from '../../../src/serve/field/field-server.ts';
import type { RunningServer } from '../../../src/serve/start-server.ts';
import type { Answer } from '../ask.ts';

export const fieldConfig: ServeConfig = {
  retention: {
    feedback: { amount: 1, unit: 'y' },
    receipts: { amount: 2, unit: 'y' },
    usage: { amount: 90, unit: 'd' },
  },
  trustedProxies: [],
  readerHeader: 'X-Remote-User',
  origins: [],
  rate: 10_000,
  maxMegabytes: 10,
};

export const fieldNow = new Date('2026-11-16T09:30:00Z');

export interface FieldBench {
  readonly folder: string;
  readonly server: RunningServer;
  readonly database: FieldDatabase;
  /** Lines of the log so far. */
  readonly log: string[];
  readonly post: (area: string, body: string, headers?: Record<string, string>) => Promise<Answer>;
  readonly get: (target: string, headers?: Record<string, string>) => Promise<Answer>;
  /** Keys that are stored. */
  readonly keys: () => string[];
  readonly close: () => Promise<void>;
}

/** Starts a server; `config` says what is not as in `fieldConfig`. */
export async function startBench(
  config: Partial<ServeConfig> = {},
  options: Partial<FieldServerOptions> & { readonly maxBytes?: number } = {},
): Promise<FieldBench> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kb-field-'));
  const site = path.join(folder, 'public');
  await mkdir(site);
  await writeFile(path.join(site, 'kb-build.json'), '{}');
  await writeFile(path.join(site, 'index.html'), '<p>accueil</p>');
  const database = await openFieldDatabase({
    file: path.join(folder, 'field.db'),
    maxBytes: options.maxBytes ?? 10_000_000,
  });
  const log: string[] = [];
  const server = await startFieldServer({
    site,
    host: '127.0.0.1',
    port: 0,
    base: { name: 'Essai', timezone: 'Europe/Paris' },
    config: { ...fieldConfig, ...config },
    database,
    now: () => fieldNow,
    log: (line) => log.push(line),
    ...options,
  });
  const send = (method: string, target: string, headers: Record<string, string>, body?: string) =>
    sendRequest(server.port, method, target, headers, body);
  return {
    folder,
    server,
    database,
    log,
    post: (area, body, headers = {}) =>
      send('POST', `/api/${area}`, { 'Content-Type': 'application/json', ...headers }, body),
    get: (target, headers = {}) => send('GET', target, headers),
    keys: () =>
      (database.sql.prepare('SELECT key FROM items ORDER BY seq').all() as { key: string }[]).map(
        ({ key }) => key,
      ),
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Sends a request as it is. */
export function sendRequest(
  port: number,
  method: string,
  target: string,
  headers: Record<string, string>,
  body?: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, method, path: target, agent: false, headers },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const about = { id: 'colis-en-retard', lang: 'fr', version: '0123456789ab' };

export function remark(key: string, fields: Readonly<Record<string, unknown>> = {}) {
  return { kind: 'feedback', key, on: '2026-11-16', verdict: 'outdated', about, lang: 'fr', ...fields };
}

export function receipt(key: string, fields: Readonly<Record<string, unknown>> = {}) {
  return { kind: 'receipt', key, on: '2026-11-16', about, ...fields };
}

export function counts(key: string, fields: Readonly<Record<string, unknown>> = {}) {
  const counters = [{ of: 'view', what: 'fr/colis-en-retard', count: 3 }];
  return { kind: 'usage', key, on: '2026-11-16', counters, ...fields };
}

export function envelope(...items: readonly unknown[]): string {
  return JSON.stringify({ version: 1, base: 'Essai', items });
}
