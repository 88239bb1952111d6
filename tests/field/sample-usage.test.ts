// The sample base's month of counts: simulated, marked as such, made again to the byte by its generator, and worth looking at.
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { readKnowledgeBase } from '../../src/content/read-knowledge-base.ts';
import { buildUsage } from '../../src/field/build-usage.ts';
import { readLedger } from '../../src/field/ledger.ts';
import { readRoster } from '../../src/field/read-roster.ts';
import { usageLedger } from '../../src/field/usage-ledger.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { projectRoot } from '../support/corpora.ts';
import { makeFolder } from '../support/folders.ts';

it('is what the seed gives, and says that nobody was counted', async () => {
  const { path: folder, remove } = await makeFolder();
  try {
    await promisify(execFile)(process.execPath, [
      path.join(projectRoot, 'bench/simulate-usage.mjs'),
      projectRoot,
      folder,
    ]);
    const files = await readdir(path.join(projectRoot, 'usage'));
    expect(files.sort()).toEqual(['2026-10.txt', '2026-11.txt']);
    for (const file of files) {
      const text = await readFile(path.join(projectRoot, 'usage', file), 'utf8');
      expect(text.split('\n', 1)[0]).toMatch(/^# Mois simulé.*bench\/simulate-usage\.mjs/);
      expect(text).toBe(await readFile(path.join(folder, 'usage', file), 'utf8'));
    }
  } finally {
    await remove();
  }
});

it('shows every figure', async () => {
  const base = await readKnowledgeBase(projectRoot);
  const { entries, problems } = await readLedger(projectRoot, usageLedger);
  expect(problems).toEqual([]);
  const roster = await readRoster(projectRoot, base.config.audiences);
  const usage = buildUsage(base, entries, { today: '2026-11-16' as IsoDate, days: 30, roster, votes: [] });
  expect(usage.unknown).toBe(0);
  expect(usage.adoption?.every(({ active, people }) => active > 0 && active < people)).toBe(true);
  for (const list of [
    usage.mostRead,
    usage.neverRead,
    usage.notFound,
    usage.notOpened,
    usage.guides,
    usage.copies,
  ])
    expect(list.length).toBeGreaterThan(2);
  expect(usage.notFound.some(({ meant }) => meant === null)).toBe(true);
  expect(usage.notFound.some(({ meant }) => meant !== null)).toBe(true);
  expect(usage.guides.some(({ left }) => left > 0)).toBe(true);
});
