// The lint formats by name.
import { formatGithub } from './github.ts';
import { formatGitlab } from './gitlab.ts';
import { formatJson } from './json.ts';
import { formatJunit } from './junit.ts';
import type { LintFormat } from './lint-result.ts';
import { formatSarif } from './sarif.ts';
import { formatStylish } from './stylish.ts';

export const lintFormats: Readonly<Record<string, LintFormat>> = {
  stylish: formatStylish,
  json: formatJson,
  sarif: formatSarif,
  junit: formatJunit,
  github: formatGithub,
  gitlab: formatGitlab,
};
