// The Model Context Protocol's own SDK, which only those who run `kb mcp` install: it brings a web server that nothing here needs.
import { Problem } from '../model/problem.ts';

/** What is used of the SDK. */
export interface McpSdk {
  readonly McpServer: typeof import('@modelcontextprotocol/sdk/server/mcp.js').McpServer;
  readonly StdioServerTransport: typeof import('@modelcontextprotocol/sdk/server/stdio.js').StdioServerTransport;
}

/** Loads the SDK; `load` stands for the imports in tests. Raises a `Problem` that says how to install it. */
export async function loadMcp(
  load = () =>
    Promise.all([
      import('@modelcontextprotocol/sdk/server/mcp.js'),
      import('@modelcontextprotocol/sdk/server/stdio.js'),
    ]),
): Promise<McpSdk> {
  const [{ McpServer }, { StdioServerTransport }] = await load().catch((cause: unknown) => {
    throw new Problem(
      {
        fr: 'Protocole indisponible : installez « npm install @modelcontextprotocol/sdk » à côté de kb, puis relancez',
        en: 'No protocol at hand: install it beside kb with `npm install @modelcontextprotocol/sdk`, then start again',
      },
      undefined,
      cause,
    );
  });
  return { McpServer, StdioServerTransport };
}
