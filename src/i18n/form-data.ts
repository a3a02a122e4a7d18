import type { FormDefinition, FormText, PublishedForm, Question } from '#core/forms/definition.ts';
import { codesOf } from '#core/forms/kinds/kinds.ts';
import type { Key } from './key.ts';
import type { Words } from './words.ts';

const SENDING = [
  'state.saved',
  'state.sent',
  'state.needsAttention',
  'clock',
  'keepGoing',
  'tryAgain.soon',
  'tryAgain.at',
  'tryAgain.on',
  ...['noConnection', 'strangeAnswer', 'notAllowed', 'busy', 'serverTrouble', 'notProved', 'deviceTrouble'].map(
    (problem) => `problem.${problem}`,
  ),
  ...['tooLarge', 'unknownForm', 'unknownFormVersion', 'unknownRecipient', 'lostHere', 'other'].map(
    (problem) => `refused.${problem}`,
  ),
  'reference',
  'received',
  'receivedMonth',
  'anonymous',
  'promise',
  'promiseReply',
  'noPromise',
  'noPromiseNoTeam',
];

const WORDS = [
  'problemMark',
  'pageTitleWithProblem',
  'step',
  'change',
  'changeWhat',
  'notAnswered',
  'goesTo',
  'charactersLeft',
  'charactersOver',
  'startedAgain',
  'flood',
  'sending',
] as const;

/** What lies beside a form page for its script: the structure, and only the words that the page does not show already. */
export function formData(published: PublishedForm, words: Words) {
  const { definition: form, version } = published;
  const text = published.text[words.lang] ?? published.text.en;
  if (!text) throw new Error(`forms/${form.id}/text.en.json: file\n  It is not there. Add it.`);
  const questions = form.pages.flatMap((page) => page.questions);
  const codes = new Set(questions.flatMap((question) => codesWithoutWords(question, text)));
  const general = [...codes].map((code): Key => `form:problems.${code}`);
  const own = questions.map(({ id }) => [id, withoutUnlikely(text.questions[id]?.problems)]);
  return {
    form: { ...form, pages: form.pages.map((page) => ({ ...page, questions: page.questions.map(withoutOptions) })) },
    version,
    language: words.lang,
    words: words.pick([...WORDS.map((key): Key => `form:${key}`), ...general]),
    problems: Object.fromEntries(own),
    recipients: text.recipients,
  };
}

/** The problems for which a question has no words of its own. */
function codesWithoutWords(question: Question, text: FormText): readonly string[] {
  const own = withoutUnlikely(text.questions[question.id]?.problems) ?? {};
  return codesOf(question).filter((code) => !(code in own));
}

/** The options stand on the page already, as the values of the controls: the script reads them there. */
function withoutOptions(question: Question) {
  return 'options' in question ? { ...question, options: [] } : question;
}

/** On a page of ours nobody can choose what is not there: the general sentence is enough for a page that was tampered with. */
function withoutUnlikely(problems: { readonly [code: string]: string } = {}) {
  const { notAnOption: _, ...likely } = problems;
  return Object.keys(likely).length > 0 ? likely : undefined;
}

/** What the browser fetches with the code for sending: public keys, words about a finished form, whom to contact. */
export function sendingData<Jwk>(
  { routes }: Pick<FormDefinition, 'routes'>,
  keys: { readonly recipients: { readonly [recipient: string]: Jwk }; readonly receipts: readonly Jwk[] },
  contact: { readonly text: string; readonly href: string },
  words: Words,
) {
  const recipients = new Set(routes.map(({ recipient }) => recipient));
  return {
    recipients: Object.fromEntries(Object.entries(keys.recipients).filter(([id]) => recipients.has(id))),
    receipts: keys.receipts,
    contact,
    words: words.pick(SENDING.map((key): Key => `outbox:${key}`)),
  };
}
