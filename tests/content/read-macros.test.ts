// Texts for customers in an article: read as plain text, and placed in its page.
import { beforeAll, describe, expect, it } from 'vitest';
import { bodyWordsFor } from '../../site/locales/body-words.ts';
import { macroWordsFor } from '../../site/locales/macro-words.ts';
import { loadMarkdownParser, type ParseMarkdown } from '../../src/content/markdown-parser.ts';
import { placeMacros } from '../../src/content/place-macros.ts';
import { prepareTree } from '../../src/content/prepare-tree.ts';
import { findUnfit, macroContainers, readMacros } from '../../src/content/read-macros.ts';
import { renderBody } from '../../src/content/render-body.ts';
import { fieldsOf, fillMacro } from '../../src/model/macro.ts';

let parse: ParseMarkdown;
beforeAll(async () => {
  ({ parse } = await loadMarkdownParser());
});

const written = `:::macro[Commande {{order.number|en cours}} *expédiée*]{channel=email}
Bonjour {{customer.first_name|Madame,
Monsieur}},

Votre colis est **en route** :

- suivez-le dans [votre espace](https://mirandelle.example/compte)
- ou écrivez à <mailto:aide@mirandelle.example>

1. Un
2. Deux

À bientôt\\
L’équipe
:::

:::macro{channel=fax}
Perdu.
:::

:::macro[Bref]{channel=sms}
Un.

Deux.
:::
`;

describe('a text for a customer', () => {
  it('is plain text of its own, with a subject where it is an e-mail, and its place among all', () => {
    const macros = readMacros(parse(written)).map(({ node: _, cases: __, ...macro }) => macro);
    expect(macros).toEqual([
      {
        number: 1,
        channel: 'email',
        title: 'Commande {{order.number|en cours}} expédiée',
        subject: 'Commande {{order.number|en cours}} expédiée',
        text: `Bonjour {{customer.first_name|Madame, Monsieur}},

Votre colis est en route :

- suivez-le dans votre espace (https://mirandelle.example/compte)
- ou écrivez à mailto:aide@mirandelle.example

1. Un
2. Deux

À bientôt
L’équipe`,
      },
      { number: 3, channel: 'sms', title: 'Bref', subject: undefined, text: 'Un.\nDeux.' },
    ]);
  });

  it('is filled with what is known, else with the words that are there for it', () => {
    const [{ text = '', subject = '' } = {}] = readMacros(parse(written));
    expect(fieldsOf(`${subject}${text}`).map(({ name }) => name)).toEqual([
      'order.number',
      'customer.first_name',
    ]);
    const known = new Map([['customer.first_name', 'Léa']]);
    expect(fillMacro(text, known)).toContain('Bonjour Léa,\n');
    expect(fillMacro(subject, known)).toBe('Commande en cours expédiée');
    expect(fillMacro('{{delai}} {{a.b}}', known)).toBe('{{delai}} {{a.b}}');
  });

  it('stands in the page with a place for each value, and nothing that was written in it acts', () => {
    const tree = parse(
      ':::macro[Objet {{a.b|x}}]{channel=email}\n{{a.b|"><img src=x onerror=alert(1)>}} <script>alert(1)</script> {{c.d|y}}\n:::\n',
    );
    const variables = [{ name: 'a.b', label: { fr: 'Prénom <b>' }, values: undefined, samples: [] }];
    expect(placeMacros(tree, variables, { ...macroWordsFor('fr'), lang: 'fr' })).toBe(1);
    const words = bodyWordsFor('fr');
    const html = renderBody(prepareTree(tree, words.alerts), {
      words,
      idPrefix: undefined,
      hrefOf: () => undefined,
      srcOf: () => undefined,
      flowchart: () => '',
    });
    expect(html).toContain('<section class="macro" data-channel="email">');
    expect(html).toContain(
      '<span class="macro-field" data-field="a.b" data-fallback="x">[Prénom &#x3C;b>]</span>',
    );
    expect(html).not.toMatch(/<(?:script|img|b)\b/);
    expect(html).toContain('{{c.d|y}}');
  });

  it.each([
    ['![a](b.png)', 'image'],
    ['| a |\n|---|\n| b |', 'table'],
    ['```\na\n```', 'code'],
    ['> un\n> deux', undefined],
  ])('is told where it holds %j', (text, type) => {
    const [container] = macroContainers(parse(`:::macro{channel=chat}\n${text}\n:::\n`));
    expect(container && findUnfit(container)?.type).toBe(type);
  });
});
