// The words that a team gave up, found whole and in any spelling, and replaced only where nothing else in the sentence can change.
import { describe, expect, it } from 'vitest';
import { compileGlossary } from '../../../src/lint/language/glossary.ts';

const terms = [
  { prefer: 'e-mail', avoid: ['email', 'mail'] },
  { prefer: 'bon d’achat', avoid: ['bon', "chèque d'achat"], lang: 'fr' },
  { prefer: 'Mirandelle', avoid: ['mirandelle'] },
  { prefer: 'case', avoid: ['ticket'], lang: 'en' },
  { prefer: 'point relais', avoid: ['C++ (relais)'], lang: 'fr' },
];

const find = (text: string, lang = 'fr') =>
  (compileGlossary(terms, lang)?.find(text) ?? []).map(({ found, prefer, replacement }) => [
    found,
    prefer,
    replacement,
  ]);

describe('compileGlossary', () => {
  it.each([
    [
      'Un email et un mail.',
      [
        ['email', 'e-mail', 'e-mail'],
        ['mail', 'e-mail', undefined],
      ],
    ],
    ['Email', [['Email', 'E-mail', 'E-mail']]],
    [
      'EMAIL, emails',
      [
        ['EMAIL', 'E-mail', undefined],
        ['emails', 'e-mail', undefined],
      ],
    ],
    ['l’email', [['email', 'e-mail', 'e-mail']]],
    ['Le chèque\nd’achat', [['chèque\nd’achat', 'bon d’achat', undefined]]],
    ['chez mirandelle', [['mirandelle', 'Mirandelle', 'Mirandelle']]],
    ['le C++ (relais)', [['C++ (relais)', 'point relais', undefined]]],
  ])('finds %j', (text, uses) => expect(find(text)).toEqual(uses));

  it.each([
    'Un e-mail, des e-mails, Mirandelle, un bon d’achat, des bons d’achat. Bon d’achat.',
    'Un ticket. Un emailing, le webmail, \uFFFCemail, mail-coach, un bonnet.',
  ])('lets %j be', (text) => expect(find(text)).toEqual([]));

  it('has the words of a language and those of all', () => {
    expect(find('A ticket by mail', 'en-GB')).toEqual([
      ['ticket', 'case', undefined],
      ['mail', 'e-mail', undefined],
    ]);
    expect(compileGlossary(terms.slice(1, 2), 'en')).toBeUndefined();
  });
});
