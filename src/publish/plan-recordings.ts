// What the recordings of a voice menu say, and will say from the days on which values change.
import type { ArticleDocument, KnowledgeBase } from '../content/knowledge-base.ts';
import { readPrompts } from '../flow/read-prompts.ts';
import type { Flow } from '../model/flow.ts';
import type { IsoDate } from '../model/iso-date.ts';
import { valuesFrom } from '../model/variable.ts';
import { estimateSeconds, type Recording, recordingsOf, type VoiceMenu } from '../model/voice-menu.ts';

/** A recording, and what takes its place later. */
export interface PlannedRecording extends Recording {
  /** How long it takes to say, estimated and rounded up. */
  readonly seconds: number;
  /** Titles of the steps that say it. */
  readonly steps: readonly string[];
  readonly changes: readonly {
    readonly from: IsoDate;
    readonly text: string;
    readonly seconds: number;
  }[];
}

/** The recordings of `menu`, each once, with what they say from the later days on which a value changes. */
export function planRecordings(
  menu: VoiceMenu,
  flow: Flow,
  document: ArticleDocument,
  base: KnowledgeBase,
  today: IsoDate,
): readonly PlannedRecording[] {
  const later = changeDays(document, today).map((from) => ({
    from,
    texts: new Map(
      [...readPrompts(flow, document, base, from).values()].flat().map(({ name, text }) => [name, text]),
    ),
  }));
  return recordingsOf(menu).map(({ name, text }) => {
    let last = text;
    const changes = later.flatMap(({ from, texts }) => {
      const next = texts.get(name) ?? last;
      if (next === last) return [];
      last = next;
      return [{ from, text: next, seconds: secondsOf(next) }];
    });
    const steps = menu.filter(({ recordings }) => recordings.some((each) => each.name === name));
    return {
      name,
      text,
      seconds: secondsOf(text),
      steps: steps.map(({ title }) => title),
      changes,
    };
  });
}

const secondsOf = (text: string) => Math.ceil(estimateSeconds(text));

/** The days after `today` on which a value that the article shows changes. */
function changeDays({ article, variables }: ArticleDocument, today: IsoDate): readonly IsoDate[] {
  const days = [...variables.values()].flatMap((variable) =>
    valuesFrom(variable, article.lang, today).map(({ from }) => from),
  );
  return [...new Set(days)].filter((day) => day > today).sort();
}
