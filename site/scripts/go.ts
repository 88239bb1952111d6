// Entry of `go.js`, which only `go.html` loads: leads a link of another tool to where it belongs, and leaves no trace of the link in the history.
import {
  answerGoRequest,
  chooseGoLanguage,
  type GoLanguage,
  readGoContext,
  readGoReference,
  readGoRequest,
} from '../go-address.ts';
import { checkValues, contextData } from './context/context-page.ts';
import { leaveArrival, writeContext } from './context/context-values.ts';

function readLanguage(section: HTMLElement): GoLanguage {
  const { goLang = '', search = '', articles = '', forms = '[]' } = section.dataset;
  const links = [...section.querySelectorAll<HTMLAnchorElement>('a[data-reason]')];
  return {
    lang: goLang,
    search,
    articles,
    forms: new Map(JSON.parse(forms) as [form: string, href: string][]),
    reasons: new Map(links.map((link) => [link.dataset.reason ?? '', link.getAttribute('href') ?? ''])),
  };
}

/** Says that the reason is unknown, with its words in the search field for the reader to send. */
function showUnknown(words: string): void {
  document.getElementById('goUnknown')?.removeAttribute('hidden');
  const field = document.querySelector<HTMLInputElement>('main input[name="q"]');
  if (field) field.value = words;
  field?.focus();
}

/** Keeps what the link says of the contact in this tab, in the place of what was known of the last one, and takes it out of the address. */
function takeContext(search: string, hash: string): void {
  const { fields, source } = contextData();
  const said = readGoContext(search, hash);
  const reference = source && readGoReference(search, hash);
  if (said.length > 0 || reference !== undefined)
    window.history.replaceState(window.history.state, '', window.location.pathname);
  if (fields.length === 0) return;
  const { values, ignored } = checkValues(fields, said);
  writeContext(values);
  leaveArrival({ reference, ignored });
}

function go(): void {
  const { search, hash } = window.location;
  const request = readGoRequest(search, hash);
  const languages = [...document.querySelectorAll<HTMLElement>('[data-go-lang]')].map(readLanguage);
  const language = chooseGoLanguage(languages, request.lang, navigator.languages);
  if (!language) return;
  const answer = answerGoRequest(request, language);
  if (answer.kind !== 'stay') takeContext(search, hash);
  if (answer.kind === 'open') window.location.replace(answer.href);
  else if (answer.kind === 'unknown') showUnknown(answer.words);
}

go();
window.addEventListener('hashchange', go);
