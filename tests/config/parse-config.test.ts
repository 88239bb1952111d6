import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { minimal, problemOf } from './config-text.ts';

describe('the configuration', () => {
  it('needs a name and an owner, and has a default for the rest', () => {
    expect(parseConfig(minimal)).toMatchObject({
      lang: 'fr',
      languages: ['fr'],
      timezone: 'Europe/Paris',
      content: 'content',
      validity: {
        dueWithin: { amount: 30, unit: 'd' },
        expiresRequired: ['procedure', 'decision', 'faq', 'macro'],
      },
      audiences: ['internal', 'partner', 'customer'],
      offline: { enabled: true, staleAfter: { amount: 30, unit: 'd' } },
      field: {},
    });
  });
  it('takes what kb serve keeps, whom it believes and how much it takes', () => {
    const serve =
      'serve: { retention: { usage: 30d }, trusted_proxies: [127.0.0.1, "fd00::/8"], origins: [https://kb.example, "null"], rate: 10 }';
    expect(parseConfig(`${minimal}${serve}\n`).serve).toEqual({
      retention: {
        feedback: { amount: 1, unit: 'y' },
        receipts: { amount: 2, unit: 'y' },
        usage: { amount: 30, unit: 'd' },
      },
      trustedProxies: ['127.0.0.1', 'fd00::/8'],
      readerHeader: 'X-Remote-User',
      origins: ['https://kb.example', 'null'],
      rate: 10,
      maxMegabytes: 1000,
    });
  });
  it.each([
    'retention: { usage: 0d }',
    'trusted_proxies: [proxy.example]',
    'trusted_proxies: [10.0.0.0/33]',
    'trusted_proxies: [10.0.0.0/8/8]',
    'origins: [https://kb.example/]',
    'origins: [kb.example]',
    'reader_header: "X-Remote-User: a"',
    'rate: 0',
    'max_megabytes: 0.5',
    'proxies: [127.0.0.1]',
  ])('refuses a server with %s, at its place', (line) => {
    const { place, en } = problemOf(`${minimal}serve:\n  ${line}\n`);
    expect(place).toMatch(/^kb\.config\.yaml:5:/);
    expect(en).toMatch(/^(Unexpected|Unknown key)/);
  });
  it.each([
    ['./content', 'content'],
    ['content/', 'content'],
    ['./a//./b/', 'a/b'],
  ])('takes %j for the folder %s', (content, folder) => {
    expect(parseConfig(`${minimal}content: ${content}\n`).content).toBe(folder);
  });
  it('takes the team’s logo, colour and address', () => {
    const site = 'site: { logo: ./img/Logo.SVG, accent: "#0B5A61", contact: redaction@mirandelle.example }';
    expect(parseConfig(`${minimal}${site}\n`).site).toEqual({
      logo: 'img/Logo.SVG',
      accent: '#0b5a61',
      contact: 'redaction@mirandelle.example',
      audiences: {},
    });
    expect(parseConfig(minimal).site).toEqual({ audiences: {} });
  });
  it.each([
    ['logo: ../logo.svg', 'site.logo'],
    ['logo: /logo.svg', 'site.logo'],
    ['logo: logo.jpg', 'site.logo'],
    ['accent: "#fff"', 'site.accent'],
    ['accent: teal', 'site.accent'],
    ['accent: #0b5a61', 'site.accent'],
    ['contact: "javascript:alert(1)"', 'site.contact'],
    ['contact: Claire', 'site.contact'],
    ['colour: "#0b5a61"', '`colour`'],
    ['audiences: { clients: { name: Aide } }', 'site.audiences.clients'],
    ['audiences: { customer: { name: "" } }', 'site.audiences.customer.name'],
    ['audiences: { customer: { logo: ../logo.svg } }', 'site.audiences.customer.logo'],
    ['audiences: { customer: { nom: Aide } }', '`nom`'],
  ])('refuses a site with %s, at its place', (line, words) => {
    const { place, en } = problemOf(`${minimal}site:\n  ${line}\n`);
    expect(en).toContain(words);
    expect(place).toMatch(/^kb\.config\.yaml:5:/);
  });
  it('takes what the site of an audience has of its own', () => {
    const audiences = 'audiences: { customer: { name: Aide, accent: "#6B3FA0" } }';
    expect(parseConfig(`${minimal}site: { ${audiences} }\n`).site.audiences).toEqual({
      customer: { name: 'Aide', accent: '#6b3fa0' },
    });
  });
  it('puts the default language first among the languages, once', () => {
    expect(parseConfig(`${minimal}lang: en\nlanguages: [fr, en]\n`).languages).toEqual(['en', 'fr']);
  });

  it.each([
    [`${minimal}timezon: Europe/Paris\n`, '4:1', 'Unknown key `timezon`; did you mean `timezone`?'],
    [
      `${minimal}timezone: Europe/Pari\n`,
      '4:11',
      'Unexpected `Europe/Pari` in `timezone`, expected a time zone, such as Europe/Paris',
    ],
    [
      'owners:\n  a: { name: { fr: A } }\n',
      '1:1',
      'Missing key `name`, expected the name of the knowledge base',
    ],
    [
      `${minimal}offline: { stale_after: 0d }\n`,
      '4:25',
      'Unexpected `0d` in `offline.stale_after`, expected a period of at least 1d, such as 14d',
    ],
    [
      `${minimal}synonyms: { fr: [[colis]] }\n`,
      '4:18',
      'Unexpected list in `synonyms.fr.0`, expected a group of two or more words or phrases, such as [parcel, package]',
    ],
    [
      `${minimal}synonyms: { fr: [[colis, "!"]] }\n`,
      '4:26',
      'Unexpected `!` in `synonyms.fr.0.1`, expected a word or a phrase',
    ],
    [`${minimal}lnag: fr\n`, '4:1', 'Unknown key `lnag`; did you mean `lang`?'],
    [
      'name: Base\n',
      '1:1',
      'Missing key `owners`, expected at least one owner, such as delivery: { name: { en: Delivery } }',
    ],
    [
      `${minimal}validity: { due_within: 30 jours }\n`,
      '4:25',
      'Unexpected `30 jours` in `validity.due_within`, expected a period, such as 30d, 6m or 1y',
    ],
    [
      `${minimal}content: ../secret\n`,
      '4:10',
      'Unexpected `../secret` in `content`, expected a folder inside the knowledge base, without `..` or an absolute path',
    ],
    [
      `${minimal}content: ./\n`,
      '4:10',
      'Unexpected `./` in `content`, expected a folder inside the knowledge base, without `..` or an absolute path',
    ],
    ['name: Base\nowners:\n  a: Alice\n', '3:6', 'Unexpected `Alice` in `owners.a`, expected a mapping'],
    [
      'name: Base\nowners:\n  a: { name: { fr: A }, codeowners: "@mirandelle/livraison" }\n',
      '3:37',
      'Unexpected `@mirandelle/livraison` in `owners.a.codeowners`, expected a list, such as ["@org/team", team@example.org]',
    ],
    [
      'name: Base\nowners:\n  a: { name: { fr: A }, codeowners: [livraison] }\n',
      '3:38',
      'Unexpected `livraison` in `owners.a.codeowners.0`, expected "@user", "@org/team" or an e-mail address',
    ],
    [
      'name: Base\nowners:\n  a: { name: { fr: A }, code_owners: [] }\n',
      '3:25',
      'Unknown key `code_owners`; did you mean `codeowners`?',
    ],
    [`${minimal}name: Autre\n`, '4:1', 'Unreadable YAML (Map keys must be unique)'],
    [
      `${minimal}rules: { not-due: never }\n`,
      '4:19',
      'Unexpected `never` in `rules.not-due`, expected error, warning, info or off',
    ],
    [
      `${minimal}context: { status: text }\n`,
      '4:12',
      'Unexpected key `status` in `context`, expected variables with a dot, such as order.status: [shipped, lost]',
    ],
    [
      `${minimal}context:\n  order.status: [shipped, shipped]\n`,
      '5:17',
      'Unexpected list in `context.order.status`, expected text, a list of values, or { label, values, samples }',
    ],
    [
      `${minimal}context_from: { origins: [http://tel.example.org] }\n`,
      '4:27',
      'Unexpected `http://tel.…` in `context_from.origins.0`, expected an https address without a path, such as https://telephone.example.org',
    ],
    [
      `${minimal}context_from: { source: { url: "https://{order}.example.org/x", values: { a.b: c } } }\n`,
      '4:32',
      'Unexpected `https://{or…` in `context_from.source.url`, expected an https address with {order} once after the server’s name, such as https://orders.example.org/api/{order} (and 1 more)',
    ],
    [
      `${minimal}context_from: { source: { url: "https://x.example.org/{order}", values: { a.b: c } } }\n`,
      '4:73',
      'Unexpected mapping in `context_from.source.values`, expected a path of the answer for each variable declared in context, such as { order.status: state }',
    ],
    [
      `${minimal}webhook: { url: "http://tickets.example.org/notes" }\n`,
      '4:17',
      'Unexpected `http://tick…` in `webhook.url`, expected an https address without a name or password, such as https://tickets.example.org/notes',
    ],
    [
      `${minimal}webhook: { url: "https://agent:secret@tickets.example.org" }\n`,
      '4:17',
      'Unexpected `https://age…` in `webhook.url`, expected an https address without a name or password, such as https://tickets.example.org/notes',
    ],
    [
      `${minimal}webhook: { url: "https://tickets.example.org;script-src" }\n`,
      '4:17',
      'Unexpected `https://tic…` in `webhook.url`, expected an https address without a name or password, such as https://tickets.example.org/notes',
    ],
    [
      `${minimal}webhook: { label: { fr: Tickets } }\n`,
      '4:10',
      'Missing key `webhook.url`, expected an https address without a name or password, such as https://tickets.example.org/notes',
    ],
    [
      'name: [\n',
      '2:1',
      'Unreadable YAML (Flow sequence in block collection must be sufficiently indented and end with a ])',
    ],
  ])('refuses %j at %s', (text, place, en) => {
    expect(problemOf(text)).toEqual({ place: `kb.config.yaml:${place}`, en });
  });
});

