// Runs in the page that draws flowcharts: tells whether a line of a label is short enough without laying it out.

/** A word of a line as Mermaid's text wrapping has it. */
interface Word {
  readonly content: string;
  readonly type: string;
}

/** A d3 selection of the group that the label stands in. */
interface LabelGroup {
  readonly node: () => Element | null;
}

/** Whether `line` is at most `width` px wide in `group`; undefined where only a layout can tell. */
export type LineFitter = (group: LabelGroup, line: readonly Word[], width: number) => boolean | undefined;

/** A canvas adds up what a layout rounds up, word by word; so close to the limit, in px, the layout decides. */
const doubt = 2;

const svg = 'http://www.w3.org/2000/svg';

/** Fits lines by the widths that a canvas measures: the same fonts and the same shaping as a layout, in a fraction of the time. */
export function createLineFitter(): LineFitter {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d');
  let fonts:
    | { readonly drawing: Element | null; readonly byPlace: Map<string, string | undefined> }
    | undefined;
  const fontAt = (group: Element) => {
    const drawing = group.closest('svg');
    if (fonts?.drawing !== drawing) fonts = { drawing, byPlace: new Map() };
    const place = placeOf(group);
    if (!fonts.byPlace.has(place)) fonts.byPlace.set(place, fontIn(group));
    return fonts.byPlace.get(place);
  };
  return (label, line, width) => {
    const group = label.node();
    if (canvas === null || group === null) return undefined;
    const text = plainTextOf(line);
    if (text === undefined) return undefined;
    const font = fontAt(group);
    if (font === undefined) return undefined;
    if (canvas.font !== font) canvas.font = font;
    const measured = canvas.measureText(text).width;
    return Math.abs(measured - width) > doubt ? measured < width : undefined;
  };
}

/** The line as one text; undefined where a word is bold or slanted, or where white space would collapse. */
function plainTextOf(line: readonly Word[]): string | undefined {
  if (line.some(({ type }) => type !== 'normal')) return undefined;
  const text = line.map(({ content }) => content).join(' ');
  return /[&\t\n\r\f]|^ | {2}| $/.test(text) ? undefined : text;
}

/** All by which the style sheets of a drawing tell one group from another: its classes and styles and those around it. */
function placeOf(group: Element): string {
  const place: string[] = [];
  for (let around: Element | null = group; around && around.tagName !== 'svg'; around = around.parentElement)
    place.push(`${around.getAttribute('class')}/${around.getAttribute('style')}`);
  return place.join(' ');
}

/** The font of a label's words in `group`, as a canvas takes it; undefined where they are set otherwise than letter by letter. */
function fontIn(group: Element): string | undefined {
  const [text, line, word] = ['text', 'tspan', 'tspan'].map((name) => document.createElementNS(svg, name));
  if (!text || !line || !word) return undefined;
  line.setAttribute('class', 'text-outer-tspan');
  word.setAttribute('class', 'text-inner-tspan');
  word.setAttribute('font-style', 'normal');
  word.setAttribute('font-weight', 'normal');
  line.append(word);
  text.append(line);
  group.append(text);
  const { font, letterSpacing, wordSpacing, textTransform } = getComputedStyle(word);
  text.remove();
  const plain =
    letterSpacing === 'normal' && /^(?:normal|0px)$/.test(wordSpacing) && textTransform === 'none';
  return plain && font !== '' ? font : undefined;
}
