// Reads the remarks of a base: each file on its own, so that one that can't be read never hides the others.
import path from 'node:path';
import { readText } from '../content/read-text.ts';
import type { FeedbackRecord } from '../model/feedback-record.ts';
import { feedbackFolder, parseFeedbackFile } from './feedback-file.ts';
import { type FieldProblem, listFieldFiles } from './list-field-files.ts';

export interface FeedbackFile {
  /** From the base's root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly record: FeedbackRecord;
}

export interface Feedback {
  /** By day, then by key. */
  readonly files: readonly FeedbackFile[];
  /** What could not be read, or stands twice. */
  readonly problems: readonly FieldProblem[];
}

function compareFiles(
  { record: { item: a }, path: x }: FeedbackFile,
  { record: { item: b }, path: y }: FeedbackFile,
): number {
  const [left, right] = [`${a.on} ${a.key} ${x}`, `${b.on} ${b.key} ${y}`];
  return left < right ? -1 : Number(left > right);
}

/** The remarks in `feedback/` of the base at `root`; none where there is no such folder. */
export async function readFeedback(root: string): Promise<Feedback> {
  const { paths, problems: refused } = await listFieldFiles(root, feedbackFolder, '.yaml');
  const files: FeedbackFile[] = [];
  const problems: FieldProblem[] = [...refused];
  const seen = new Map<string, string>();
  for (const file of paths) {
    const read = readText(path.join(root, file));
    const parsed = read.ok ? parseFeedbackFile(read.text) : { ok: false as const, problems: [read.problem] };
    if (!read.ok || !parsed.ok) {
      problems.push(...(parsed.ok ? [] : parsed.problems.map((problem) => ({ ...problem, path: file }))));
      continue;
    }
    const { key } = parsed.record.item;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, file);
      files.push({ path: file, text: read.text, record: parsed.record });
      continue;
    }
    const wording = {
      fr: `Clé déjà prise par ${first}, attendu : un signalement par fichier`,
      en: `Key already taken by ${first}, expected one file for each remark`,
    };
    problems.push({ path: file, line: 1, column: 1, wording });
  }
  return { files: files.sort(compareFiles), problems };
}
