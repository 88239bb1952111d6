// What is proposed for a name or a value in the text, and what the line is once a proposal was taken. `§` is the cursor.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { exampleArticle } from '../../src/lint/rule.ts';
import { bodyProposals } from '../../src/lsp/body-values.ts';
import { complete } from '../../src/lsp/completion.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import type { UiLanguage } from '../../src/model/wording.ts';
import { exampleConfig, memoryBase } from '../support/memory-base.ts';

const config = `${exampleConfig}context:
  order.status:
    label: { fr: État de la commande, en: Order status }
    values: { preparing: { fr: En préparation }, shipped: { fr: Expédiée, en: Shipped } }
  order.carrier: [relay, express]
  customer.first_name: { label: { fr: Prénom }, samples: [Léa] }
`;

const files = {
  'variables.yaml': `refund-delay:
  - value: 3 jours
  - { from: 2027-01-01, value: 5 jours }
franco: { fr: "39 €", en: "€39" }
`,
  'fragments/delais.md': '\nRembourser sous trois jours.\n\nAutre ligne.\n',
  'fragments/envoi.md': 'Envoi.\n',
};
const path = 'content/neuf.md';
const today = '2026-11-16' as IsoDate;

function propose(line: string, lang: UiLanguage = 'fr') {
  const marked = `${exampleArticle({ id: 'neuf' })}\n${line}\n`;
  const at = marked.indexOf('§');
  const text = marked.replace('§', '');
  const document = TextDocument.create('file:///neuf.md', 'markdown', 1, text);
  const base = memoryBase({ ...files, [path]: text }, config);
  const items = complete({ path, text, ...document.positionAt(at), base, lang, today });
  return {
    labels: items.map(({ label }) => label),
    detailOf: (label: string) => items.find((item) => item.label === label)?.detail,
    take: (label: string): string | undefined => {
      const edit = items.find((item) => item.label === label)?.textEdit;
      if (!edit || !('range' in edit)) return undefined;
      return TextDocument.applyEdits(document, [edit]).split('\n')[document.positionAt(at).line];
    },
  };
}

const variables = ['refund-delay', 'franco', 'order.status', 'order.carrier', 'customer.first_name'];

describe('in the text', () => {
  it.each([
    ['Sous {{§', variables, 'Sous {{refund-delay}}'],
    ['Sous {{ ref§und}} au plus', variables, 'Sous {{ refund-delay}} au plus'],
    ['Bonjour {{cust§|Madame}}', variables, 'Bonjour {{customer.first_name|Madame}}'],
    ['> ::include{id=§', ['delais', 'envoi'], '> ::include{id=delais}'],
    ['::include{id=§}', ['delais', 'envoi'], '::include{id=envoi}'],
    ['::include{id="de§"}', ['delais', 'envoi'], '::include{id="delais"}'],
    [':::when{§}', ['order.status', 'order.carrier', 'else'], ':::when{order.status}'],
    [':::when[Perdu]{order.status=§}', ['preparing', 'shipped'], ':::when[Perdu]{order.status=shipped}'],
    [':::when{order.status=shipped|§}', ['preparing'], ':::when{order.status=shipped|preparing}'],
    [
      ':::when{order.status=shipped order§}',
      ['order.carrier'],
      ':::when{order.status=shipped order.carrier}',
    ],
    [
      ':::when{order.status=shipped order.carrier="re§"}',
      ['relay', 'express'],
      ':::when{order.status=shipped order.carrier="relay"}',
    ],
    ['::::only{audience=§}', ['internal', 'partner', 'customer'], '::::only{audience=partner}'],
    [':::only{audience=partner|§}', ['internal', 'customer'], ':::only{audience=partner|customer}'],
  ])('at %j', (line, labels, taken) => {
    const { labels: found, take } = propose(line);
    expect([...found].sort()).toEqual([...labels].sort());
    expect(found.map(take)).toContain(taken);
  });

  it.each([
    'Sous {refund§',
    'Sous {{refund-delay}}§',
    '::include{§',
    'voir ::include{id=§',
    ':::when{order.status=shipped}§',
    ':::when{customer.first_name=§}',
    ':::when{no.such=§}',
    ':::only{§',
    ':::macro{channel=§}',
  ])('nothing is proposed at %j', (line) => {
    expect(propose(line).labels).toEqual([]);
  });

  it('a variable shows what it says today and what is planned, in the article’s language', () => {
    const { detailOf } = propose('{{§}}', 'en');
    expect(detailOf('refund-delay')).toBe('3 jours · 5 jours (2027-01-01)');
    expect(detailOf('franco')).toBe('39 €');
    expect(detailOf('order.status')).toBe('Order status · preparing | shipped');
    expect(detailOf('customer.first_name')).toBe('Prénom · Léa');
  });

  it('a fragment shows its first line, and a value its label', () => {
    expect(propose('::include{id=§}').detailOf('delais')).toBe('Rembourser sous trois jours.');
    expect(propose(':::when{order.status=§}', 'en').detailOf('shipped')).toBe('Shipped');
    expect(propose(':::when{order.carrier=§}').detailOf('relay')).toBeUndefined();
  });

  it('what is replaced always lies in the line, around the cursor', () => {
    const base = memoryBase(files, config);
    const piece = fc.constantFrom(
      ...[
        '{{',
        '}}',
        ':::when{',
        '::include{id=',
        ':::only{audience=',
        'order.status',
        '=',
        '|',
        ' ',
        '"',
        'é',
        '[',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.nat(40), (pieces, place) => {
        const line = pieces.join('');
        const character = Math.min(place, line.length);
        const { from, to } = bodyProposals(line, character, { base, lang: 'fr', ui: 'fr', today });
        expect([from >= 0, from <= character, to >= character, to <= line.length]).not.toContain(false);
      }),
    );
  });
});
