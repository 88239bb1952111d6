// `/api`: readers post what comes from the field, writers pull it by token. Nothing of the base's content goes through it.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ServeConfig } from '../../model/config.ts';
import { type FieldEnvelope, fieldVersion } from '../../model/field-item.ts';
import { type DatabaseFault, faultOf } from './database-trouble.ts';
import type { FieldDatabase } from './field-database.ts';
import { type FieldArea, fieldAreas, type ItemStore } from './item-store.ts';
import { type IsProxy, identifyReader, type ReaderIdentity } from './reader-identity.ts';
import { Refusal } from './refusal.ts';
import { isOwnOrigin } from './request-origin.ts';
import { takeItems } from './take-items.ts';
import { tokenOf } from './writer-tokens.ts';

export interface ItemRouteOptions {
  /** The base's name, which goes with what writers pull. */
  readonly base: string;
  readonly host: string;
  readonly config: ServeConfig;
  readonly isProxy: IsProxy;
  readonly database: FieldDatabase;
  readonly store: ItemStore;
  readonly now: () => Date;
}

const longestCursor = 40;

export function addItemRoutes(app: FastifyInstance, options: ItemRouteOptions): void {
  const { config, host, isProxy, database } = options;
  const identify = (request: FastifyRequest): ReaderIdentity =>
    identifyReader({
      peer: request.raw.socket.remoteAddress,
      header: request.headers[config.readerHeader.toLowerCase()],
      isProxy,
      hasProxies: config.trustedProxies.length > 0,
      host,
    });
  const rateLimit = {
    max: config.rate,
    timeWindow: 60_000,
    keyGenerator: (request: FastifyRequest) => {
      const identity = identify(request);
      return identity.kind === 'reader' ? `reader ${identity.reader}` : request.ip;
    },
  };
  let lastFault: DatabaseFault | undefined;

  /** Runs what needs the database; a fault of it is told to the asker, who tries again. */
  const withDatabase = async <Result>(work: () => Result | Promise<Result>): Promise<Result> => {
    try {
      const result = await work();
      lastFault = undefined;
      return result;
    } catch (error) {
      lastFault = faultOf(error);
      throw lastFault === undefined ? error : new Refusal(lastFault, error);
    }
  };
  const allowOrigin = (request: FastifyRequest, header: (name: string, value: string) => unknown): void => {
    const { origin } = request.headers;
    if (!isOwnOrigin(origin, request.headers.host, config.origins)) throw new Refusal('origin');
    header('Vary', 'Origin');
    if (origin !== undefined) header('Access-Control-Allow-Origin', origin);
  };

  for (const area of fieldAreas) {
    app.post(`/api/${area}`, {
      config: { rateLimit },
      onRequest: async (request, reply) => {
        allowOrigin(request, (name, value) => reply.header(name, value));
        if (identify(request).kind === 'refused') throw new Refusal('proxy');
      },
      handler: async (request) => {
        const taken = takeItems(String(request.body), area, identify(request));
        if ('fault' in taken) throw new Refusal(taken.fault);
        await withDatabase(() => options.store.add(taken.items, options.now().toISOString()));
        request.tally = { accepted: taken.items.length, refused: taken.refused.length };
        return { accepted: taken.items.map(({ key }) => key), refused: taken.refused };
      },
    });
    app.options(`/api/${area}`, { config: { rateLimit } }, async (request, reply) => {
      allowOrigin(request, (name, value) => reply.header(name, value));
      reply.headers({
        'Access-Control-Allow-Methods': 'POST',
        'Access-Control-Allow-Headers': 'content-type',
        'Access-Control-Max-Age': '600',
      });
      return reply.code(204).send();
    });
    app.get(`/api/${area}`, {
      config: { rateLimit },
      handler: async (request) => {
        const writer = await withDatabase(() => tokenOf(database, request.headers.authorization));
        if (writer === undefined) throw new Refusal('token');
        return pull(area, (request.query as { readonly after?: unknown }).after);
      },
    });
  }
  const pull = async (
    area: FieldArea,
    after: unknown,
  ): Promise<FieldEnvelope & { readonly next: string }> => {
    const cursor = typeof after === 'string' ? after.slice(0, longestCursor) : undefined;
    const { items, next } = await withDatabase(() => options.store.pull(area, cursor));
    return { version: fieldVersion, base: options.base, items, next };
  };

  app.get('/api/health', { config: { rateLimit } }, async () => {
    // That the disk is full shows only when something is stored.
    if (lastFault === 'full') throw new Refusal('full');
    await withDatabase(() => database.sql.exec('BEGIN IMMEDIATE; ROLLBACK'));
    return { status: 'ok' };
  });
}
