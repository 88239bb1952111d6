// Which build every page gets: one for all of them, and another only when no page is open or the reader asks for it.
import { answerFrom, resolveAddress } from './answer-request.ts';
import { changeServed, openBuild, readServed, removeOtherBuilds, type StoredBuild } from './build-store.ts';
import type { BuildNotice, PageMessage, Trouble, WorkerMessage } from './messages.ts';
import { readNotice, takeBuild, troubleOf } from './take-build.ts';
import { openPages, type RequestEvent, siteUrl, tellPages, type WindowClient } from './worker-scope.ts';

/** The build of each page that this worker knows of: a page keeps to its own until it is loaded again. */
const buildOfPage = new Map<string, string>();
/** The pages that came from the server, as they came. */
const pageAsItCame = new Map<string, Hello>();
let looking: Promise<void> | undefined;
/** Set where a page came to life while the server was being asked: what it answered may be out of date. */
let askAgain = false;
let progress: number | undefined;
let trouble: Trouble | undefined;

type Hello = Extract<PageMessage, { kind: 'hello' }>;

/** How often pages are told of progress, in hundredths. */
const progressStep = 2;

/** Answers from the page's build; from the network where there is no build, and for addresses that are not this site's. */
export async function answer(event: RequestEvent): Promise<Response> {
  const { request } = event;
  const answered = await answerFromBuild(event).catch((error: unknown) => {
    // Where the browser's storage fails, a whole page from the server is better than none; a part of one is not.
    if (request.mode !== 'navigate') throw error;
    return undefined;
  });
  return answered ?? fetch(request);
}

async function answerFromBuild(event: RequestEvent): Promise<Response | undefined> {
  const build = await chooseBuild(event);
  return build && answerFrom(build, event.request);
}

async function chooseBuild(event: RequestEvent): Promise<StoredBuild | undefined> {
  if (event.request.mode !== 'navigate') {
    const own = await openBuild(buildOfPage.get(event.clientId));
    return own ?? openBuild((await readServed()).active);
  }
  const { candidate } = await readServed();
  if (candidate !== undefined && (await openPages()).length === 0) await promote(candidate);
  const build = await openBuild((await readServed()).active);
  if (build) buildOfPage.set(event.resultingClientId, build.version);
  return build;
}

/** Serves the build `version` from now on, where it is here as a whole. */
async function promote(version: string): Promise<void> {
  if (await openBuild(version))
    await changeServed((served) => (served.candidate === version ? { active: version } : served));
}

/** The reader wants the candidate: it is served from now on, and every open page is loaded again. */
export async function acceptCandidate(): Promise<void> {
  const { candidate } = await readServed();
  if (candidate !== undefined) await promote(candidate);
  await tellPages({ kind: 'reload' });
}

/** A page came to life: it is told how things stand, and the server is asked whether it has another build. */
export async function greet(page: WindowClient, hello: Hello): Promise<void> {
  const { version } = hello;
  if (version !== undefined) buildOfPage.set(page.id, version);
  else if (hello.bytes > 0) pageAsItCame.set(page.id, hello);
  const { active } = await readServed();
  if (version !== undefined && active !== undefined && version !== active)
    return page.postMessage({ kind: 'reload' });
  page.postMessage(await describe());
  if (looking) askAgain = true;
  looking ??= lookUntilQuiet().finally(() => {
    looking = undefined;
  });
  await looking;
  await tellPages(await describe());
}

async function describe(): Promise<WorkerMessage> {
  const { active, candidate } = await readServed();
  return {
    kind: 'state',
    active: editionOf(await openBuild(active)),
    candidate: editionOf(await openBuild(candidate)),
    progress,
    trouble,
  };
}

function editionOf(build: StoredBuild | undefined): { version: string; builtOn: string } | undefined {
  return build && { version: build.version, builtOn: build.builtOn };
}

async function lookUntilQuiet(): Promise<void> {
  do {
    askAgain = false;
    await lookForBuild();
    progress = undefined;
  } while (askAgain);
}

/** Takes the server's build where it is another than those that are here. Whatever fails, the build that is served stays. */
async function lookForBuild(): Promise<void> {
  try {
    const notice = await readNotice();
    // The server may have gone back to the build that is served.
    await changeServed((served) => (served.active === notice.version ? { active: served.active } : served));
    const { active, candidate } = await readServed();
    await removeOtherBuilds([active, candidate, notice.version, ...(await buildsOfOpenPages())]);
    const here = notice.version === active || notice.version === candidate;
    if (!here || !(await openBuild(notice.version))) await take(notice);
    trouble = undefined;
  } catch (error) {
    trouble = troubleOf(error);
  }
}

async function buildsOfOpenPages(): Promise<(string | undefined)[]> {
  return (await openPages()).map(({ id }) => buildOfPage.get(id));
}

async function take(notice: BuildNotice): Promise<void> {
  const served = await readServed();
  const here = await Promise.all([openBuild(served.active), openBuild(served.candidate)]);
  const first = here[0] === undefined;
  await takeBuild(notice, { from: here.filter((build) => build !== undefined), onProgress: showProgress });
  const { version } = notice;
  await changeServed(({ active }) =>
    first || active === version ? { active: version } : { active, candidate: version },
  );
  if (first) await tellOutdatedPages(await openBuild(version));
}

function showProgress(share: number): void {
  const before = Math.floor(((progress ?? 0) * 100) / progressStep);
  progress = share;
  if (Math.floor((share * 100) / progressStep) === before) return;
  void describe().then(tellPages);
}

/**
 * The pages that were open before the first build was here came from the server, which may have had another build then: that shows in the
 * day or in the page's size. Only a change that keeps both goes unnoticed, until the page is loaded again.
 */
async function tellOutdatedPages(build: StoredBuild | undefined): Promise<void> {
  for (const page of await openPages()) {
    const came = pageAsItCame.get(page.id);
    const target = build && resolveAddress(page.url, siteUrl, build);
    if (!came || target?.kind !== 'file') continue;
    const same = came.builtOn === build?.builtOn && came.bytes === build.files.get(target.path)?.[2];
    if (!same) page.postMessage({ kind: 'outdated' });
  }
}
