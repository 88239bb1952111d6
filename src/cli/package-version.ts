// The version of the package that is running.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../config/package-root.ts';

/** Such as `0.1.0`. */
export function packageVersion(): string {
  const file = path.join(packageRoot(), 'package.json');
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return version;
}
