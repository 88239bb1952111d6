// Writes what is made from the code: the pages of the rules and the schemas for editors. With `--check` it only says whether they are up to date.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { articleJsonSchema, configJsonSchema, variablesJsonSchema } from '../dist/src/lint/json-schemas.js';
import { ruleGroups } from '../dist/src/lint/rule.js';
import { isFixable, renderRulePage } from '../dist/src/lint/rule-page.js';
import { rules } from '../dist/src/lint/rules/index.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const entries = Object.entries(rules);

const groupTitles = {
  life: 'Life: is it still true, and who says so?',
  structure: 'Structure: can it be read, found and followed?',
  flow: 'Flow: can its flowcharts be followed to an end?',
  language: 'Language: can it be said to a customer?',
  safety: 'Safety: does it hold what it must not?',
  together: 'Together: do the articles agree?',
  comments: 'Comments: are the exceptions sound?',
};

function indexPage() {
  const tables = ruleGroups.map((group) => {
    const rows = entries
      .filter(([, rule]) => rule.group === group)
      .map(
        ([name, rule]) =>
          `| [\`${name}\`](rules/${name}.md) | ${rule.severity} | ${isFixable(rule) ? 'yes' : ''} | ${rule.why.en} |`,
      );
    return `## ${groupTitles[group]}\n\n| rule | severity | mended by \`--fix\` | why |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# Rules

What \`kb lint\` checks: ${entries.length} rules. \`kb lint --explain RULE\` prints a rule's page in the terminal, in French or English.
Made from the rules by \`npm run docs\`; edit the rules, not these pages.

A severity is set per rule in \`kb.config.yaml\`, for instance \`rules: { not-due: off, text-is-readable: warning }\`.
One place is excused by a comment that says why, see [suppressions](linting.md#exceptions).

${tables.join('\n')}`;
}

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
const schemas = 'templates/starter/shared/_vscode';

/** Path from the project's root → text. */
const files = new Map([
  ['docs/rules.md', indexPage()],
  ...entries.map(([name, rule]) => [`docs/rules/${name}.md`, renderRulePage(name, rule, 'en')]),
  [`${schemas}/kb.config.schema.json`, json(configJsonSchema())],
  [`${schemas}/article.schema.json`, json(articleJsonSchema())],
  [`${schemas}/variables.schema.json`, json(variablesJsonSchema())],
]);

function readOr(file, otherwise) {
  try {
    return readFileSync(path.join(root, file), 'utf8');
  } catch {
    return otherwise;
  }
}

mkdirSync(path.join(root, 'docs/rules'), { recursive: true });
const left = readdirSync(path.join(root, 'docs/rules'))
  .map((file) => `docs/rules/${file}`)
  .filter((file) => !files.has(file));
const stale = [...files].filter(([file, text]) => readOr(file, undefined) !== text).map(([file]) => file);

if (!process.argv.includes('--check')) {
  for (const file of left) rmSync(path.join(root, file));
  for (const file of stale) writeFileSync(path.join(root, file), files.get(file));
} else if (stale.length + left.length > 0) {
  console.error(`Out of date: ${[...stale, ...left].join(', ')}; run \`npm run docs\`.`);
  process.exitCode = 1;
}
