// What commands ask before they make articles: the names that are taken, and who answers for what is new.
import { chooseOwner, ownerNeeded } from '../authoring/choose-owner.ts';
import { type TakenNames, takenNames } from '../authoring/taken-names.ts';
import { findExisting } from '../authoring/write-new-files.ts';
import { readKnowledgeBase } from '../content/read-knowledge-base.ts';
import { readGitSetting } from '../history/git-settings.ts';
import { pickLabel, type Wording } from '../model/wording.ts';
import type { Session } from './common-options.ts';
import type { Host } from './host.ts';

/** The names taken in the base, and whether its content folder is there: the first article of a base makes it. */
export async function readTaken(
  session: Session,
): Promise<{ readonly taken: TakenNames; readonly hasContent: boolean }> {
  const { root, config } = session;
  const hasContent = (await findExisting(root, [config.content])).size > 0;
  if (!hasContent) return { taken: { ids: new Map(), paths: new Map() }, hasContent };
  return { taken: takenNames(await readKnowledgeBase(root, session)), hasContent };
}

/** The owner that `--owner`, git or the person at the terminal names; `question` is what the person is asked. Raises a `Problem` where nobody can be asked. */
export async function findOwner(
  asked: string | undefined,
  question: Wording,
  session: Session,
  host: Host,
): Promise<string> {
  const { root, config, lang, say } = session;
  const [setting, email] = await Promise.all([
    readGitSetting(root, 'kb.owner'),
    readGitSetting(root, 'user.email'),
  ]);
  const owner = chooseOwner({ asked, setting, email }, config.owners);
  if (owner !== undefined) return owner;
  if (!host.prompts) throw ownerNeeded(config.owners);
  const choices = Object.entries(config.owners).map(([value, { name }]) => ({
    value,
    name: pickLabel(name, lang, config.lang),
  }));
  return host.prompts.choose(say(question), choices);
}
