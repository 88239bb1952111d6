// `kb preview`: a built folder, served as a plain web server would.
import { openSiteFiles } from './site-files.ts';
import { type RunningServer, type ServerOptions, startServer } from './start-server.ts';

export interface PreviewOptions extends Omit<ServerOptions, 'answer'> {
  /** Absolute path of the built site. */
  readonly site: string;
}

/** Serves the site until it is closed. Raises a `Problem` where there is no built site or the address can't be had. */
export async function startPreview({ site, ...options }: PreviewOptions): Promise<RunningServer> {
  return startServer({ ...options, answer: await openSiteFiles(site) });
}
