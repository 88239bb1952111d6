// The version of the package that is running.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Such as `0.1.0`. From `src/` (tests) and from `dist/src/` (installed) alike. */
export function packageVersion(): string {
  const inDist = /\/dist\/src\/cli\//.test(import.meta.url);
  const file = fileURLToPath(
    new URL(inDist ? '../../../package.json' : '../../package.json', import.meta.url),
  );
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return version;
}
