// `kb mcp`: the base for assistants, over the Model Context Protocol.
import path from 'node:path';
import { loadMcp } from '../../mcp/load-mcp.ts';
import { serveMcp } from '../../mcp/serve-mcp.ts';
import { dayIn } from '../../model/iso-date.ts';
import { chooseAudience, tellsEverything } from '../../publish/select-articles.ts';
import { addCommonOptions, type CommonOptions, openSession } from '../common-options.ts';
import type { Host } from '../host.ts';
import type { AddCommand } from '../main.ts';
import { packageVersion } from '../package-version.ts';
import { defaultOut } from './build.ts';

interface McpCommandOptions extends CommonOptions {
  readonly site: string;
  readonly audience?: string | undefined;
}

async function runMcp(options: McpCommandOptions, host: Host): Promise<number> {
  const { root, config, parser } = await openSession(options, host);
  const audience = chooseAudience(config, options.audience);
  await serveMcp(await loadMcp(), {
    root,
    site: path.resolve(root, options.site),
    audience,
    forWriters: tellsEverything(config, audience),
    parser,
    today: () => options.today ?? dayIn(config.timezone, host.now()),
    version: packageVersion(),
    input: process.stdin,
    signal: host.signal,
  });
  return 0;
}

export const addMcpCommand: AddCommand = (program, host, finish) => {
  addCommonOptions(
    program
      .command('mcp')
      .description('serve the base to assistants over the Model Context Protocol (stdio)'),
  )
    .option('--site <dir>', 'the built site that is searched, from the knowledge base’s root', defaultOut)
    .option(
      '--audience <name>',
      'only what readers of this audience may have (default: the most restricted one)',
    )
    .action(async (options: McpCommandOptions) => finish(await runMcp(options, host)));
};
