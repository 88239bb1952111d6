// A knowledge base made of texts, without a disk: what rules, plans and reports are tested on.
import { parseConfig } from '../../src/config/parse-config.ts';
import { fragmentsFolder, indexFragments } from '../../src/content/fragments.ts';
import { indexKnowledgeBase, type KnowledgeBase } from '../../src/content/knowledge-base.ts';
import { loadMarkdownParser } from '../../src/content/markdown-parser.ts';
import { parseDocument, parseFragments } from '../../src/content/parse-document.ts';
import { parsePath, pathsFolder } from '../../src/content/parse-path.ts';
import { noVariablesFile, parseVariables, variablesFile } from '../../src/content/parse-variables.ts';

/** Owners, reasons and audiences of the rules' examples. */
export const exampleConfig = `name: Exemple
lang: fr
languages: [fr, en]
timezone: Europe/Paris
owners:
  livraison: { name: { fr: Livraison, en: Delivery }, contact: livraison@mirandelle.example }
  retours: { name: { fr: Retours } }
reasons:
  delivery.late: { fr: Colis en retard, en: Late parcel }
  delivery.lost: { fr: Colis perdu }
`;

const { parse } = await loadMarkdownParser();

/** The base that `files` (path → text) would be; files that are not Markdown count as assets, those in `fragments/` as fragments, `variables.yaml` as the variables. */
export function memoryBase(
  files: Readonly<Record<string, string>>,
  configText = exampleConfig,
): KnowledgeBase {
  const config = parseConfig(configText);
  const paths = Object.keys(files).sort();
  const isFragment = (path: string) => path.startsWith(`${fragmentsFolder}/`);
  const fragments = indexFragments(
    paths.filter(isFragment).map((path) => ({ path, content: { ok: true, text: files[path] ?? '' } })),
  );
  const text = files[variablesFile];
  const read = text === undefined ? noVariablesFile : parseVariables(text, config.languages);
  const shared = { fragments, variables: read.variables };
  const articles = paths.filter((path) => path.endsWith('.md') && !isFragment(path));
  const documents = articles.map((path) => parseDocument(path, files[path] ?? '', config, parse, shared));
  return indexKnowledgeBase(
    '/base',
    config,
    documents,
    paths.filter((path) => !path.endsWith('.md') && path !== variablesFile),
    { fragments, fragmentDocuments: parseFragments(config, parse, shared), variablesFile: read },
    paths
      .filter((path) => path.startsWith(`${pathsFolder}/`))
      .map((path) => parsePath(path, files[path] ?? '', config.audiences.slice(0, 1))),
  );
}
