// What answering and closing a remark make of its file: a person's comments and the order of keys stay.
import { isDeepStrictEqual } from 'node:util';
import { isSeq, parseDocument, Scalar, type YAMLMap } from 'yaml';
import {
  type FeedbackClosing,
  type FeedbackRecord,
  type FeedbackReply,
  replyLimits,
} from '../model/feedback-record.ts';
import { Problem } from '../model/problem.ts';
import { parseFeedbackFile } from './feedback-file.ts';

export type FeedbackEdit = { readonly reply: FeedbackReply } | { readonly closed: FeedbackClosing };

function editRecord(record: FeedbackRecord, edit: FeedbackEdit): FeedbackRecord {
  return 'reply' in edit
    ? { ...record, replies: [...record.replies, edit.reply] }
    : { ...record, closed: edit.closed };
}

/**
 * The text of the file at `path`, `text`, after `edit`. Raises a `Problem` where the file can't be read, has no room for
 * more, or would say anything else than what is meant.
 */
export function editFeedbackFile(path: string, text: string, edit: FeedbackEdit): string {
  const before = parseFeedbackFile(text);
  if (!before.ok) throw unreadable(path, before.problems[0]);
  if ('reply' in edit && before.record.replies.length >= replyLimits.replies) {
    const most = replyLimits.replies;
    throw new Problem(
      {
        fr: `Réponse inattendue, attendu : ${most} au plus ; fermez ce signalement`,
        en: `Unexpected reply, expected at most ${most}; close this remark`,
      },
      path,
    );
  }
  const document = parseDocument(text, { schema: 'core' });
  if ('reply' in edit) {
    const node = document.createNode(edit.reply) as YAMLMap;
    const prose = node.get('text', true);
    if (prose instanceof Scalar) prose.type = Scalar.BLOCK_LITERAL;
    if (isSeq(document.get('replies', true))) document.addIn(['replies'], node);
    else document.set('replies', document.createNode([node]));
  } else document.set('closed', document.createNode(edit.closed));
  const edited = document.toString({ lineWidth: 0, flowCollectionPadding: true });
  const after = parseFeedbackFile(edited);
  if (!after.ok || !isDeepStrictEqual(plain(after.record), plain(editRecord(before.record, edit))))
    throw unreadable(path, after.ok ? undefined : after.problems[0]);
  return edited;
}

/** `record` without keys that hold nothing. */
function plain(record: FeedbackRecord): unknown {
  return JSON.parse(JSON.stringify(record));
}

function unreadable(
  path: string,
  problem:
    | { readonly line: number; readonly column: number; readonly wording: Problem['wording'] }
    | undefined,
): Problem {
  if (problem) return new Problem(problem.wording, `${path}:${problem.line}:${problem.column}`);
  return new Problem(
    {
      fr: 'Fichier impossible à compléter sur place ; écrivez la réponse à la main',
      en: 'This file can’t be added to in place; write the reply by hand',
    },
    path,
  );
}
