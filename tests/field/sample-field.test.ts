// The sample base shows every part of the field loop, and none of its files has anything wrong with it.
import { expect, it } from 'vitest';
import { readKnowledgeBase } from '../../src/content/read-knowledge-base.ts';
import { buildReadership } from '../../src/field/build-readership.ts';
import { readLedger } from '../../src/field/ledger.ts';
import { listFeedback } from '../../src/field/list-feedback.ts';
import { readFeedback } from '../../src/field/read-feedback.ts';
import { readRoster } from '../../src/field/read-roster.ts';
import { receiptLedger } from '../../src/field/receipt-ledger.ts';
import { voteLedger } from '../../src/field/vote-ledger.ts';
import { feedbackStates } from '../../src/model/feedback-record.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { projectRoot } from '../support/corpora.ts';

it('has remarks in each state, votes, people and receipts of an urgent announcement', async () => {
  const today = '2026-11-16' as IsoDate;
  const base = await readKnowledgeBase(projectRoot);
  const feedback = await readFeedback(projectRoot);
  const votes = await readLedger(projectRoot, voteLedger);
  const receipts = await readLedger(projectRoot, receiptLedger);
  expect([...feedback.problems, ...votes.problems, ...receipts.problems]).toEqual([]);
  const listed = listFeedback(feedback.files, base, today, 'fr');
  expect(new Set(listed.map(({ state }) => state))).toEqual(new Set(feedbackStates));
  expect(listed.flatMap(({ personalData }) => personalData)).toEqual([]);
  expect(listed.flatMap(({ marks }) => marks)).not.toContain('unknown-article');

  const roster = await readRoster(projectRoot, base.config.audiences);
  if (!roster) throw new Error('no roster');
  const { articles, unknownReaders } = buildReadership(base, roster, receipts.entries, { today });
  const urgent = articles.find(({ level }) => level === 'urgent');
  expect(urgent?.teams.map(({ read, expected }) => read > 0 && read < expected)).toEqual([true, true]);
  expect(unknownReaders).toHaveLength(1);
});
