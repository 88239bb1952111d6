// A rule → its page: why it is there, and what it says of its own examples. For `docs/rules/` and `kb lint --explain`.
import type { UiLanguage, Wording } from '../model/wording.ts';
import { exampleToday, type Rule, type RuleExample } from './rule.ts';

const words = {
  severity: { fr: 'Gravité par défaut', en: 'Default severity' },
  fixable: { fr: 'corrigée par `kb lint --fix`', en: 'mended by `kb lint --fix`' },
  binding: { fr: 'ne peut pas être suspendue', en: 'cannot be suppressed' },
  good: { fr: 'Rien à signaler', en: 'Nothing to say' },
  bad: { fr: 'Signalé', en: 'Found' },
  fixed: { fr: 'Après `--fix`', en: 'After `--fix`' },
  configured: { fr: 'Avec, dans la configuration', en: 'With, in the configuration' },
  judged: { fr: `Exemples au ${exampleToday}.`, en: `Examples as of ${exampleToday}.` },
} satisfies Record<string, Wording>;

/** `text` as a fenced block, the fence longer than any in the text (CommonMark 0.31, section 4.5). */
function fence(text: string, info: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const mark = '`'.repeat(longest + 1);
  return `${mark}${info}\n${text.trimEnd()}\n${mark}`;
}

function showFiles(files: Readonly<Record<string, string>>, paths: readonly string[]): string {
  const info = (path: string) => (path.endsWith('.md') ? 'markdown' : 'text');
  return paths.map((path) => `\`${path}\`\n\n${fence(files[path] ?? '', info(path))}`).join('\n\n');
}

function showExample({ files, config, findings, fixed }: RuleExample, lang: UiLanguage): string {
  const found = [...new Set(findings.map(({ path }) => path))];
  const paths = found.length > 0 ? found : Object.keys(files).slice(0, 1);
  const parts = [`## ${words[found.length > 0 ? 'bad' : 'good'][lang]}`];
  if (config !== undefined)
    parts.push(`${words.configured[lang]}${lang === 'fr' ? ' ' : ''}:`, fence(config, 'yaml'));
  parts.push(
    showFiles(
      files,
      paths.filter((path) => path in files),
    ),
  );
  if (findings.length > 0) {
    parts.push(
      findings
        .map((finding) => `- ${finding.path}:${finding.line}:${finding.column} ${finding[lang]}`)
        .join('\n'),
    );
  }
  if (fixed)
    parts.push(`${words.fixed[lang]}${lang === 'fr' ? ' ' : ''}:`, showFiles(fixed, Object.keys(fixed)));
  return parts.join('\n\n');
}

/**
 * Whether one of the rule's examples shows a fix.
 *
 * @public The pages of `docs/` are written from the compiled code.
 */
export function isFixable({ examples }: Rule): boolean {
  return examples.some(({ fixed }) => fixed !== undefined);
}

/** The page of the rule called `name`, in Markdown. */
export function renderRulePage(name: string, rule: Rule, lang: UiLanguage): string {
  const colon = lang === 'fr' ? ' :' : ':';
  const facts = [
    `${words.severity[lang]}${colon} \`${rule.severity}\``,
    ...(isFixable(rule) ? [words.fixable[lang]] : []),
    ...(rule.suppressible === false ? [words.binding[lang]] : []),
  ];
  return `${[
    `# ${name}`,
    rule.why[lang],
    `${facts.join(' · ')}`,
    words.judged[lang],
    ...rule.examples.map((example) => showExample(example, lang)),
  ].join('\n\n')}\n`;
}
