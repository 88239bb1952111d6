// `kb announce`: posts announcements that are new to a channel, each once, whatever machine it runs on.
import { Option } from 'commander';
import type { ArticleDocument, KnowledgeBase } from '../../content/knowledge-base.ts';
import { readKnowledgeBase } from '../../content/read-knowledge-base.ts';
import {
  type Announced,
  announcedLedger,
  channelPattern,
  renderAnnounced,
} from '../../field/announced-ledger.ts';
import { buildMessage, type MessageFormat, messageFormats } from '../../field/announcement-message.ts';
import { type FileChange, planLedger, readLedger } from '../../field/ledger.ts';
import {
  type AnnouncementChannel,
  announcementsInForce,
  planAnnouncements,
} from '../../field/plan-announcements.ts';
import { parseWebhook, postWebhook } from '../../field/post-webhook.ts';
import { writeChanges } from '../../field/write-changes.ts';
import { findPastCommit, withPastBase } from '../../history/base-as-of.ts';
import { Problem } from '../../model/problem.ts';
import type { Wording } from '../../model/wording.ts';
import {
  addCommonOptions,
  type CommonOptions,
  openSession,
  parseDateOption,
  type Session,
} from '../common-options.ts';
import { tell, tellFieldProblems } from '../field-problems.ts';
import type { Host } from '../host.ts';
import type { AddCommand } from '../main.ts';
import type { Since } from '../read-past-report.ts';

interface AnnounceOptions extends CommonOptions {
  readonly webhook?: string | undefined;
  readonly format: MessageFormat;
  readonly audience?: string | undefined;
  readonly language?: string | undefined;
  readonly channel?: string | undefined;
  readonly since?: Since | undefined;
  readonly baseUrl?: string | undefined;
  readonly dryRun?: true | undefined;
}

/** Who reads the channel has to be said where there is more than one audience: a message can't be called back. */
function chooseAudience({ audience }: AnnounceOptions, { config: { audiences } }: Session): string {
  const only = audiences.length === 1 ? audiences[0] : undefined;
  const asked = audience ?? only;
  if (asked !== undefined && audiences.includes(asked)) return asked;
  const list = audiences.join(', ');
  throw new Problem(
    asked === undefined
      ? {
          fr: `Public du canal inconnu, attendu : --audience avec ${list}`,
          en: `Nobody knows who reads the channel, expected --audience with one of ${list}`,
        }
      : {
          fr: `Public inconnu « ${asked} », attendu : ${list}`,
          en: `Unknown audience \`${asked}\`, expected one of ${list}`,
        },
  );
}

function chooseWebhook({ webhook, dryRun }: AnnounceOptions, host: Host): URL | undefined {
  const text = webhook ?? host.env.KB_WEBHOOK;
  if (text !== undefined && text !== '') return parseWebhook(text);
  if (dryRun) return undefined;
  throw new Problem({
    fr: 'Aucune adresse, attendu : --webhook ou KB_WEBHOOK',
    en: 'No address, expected --webhook or KB_WEBHOOK',
  });
}

function chooseChannel({ channel, format }: AnnounceOptions, webhook: URL | undefined): string {
  const name = channel ?? webhook?.hostname.replace(/[^\w.-]/g, '') ?? format;
  if (channelPattern.test(name)) return name;
  throw new Problem({
    fr: 'Canal inattendu, attendu : 60 lettres, chiffres, points et tirets au plus',
    en: 'Unexpected channel, expected at most 60 letters, digits, dots and hyphens',
  });
}

