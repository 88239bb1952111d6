// Writes docs/rules.md from the rules themselves; with `--check` it only says whether the file is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rules } from '../dist/src/lint/rules/index.js';

const target = fileURLToPath(new URL('../docs/rules.md', import.meta.url));

const intro = `# Rules

What \`kb lint\` checks. Severities can be set per rule in \`kb.config.yaml\`, for instance \`rules: { not-due: off }\`.
Made from the rules by \`npm run docs\`; edit the rules, not this page.
`;

/** The examples are judged on this day. */
const today = '2026-06-15';

function fence(text) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const mark = '`'.repeat(longest + 1);
  return `${mark}markdown\n${text.trimEnd()}\n${mark}`;
}

function describeRule([name, { severity, why, examples }]) {
  const failing = examples.filter(({ findings }) => findings.length > 0);
  const [first] = failing;
  const path = first.findings[0].path;
  const messages = failing.flatMap(({ findings }) => findings.map(({ en, fr }) => `- ${en}  \n  *${fr}*`));
  return `## ${name}

**${severity}.** ${why}

For instance, on ${today}, in \`${path}\`:

${fence(first.files[path])}

${[...new Set(messages)].join('\n')}
`;
}

const text = `${intro}\n${Object.entries(rules).map(describeRule).join('\n')}`;
const current = (() => {
  try {
    return readFileSync(target, 'utf8');
  } catch {
    return '';
  }
})();

if (!process.argv.includes('--check')) writeFileSync(target, text);
else if (current !== text) {
  console.error('docs/rules.md is out of date; run `npm run docs`.');
  process.exitCode = 1;
}
