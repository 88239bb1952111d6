import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/model/problem.ts';
import { decodeTable } from '../../src/report/decode-table.ts';
import { parseCount } from '../../src/report/parse-count.ts';
import { parseVolumes } from '../../src/report/parse-volumes.ts';

const reasons = {
  'delivery.late': { fr: 'Colis en retard', en: 'Late parcel' },
  'delivery.lost': { fr: 'Colis perdu' },
};
const volumes = (text: string) => {
  const { perMonth, warnings } = parseVolumes(text, { file: 'contacts.csv', reasons });
  return { perMonth: Object.fromEntries(perMonth), warnings };
};
const problem = (text: string): Problem => {
  try {
    volumes(text);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  return expect.fail('no problem');
};

describe('a number of contacts', () => {
  it.each([
    ['340', 340],
    ['1 234', 1234],
    ['1\u00A0234', 1234],
    ['1\u202F234', 1234],
    ['1’234', 1234],
    ['1,234', 1234],
    ['1.234', 1234],
    ['1.234.567', 1234567],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['0,125', 0.125],
    ['007', 7],
    ['1000000000', 1_000_000_000],
  ])('reads %s', (text, count) => {
    expect(parseCount(text)).toBe(count);
  });
  it.each([
    '',
    '-3',
    '-',
    'abc',
    '1e5',
    '1.2.3',
    '1,2,3',
    '12.34.567',
    ',5',
    '5,',
    '1000000001',
    'Infinity',
    '0x10',
    '٣',
  ])('refuses “%s”', (text) => {
    expect(parseCount(text)).toBeUndefined();
  });
});

describe('contact volumes', () => {
  it('are the mean over the months of the file, months without a line counting as none', () => {
    const { perMonth, warnings } = volumes(
      'reason,month,count\ndelivery.late,2026-09,100\ndelivery.late,2026-10,200\ndelivery.lost,2026-10,50\n',
    );
    expect(perMonth).toEqual({ 'delivery.late': 150, 'delivery.lost': 25 });
    expect(warnings).toEqual([]);
  });

  it('count the last twelve months that the file has', () => {
    const lines = Array.from({ length: 24 }, (_, index) => {
      const month = `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
      return `delivery.late,${month},${index < 12 ? 9000 : 12}`;
    });
    expect(volumes(`reason,month,count\n${lines.join('\n')}`).perMonth).toEqual({ 'delivery.late': 12 });
  });

  it('add up the lines of one reason and month', () => {
    expect(
      volumes('reason,month,count,channel\ndelivery.late,2026-09,100,phone\ndelivery.late,2026-09,20,mail\n')
        .perMonth,
    ).toEqual({ 'delivery.late': 120 });
  });

  it.each([
    ['semicolons, French names, a mark', '\uFEFFMois;NOMBRE;Motif\r\n10/2026;1 234,5;delivery.late\r\n'],
    ['tabs and other columns', 'x\tReason\tMonth\tContacts\n1\tdelivery.late\t2026-10\t1234,5\n'],
    ['quotes', '"reason","month","count"\n"delivery.late","2026-10","1,234.5"\n'],
    ['labels in the place of keys', 'motif;mois;contacts\nColis en retard;2026-10;1.234,5\n'],
    ['keys in capitals', 'motif;mois;contacts\nDELIVERY.LATE;2026-10;1.234,5\n'],
    ['ends of line of an old Mac', 'motif;mois;contacts\rdelivery.late;2026-10;1.234,5\r'],
  ])('are read with %s', (_what, text) => {
    expect(volumes(text)).toEqual({ perMonth: { 'delivery.late': 1234.5 }, warnings: [] });
  });

  it('leave a bad line out and say which, and count the rest', () => {
    const { perMonth, warnings } = volumes(
      [
        'reason,month,count',
        'delivery.late,2026-10,-3',
        'delivery.late,2026-13,3',
        'delivery.late,octobre,3',
        'delivery.late,2026-10',
        'delivery.lte,2026-10,7',
        'delivery.lte,2026-09,7',
        '',
        'delivery.late,2026-10,40',
      ].join('\n'),
    );
    expect(perMonth).toEqual({ 'delivery.late': 20 });
    expect(warnings.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6]);
    expect(warnings[0]?.wording.en).toContain('`-3`');
    expect(warnings[1]?.wording.fr).toContain('« 2026-13 »');
    expect(warnings[4]?.wording.en).toContain('did you mean `delivery.late`');
  });

  it.each([
    ['a missing column', 'reason;count\ndelivery.late;3\n', 'contacts.csv:1', 'month'],
    ['an empty file', '', 'contacts.csv:1', 'month'],
    ['lines of unknown reasons alone', 'reason,month,count\nx,2026-10,3\n', 'contacts.csv', 'delivery.late'],
    ['a quote that stays open', 'reason,month,count\n"delivery.late,2026-10,3\n', 'contacts.csv:2', 'quote'],
    [
      'names that are in every object',
      'reason,month,count\n__proto__,2026-10,3\n',
      'contacts.csv',
      'delivery.late',
    ],
  ])('are a problem with %s', (_what, text, place, named) => {
    const { wording, place: found } = problem(text);
    expect(found).toBe(place);
    expect(wording.en).toContain(named);
  });
});

describe('the text of a table', () => {
  it('is read as a spreadsheet saves it', () => {
    const text = 'motif;été';
    expect(decodeTable(Buffer.from(text), 'f')).toBe(text);
    expect(decodeTable(Buffer.from(`\uFEFF${text}`), 'f')).toBe(text);
    expect(decodeTable(Buffer.from(`\uFEFF${text}`, 'utf16le'), 'f')).toBe(text);
    expect(decodeTable(Buffer.from(text, 'latin1'), 'f')).toBe(text);
  });
  it('is a problem where the file is a workbook', () => {
    expect(() => decodeTable(Buffer.from('PK\u0003\u0004\0\0'), 'f')).toThrow(Problem);
  });

  it('takes no label for a reason that several reasons share, but their keys', () => {
    const shared = { 'a.other': { fr: 'Autre' }, 'b.other': { fr: 'autre', en: 'Other' } };
    const text = 'motif;mois;nombre\nAutre;2026-10;5\nb.other;2026-10;7\nother;2026-10;1\nautre;2026-10;5\n';
    const { perMonth, warnings } = parseVolumes(text, { file: 'v.csv', reasons: shared });
    expect([...perMonth]).toEqual([['b.other', 8]]);
    expect(warnings.map(({ line, wording }) => [line, wording.en])).toEqual([
      [2, 'Unexpected label `Autre` of several reasons, expected the key of one of them (a.other, b.other)'],
    ]);
  });
});
