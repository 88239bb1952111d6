// `kb serve`: one process that serves the built site, takes what readers send, hands it to writers and answers in Slack.
import type { AddressInfo } from 'node:net';
import rateLimit from '@fastify/rate-limit';
import {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify';
import type { ServeConfig } from '../../model/config.ts';
import { fieldBodyLimit } from '../../model/field-item.ts';
import { dayIn } from '../../model/iso-date.ts';
import { ownUrl } from '../host-header.ts';
import { openSiteFiles } from '../site-files.ts';
import {
  type AnswerRequest,
  cannotListen,
  commonHeaders,
  headersFor,
  type RunningServer,
} from '../start-server.ts';
import type { FieldDatabase } from './field-database.ts';
import { addItemRoutes } from './item-routes.ts';
import { createItemStore } from './item-store.ts';
import { purgeItems } from './purge-items.ts';
import { createProxyCheck, type IsProxy } from './reader-identity.ts';
import { Refusal, refusalOf } from './refusal.ts';
import { isKnownHost } from './request-origin.ts';
import { addSlackRoute, type SlackOptions } from './slack-route.ts';

export interface FieldServerOptions {
  /** Absolute path of the built site. */
  readonly site: string;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Name and time zone of the base. */
  readonly base: { readonly name: string; readonly timezone: string };
  readonly config: ServeConfig;
  /** It is closed with the server. */
  readonly database: FieldDatabase;
  /** Absent where Slack is not wanted. */
  readonly slack?: SlackOptions | undefined;
  readonly now: () => Date;
  /** Takes one line of the log (JSON), with its end. */
  readonly log: (line: string) => void;
}

/** What became of a request, for its line in the log. */
declare module 'fastify' {
  interface FastifyRequest {
    refusal?: Refusal;
    tally?: { readonly accepted: number; readonly refused: number };
  }
}

/** What pages may be put into; the rest of their policy stands in each page. */
const framePolicy = "frame-ancestors 'self'";
const dataPolicy = "default-src 'none'; frame-ancestors 'none'";

const purgeEvery = 6 * 3_600_000;
/** How long answers that are under way may take once the server is asked to stop, in milliseconds. */
const closingTime = 5000;

/** Serves until it is closed. Raises a `Problem` where there is no built site or the address can't be had. */
export async function startFieldServer(options: FieldServerOptions): Promise<RunningServer> {
  const { host, port, database, config, base, now } = options;
  const answerSite = await openSiteFiles(options.site);
  const isProxy = createProxyCheck(config.trustedProxies);
  const app = createApp(options, isProxy);
  await app.register(rateLimit, { global: false });
  addItemRoutes(app, { ...options, base: base.name, isProxy, store: createItemStore(database) });
  const { slack } = options;
  // A scope of its own: no other route takes a form.
  if (slack)
    await app.register(async (scope) => addSlackRoute(scope, slack, { ...options, timezone: base.timezone }));
  addSite(app, answerSite);

  const purge = (): void => {
    try {
      const removed = purgeItems(database, config.retention, dayIn(base.timezone, now()));
      if (removed > 0) app.log.info({ removed }, 'retention');
    } catch (error) {
      app.log.error({ err: error }, 'retention');
    }
  };
  await app.listen({ host, port }).catch((error: NodeJS.ErrnoException) => {
    throw cannotListen(error, host, port);
  });
  purge();
  const purging = setInterval(purge, purgeEvery);
  const taken = (app.server.address() as AddressInfo).port;
  return {
    url: ownUrl(host, taken),
    port: taken,
    close: async () => {
      clearInterval(purging);
      const hurry = setTimeout(() => app.server.closeAllConnections(), closingTime);
      await app.close();
      clearTimeout(hurry);
      database.close();
    },
  };
}

/** The framework with its checks, headers, errors and log, without any route. */
function createApp({ host, config, log }: FieldServerOptions, isProxy: IsProxy): FastifyInstance {
  const app = fastify({
    bodyLimit: fieldBodyLimit,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    trustProxy: (address) => isProxy(address),
    // Requests are logged by route and outcome: no address of a reader, no name, no text.
    logger: { base: null, stream: { write: log } },
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: (_error, request, reply) => {
      setHeaders(reply);
      refuse(new Refusal('address'), request, reply);
      logAnswer(request, reply);
    },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  app.addHook('onRequest', async (request, reply) => {
    setHeaders(reply);
    if (!isKnownHost(request.headers.host, host, config.origins)) throw new Refusal('host');
  });
  app.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.url !== '/*' || request.refusal !== undefined) logAnswer(request, reply);
  });
  app.setErrorHandler(refuse);
  app.setNotFoundHandler((request, reply) => refuse(new Refusal('not-found'), request, reply));
  return app;
}

function setHeaders(reply: FastifyReply): void {
  reply.headers({ ...commonHeaders, 'Cache-Control': 'no-store', 'Content-Security-Policy': dataPolicy });
}

/** One line per request: what was asked for and what came of it, never who asked or what was said. */
function logAnswer(request: FastifyRequest, reply: FastifyReply): void {
  const { method, refusal, tally, log } = request;
  const line = { method, route: request.routeOptions.url, status: reply.statusCode };
  if (refusal === undefined) log.info({ ...line, ms: Math.round(reply.elapsedTime), ...tally }, 'answered');
  else if (refusal.statusCode < 500) log.warn({ ...line, reason: refusal.reason }, 'refused');
  else log.error({ ...line, reason: refusal.reason, err: refusal.cause }, 'failed');
}

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = refusalOf(error);
  const { reason, statusCode } = refusal;
  request.refusal = refusal;
  if (reason === 'token') reply.header('WWW-Authenticate', 'Bearer');
  if (statusCode === 503) reply.header('Retry-After', '30');
  void reply.code(statusCode).send({ error: reason });
}

function addSite(app: FastifyInstance, answer: AnswerRequest): void {
  app.route({
    method: ['GET', 'HEAD'],
    url: '/*',
    handler: async ({ raw: request, log }, reply) => {
      reply.hijack();
      const { raw: response } = reply;
      for (const [name, value] of Object.entries(headersFor(request))) response.setHeader(name, value);
      response.setHeader('Content-Security-Policy', framePolicy);
      try {
        await answer(request, response);
      } catch (error) {
        log.error({ err: error }, 'failed');
        if (response.headersSent) response.destroy();
        else
          response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Unexpected error\n');
      }
    },
  });
}
