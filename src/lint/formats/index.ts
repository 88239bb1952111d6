// The lint formats by name.
import { formatJson } from './json.ts';
import type { LintFormat } from './lint-result.ts';
import { formatStylish } from './stylish.ts';

export const lintFormats: Readonly<Record<string, LintFormat>> = {
  stylish: formatStylish,
  json: formatJson,
};
