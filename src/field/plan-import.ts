// What an import writes: each item once, whatever file or device it came from, and never over what writers have edited.
import { isVote, replyLimits } from '../model/feedback-record.ts';
import type { FeedbackItem, FieldItem } from '../model/field-item.ts';
import { feedbackPath, renderFeedbackFile } from './feedback-file.ts';
import { type FileChange, type Ledger, planLedger } from './ledger.ts';
import type { Feedback } from './read-feedback.ts';
import { type Receipt, receiptLedger, toReceipt } from './receipt-ledger.ts';
import { toVote, type Vote, voteLedger } from './vote-ledger.ts';

/** Items as one file, or one answer of the server, held them. */
export interface ImportSource {
  /** The base that it names. */
  readonly base: string | undefined;
  readonly items: readonly FieldItem[];
}

/** What the base holds already. */
export interface FieldState {
  /** The base's name. */
  readonly name: string;
  readonly feedback: Feedback;
  readonly votes: Ledger<Vote>;
  readonly receipts: Ledger<Receipt>;
}

/** A remark that an import adds. */
export interface ImportedRemark {
  readonly item: FeedbackItem;
  /** The base that its source named, where it is another one. */
  readonly base: string | undefined;
}

export interface ImportPlan {
  /** New remarks come first, so that whatever stops the writing leaves whole files only. */
  readonly changes: readonly FileChange[];
  readonly added: {
    readonly feedback: readonly ImportedRemark[];
    readonly votes: readonly Vote[];
    readonly receipts: readonly Receipt[];
  };
  /** Items that the base, or an earlier source, has. */
  readonly known: number;
  /** Keys of remarks that say something else than what is kept under the same key. */
  readonly differing: readonly string[];
  /** Counts of use and days of presence, which `kb usage` brings in. */
  readonly usage: number;
}

/** What makes two remarks the same: everything but the reader, whom a server may name otherwise. */
function contentOf({ verdict, about, step, query, comment, quote, on }: FeedbackItem): string {
  const article = about && [about.id, about.lang, about.version];
  return JSON.stringify([verdict, article, step, query, comment, quote, on]);
}

/** A device's line ends and the space around a text say nothing, and YAML's block text would not keep them. */
function tidy(text: string | undefined): string | undefined {
  const tidied = text
    ?.replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();
  return tidied === '' ? undefined : tidied;
}

function tidyItem(item: FeedbackItem): FeedbackItem {
  return { ...item, comment: tidy(item.comment), quote: tidy(item.quote) };
}

/** Plans the import of `sources` in their order; receipts without a name get `named`. Pure. Raises a `Problem` where a ledger has to be mended first. */
export function planImport(sources: readonly ImportSource[], state: FieldState, named?: string): ImportPlan {
  const kept = new Map(state.feedback.files.map(({ record }) => [record.item.key, contentOf(record.item)]));
  // A file that can't be read may be a remark with an answer in it: it stays, and the reading told of it.
  const broken = new Set(state.feedback.problems.map(({ path }) => path));
  const feedback: ImportedRemark[] = [];
  const votes: Vote[] = [];
  const receipts: Receipt[] = [];
  const differing = new Set<string>();
  let [usage, all] = [0, 0];
  for (const { base: source, items } of sources) {
    const base = source === state.name || source === '' ? undefined : source;
    for (const item of items) {
      if (item.kind === 'usage' || item.kind === 'presence') {
        usage++;
        continue;
      }
      all++;
      if (item.kind === 'receipt') receipts.push(toReceipt(item, named));
      else {
        const tidied = tidyItem(item);
        const vote = isVote(tidied) ? toVote(tidied) : undefined;
        const known = kept.get(item.key);
        if (vote) votes.push(vote);
        else if (known === undefined && !broken.has(feedbackPath(item))) {
          kept.set(item.key, contentOf(tidied));
          feedback.push({ item: tidied, base });
        } else if (known !== undefined && known !== contentOf(tidied)) differing.add(item.key);
      }
    }
  }
  const votePlan = planLedger(state.votes, voteLedger, votes);
  const receiptPlan = planLedger(state.receipts, receiptLedger, receipts);
  const added = { feedback, votes: votePlan.added, receipts: receiptPlan.added };
  return {
    changes: [...feedback.map(newFile), ...votePlan.changes, ...receiptPlan.changes],
    added,
    known: all - feedback.length - added.votes.length - added.receipts.length,
    differing: [...differing],
    usage,
  };
}

function newFile({ item, base }: ImportedRemark): FileChange {
  const record = { item, base: base?.slice(0, replyLimits.by), replies: [] };
  return { path: feedbackPath(record.item), before: undefined, after: renderFeedbackFile(record) };
}
