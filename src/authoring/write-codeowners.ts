// Brings the CODEOWNERS file of a base's repository up to date: the lines between our marks, and nothing else.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { findBlock, placeBlock } from '../content/codeowners-block.ts';
import { findCodeownersFile } from '../content/find-codeowners.ts';
import type { KnowledgeBase } from '../content/knowledge-base.ts';
import { type CodeownersPlan, planCodeowners } from '../content/plan-codeowners.ts';
import { writeTextAtomically } from '../content/write-text.ts';
import { Problem } from '../model/problem.ts';
import { writeProblem } from '../model/write-problem.ts';

export interface WrittenCodeowners {
  /** Path from the base's root, with `/`. */
  readonly path: string;
  /** Whether anything had to be written. */
  readonly changed: boolean;
  readonly plan: CodeownersPlan;
}

/** Writes the lines of `base` into the CODEOWNERS file around it, or into a new one. Raises a `Problem` where that can't be done. */
export async function writeCodeowners(base: KnowledgeBase): Promise<WrittenCodeowners> {
  const file = await findCodeownersFile(base.root);
  const plan = planCodeowners(base, file.prefix);
  const text = placeBlock(file, plan.lines, base.config.lang);
  if (text === undefined) {
    const found = findBlock(file);
    const line = found?.kind === 'broken' ? `:${found.line}` : '';
    throw new Problem(
      {
        fr: 'Marque kb inattendue, attendu : une ligne « # kb:begin » puis une ligne « # kb:end » ; retirez celle-ci',
        en: 'Unexpected kb mark, expected one line `# kb:begin`, then one line `# kb:end`; take this one away',
      },
      `${file.path}${line}`,
    );
  }
  const changed = !file.exists || text !== file.text;
  if (changed) await writeFileBelow(base.root, file.path, text);
  return { path: file.path, changed, plan };
}

async function writeFileBelow(root: string, place: string, text: string): Promise<void> {
  const target = path.resolve(root, place);
  try {
    await mkdir(path.dirname(target), { recursive: true });
    await writeTextAtomically(target, text);
  } catch (cause) {
    throw writeProblem(place, cause);
  }
}
