import { describe, expect, it } from 'vitest';
import { answerGoRequest, chooseGoLanguage, type GoLanguage, readGoRequest } from '../../site/go-address.ts';

const fr: GoLanguage = {
  lang: 'fr',
  search: './fr/search.html',
  articles: './fr/',
  forms: new Map([['refund-request', './fr/remboursement.html']]),
  reasons: new Map([['delivery.late', './fr/livraison-en-retard.html']]),
};

/** Where a link with this query or fragment leads. */
const goes = (search: string, hash = '') => answerGoRequest(readGoRequest(search, hash), fr);
const open = (href: string) => ({ kind: 'open', href });

describe('a link of another tool', () => {
  it.each([
    ['?reason=delivery.late', './fr/livraison-en-retard.html'],
    ['?reason=Delivery.Late&lang=fr&customer=4711', './fr/livraison-en-retard.html'],
    ['?id=livraison-en-retard', './fr/livraison-en-retard.html'],
    ['?id=a&reason=delivery.late', './fr/a.html'],
    ['?form=refund-request', './fr/remboursement.html'],
    ['?form=Refund+request', './fr/remboursement.html'],
    ['?form=Refund-Request&reason=delivery.late', './fr/remboursement.html'],
    ['?form=no-such-form&reason=delivery.late', './fr/livraison-en-retard.html'],
    ['?form=no-such-form', './fr/search.html?q=no%20such%20form'],
    ['?id=a&form=refund-request', './fr/a.html'],
    ['?reason=colis+jamais+reçu', './fr/search.html?q=colis%20jamais%20re%C3%A7u'],
    ['?reason=delivery.unknown', './fr/search.html?q=delivery%20unknown'],
    ['?id=../../evil', './fr/search.html?q=evil'],
    ['?reason=%3Cscript%3E', './fr/search.html?q=%3Cscript%3E'],
    ['?reason=a%26q%3Db', './fr/search.html?q=a%26q%3Db'],
  ])('with %s leads to %s and takes nothing else along', (search, href) => {
    expect(goes(search)).toEqual(open(href));
  });

  it.each(['', '?', '?reason=', '?reason=%20', '?customer=4711'])(
    'that asks for nothing (%j) stays',
    (search) => {
      expect(goes(search)).toEqual({ kind: 'stay' });
    },
  );

  it('cuts words that nobody would type', () => {
    const answer = goes(`?reason=${'a'.repeat(5000)}`);
    expect(answer.kind === 'open' && answer.href.length).toBeLessThan(600);
  });

  it('behind # finds the same, and sends no words to a server by itself', () => {
    expect(goes('', '#reason=delivery.late&lang=fr')).toEqual(open('./fr/livraison-en-retard.html'));
    expect(goes('', '#reason=colis-perdu')).toEqual({ kind: 'unknown', words: 'colis perdu' });
    expect(goes('?reason=delivery.late', '#id=a')).toEqual(open('./fr/a.html'));
  });

  it('with signs alone is unknown', () => {
    expect(goes('?reason=...')).toEqual({ kind: 'unknown', words: '' });
  });
});

describe('the language', () => {
  const languages = [{ lang: 'fr' }, { lang: 'en' }, { lang: 'pt-BR' }];
  it.each([
    ['en', ['fr'], 'en'],
    ['EN-us', [], 'en'],
    ['pt', [], 'pt-BR'],
    ['', ['de', 'en-GB', 'fr'], 'en'],
    ['de', ['en'], 'en'],
    ['', [], 'fr'],
    ['de', ['it'], 'fr'],
  ])('asked for as %j by a reader of %j is %s', (asked, readers, lang) => {
    expect(chooseGoLanguage(languages, asked, readers)?.lang).toBe(lang);
  });
});
