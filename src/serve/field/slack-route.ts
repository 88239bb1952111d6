// `/slack/command`: a colleague asks in Slack, and gets the three best articles of the site that is served, alone and in time.
import type { FastifyInstance } from 'fastify';
import type { ServeConfig } from '../../model/config.ts';
import { fieldLimits } from '../../model/field-item.ts';
import { dayIn, type Period } from '../../model/iso-date.ts';
import type { UiLanguage } from '../../model/wording.ts';
import { Refusal } from './refusal.ts';
import { createSiteSearch } from './site-search.ts';
import { buildSlackAnswer, buildSlackNotice, type SlackMessage } from './slack-answer.ts';
import { createSlackGuard } from './slack-signature.ts';

export interface SlackOptions {
  /** The app's signing secret. */
  readonly secret: string;
  /** Where readers find the site, with `/` at the end. */
  readonly baseUrl: string;
  /** Language of the articles to search. */
  readonly articleLang: string;
  readonly lang: UiLanguage;
  readonly dueWithin: Period;
}

export interface SlackSurroundings {
  readonly site: string;
  readonly timezone: string;
  readonly config: ServeConfig;
  readonly now: () => Date;
}

/** Slack gives up after 3 seconds, of which the way to it takes a part. In milliseconds. */
const answerWithin = 2000;
/** A whole workspace comes from few addresses. */
const workspaceFactor = 10;

const notices = {
  help: {
    fr: 'Écrivez des mots après la commande, comme : /kb remboursement retard',
    en: 'Write words after the command, such as: /kb late refund',
  },
  late: {
    fr: 'La recherche prend trop de temps ; essayez sur le site.',
    en: 'The search takes too long; try it on the site.',
  },
  broken: {
    fr: 'La recherche est indisponible ; prévenez les rédacteurs.',
    en: 'The search is not available; tell the writers.',
  },
} as const;

export function addSlackRoute(app: FastifyInstance, slack: SlackOptions, around: SlackSurroundings): void {
  const check = createSlackGuard(slack.secret);
  const search = createSiteSearch(around.site, slack.articleLang);
  const form = 'application/x-www-form-urlencoded';
  app.addContentTypeParser(form, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  const answer = async (query: string): Promise<SlackMessage> => {
    const today = dayIn(around.timezone, around.now());
    return buildSlackAnswer(query, await search(query), { ...slack, today });
  };
  app.post('/slack/command', {
    config: { rateLimit: { max: around.config.rate * workspaceFactor, timeWindow: 60_000 } },
    handler: async (request) => {
      if (!(request.body instanceof Uint8Array)) throw new Refusal('media-type');
      const signed = {
        timestamp: headerText(request.headers['x-slack-request-timestamp']),
        signature: headerText(request.headers['x-slack-signature']),
        body: request.body,
      };
      const verdict = check(signed, around.now());
      if (verdict !== 'signed') throw new Refusal(verdict);
      const fields = new URLSearchParams(Buffer.from(request.body).toString('utf8'));
      // Slack looks now and then whether the certificate is sound, and wants nothing else.
      if (fields.get('ssl_check') === '1') return '';
      const query = (fields.get('text') ?? '').trim().slice(0, fieldLimits.query);
      if (query === '') return buildSlackNotice(notices.help, slack.lang);
      return inTime(answer(query)).catch((error: unknown) => {
        request.log.error({ err: error }, 'slack');
        return buildSlackNotice(error === tooLate ? notices.late : notices.broken, slack.lang);
      });
    },
  });
}

function headerText(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

const tooLate = new Error('The search took too long');

/** `work`, or a rejection once it is too late for Slack. */
async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(tooLate), answerWithin);
  });
  // What comes after the answer fails for nobody.
  work.catch(() => undefined);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
