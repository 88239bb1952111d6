// A small base whose articles hold a large flowchart, other diagrams, hostile ones, and none.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const large = `flowchart TD
${Array.from(
  { length: 9 },
  (_, index) =>
    `  n${index}{"Le client numéro ${index} est-il joignable ?"} -->|Oui| n${index + 1}\n  n${index} -->|Non| x${index}["Rappeler le client numéro ${index} demain"] --> y${index}(["Dossier ${index} en attente"])`,
).join('\n')}
  n9(["Clore"])
`;

const sequence = `sequenceDiagram
  accTitle: Enquête sur un colis
  accDescr: Qui demande quoi à qui
  Client->>Agent: Où est mon colis ?
  Agent->>Transporteur: Ouvrir une enquête
`;

const state = 'stateDiagram-v2\n  [*] --> Brouillon\n  Brouillon --> Validé\n';

/** Writes the base into `root`, with further articles: the sources of their diagrams by id. */
export async function writePictureBase(
  root: string,
  further: Readonly<Record<string, readonly string[]>> = {},
): Promise<void> {
  const articles = { large: [large], others: [sequence, state], plain: [], ...further };
  await mkdir(path.join(root, 'content'), { recursive: true });
  await writeFile(
    path.join(root, 'kb.config.yaml'),
    'name: Base\nlang: fr\ntimezone: Europe/Paris\ncontent: content\nowners:\n  retours: { name: { fr: Retours }, contact: retours@example.org }\n',
  );
  for (const [id, sources] of Object.entries(articles)) {
    const fences = sources.map((source) => `\`\`\`\`mermaid\n${source.trimEnd()}\n\`\`\`\`\n`);
    await writeFile(
      path.join(root, 'content', `${id}.md`),
      `---\nid: ${id}\ntitle: Article ${id}\ntype: reference\nowner: retours\n---\n\nTexte.\n\n${fences.join('\n')}`,
    );
  }
}
