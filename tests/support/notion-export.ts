// Makes an export as Notion writes it ("Markdown & CSV"): names with numbers, escaped links, databases beside their rows. The same seed, the same bytes.
import { strToU8, type Zippable } from 'fflate';
import { onePixel } from './import-source.ts';

const words =
  'colis retour délai client remboursement vendeur étiquette litige carte point relais avoir échange transporteur'.split(
    ' ',
  );

/** A generator of whole numbers below `most` (Lehmer's, modulus 2^31 − 1). */
function randomFrom(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
}

/** The number that Notion gives to the page `index`. */
export const notionId = (index: number) => index.toString(16).padStart(32, 'a');

/** Files of an export of `count` pages: every tenth is a row of a database, every seventh has a page below it. */
export function makeNotionExport(count: number, seed: number): Zippable {
  const random = randomFrom(seed);
  const say = (length: number) => Array.from({ length }, () => words[random(words.length)]).join(' ');
  const database = `Base des motifs ${notionId(999_999)}`;
  const titles = Array.from({ length: count }, (_, index) => `Fiche ${index + 1} ${say(2)}`);
  const pathOf = (index: number) =>
    index % 10 === 9
      ? `${database}/${titles[index]} ${notionId(index)}.md`
      : `Aide ${notionId(888_888)}/${titles[index]} ${notionId(index)}.md`;
  const encode = (name: string) => name.split('/').map(encodeURIComponent).join('/');
  const pageOf = (index: number): string => {
    const other = random(count);
    const properties = index % 10 === 9 ? `\nMotif: ${say(2)}\nTags: ${say(1)}, ${say(1)}\n` : '';
    return `# ${titles[index]}
${properties}
${say(12)}. Voir [${say(2)}](../${encode(pathOf(other))}) et [${say(1)}](https://www.notion.so/Page-${notionId(other)}).

# ${say(2)}

1. ${say(5)}
    - ${say(3)} **${say(1)}**
2. ${say(4)}

| ${say(1)} | ${say(1)} |
| --- | --- |
| ${say(3)} | [${say(1)}](https://mirandelle.example/) |

<aside>
💡 ${say(6)}

</aside>

### ${say(2)}

![${say(2)}](image%20${index}.png)

- [ ] ${say(3)}
- [x] ${say(2)} [${say(1)}](absente%20${notionId(777_777)}.md)
`;
  };
  const files: Zippable = {};
  titles.forEach((_, index) => {
    const path = pathOf(index);
    files[path] = strToU8(pageOf(index));
    files[`${path.slice(0, path.lastIndexOf('/'))}/image ${index}.png`] = onePixel;
  });
  const rows = titles.filter((_, index) => index % 10 === 9);
  const csv = ['Nom,Motif', ...rows.map((title) => `${title},"${say(2)}, ${say(1)}"`)].join('\n');
  files[`${database}.csv`] = strToU8(`\uFEFF${csv}`);
  files[`${database}_all.csv`] = strToU8(`\uFEFF${csv}`);
  return files;
}

/** Files of an export of `count` pages as Notion writes HTML: every item a list of its own, boxes and icons as signs, properties as a table. */
export function makeNotionHtmlExport(count: number, seed: number): Zippable {
  const random = randomFrom(seed);
  const say = (length: number) => Array.from({ length }, () => words[random(words.length)]).join(' ');
  const titles = Array.from({ length: count }, (_, index) => `Fiche ${index + 1} ${say(2)}`);
  const nameOf = (index: number) => `${titles[index]} ${notionId(index)}.html`;
  const pageOf = (index: number) => {
    const other = random(count);
    return `<html><head><meta charset="utf-8"/><title>${titles[index]}</title><style>body { margin: 0 }</style></head>
<body><article id="${notionId(index)}" class="page sans"><header><img class="page-cover-image" src="cover.png"/>
<div class="page-header-icon undefined"><span class="icon">📦</span></div><h1 class="page-title">${titles[index]}</h1>
<table class="properties"><tbody>
<tr class="property-row"><th><span class="icon property-icon"></span>Tags</th><td><span class="selected-value">retour${index % 3}</span><span class="selected-value">colis</span></td></tr>
<tr class="property-row"><th>Délai</th><td>5 jours</td></tr></tbody></table></header><div class="page-body">
<nav class="block-color-gray table_of_contents"><div><a href="#b${index}">Titre</a></div></nav>
<p>${say(12)}. Voir <a href="${encodeURIComponent(nameOf(other))}">${say(2)}</a>.</p>
<h2 id="b${index}">${say(2)}</h2>
<ol type="1" class="numbered-list" start="1"><li>${say(5)}<ul class="bulleted-list"><li style="list-style-type:disc">${say(3)}</li></ul></li></ol><ol type="1" class="numbered-list" start="2"><li>${say(4)}</li></ol>
<ul class="to-do-list"><li><div class="checkbox checkbox-on"></div> <span class="to-do-children-checked">${say(3)}</span></li></ul><ul class="to-do-list"><li><div class="checkbox checkbox-off"></div> <span class="to-do-children-unchecked">${say(3)}</span></li></ul>
<figure class="block-color-gray_background callout"><div><span class="icon">💡</span></div><div>${say(6)}</div></figure>
<figure><a href="https://mirandelle.example/aide" class="bookmark source"><div class="bookmark-info"><div class="bookmark-text"><div class="bookmark-title">${say(2)}</div></div><div class="bookmark-href"><img src="favicon.ico" class="icon bookmark-icon"/>https://mirandelle.example/aide</div></div></a></figure>
<table class="simple-table"><thead><tr><th>${say(1)}</th><th>${say(1)}</th></tr></thead><tbody><tr><td>${say(2)}</td><td>${say(2)}</td></tr></tbody></table>
<figure class="image"><a href="image%20${index}.png"><img src="image%20${index}.png"/></a></figure>
</div></article></body></html>`;
  };
  const files: Zippable = {};
  titles.forEach((_, index) => {
    files[nameOf(index)] = strToU8(pageOf(index));
    files[`image ${index}.png`] = onePixel;
  });
  return files;
}
