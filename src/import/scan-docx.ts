// What a Word document holds, counted in its own XML (ECMA-376 part 1, WordprocessingML), apart from the program that converts it.
import type { ElementKind, Remark, SourcePage } from './source-page.ts';
import { noElements } from './source-page.ts';

export interface DocxParts {
  /** `word/document.xml`. */
  readonly document: string;
  /** `word/styles.xml`; empty where there is none. */
  readonly styles: string;
  /** Footnotes and endnotes, whose words an article has at its end. */
  readonly notes: readonly string[];
  /** Headers and footers, which stand on every sheet of paper and in no article. */
  readonly margins: readonly string[];
}

const tag = /<(\/?)([\w:]+)((?:\s+[\w:]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/g;

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1];
}

/** Ids of the styles that make a paragraph a heading; Word keeps their names in English whatever its language. */
function headingStyles(styles: string): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [style] of styles.matchAll(/<w:style\s[^>]*>[\s\S]*?<\/w:style>/g)) {
    const name = /<w:name\s[^>]*w:val="([^"]*)"/.exec(style)?.[1];
    const id = attribute(style, 'w:styleId');
    if (id !== undefined && name !== undefined && /^(heading [1-6]|title)$/i.test(name)) ids.add(id);
  }
  return ids;
}

/** The text of the parts of `xml` between tags called `name`. */
function textIn(xml: string, name: string): string {
  return [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`, 'g'))]
    .map(([, text = '']) => decode(text))
    .join(' ')
    .trim();
}

interface Paragraph {
  heading: boolean;
  /** Level of a list, from 0. */
  level: number | undefined;
  filled: boolean;
}

/** Counts lists as they are seen: one begins where a level is entered, and all end at a paragraph outside them. */
function createListCounter() {
  let [count, open] = [0, 0];
  return {
    add: (level: number | undefined) => {
      const depth = level === undefined ? 0 : level + 1;
      count += Math.max(0, depth - open);
      open = depth;
    },
    count: () => count,
  };
}

/** What Word shows and an article can't hold, by the XML that it is made of. */
function findLosses(xml: string, margins: readonly string[]): Remark[] {
  const count = (pattern: RegExp) => xml.match(pattern)?.length ?? 0;
  const tell = (code: Remark['code'], found: number): Remark[] =>
    found > 0 ? [{ code, detail: String(found) }] : [];
  const formulas = [...xml.matchAll(/<m:oMath(?:\s[^>]*)?>[\s\S]*?<\/m:oMath>/g)];
  const outside = margins.map((part) => textIn(part, 'w:t')).filter((text) => text !== '');
  return [
    ...tell('changes-accepted', count(/<w:(?:ins|del|moveFrom|moveTo)\s/g)),
    ...tell('comments-dropped', count(/<w:commentReference\s/g)),
    ...tell('text-boxes', count(/<w:txbxContent[\s>]/g)),
    ...formulas.map(([formula]): Remark => ({ code: 'formula-dropped', detail: textIn(formula, 'm:t') })),
    ...outside.map((text): Remark => ({ code: 'margin-dropped', detail: text })),
  ];
}

/** Counts the parts of a document and gathers its words. */
export function scanDocx({
  document,
  styles,
  notes,
  margins,
}: DocxParts): Pick<SourcePage, 'counts' | 'text' | 'remarks'> {
  // Word writes newer drawings twice; readers of the older form take the fallback.
  const xml = document.replace(/<mc:Choice[\s>][\s\S]*?<\/mc:Choice>/g, '');
  const headings = headingStyles(styles);
  const counts: Record<ElementKind, number> = { ...noElements };
  const lists = createListCounter();
  const pieces: string[] = [];
  let paragraph: Paragraph = { heading: false, level: undefined, filled: false };
  let within = '';
  for (const [, closing, name = '', attributes = '', , text] of xml.matchAll(tag)) {
    if (text !== undefined) {
      if (within !== 'w:t') continue;
      pieces.push(decode(text));
      if (text.trim() !== '') paragraph.filled = true;
      continue;
    }
    within = closing === '' ? name : '';
    if (closing !== '') {
      if (name !== 'w:p') continue;
      pieces.push('\n');
      if (paragraph.filled) lists.add(paragraph.heading ? undefined : paragraph.level);
      if (paragraph.filled && paragraph.heading) counts.heading++;
    } else if (name === 'w:p') paragraph = { heading: false, level: undefined, filled: false };
    else if (name === 'w:pStyle') paragraph.heading = headings.has(attribute(attributes, 'w:val') ?? '');
    else if (name === 'w:ilvl') paragraph.level = Number(attribute(attributes, 'w:val') ?? 0);
    else if (name === 'w:numId' && attribute(attributes, 'w:val') === '0') paragraph.level = undefined;
    else if (name === 'w:tab' || name === 'w:br' || name === 'w:cr') pieces.push(' ');
    else if (name === 'w:tbl') counts.table++;
    else if (name === 'w:tc') lists.add(undefined);
    else if (name === 'w:hyperlink') counts.link++;
    else if (name === 'a:blip' || name === 'v:imagedata') {
      counts.image++;
      paragraph.filled = true;
    }
  }
  counts.list = lists.count();
  const noted = notes.map((part) => textIn(part, 'w:t'));
  return { counts, text: [pieces.join(''), ...noted].join('\n'), remarks: findLosses(xml, margins) };
}
