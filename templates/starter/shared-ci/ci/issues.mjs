// How remind-owners.mjs speaks to GitHub, GitLab and webhooks: requests with a time limit and retries, and the issues of a repository.
import { setTimeout as wait } from 'node:timers/promises';

const { env } = process;
const secrets = [env.KB_REPORT_WEBHOOK, env.GITHUB_TOKEN, env.KB_REPORT_TOKEN].filter(Boolean);

/** Milliseconds: for one answer, before each of the two retries, and the longest that a server may make us wait. */
const patience = 30_000;
const pauses = [1_000, 5_000];
const longestPause = 60_000;

/** What to check, by the status of a refusal. */
const hints = {
  fr: {
    401: 'vérifiez que le jeton existe et n’a pas expiré',
    403: 'vérifiez les droits du jeton : issues: write sur GitHub, rôle Reporter et portée api sur GitLab',
    404: 'vérifiez l’adresse, et que le jeton a accès à ce dépôt',
    410: 'vérifiez que les tickets sont activés dans ce dépôt',
    other: 'réessayez plus tard, puis vérifiez l’adresse',
  },
  en: {
    401: 'check that the token exists and has not expired',
    403: 'check what the token may do: issues: write on GitHub, role Reporter and scope api on GitLab',
    404: 'check the address, and that the token may see this repository',
    410: 'check that issues are enabled in this repository',
    other: 'try again later, then check the address',
  },
};

/** One line that is safe in a log: no secret, no control character. */
export function line(text) {
  const hidden = secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), String(text));
  return hidden
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 500);
}

/** Sends once: `{ data, link }`, or `{ problem, status, passing, asked }` with whether a little later it may go well. */
async function sendOnce(method, url, headers, body) {
  try {
    const answer = await fetch(url, {
      method,
      headers: { ...headers, 'content-type': 'application/json', 'user-agent': 'kb-report' },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
      // The token would go along.
      redirect: 'manual',
    });
    const { status, ok } = answer;
    const data = await answer.json().catch(() => undefined);
    if (ok) return { data, link: answer.headers.get('link') };
    const said = data?.message ?? data?.error;
    const words = said === undefined ? '' : ` (${typeof said === 'string' ? said : JSON.stringify(said)})`;
    const asked = answer.headers.get('retry-after');
    const passing = status === 429 || status >= 500 || (status === 403 && asked !== null);
    return { problem: `${status}${words}`, status, passing, asked };
  } catch (error) {
    return { problem: error.cause?.code ?? error.cause?.message ?? error.name, passing: true };
  }
}

/** Sends a request, twice more where that may help. `findDone` tells before a retry what the last one has done after all. */
export async function send(method, url, { headers, body, findDone, lang }) {
  for (let attempt = 0; ; attempt++) {
    const { problem, status, passing, asked, ...answer } = await sendOnce(method, url, headers, body);
    if (problem === undefined) return answer;
    if (!passing || attempt === pauses.length) {
      // The address of a webhook is a secret: only the way in an API is told.
      const place = url === env.KB_REPORT_WEBHOOK ? 'webhook' : `${method} ${new URL(url).pathname}`;
      throw new Error(`${place}: ${problem}; ${hints[lang][status] ?? hints[lang].other}`);
    }
    const seconds = asked && /^\d+$/.test(asked) ? Number(asked) : undefined;
    await wait(seconds === undefined ? pauses[attempt] : Math.min(seconds * 1_000, longestPause));
    const data = await findDone?.();
    if (data) return { data };
  }
}

/** All entries of a list that comes in pages, by the `Link` headers (RFC 8288) that GitHub and GitLab send. */
async function listAll(first, options) {
  const entries = [];
  for (let url = first; url; ) {
    const { data, link } = await send('GET', url, options);
    entries.push(...data);
    const next = /<([^>]+)>;[^,]*\brel="?next"?/.exec(link ?? '')?.[1];
    // A page elsewhere would be shown the token.
    url = next && next !== url && new URL(next).origin === new URL(first).origin ? next : undefined;
  }
  return entries;
}

/** The issues of the GitHub repository that the environment names (REST API, version 2022-11-28). */
export function githubIssues(lang) {
  const issues = `${env.GITHUB_API_URL || 'https://api.github.com'}/repos/${env.GITHUB_REPOSITORY}/issues`;
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${env.GITHUB_TOKEN}`,
    'x-github-api-version': '2022-11-28',
  };
  const labels = env.KB_REPORT_LABEL ? { labels: [env.KB_REPORT_LABEL] } : {};
  const ask = (method, way, body, findDone) =>
    send(method, `${issues}${way}`, { headers, body, findDone, lang });
  return {
    async list() {
      const all = await listAll(`${issues}?state=open&per_page=100`, { headers, lang });
      // GitHub lists pull requests among the issues.
      const own = all.filter((issue) => !issue.pull_request);
      return own.map(({ number, body, html_url }) => ({ number, body: body ?? '', url: html_url }));
    },
    async create(title, body, findDone) {
      const { data } = await ask('POST', '', { title, body, ...labels }, findDone);
      return data.html_url ?? data.url;
    },
    update: (number, body) => ask('PATCH', `/${number}`, { body }),
    close: (number) => ask('PATCH', `/${number}`, { state: 'closed', state_reason: 'completed' }),
    comment: (number, body) => ask('POST', `/${number}/comments`, { body }),
  };
}

/** The issues of the GitLab project that the environment names (REST API, version 4). */
export function gitlabIssues(lang) {
  const issues = `${env.CI_API_V4_URL}/projects/${encodeURIComponent(env.CI_PROJECT_ID)}/issues`;
  const headers = { 'private-token': env.KB_REPORT_TOKEN };
  const labels = env.KB_REPORT_LABEL ? { labels: env.KB_REPORT_LABEL } : {};
  const ask = (method, way, body, findDone) =>
    send(method, `${issues}${way}`, { headers, body, findDone, lang });
  return {
    async list() {
      const all = await listAll(`${issues}?state=opened&issue_type=issue&per_page=100`, { headers, lang });
      return all.map(({ iid, description, web_url }) => ({
        number: iid,
        body: description ?? '',
        url: web_url,
      }));
    },
    async create(title, description, findDone) {
      const { data } = await ask('POST', '', { title, description, ...labels }, findDone);
      return data.web_url ?? data.url;
    },
    update: (number, description) => ask('PUT', `/${number}`, { description }),
    close: (number) => ask('PUT', `/${number}`, { state_event: 'close' }),
    comment: (number, body) => ask('POST', `/${number}/notes`, { body }),
  };
}
