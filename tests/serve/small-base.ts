// A knowledge base in a temporary folder, for servers to read and writers to spoil.
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const baseConfig = `name: Essai
lang: fr
languages: [fr, en]
timezone: Europe/Paris
owners:
  livraison: { name: { fr: Livraison, en: Delivery } }
`;

/** The text of a sound article. */
export function articleText(id: string, body: string, fields: Readonly<Record<string, string>> = {}): string {
  const all = {
    id,
    title: `Titre de ${id}`,
    type: 'procedure',
    owner: 'livraison',
    expires: '2027-03-31',
    ...fields,
  };
  const lines = Object.entries(all).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

export const flowchart =
  '```mermaid\nflowchart TD\n  A{Reçu ?} -->|oui| B[Fin]\n  A -->|non| C[Attendre]\n```';

export interface SmallBase {
  readonly root: string;
  readonly write: (file: string, text: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** Makes the base with `files` (path from the root → text) beside its configuration. */
export async function makeBase(files: Readonly<Record<string, string>>): Promise<SmallBase> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'kb-serve-')));
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  };
  for (const [file, text] of Object.entries({ 'kb.config.yaml': baseConfig, ...files }))
    await write(file, text);
  return { root, write, remove: () => rm(root, { recursive: true, force: true }) };
}
