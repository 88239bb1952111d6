// `kb where-used`: which articles include a fragment, show a variable, or link to an article or a picture.
import { Option } from 'commander';
import { didYouMean } from '../../config/schema-issue.ts';
import { readKnowledgeBase } from '../../content/read-knowledge-base.ts';
import { printable } from '../../model/printable.ts';
import { Problem } from '../../model/problem.ts';
import type { Wording } from '../../model/wording.ts';
import { findUses, isKnown, knownNames, type Use } from '../../report/find-uses.ts';
import { addCommonOptions, type CommonOptions, openSession } from '../common-options.ts';
import type { Host } from '../host.ts';
import type { AddCommand } from '../main.ts';

interface WhereUsedOptions extends CommonOptions {
  readonly format: string;
}

const ways: Readonly<Record<Use['how'], Wording>> = {
  includes: { fr: 'inclut', en: 'includes' },
  shows: { fr: 'montre', en: 'shows' },
  links: { fr: 'mène à', en: 'links' },
};

function describeWay({ how, via }: Use): Wording {
  const through = via.join(' › ');
  const { fr, en } = ways[how];
  return through === '' ? { fr, en } : { fr: `${fr} par ${through}`, en: `${en} through ${through}` };
}

async function runWhereUsed(name: string, options: WhereUsedOptions, host: Host): Promise<number> {
  const session = await openSession(options, host);
  const base = await readKnowledgeBase(session.root, session);
  if (!isKnown(base, name)) {
    const hint = didYouMean(name, knownNames(base));
    throw new Problem({
      fr: `Rien ne s’appelle « ${name} »${hint.fr || ', attendu : un fragment, une variable, un article ou une image'}`,
      en: `Nothing is called \`${name}\`${hint.en || ', expected a fragment, a variable, an article or a picture'}`,
    });
  }
  const uses = findUses(base, name);
  if (options.format === 'json') {
    host.out(`${JSON.stringify({ version: 1, name, uses }, null, 2)}\n`);
    return 0;
  }
  for (const use of uses)
    host.out(`${printable(`${use.path}:${use.line}`)}\n  ${printable(session.say(describeWay(use)))}\n`);
  if (uses.length === 0)
    host.err(`${printable(session.say({ fr: `« ${name} » : aucun emploi`, en: `\`${name}\`: no use` }))}\n`);
  return 0;
}

export const addWhereUsedCommand: AddCommand = (program, host, finish) => {
  addCommonOptions(
    program
      .command('where-used <name>')
      .description('what includes a fragment, shows a variable, links to an article or a picture'),
  )
    .addOption(new Option('--format <name>', 'output format').choices(['text', 'json']).default('text'))
    .action(async (name: string, options: WhereUsedOptions) =>
      finish(await runWhereUsed(name, options, host)),
    );
};
