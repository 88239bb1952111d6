// A server on the loopback that answers as the issue APIs of GitHub and GitLab are documented to, and takes webhooks.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface FakeIssue {
  readonly number: number;
  title: string;
  body: string;
  open: boolean;
  labels: unknown;
  readonly comments: string[];
  /** A pull request, which GitHub lists among the issues. */
  readonly pull: boolean;
}

interface Fault {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Whether the request is carried out all the same: the answer alone got lost. */
  readonly heard?: boolean;
}

export interface FakeForge {
  /** The address of the server, without a `/` at the end. */
  readonly url: string;
  readonly issues: FakeIssue[];
  /** Requests that change something, such as `POST /repos/org/kb/issues`. */
  readonly writes: string[];
  /** The headers of every request. */
  readonly headers: IncomingMessage['headers'][];
  /** What was posted to `/hook`. */
  readonly posts: unknown[];
  /** The next request that begins with `request` (`POST /repos`) fails so. */
  readonly fail: (request: string, fault: Fault) => void;
  readonly addIssue: (issue: Partial<FakeIssue>) => FakeIssue;
}

/** Few entries on a page, so that lists have more than one. */
const perPage = 2;

async function readJson(request: IncomingMessage): Promise<Record<string, string>> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : JSON.parse(text);
}

/** Starts the server; it ends with the running test. */
export async function startFakeForge(): Promise<FakeForge> {
  const issues: FakeIssue[] = [];
  const faults: { request: string; fault: Fault }[] = [];
  const [writes, headers, posts]: [string[], IncomingMessage['headers'][], unknown[]] = [[], [], []];
  const addIssue: FakeForge['addIssue'] = (given) => {
    const empty = { title: '', body: '', open: true, labels: [], comments: [], pull: false };
    const issue = { ...empty, ...given, number: issues.length + 1 };
    issues.push(issue);
    return issue;
  };

  const asGithub = (issue: FakeIssue) => ({
    number: issue.number,
    title: issue.title,
    body: issue.body,
    html_url: `https://github.example/org/kb/issues/${issue.number}`,
    ...(issue.pull ? { pull_request: {} } : {}),
  });
  const asGitlab = (issue: FakeIssue) => ({
    id: 1000 + issue.number,
    iid: issue.number,
    title: issue.title,
    description: issue.body,
    web_url: `https://gitlab.example/org/kb/-/issues/${issue.number}`,
  });

  function list(url: URL, response: ServerResponse, show: (issue: FakeIssue) => object): object[] {
    const page = Number(url.searchParams.get('page') ?? '1');
    const isGithub = url.pathname.startsWith('/repos/');
    if (url.searchParams.get('state') !== (isGithub ? 'open' : 'opened')) throw new Error('all issues');
    // The newest first, as both forges do.
    const all = issues.filter(({ open, pull }) => open && (isGithub || !pull)).reverse();
    const link = (number: number, rel: string) => {
      url.searchParams.set('page', String(number));
      return `<${url.href}>; rel="${rel}"`;
    };
    const last = Math.max(1, Math.ceil(all.length / perPage));
    const links = [...(page < last ? [link(page + 1, 'next')] : []), link(last, 'last')];
    response.setHeader('link', links.join(', '));
    return all.slice((page - 1) * perPage, page * perPage).map(show);
  }

  function change(issue: FakeIssue, body: Record<string, string>): void {
    const text = body.body ?? body.description;
    if (text !== undefined) issue.body = text;
    if (body.state === 'closed' || body.state_event === 'close') issue.open = false;
  }

  function answer(
    url: URL,
    request: IncomingMessage,
    body: Record<string, string>,
    response: ServerResponse,
  ) {
    const { method } = request;
    if (url.pathname === '/hook') {
      posts.push(body);
      return {};
    }
    const isGithub = url.pathname.startsWith('/repos/org/kb/issues');
    const isGitlab = url.pathname.startsWith('/api/v4/projects/42/issues');
    const allowed = isGithub
      ? request.headers.authorization === 'Bearer gh-secret' && request.headers['user-agent'] !== undefined
      : request.headers['private-token'] === 'gl-secret';
    if (!allowed) {
      response.statusCode = 401;
      return { message: isGithub ? 'Bad credentials' : '401 Unauthorized' };
    }
    const show = isGithub ? asGithub : asGitlab;
    const [number, part] = url.pathname.split('/issues')[1]?.split('/').slice(1) ?? [];
    const issue = issues[Number(number) - 1];
    if ((isGithub || isGitlab) && number === undefined) {
      if (method === 'GET') return list(url, response, show);
      response.statusCode = 201;
      const { title = '', labels = [] } = body;
      return show(addIssue({ title, body: body.body ?? body.description ?? '', labels }));
    }
    if (issue && method === (isGithub ? 'PATCH' : 'PUT') && part === undefined) {
      change(issue, body);
      return show(issue);
    }
    if (issue && method === 'POST' && part === (isGithub ? 'comments' : 'notes')) {
      issue.comments.push(body.body ?? '');
      response.statusCode = 201;
      return {};
    }
    response.statusCode = 404;
    return { message: 'Not Found' };
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const name = `${request.method} ${url.pathname}`;
    const body = await readJson(request);
    headers.push(request.headers);
    const at = faults.findIndex((planned) => name.startsWith(planned.request));
    const [planned] = at === -1 ? [] : faults.splice(at, 1);
    let data: unknown = {};
    if (!planned || planned.fault.heard) {
      if (request.method !== 'GET') writes.push(name);
      data = answer(url, request, body, response);
    }
    if (planned) {
      response.writeHead(planned.fault.status, planned.fault.headers);
      data = planned.fault.body ?? {};
    }
    response.end(JSON.stringify(data));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    issues,
    writes,
    headers,
    posts,
    fail: (request, fault) => faults.push({ request, fault }),
    addIssue,
  };
}
