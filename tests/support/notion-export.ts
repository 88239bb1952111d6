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
