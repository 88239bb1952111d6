// `kb serve`: the site, what readers send and the Slack command in one process; its backup and its tokens.
import path from 'node:path';
import type { Command } from 'commander';
import { printable } from '../../model/printable.ts';
import { Problem } from '../../model/problem.ts';
import { backUpDatabase } from '../../serve/field/back-up-database.ts';
import { asDatabaseProblem } from '../../serve/field/database-trouble.ts';
import { type FieldDatabase, openFieldDatabase } from '../../serve/field/field-database.ts';
import { startFieldServer } from '../../serve/field/field-server.ts';
import type { SlackOptions } from '../../serve/field/slack-route.ts';
import { createToken, listTokens, revokeToken } from '../../serve/field/writer-tokens.ts';
import { addCommonOptions, type CommonOptions, openSession, type Session } from '../common-options.ts';
import type { Host } from '../host.ts';
import type { AddCommand } from '../main.ts';
import { defaultOut, parseBaseUrl } from './build.ts';
import { type AddressOptions, addAddressOptions, serveUntilEnd } from './preview.ts';

interface ServeOptions extends CommonOptions, AddressOptions {
  readonly site: string;
  readonly database: string;
  readonly backup?: string | undefined;
  readonly baseUrl?: string | undefined;
}

/** Where the database is unless somebody says otherwise: git leaves the folder alone. */
const defaultDatabase = '.kb/field.db';
const bytesPerMegabyte = 1_000_000;

function openDatabase({ database }: ServeOptions, { root, config }: Session): Promise<FieldDatabase> {
  const maxBytes = config.serve.maxMegabytes * bytesPerMegabyte;
  return openFieldDatabase({ file: path.resolve(root, database), maxBytes });
}

/** Does `work` with the database and closes it. What SQLite raises becomes a `Problem`. */
async function withDatabase(
  options: ServeOptions,
  session: Session,
  work: (database: FieldDatabase) => void | Promise<void>,
): Promise<number> {
  const database = await openDatabase(options, session);
  try {
    await work(database);
    return 0;
  } catch (error) {
    throw asDatabaseProblem(error, database.file);
  } finally {
    database.close();
  }
}

/** The secret stands in the environment alone: a command line is shown to everybody on the machine. */
function slackOptions({ baseUrl }: ServeOptions, session: Session, host: Host): SlackOptions | undefined {
  const secret = host.env.SLACK_SIGNING_SECRET;
  if (secret === undefined || secret === '') return undefined;
  if (baseUrl === undefined)
    throw new Problem({
      fr: 'SLACK_SIGNING_SECRET sans --base-url : les réponses dans Slack ont besoin de l’adresse du site ; ajoutez --base-url',
      en: 'SLACK_SIGNING_SECRET without --base-url: answers in Slack need the site’s address; add --base-url',
    });
  const { config, lang } = session;
  return {
    secret,
    baseUrl: baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`,
    articleLang: config.lang,
    lang,
    dueWithin: config.validity.dueWithin,
  };
}

async function runServe(options: ServeOptions, host: Host): Promise<number> {
  const session = await openSession(options, host);
  const { root, config } = session;
  const { backup } = options;
  if (backup !== undefined)
    return withDatabase(options, session, (database) =>
      backUpDatabase(database, path.resolve(host.cwd, backup)),
    );
  const slack = slackOptions(options, session, host);
  const database = await openDatabase(options, session);
  const server = await startFieldServer({
    host: options.host,
    port: options.port,
    site: path.resolve(root, options.site),
    base: config,
    config: config.serve,
    database,
    slack,
    now: host.now,
    log: host.err,
  }).catch((error: unknown) => {
    database.close();
    throw error;
  });
  await serveUntilEnd(server, options, session, host);
  return 0;
}

/** The options of `kb serve` hold for what stands below it too. */
function inherited<Options>(command: Command): ServeOptions & Options {
  return command.optsWithGlobals();
}

export const addServeCommand: AddCommand = (program, host, finish) => {
  const serve = addAddressOptions(
    addCommonOptions(
      program.command('serve').description('serve the site, and take and hand out what readers send'),
    ),
  )
    .option('--site <dir>', 'the built site, from the knowledge base’s root', defaultOut)
    .option('--database <file>', 'the database, from the knowledge base’s root', defaultDatabase)
    .option('--base-url <url>', 'where readers find the site, for links in Slack', parseBaseUrl)
    .option('--backup <file>', 'copy the database there, also while it is in use, and end')
    .action(async (options: ServeOptions) => finish(await runServe(options, host)));

  const token = serve.command('token').description('tokens by which writers pull');
  token
    .command('create')
    .description('make a token and print it; it can’t be shown again')
    .requiredOption('--name <name>', 'whose or what it is for')
    .action(async (_: unknown, command: Command) => {
      const options = inherited<{ readonly name: string }>(command);
      const session = await openSession(options, host);
      const created = host.now().toISOString();
      finish(
        await withDatabase(options, session, (database) =>
          host.out(`${createToken(database, options.name, created)}\n`),
        ),
      );
    });
  token
    .command('list')
    .description('names of the tokens, and the day on which each was made')
    .action(async (_: unknown, command: Command) => {
      const options = inherited(command);
      const session = await openSession(options, host);
      finish(
        await withDatabase(options, session, (database) => {
          for (const { name, created } of listTokens(database))
            host.out(`${created.slice(0, 10)}  ${printable(name)}\n`);
        }),
      );
    });
  token
    .command('revoke')
    .description('end a token')
    .requiredOption('--name <name>', 'the token’s name')
    .action(async (_: unknown, command: Command) => {
      const options = inherited<{ readonly name: string }>(command);
      const session = await openSession(options, host);
      finish(await withDatabase(options, session, (database) => revokeToken(database, options.name)));
    });
};
