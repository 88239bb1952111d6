// `kb export zendesk`: articles for the public, as Zendesk Guide takes them.
import { type Command, Option } from 'commander';
import { readKnowledgeBase } from '../../content/read-knowledge-base.ts';
import { Problem } from '../../model/problem.ts';
import { quote } from '../../model/quote.ts';
import type { Wording } from '../../model/wording.ts';
import { exportGuide, type GuideExport, type LeftOut } from '../../publish/export-guide.ts';
import { chooseAudience, selectArticles } from '../../publish/select-articles.ts';
import { addCommonOptions, type CommonOptions, openSession } from '../common-options.ts';
import { tell } from '../field-problems.ts';
import type { Host } from '../host.ts';

interface ZendeskOptions extends CommonOptions {
  readonly audience: string;
  readonly siteUrl?: string | undefined;
  readonly unvalidated?: boolean | undefined;
}

const reasons: Readonly<Record<LeftOut, Wording>> = {
  'not in force': { fr: 'pas en vigueur', en: 'not in force' },
  unvalidated: {
    fr: 'non validés (--unvalidated les prend)',
    en: 'not validated (--unvalidated takes them)',
  },
  interactive: {
    fr: 'avec logigramme, quiz, cas ou macro, qui vivent des scripts du site',
    en: 'with a flowchart, quiz, case or macro, which live from the site’s scripts',
  },
};

function remarksOf({ leftOut, lost }: GuideExport): Wording[] {
  const remarks = (Object.keys(reasons) as LeftOut[]).flatMap((why): Wording[] => {
    const ids = [...leftOut].flatMap(([{ article }, each]) => (each === why ? [article.id] : []));
    if (ids.length === 0) return [];
    const { fr, en } = reasons[why];
    return [{ fr: `Laissés de côté, ${fr} : ${ids.join(', ')}`, en: `Left out, ${en}: ${ids.join(', ')}` }];
  });
  if (lost === 0) return remarks;
  return [
    ...remarks,
    {
      fr: `Liens et images réduits à leurs mots : ${lost} (--site-url donne l’adresse du site de ce public)`,
      en: `Links and pictures that are only their words: ${lost} (--site-url names the site of this audience)`,
    },
  ];
}

function checkAddress(siteUrl: string | undefined): void {
  if (siteUrl === undefined || (URL.canParse(siteUrl) && /^https?:$/.test(new URL(siteUrl).protocol))) return;
  throw new Problem(
    {
      fr: `Adresse inattendue « ${quote(siteUrl)} », attendu : https://…`,
      en: `Unexpected address \`${quote(siteUrl)}\`, expected https://…`,
    },
    '--site-url',
  );
}

/** Prints one JSON object; says on stderr what was left out. The result is the exit code. */
async function exportZendesk(options: ZendeskOptions, host: Host): Promise<number> {
  const { siteUrl, unvalidated = false } = options;
  checkAddress(siteUrl);
  const session = await openSession(options, host);
  const { config, root, parser, today } = session;
  const audience = chooseAudience(config, options.audience);
  const base = await readKnowledgeBase(root, { parser, knownConfig: config, audience });
  const { published } = selectArticles(base, audience, false);
  const exported = exportGuide(base, published, { today, siteUrl, unvalidated });
  const { sections, articles } = exported;
  host.out(`${JSON.stringify({ version: 1, sections, articles }, null, 2)}\n`);
  for (const remark of remarksOf(exported)) tell(remark, session, host);
  return 0;
}

/** Adds `zendesk` to the command `export`. The audience has to be named: what is put into a Help Center is public, and no default may decide that. */
export function addZendeskExport(parent: Command, host: Host, finish: (code: number) => void): void {
  addCommonOptions(
    parent
      .command('zendesk')
      .description('articles in force as Zendesk Guide takes them, one JSON object, to standard output'),
  )
    .addOption(new Option('--audience <name>', 'whose articles, as customer').makeOptionMandatory())
    .option('--site-url <url>', 'where this audience’s site is: links and pictures lead there')
    .option('--unvalidated', 'those that nobody answers for as they are, too')
    .action(async (options: ZendeskOptions) => finish(await exportZendesk(options, host)));
}