function checkBaseUrl({ baseUrl }: AnnounceOptions): string | undefined {
  if (baseUrl === undefined) return undefined;
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return url.href.replace(/\/*$/, '/');
  throw new Problem(
    {
      fr: 'Adresse du site inattendue, attendu : https://…',
      en: 'Unexpected address of the site, expected https://…',
    },
    '--base-url',
  );
}

/** The announcements that were in force at the moment that `--since` names, from git. */
async function readThen(
  since: Since,
  channel: AnnouncementChannel,
  session: Session,
): Promise<ReadonlySet<string>> {
  const { root, config } = session;
  const past = await findPastCommit(root, { ...since, timezone: config.timezone });
  if ('reason' in past) throw new Problem(past.reason, '--since');
  const day = 'day' in since ? since.day : past.day;
  return withPastBase(root, past.commit, async (folder) => {
    const base = await readKnowledgeBase(folder, session);
    return new Set(
      announcementsInForce(base, day, channel).map(({ article }) => `${article.lang}/${article.id}`),
    );
  });
}

function parseSince(text: string): Since {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { day: parseDateOption(text) } : { ref: text };
}

/** `change` with the line of `before` replaced, or taken out. */
function rewrite(
  { path, after: text }: FileChange,
  before: Announced,
  after: Announced | undefined,
): FileChange {
  const lines = text.split('\n').flatMap((line) => {
    if (line !== renderAnnounced(before)) return [line];
    return after ? [renderAnnounced(after)] : [];
  });
  return { path, before: text, after: lines.join('\n') };
}

const outcomes = {
  sent: { fr: 'envoyée', en: 'sent' },
  refused: { fr: 'refusée', en: 'refused' },
  unsure: { fr: 'peut-être envoyée', en: 'perhaps sent' },
} as const satisfies Record<string, Wording>;

/** Posts one announcement. Its line is on the disk before the message leaves, so that a crash never leads to a second one. */
async function postOne(
  { article }: ArticleDocument,
  webhook: URL,
  channel: AnnouncementChannel,
  options: AnnounceOptions,
  session: Session,
  host: Host,
): Promise<boolean> {
  const { root, config, today } = session;
  const entry: Announced = {
    on: today,
    id: article.id,
    lang: article.lang,
    channel: channel.channel,
    state: 'unsure',
  };
  const { changes } = planLedger(await readLedger(root, announcedLedger), announcedLedger, [entry]);
  const [change] = changes;
  if (!change) return true;
  await writeChanges(root, [change]);
  const message = buildMessage(article, options.format, { config, baseUrl: checkBaseUrl(options) });
  const result = await postWebhook(webhook, message, host.signal);
  const name = `${article.lang}/${article.id}`;
  if (result.state !== 'unsure') {
    const next = result.state === 'sent' ? { ...entry, state: 'sent' as const } : undefined;
    await writeChanges(root, [rewrite(change, entry, next)]);
  }
  if (result.state === 'sent') {
    host.out(`${name}\n`);
    return true;
  }
  const { fr, en } = outcomes[result.state];
  tell({ fr: `${name} : ${fr} (${result.why})`, en: `${name}: ${en} (${result.why})` }, session, host);
  return false;
}

function tellUnsure(unsure: readonly Announced[], session: Session, host: Host): void {
  for (const { on, id, lang } of unsure) {
    const file = `${announcedLedger.folder}/${on.slice(0, 7)}.txt`;
    tell(
      {
        fr: `${lang}/${id} : peut-être déjà envoyée le ${on} ; si le canal ne la montre pas, retirez sa ligne de ${file}`,
        en: `${lang}/${id}: perhaps sent on ${on}; where the channel does not show it, take its line out of ${file}`,
      },
      session,
      host,
    );
  }
}

async function planPosts(
  base: KnowledgeBase,
  channel: AnnouncementChannel,
  options: AnnounceOptions,
  session: Session,
  host: Host,
) {
  const announced = await readLedger(session.root, announcedLedger);
  tellFieldProblems(announced.problems, session, host);
  const then = options.since === undefined ? undefined : await readThen(options.since, channel, session);
  return planAnnouncements(base, session.today, channel, announced.entries, then);
}

async function runAnnounce(options: AnnounceOptions, host: Host): Promise<number> {
  const session = await openSession(options, host);
  const webhook = chooseWebhook(options, host);
  const channel: AnnouncementChannel = {
    channel: chooseChannel(options, webhook),
    audience: chooseAudience(options, session),
    lang: options.language ?? session.config.lang,
  };
  const baseUrl = checkBaseUrl(options);
  const base = await readKnowledgeBase(session.root, { parser: session.parser, knownConfig: session.config });
  const { toPost, unsure } = await planPosts(base, channel, options, session, host);
  tellUnsure(unsure, session, host);
  if (options.dryRun || !webhook) {
    const messages = toPost.map(({ article }) =>
      buildMessage(article, options.format, { config: session.config, baseUrl }),
    );
    host.out(messages.map((message) => `${JSON.stringify(message, null, 2)}\n`).join(''));
    return 0;
  }
  let failed = unsure.length;
  for (const document of toPost) {
    host.signal.throwIfAborted();
    if (!(await postOne(document, webhook, channel, options, session, host))) failed++;
  }
  if (toPost.length === 0)
    tell({ fr: 'Rien de nouveau à annoncer', en: 'Nothing new to announce' }, session, host);
  return failed > 0 ? 1 : 0;
}

export const addAnnounceCommand: AddCommand = (program, host, finish) => {
  addCommonOptions(
    program.command('announce').description('post announcements that are new to a channel, each once'),
  )
    .option('--webhook <url>', 'where to post (default: KB_WEBHOOK); the address is never shown or kept')
    .addOption(new Option('--format <name>', 'shape of the message').choices(messageFormats).default('slack'))
    .option('--audience <name>', 'who reads the channel: needed where the base has several audiences')
    .option('--language <code>', 'language of the announcements (default: the base’s)')
    .option('--channel <name>', 'what the channel is called in announced/ (default: the host of the webhook)')
    .option(
      '--since <moment>',
      'only what was not in force on a day (YYYY-MM-DD) or at a git reference',
      parseSince,
    )
    .option('--base-url <url>', 'address of the published site, for links')
    .option('--dry-run', 'print the messages and post nothing')
    .action(async (options: AnnounceOptions) => finish(await runAnnounce(options, host)));
};
