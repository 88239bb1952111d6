// `kb flow`: an article's flowcharts as trees in the terminal with what is wrong with them, or as pictures for slides.
import { createColors } from 'picocolors';
import { type FlowchartSource, flowchartsOf } from '../../content/document.ts';
import type { DiagramResult } from '../../flow/parse-flow.ts';
import { formatStylish } from '../../lint/formats/stylish.ts';
import { type FixableFinding, lintKnowledgeBase } from '../../lint/lint.ts';
import { readDiagrams } from '../../lint/read-diagrams.ts';
import { rules } from '../../lint/rules/index.ts';
import { printable } from '../../model/printable.ts';
import { Problem } from '../../model/problem.ts';
import { countWords, type UiLanguage, type Wording } from '../../model/wording.ts';
import { addCommonOptions, parseCountOption } from '../common-options.ts';
import { type FlowSource, type FlowSourceOptions, readFlowSource } from '../flow-source.ts';
import { formatOutline } from '../format-outline.ts';
import { type Host, wantsColor } from '../host.ts';
import type { AddCommand } from '../main.ts';
import { askedFormats, type PictureFiles, writePictures } from '../write-pictures.ts';

interface FlowCommandOptions extends FlowSourceOptions, PictureFiles {
  readonly number?: number | undefined;
}

interface Flowchart extends FlowchartSource {
  /** From 1, in the article. */
  readonly number: number;
}

/** Widest tree, in columns: longer lines are hard to read, whatever the terminal. */
const widest = 80;

/** Rules that look at other articles than the one in hand: they have nothing to say of a file of no base. */
const rulesOfBase: readonly string[] = ['flow-links-resolve', 'flows-across-articles-end'];

/** The flowcharts that are asked for. Raises a `Problem` where there are none, or not that many. */
function selectFlowcharts({ document, path }: FlowSource, number: number | undefined): readonly Flowchart[] {
  const all = flowchartsOf(document).map((flowchart, at) => ({ ...flowchart, number: at + 1 }));
  if (all.length === 0)
    throw new Problem(
      {
        fr: 'Aucun logigramme, attendu : un bloc ```mermaid',
        en: 'No flowchart, expected a ```mermaid block',
      },
      path,
    );
  const asked = number === undefined ? all : all.filter((flowchart) => flowchart.number === number);
  if (asked.length > 0) return asked;
  const range = all.length === 1 ? '1' : `1–${all.length}`;
  throw new Problem(
    {
      fr: `Aucun logigramme ${number}, attendu : --number ${range}`,
      en: `No flowchart ${number}, expected --number ${range}`,
    },
    path,
  );
}

/** What the flow rules say of the article; lines as in its file. */
function findProblems(source: FlowSource, diagrams: ReadonlyMap<string, DiagramResult>): FixableFinding[] {
  const { base, document, root, shift, today } = source;
  const names = Object.keys(rules).filter(
    (name) => rules[name]?.group === 'flow' && (root !== undefined || !rulesOfBase.includes(name)),
  );
  const only = new Set([document.path]);
  return lintKnowledgeBase(base, { today, diagrams, only, rules: names }).map((finding) => ({
    ...finding,
    path: source.path,
    line: Math.max(1, finding.line - shift),
    ...(finding.endLine === undefined ? {} : { endLine: Math.max(1, finding.endLine - shift) }),
  }));
}

/** What stands above a flowchart's tree. */
function describeFlowchart(
  { line, codeLine = line, number }: Flowchart,
  result: DiagramResult | undefined,
  { path, shift }: FlowSource,
): Wording {
  const place = `${path}:${shift > 0 ? 1 : codeLine}`;
  const tell = (fr: string, en: string): Wording => ({
    fr: `Logigramme ${number} (${place}), ${fr}`,
    en: `Flowchart ${number} (${place}), ${en}`,
  });
  if (!result?.ok) return tell('illisible', 'unreadable');
  if (!result.flow)
    return tell(
      `de type « ${result.kind} » : syntaxe juste, sans étapes à suivre`,
      `of type \`${result.kind}\`: sound syntax, no steps to follow`,
    );
  const count = result.flow.nodes.length;
  return tell(countWords(count, 'nœud', 'fr'), countWords(count, 'node', 'en'));
}

