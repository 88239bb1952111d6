// The text of `kb.config.yaml` → Config; anything wrong in it is a problem with the place of the mistake.
import type { Config } from '../model/config.ts';
import { Problem } from '../model/problem.ts';
import { findReasonFault } from './check-reasons.ts';
import { configExpectations, configSchema, knownConfigKeys } from './config-schema.ts';
import { readContextFrom } from './context-from-schema.ts';
import { readContextVariables } from './context-schema.ts';
import { configFileName } from './read-config.ts';
import { readReasons } from './reasons-schema.ts';
import { describeIssues } from './schema-issue.ts';
import { parseYaml } from './yaml-source.ts';

/** Turns the text of a configuration into `Config`. Raises a `Problem` that names the first mistake's line and column. */
export function parseConfig(text: string, file = configFileName): Config {
  const yaml = parseYaml(text.replace(/^\uFEFF/, ''));
  const [problem] = yaml.problems;
  if (problem) throw new Problem(problem.wording, `${file}:${problem.line}:${problem.column}`);
  const data = yaml.data ?? {};
  const result = configSchema.safeParse(data);
  if (!result.success) {
    const issues = describeIssues(result.error, data, yaml.placeOf, configExpectations, knownConfigKeys);
    const [issue] = issues;
    if (!issue) throw result.error;
    const more = issues.length - 1;
    const wording =
      more === 0
        ? issue.wording
        : { fr: `${issue.wording.fr} (et ${more} autre(s))`, en: `${issue.wording.en} (and ${more} more)` };
    throw new Problem(wording, `${file}:${issue.line}:${issue.column}`);
  }
  const {
    validity,
    review,
    writing,
    images,
    flowcharts,
    ivr,
    offline,
    serve,
    languages,
    context,
    context_from,
    macros,
    reasons,
    ...rest
  } = result.data;
  const fault = findReasonFault(reasons);
  if (fault) {
    const { line, column } = yaml.placeOf(['reasons', ...fault.path]);
    throw new Problem(fault.wording, `${file}:${line}:${column}`);
  }
  return {
    ...rest,
    languages: [...new Set([rest.lang, ...(languages ?? [])])],
    validity: {
      dueWithin: validity.due_within,
      expiresRequired: validity.expires_required,
      longest: validity.longest,
    },
    review: { fourEyes: review.four_eyes },
    writing: { sentenceWords: writing.sentence_words, glossary: writing.glossary },
    images: { maxKilobytes: images.max_kilobytes, maxPixels: images.max_pixels },
    ivr: { choices: ivr.choices, depth: ivr.depth, promptSeconds: ivr.prompt_seconds },
    flowcharts: {
      maxNodes: flowcharts.max_nodes,
      labelCharacters: flowcharts.label_characters,
      answerCharacters: flowcharts.answer_characters,
    },
    offline: { enabled: offline.enabled, staleAfter: offline.stale_after },
    serve: {
      retention: serve.retention,
      trustedProxies: serve.trusted_proxies,
      readerHeader: serve.reader_header,
      origins: serve.origins,
      rate: serve.rate,
      maxMegabytes: serve.max_megabytes,
    },
    macros: {
      smsSegments: macros.sms_segments,
      chatCharacters: macros.chat_characters,
      emailCharacters: macros.email_characters,
      internalWords: macros.internal_words,
      zendesk: macros.zendesk,
    },
    ...readReasons(reasons),
    context: readContextVariables(context),
    contextFrom: readContextFrom(context_from),
    placeOf: (path) => yaml.placeOf(path, 'key'),
  };
}
