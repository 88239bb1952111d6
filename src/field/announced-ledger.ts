// `announced/<yyyy-mm>.txt`: which announcements were posted where. Kept in git, so that whoever posts next, on whatever machine, posts none twice.
import { type IsoDate, parseIsoDate } from '../model/iso-date.ts';
import type { LedgerKind } from './ledger.ts';

export interface Announced {
  readonly on: IsoDate;
  readonly id: string;
  readonly lang: string;
  /** The name under which the place is known: never its address, which is a secret. */
  readonly channel: string;
  /** `unsure` from before the post until its answer: a line that stays so may have been posted. */
  readonly state: 'sent' | 'unsure';
}

/** What a channel may be called. */
export const channelPattern = /^[\w.-]{1,60}$/;

const linePattern =
  /^(\d{4}-\d{2}-\d{2}) ([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\/([a-z0-9]+(?:-[a-z0-9]+)*) ([\w.-]{1,60}) (sent|unsure)$/;

function parseAnnounced(line: string): Announced | undefined {
  const match = linePattern.exec(line.trimEnd());
  const on = match?.[1] === undefined ? undefined : parseIsoDate(match[1]);
  if (!match || on === undefined) return undefined;
  const [, , lang = '', id = '', channel = '', state] = match;
  return { on, id, lang, channel, state: state === 'sent' ? state : 'unsure' };
}

export function renderAnnounced({ on, id, lang, channel, state }: Announced): string {
  return `${on} ${lang}/${id} ${channel} ${state}`;
}

export const announcedLedger: LedgerKind<Announced> = {
  folder: 'announced',
  parse: parseAnnounced,
  render: renderAnnounced,
  identify: ({ id, lang, channel }) => `${lang}/${id} ${channel}`,
  expected: {
    fr: 'jour langue/annonce canal, puis sent ou unsure',
    en: 'day language/announcement channel, then sent or unsure',
  },
};
