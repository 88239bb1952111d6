// Reminds each owner of what there is to update, once a week: an issue per owner on GitHub or GitLab, a webhook, or the log.
// The file is yours to change. It needs Node 20 and issues.mjs beside it; running it again changes nothing.
//
// Where to, by the first of these that is set:
//   KB_REPORT_WEBHOOK                                an address that takes { owner, name, text } as JSON; https only
//   GITHUB_TOKEN, GITHUB_REPOSITORY                  GitHub Actions; the job needs `permissions: issues: write`
//   KB_REPORT_TOKEN, CI_API_V4_URL, CI_PROJECT_ID    GitLab; a project access token, role Reporter, scope api
// KB_REPORT_LABEL names a label for new issues. KB_REPORT_COMMAND is another command than ["npx", "--no", "--", "kb"].
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { githubIssues, gitlabIssues, line, send } from './issues.mjs';

const { env } = process;
const root = fileURLToPath(new URL('..', import.meta.url));

const words = {
  fr: {
    title: (name) => `Base de connaissances\u00a0: articles à mettre à jour (${name})`,
    done: 'Plus rien à mettre à jour. Un autre ticket sera ouvert quand il le faudra.',
    double: 'Ce ticket fait double emploi avec un autre du même responsable.',
    created: 'ticket créé',
    updated: 'ticket mis à jour',
    same: 'ticket déjà à jour',
    closed: 'ticket fermé',
    sent: 'envoyé',
    failed: 'échec',
    nothing: 'Rien à mettre à jour.',
    ownerless: 'Fichiers illisibles ou sans responsable, à voir avec « kb report » :',
    tokenless: 'Sans KB_REPORT_TOKEN, aucun ticket n’est ouvert ; les rapports suivent.',
    insecure: 'KB_REPORT_WEBHOOK inattendu, attendu : une adresse en https',
    unmarked: '« kb report --format md » sans marque, attendu : une version de kb qui la pose',
  },
  en: {
    title: (name) => `Knowledge base: articles to update (${name})`,
    done: 'Nothing left to update. Another issue will be opened when there is.',
    double: 'This issue says the same as another one of this owner.',
    created: 'issue created',
    updated: 'issue updated',
    same: 'issue up to date',
    closed: 'issue closed',
    sent: 'sent',
    failed: 'failed',
    nothing: 'Nothing to update.',
    ownerless: 'Files that are unreadable or without an owner, see `kb report`:',
    tokenless: 'Without KB_REPORT_TOKEN no issue is opened; the reports follow.',
    insecure: 'Unexpected KB_REPORT_WEBHOOK, expected an https address',
    unmarked: '`kb report --format md` without its mark, expected a version of kb that sets it',
  },
};
const configured = /^lang:\s*["']?([a-z]+)/m.exec(readFileSync(`${root}/kb.config.yaml`, 'utf8'))?.[1];
const lang = (env.KB_LANG || configured || 'fr').startsWith('fr') ? 'fr' : 'en';
const say = words[lang];

/** What `kb` prints. Its own message is raised where it fails. */
async function kb(...args) {
  const [program, ...first] = JSON.parse(env.KB_REPORT_COMMAND || '["npx", "--no", "--", "kb"]');
  try {
    const { stdout } = await promisify(execFile)(program, [...first, ...args], {
      cwd: root,
      maxBuffer: 1 << 28,
    });
    return stdout;
  } catch (error) {
    throw new Error(`kb ${args.join(' ')}: ${error.stderr || error.message}`);
  }
}

/** Whether an article asks its owner for something. */
function asksForWork({ validity, trust }) {
  if (trust === 'archived' || trust === 'draft') return false;
  return (
    ['expired', 'due', 'undated', 'invalid'].includes(validity) || ['unvalidated', 'changed'].includes(trust)
  );
}

/** The owner whose report a text is. The mark has to come first: a quoted one does not count. */
function ownerOf(text) {
  return /^<!-- kb-report owner=(\S+) -->/.exec(text)?.[1];
}

function isSameText(a, b) {
  const [left, right] = [a, b].map((text) => text.replaceAll('\r\n', '\n').trimEnd());
  return left === right;
}

/** Opens, updates or closes the one issue of an owner. `text` is undefined where there is nothing to update. */
async function remindByIssue(forge, open, owner, name, text) {
  const own = (issues) =>
    issues.filter(({ body }) => ownerOf(body) === owner).sort((a, b) => a.number - b.number);
  const close = async ({ number }, why) => {
    await forge.close(number);
    await forge.comment(number, why);
  };
  const [first, ...doubles] = own(open);
  for (const double of doubles) await close(double, say.double);
  if (!first) {
    // A request without an answer may have been heard: a second issue would be there for good.
    const findDone = async () => own(await forge.list())[0];
    return `${say.created} ${await forge.create(say.title(name), text, findDone)}`;
  }
  if (text === undefined) await close(first, say.done);
  else if (!isSameText(first.body, text)) await forge.update(first.number, text);
  const state = text === undefined ? say.closed : isSameText(first.body, text) ? say.same : say.updated;
  return `${state} ${first.url}`;
}

async function remindByWebhook(address, owner, name, text) {
  await send('POST', address, { body: { owner, name, text }, lang });
  return say.sent;
}

/** Raises where the address of the webhook is neither https nor this machine. */
function checkWebhook(address) {
  const { protocol, hostname } = URL.canParse(address) ? new URL(address) : {};
  const isLoopback = protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (protocol !== 'https:' && !isLoopback) throw new Error(say.insecure);
}

/** The issues to write, by what the environment holds; undefined for none. */
function chooseForge() {
  if (env.GITHUB_TOKEN && env.GITHUB_REPOSITORY) return githubIssues(lang);
  if (!env.CI_API_V4_URL || !env.CI_PROJECT_ID) return undefined;
  if (env.KB_REPORT_TOKEN) return gitlabIssues(lang);
  console.error(say.tokenless);
  return undefined;
}

async function main() {
  const webhook = env.KB_REPORT_WEBHOOK;
  if (webhook) checkWebhook(webhook);
  const report = JSON.parse(await kb('report', '--format', 'json'));
  const work = report.articles.filter(asksForWork);
  const busy = new Set(work.flatMap(({ owner }) => owner ?? []));
  const ownerless = work.filter(({ owner }) => !owner).length;
  if (ownerless > 0) console.error(say.ownerless, ownerless);

  const forge = webhook ? undefined : chooseForge();
  const open = forge ? await forge.list() : [];
  // The report of all owners together bears the name `all`: another job may keep an issue of it.
  const reminded = open.flatMap(({ body }) => ownerOf(body) ?? []).filter((owner) => owner !== 'all');
  const owners = [...new Set([...busy, ...reminded])].sort();
  if (owners.length === 0) console.log(say.nothing);

  for (const owner of owners) {
    // One owner's failure does not stop the others.
    try {
      const text = busy.has(owner) ? await kb('report', `--owner=${owner}`, '--format', 'md') : undefined;
      if (text !== undefined && ownerOf(text) !== owner) throw new Error(say.unmarked);
      const name = report.owners?.[owner] ?? owner;
      if (forge) console.log(line(`${owner}: ${await remindByIssue(forge, open, owner, name, text)}`));
      else if (webhook) console.log(line(`${owner}: ${await remindByWebhook(webhook, owner, name, text)}`));
      else console.log(text);
    } catch (error) {
      console.error(line(`${owner}: ${say.failed}: ${error.message}`));
      process.exitCode = 2;
    }
  }
}

await main().catch((error) => {
  console.error(line(error.message));
  process.exitCode = 2;
});
