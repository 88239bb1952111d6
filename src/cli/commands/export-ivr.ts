// `kb export ivr`: a voice menu for telephone systems, and the list of what is to be recorded for it.
import { type Command, Option } from 'commander';
import { type Absence, judgeAbsence, obsolescenceWords } from '../../content/obsolescence.ts';
import { readKnowledgeBase } from '../../content/read-knowledge-base.ts';
import { planVoiceMenu } from '../../flow/read-prompts.ts';
import { mainFlow } from '../../lint/flow-links.ts';
import { readDiagrams } from '../../lint/read-diagrams.ts';
import { Problem } from '../../model/problem.ts';
import { quote } from '../../model/quote.ts';
import { judgeTrust } from '../../model/trust.ts';
import type { Wording } from '../../model/wording.ts';
import { formatDialplan } from '../../publish/format-dialplan.ts';
import { formatVoiceXml } from '../../publish/format-voice-xml.ts';
import { type PlannedRecording, planRecordings } from '../../publish/plan-recordings.ts';
import { formatInertCsv } from '../../report/formats/inert-csv.ts';
import { addCommonOptions, type CommonOptions, openSession } from '../common-options.ts';
import { tell } from '../field-problems.ts';
import { findLanguages, noSuchArticle } from '../find-languages.ts';
import type { Host } from '../host.ts';

const ivrFormats = ['vxml', 'asterisk', 'json', 'csv'] as const;

const absenceWords: Readonly<Record<Absence, Wording>> = {
  ...obsolescenceWords,
  draft: { fr: 'un brouillon', en: 'a draft' },
  scheduled: { fr: 'encore à venir', en: 'yet to come' },
};

interface IvrOptions extends CommonOptions {
  readonly format: (typeof ivrFormats)[number];
  readonly language?: string | undefined;
}

/** Prints the menu of the article `id`; warns on stderr where nobody answers for it. The result is the exit code. */
async function exportIvr(id: string, options: IvrOptions, host: Host): Promise<number> {
  const session = await openSession(options, host);
  const { config, root, parser, today } = session;
  const base = await readKnowledgeBase(root, { parser, knownConfig: config });
  const [document] = findLanguages(base, id, options.language);
  if (!document) throw noSuchArticle(base, id, options.language);
  const { article } = document;
  if (article.type !== 'ivr')
    throw new Problem({
      fr: `« ${id} » n’est pas un menu vocal, attendu : un article « type: ivr »`,
      en: `Unexpected article \`${id}\`, expected a voice menu (type: ivr)`,
    });
  const absence = judgeAbsence(document, base, today);
  if (absence !== undefined) {
    const why = absenceWords[absence];
    throw new Problem({
      fr: `« ${id} » est ${why.fr}, attendu : un menu en vigueur le ${today}`,
      en: `Unexpected voice menu \`${id}\`, which is ${why.en}, expected one in force on ${today}`,
    });
  }
  const flow = mainFlow(document, await readDiagrams(base, new Set([document.path])));
  const menu = flow && planVoiceMenu(flow, document, base, today)?.menu;
  if (!flow || !menu)
    throw new Problem({
      fr: `Le logigramme de ${quote(document.path)} n’est pas un menu vocal complet ; « kb lint » dit pourquoi`,
      en: `Unexpected flowchart in ${quote(document.path)} that is no complete voice menu; \`kb lint\` says why`,
    });
  if (options.format === 'vxml') host.out(formatVoiceXml(menu, article.lang));
  else if (options.format === 'asterisk') host.out(formatDialplan(menu, article.id, article.lang));
  else {
    const recordings = planRecordings(menu, flow, document, base, today);
    host.out(
      options.format === 'json' ? writeJson(article.id, article.lang, recordings) : writeCsv(recordings),
    );
  }
  if (judgeTrust(article) !== 'validated')
    tell(
      {
        fr: `Attention : personne ne répond de « ${id} » tel qu’il est (kb validate ${id})`,
        en: `Warning: nobody answers for \`${id}\` as it is (kb validate ${id})`,
      },
      session,
      host,
    );
  return 0;
}

function writeJson(id: string, lang: string, recordings: readonly PlannedRecording[]): string {
  return `${JSON.stringify({ schema: 'kb:recordings', version: 1, id, lang, recordings }, null, 2)}\n`;
}

/** One line for each text: what is said now, then what takes its place with the day from which it does. */
function writeCsv(recordings: readonly PlannedRecording[]): string {
  const rows = recordings.flatMap(({ name, text, seconds, steps, changes }) =>
    [{ from: '', text, seconds }, ...changes].map((said) => ({
      file: `${name}.wav`,
      from: said.from,
      seconds: said.seconds,
      text: said.text,
      steps: steps.join(' / '),
    })),
  );
  return formatInertCsv(['file', 'from', 'seconds', 'text', 'steps'], rows);
}

/** Adds `ivr` to the command `export`. */
export function addIvrExport(parent: Command, host: Host, finish: (code: number) => void): void {
  addCommonOptions(
    parent.command('ivr <id>').description('a voice menu or the list of its recordings, to standard output'),
  )
    .addOption(new Option('--format <format>', 'what it is for').choices(ivrFormats).default('vxml'))
    .option('--language <code>', 'language of the menu (default: the configuration’s)')
    .action(async (id: string, options: IvrOptions) => finish(await exportIvr(id, options, host)));
}