function titleOf({ document, path }: FlowSource): string {
  const { article } = document;
  return article ? `${article.id} (${article.lang}) – ${article.title}` : path;
}

/** The trees of `flowcharts`, each with its heading. */
function formatTrees(
  source: FlowSource,
  flowcharts: readonly Flowchart[],
  diagrams: ReadonlyMap<string, DiagramResult>,
  host: Host,
): string {
  const colors = createColors(wantsColor(host.env, host.outIsTerminal));
  const width = Math.min(host.width, widest);
  const lines = [colors.bold(printable(titleOf(source)))];
  for (const flowchart of flowcharts) {
    const result = diagrams.get(flowchart.code);
    const heading = describeFlowchart(flowchart, result, source)[source.lang];
    const tree = result?.ok && result.flow ? formatOutline(result.flow, { colors, width }) : [];
    lines.push(colors.dim(printable(heading)), '', ...tree, ...(tree.length > 0 ? [''] : []));
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function formatFindings(source: FlowSource, findings: readonly FixableFinding[], host: Host): string {
  const { today, path, text, lang } = source;
  const result = { today, articles: 1, findings, texts: new Map([[path, text]]) };
  return formatStylish(result, {
    lang,
    color: wantsColor(host.env, host.outIsTerminal),
    width: Math.min(host.width, 120),
  });
}

/** Writes the one flowchart that is asked for. Raises a `Problem` where several are, or where it can't be drawn. */
async function exportFlowchart(
  source: FlowSource,
  flowcharts: readonly Flowchart[],
  diagrams: ReadonlyMap<string, DiagramResult>,
  options: FlowCommandOptions,
  host: Host,
): Promise<void> {
  const [flowchart] = flowcharts;
  if (flowchart === undefined) return;
  if (flowcharts.length > 1)
    throw new Problem(
      {
        fr: `${flowcharts.length} logigrammes, attendu : un seul, avec --number 1–${flowcharts.length}`,
        en: `Unexpected ${flowcharts.length} flowcharts, expected one, with --number 1–${flowcharts.length}`,
      },
      source.path,
    );
  const result = diagrams.get(flowchart.code);
  if (!result?.ok) {
    const unwritten = {
      fr: 'image non écrite : logigramme illisible',
      en: 'no picture: unreadable flowchart',
    };
    host.err(`kb: ${unwritten[source.lang]}\n`);
    return;
  }
  const description = describeFlowchart(flowchart, result, source)[source.lang];
  const picture = { code: flowchart.code, title: titleOf(source), description, root: source.root };
  await writePictures(picture, options, host);
  for (const format of askedFormats(options)) host.out(`${options[format]}\n`);
}

function tellOthers({ others, lang }: FlowSource, host: Host): void {
  if (others.length === 0) return;
  const words: Readonly<Record<UiLanguage, string>> = { fr: 'aussi en', en: 'also in' };
  host.err(`${words[lang]} ${printable(others.join(', '))} (--language)\n`);
}

async function runFlow(asked: string, options: FlowCommandOptions, host: Host): Promise<number> {
  const source = await readFlowSource(asked, options, host);
  const flowcharts = selectFlowcharts(source, options.number);
  const diagrams = await readDiagrams(source.base, new Set([source.document.path]));
  const findings = findProblems(source, diagrams);
  if (askedFormats(options).length > 0) await exportFlowchart(source, flowcharts, diagrams, options, host);
  else {
    tellOthers(source, host);
    host.out(formatTrees(source, flowcharts, diagrams, host));
  }
  if (findings.length > 0) host.out(formatFindings(source, findings, host));
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

export const addFlowCommand: AddCommand = (program, host, finish) => {
  addCommonOptions(
    program
      .command('flow <id-or-file>')
      .description('an article’s flowcharts as trees, with what is wrong with them, or as pictures'),
  )
    .option('--language <code>', 'the article in this language (default: the base’s own language)')
    .option('--number <n>', 'the n-th flowchart of the article (default: all)', parseCountOption)
    .option('--svg <file>', 'write the picture, in its own colours, for slides')
    .option('--png <file>', 'write the picture as PNG')
    .option('--pdf <file>', 'write the picture as a page of PDF')
    .action(async (asked: string, options: FlowCommandOptions) =>
      finish(await runFlow(asked, options, host)),
    );
};
