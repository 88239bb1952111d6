// `feedback/votes/<yyyy-mm>.txt`: readers who said that an article helped, or did not, and nothing more. Nobody's name is kept.
import type { ArticleReference, FeedbackItem } from '../model/field-item.ts';
import { type IsoDate, parseIsoDate } from '../model/iso-date.ts';
import { feedbackFolder } from './feedback-file.ts';
import type { LedgerKind } from './ledger.ts';

export interface Vote {
  readonly on: IsoDate;
  readonly about: ArticleReference;
  readonly verdict: 'helpful' | 'unhelpful';
  readonly key: string;
}

const linePattern =
  /^(\d{4}-\d{2}-\d{2}) ([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\/([a-z0-9]+(?:-[a-z0-9]+)*)@([0-9a-f]{12}) (helpful|unhelpful) ([\w.:/-]+)$/;

function parseVote(line: string): Vote | undefined {
  const match = linePattern.exec(line.trimEnd());
  const on = match?.[1] === undefined ? undefined : parseIsoDate(match[1]);
  if (!match || on === undefined) return undefined;
  const [, , lang = '', id = '', version = '', verdict, key = ''] = match;
  return { on, about: { id, lang, version }, verdict: verdict === 'helpful' ? verdict : 'unhelpful', key };
}

/** The ledger of votes: a device's vote is known again by its key. */
export const voteLedger: LedgerKind<Vote> = {
  folder: `${feedbackFolder}/votes`,
  parse: parseVote,
  render: ({ on, about, verdict, key }) =>
    `${on} ${about.lang}/${about.id}@${about.version} ${verdict} ${key}`,
  identify: ({ key }) => key,
  expected: {
    fr: 'jour langue/article@version helpful ou unhelpful, puis la clé',
    en: 'day language/article@version helpful or unhelpful, then the key',
  },
};

/** The vote that `item` is; undefined where it names no article or says more than yes or no. */
export function toVote({ on, about, verdict, key }: FeedbackItem): Vote | undefined {
  if (about === undefined || (verdict !== 'helpful' && verdict !== 'unhelpful')) return undefined;
  return { on, about, verdict, key };
}