describe('the tool that takes case notes', () => {
  it('is none unless one is named, and has ten seconds to answer', () => {
    expect(parseConfig(minimal).webhook).toBeUndefined();
    expect(parseConfig(`${minimal}webhook: { url: "http://localhost:8080/notes" }\n`).webhook).toEqual({
      url: 'http://localhost:8080/notes',
      timeout: 10_000,
    });
    expect(
      parseConfig(
        `${minimal}webhook: { url: "https://t.example.org/n?q=1", label: { fr: Tickets }, timeout: 3s }\n`,
      ).webhook,
    ).toEqual({ url: 'https://t.example.org/n?q=1', label: { fr: 'Tickets' }, timeout: 3000 });
  });
});

describe('the variables of a contact', () => {
  it('are declared in a short form or with labels and samples, and keep their order', () => {
    const { context } = parseConfig(
      `${minimal}context:
  order.status: [shipped, lost]
  order.carrier: { label: { fr: Transporteur }, values: { relais: { fr: Relais }, express: { fr: Express } } }
  customer.first_name: text
  order.number: { label: { fr: Commande }, samples: [M-1234] }
`,
    );
    expect(context).toEqual([
      {
        name: 'order.status',
        label: {},
        values: [
          { value: 'shipped', label: {} },
          { value: 'lost', label: {} },
        ],
        samples: ['shipped', 'lost'],
      },
      {
        name: 'order.carrier',
        label: { fr: 'Transporteur' },
        values: [
          { value: 'relais', label: { fr: 'Relais' } },
          { value: 'express', label: { fr: 'Express' } },
        ],
        samples: ['relais', 'express'],
      },
      { name: 'customer.first_name', label: {}, values: undefined, samples: [] },
      { name: 'order.number', label: { fr: 'Commande' }, values: undefined, samples: ['M-1234'] },
    ]);
  });
});
