// HTML elements by name, with the Markdown that stands for each.
import type { Wording } from '../model/wording.ts';

function same(text: string): Wording {
  return { fr: text, en: text };
}

const [bold, italic, struck] = [same('**…**'), same('*…*'), same('~~…~~')];
const code = { fr: 'des accents graves', en: 'backticks' };
const list = { fr: 'une liste avec « - » ou « 1. »', en: 'a list with `-` or `1.`' };
const table = { fr: 'un tableau avec « | »', en: 'a table with `|`' };
const heading = { fr: 'un titre avec « ## »', en: 'a heading with `##`' };
const aside = { fr: 'un encadré avec « > [!NOTE] »', en: 'a note with `> [!NOTE]`' };
const paragraph = { fr: 'un autre paragraphe', en: 'another paragraph' };
const link = { fr: '[des mots](l’adresse)', en: '[words](the address)' };
const image = { fr: '![ce qu’elle montre](fichier)', en: '![what it shows](file)' };
const anchor = { fr: 'rien, un titre a son ancre', en: 'nothing, a heading has its anchor' };
const plain = { fr: 'le texte sans balise', en: 'the text without a tag' };

/** The Markdown that says the same; other elements have none. */
const markdown: readonly (readonly [names: string, instead: Wording])[] = [
  ['b strong', bold],
  ['i em cite dfn var', italic],
  ['s del strike', struck],
  ['code kbd samp tt pre', code],
  ['ul ol li dl dt dd menu', list],
  ['table thead tbody tfoot tr td th caption col colgroup', table],
  ['h1 h2 h3 h4 h5 h6', heading],
  ['aside', aside],
  ['p br wbr', paragraph],
  ['a', link],
  ['img picture figure svg', image],
  ['hr', same('---')],
  ['blockquote q', same('> …')],
];

/** Elements without Markdown of their own (HTML Living Standard, section 4, and obsolete ones that are still written). */
const others =
  'abbr acronym address applet area article audio base bdi bdo big blink body button canvas center data datalist ' +
  'details dialog dir div embed fieldset figcaption font footer form frame frameset head header hgroup html iframe ' +
  'input ins label legend link main map mark marquee math meta meter nav nobr noscript object optgroup option output ' +
  'param progress rp rt ruby script search section select slot small source span style sub summary sup template ' +
  'textarea time title track u video';

const elements: ReadonlyMap<string, Wording> = new Map([
  ...others.split(' ').map((name) => [name, plain] as const),
  ...markdown.flatMap(([names, instead]) => names.split(' ').map((name) => [name, instead] as const)),
]);

/** What to write in the place of the element `name` (lower case), begun by `tag`; undefined where HTML knows no such element. */
export function markdownFor(name: string, tag: string): Wording | undefined {
  // Other tools write `<a id="…"></a>` beside a heading, to link to it.
  return name === 'a' && /\s(?:id|name)=/i.test(tag) ? anchor : elements.get(name);
}
