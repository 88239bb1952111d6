// The colours in which Mermaid draws. No reader sees them: each stands for a part of the site's palette, and gives way to its class.

/** Kept apart by a digit, so that each can be told from the others in a drawing. */
export const themeColours = {
  text: '#1a2021',
  line: '#6a7571',
  border: '#7f8b81',
  page: '#fefff1',
  node: '#f4f6f1',
  group: '#eef0e1',
  accent: '#eaecf1',
  note: '#fdf0d1',
  inverse: '#fefef1',
} as const;

/** Told apart by Mermaid's charts: what they count, branches, sections. */
const wheel = [
  ...['#4a90d9', '#d98b4a', '#5cb85c', '#c95c94', '#8d6cc9', '#3aa8a4'],
  ...['#c9b23a', '#a07f62', '#5c7fc9', '#c96f5c', '#7fae3a', '#a45cc9'],
];

const { text, line, border, page, node, group, accent, note, inverse } = themeColours;

/** `themeVariables` for the theme `base`. */
export const pictureTheme = {
  background: page,
  primaryColor: node,
  primaryTextColor: text,
  primaryBorderColor: border,
  secondaryColor: accent,
  secondaryTextColor: text,
  secondaryBorderColor: border,
  tertiaryColor: group,
  tertiaryTextColor: text,
  tertiaryBorderColor: border,
  textColor: text,
  titleColor: text,
  lineColor: line,
  arrowheadColor: line,
  mainBkg: node,
  nodeBorder: border,
  edgeLabelBackground: page,
  relationLabelBackground: page,
  noteBkgColor: note,
  noteTextColor: text,
  noteBorderColor: border,
  // Sequence
  signalColor: line,
  actorLineColor: border,
  activationBorderColor: border,
  sequenceNumberColor: inverse,
  // State
  labelBackgroundColor: page,
  compositeBackground: page,
  compositeTitleBackground: group,
  // Class and entity relationship
  rowOdd: page,
  rowEven: node,
  // Gantt
  altSectionBkgColor: page,
  taskBorderColor: border,
  taskBkgColor: accent,
  activeTaskBkgColor: wheel[0],
  activeTaskBorderColor: border,
  doneTaskBkgColor: wheel[2],
  doneTaskBorderColor: border,
  critBkgColor: wheel[1],
  critBorderColor: border,
  gridColor: border,
  // Charts
  pieStrokeColor: border,
  pieOuterStrokeColor: border,
  pieOpacity: '1',
  xyChart: { plotColorPalette: wheel.join(',') },
  ...numbered('pie', 1, wheel),
  ...numbered('cScale', 0, wheel),
  ...numbered('git', 0, wheel.slice(0, 8)),
  ...numbered('fillType', 0, wheel.slice(0, 8)),
  ...numbered('venn', 1, wheel.slice(0, 8)),
};

function numbered(name: string, from: number, values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map((value, index) => [`${name}${from + index}`, value]));
}
