import { describe, expect, test } from 'vitest';
import { type FindingCode, type Place, SEVERITY } from '#core/forms/edit/finding.ts';
import { findings } from '#core/forms/edit/findings.ts';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import type { Known } from '#core/forms/edit/known.ts';
import type { Step } from '#core/forms/edit/step.ts';
import type { TextKey } from '#core/forms/edit/text-key.ts';
import type { FormSource, SourcePage } from '#core/forms/parse-form.ts';
import { FORM_IDS, formOnDisk, knownOnDisk } from '../../../support/edit/on-disk.ts';
import { afterSteps, KNOWN, SMALL } from '../../../support/edit/steps.ts';

interface Case {
  readonly files: FormFiles;
  readonly known?: Known;
  readonly at?: Place;
  readonly params?: object;
  /** Whether a safe repair is offered. */
  readonly repaired?: true;
}

const small = (...steps: readonly Step[]) => afterSteps(SMALL, steps);
const page = (id: string): Place => ({ what: 'page', id });
const question = (id: string): Place => ({ what: 'question', id });
const words = (key: TextKey, language = 'en'): Place => ({ what: 'words', language, key });
const say = (at: TextKey, text: string, language = 'en'): Step => ({ do: 'setWords', language, at, text });
const ask = (kind: SourcePage['questions'][number]['kind'], label: string, ...options: readonly string[]): Step => ({
  do: 'addQuestion',
  page: 'page-1',
  kind,
  label,
  options,
});
const only = (when: Extract<Step, { do: 'setCondition' }>['when'], what: 'page' | 'question', id: string): Step => ({
  do: 'setCondition',
  what,
  id,
  when,
});
const yes = { question: 'doYouLikeIt', is: 'yes' } as const;
const no = { question: 'doYouLikeIt', is: 'no' } as const;

/** A form that steps cannot make, but a file can. */
function written(change: (source: FormSource) => object, files: FormFiles = SMALL): FormFiles {
  return { ...files, source: { ...files.source, ...change(files.source) } as FormSource };
}

const exit = small(
  { do: 'addPage', title: 'Sorry', exit: true },
  only(no, 'page', 'sorry'),
  say('pages.sorry.body.0', 'Others can help you.'),
  { do: 'addLink', page: 'sorry', href: '/help-now/', words: 'Help now' },
  { do: 'addLink', page: 'sorry', href: '/services/', words: 'All services' },
);
const inPolish = afterSteps(SMALL, [
  { do: 'addLanguage', language: 'pl' },
  say('title', 'Powiedz nam', 'pl'),
  say('pages.page-1.title', 'Powiedz nam', 'pl'),
  say('questions.doYouLikeIt.label', 'Czy to lubisz', 'pl'),
  say('questions.doYouLikeIt.options.yes', 'Tak', 'pl'),
  say('questions.doYouLikeIt.options.no', 'Nie', 'pl'),
  say('recipients.team', 'Zespół', 'pl'),
]);
const entangled = () => {
  const options = Array.from({ length: 14 }, (_, place) => ask('one-of', `Part ${place}`, 'A', 'B'));
  const isA = (place: number) => ({ question: `part${place}`, is: 'a' });
  const isB = (place: number) => ({ question: `part${place}`, is: 'b' });
  const pairs = Array.from({ length: 13 }, (_, place) => ({
    any: [{ all: [isA(place), isB(place + 1)] }, { all: [isB(place), isA(place + 1)] }],
  }));
  // Each differs from the next, and the last from itself: found only by trying them all.
  const when = { any: [{ all: [...pairs, isA(0), { any: [{ all: [isA(13), isB(0)] }] }, { any: [isB(0), isB(0)] }] }] };
  return small(...options, ask('text', 'More'), only({ not: { not: when } }, 'question', 'more'));
};

const CASES: { readonly [code in Exclude<FindingCode, 'fault'>]: Case } = {
  noRecipient: {
    files: small({ do: 'setForm', set: { routes: [{ recipient: 'nobody' }] } }, say('recipients.nobody', 'Nobody')),
    at: { what: 'route', route: 0 },
    params: { recipient: 'nobody' },
  },
  noNotice: {
    files: small({ do: 'setForm', set: { privacyNotice: 'old' } }),
    at: { what: 'form', fact: 'privacyNotice' },
  },
  noSystem: { files: small({ do: 'setForm', set: { system: 'elsewhere' } }), at: { what: 'form', fact: 'system' } },
  noMonitoring: { files: small({ do: 'setForm', set: { monitoring: 'nothing' } }), repaired: true },
  promiseUnfit: { files: small({ do: 'setForm', set: { kind: 'monitoring', promise: 'derby' } }), repaired: true },
  asksNothing: {
    files: afterSteps(exit, [{ do: 'remove', what: 'question', id: 'doYouLikeIt', withConditions: true }]),
    at: { what: 'form' },
  },
  nothingSent: {
    files: afterSteps(exit, [
      only({ any: [yes, no] }, 'page', 'sorry'),
      { do: 'setFact', question: 'doYouLikeIt', set: { required: true } },
    ]),
    at: { what: 'form' },
  },
  noLanguage: {
    files: SMALL,
    known: { ...KNOWN, languages: ['en', 'pl'] },
    params: { language: 'pl' },
    repaired: true,
  },
  noGroup: {
    files: written(({ pages }) => ({ pages: [...pages, { use: 'agee' }] })),
    at: page('use:agee'),
    params: { nearest: 'age' },
  },
  idTwice: {
    files: written(({ pages }) => ({ pages: [...pages, { use: 'age' }, { use: 'age' }] })),
    at: page('use:age:2'),
    repaired: true,
  },
  noOptions: {
    files: small({ do: 'addQuestion', page: 'page-1', kind: 'one-of', label: 'Which' }),
    at: question('which'),
  },
  nothingOffered: {
    files: small(ask('one-of', 'Which'), { do: 'setFact', question: 'which', set: { optionsFrom: 'courses' } }),
    params: { from: 'courses' },
  },
  boundsTurned: {
    files: small(ask('whole-number', 'How many'), { do: 'setFact', question: 'howMany', set: { least: 9, most: 3 } }),
    repaired: true,
  },
  emptyPage: { files: small({ do: 'addPage', title: 'More' }), at: page('more'), repaired: true },
  adviceNowhere: {
    files: small({ do: 'addPage', title: 'More' }, say('pages.more.body.0', 'Advice.')),
    at: page('more'),
  },
  exitAsks: {
    files: written(({ pages }) => ({ pages: pages.map((one) => ({ ...one, exit: true, when: yes })) })),
    repaired: true,
  },
  exitForAll: { files: afterSteps(exit, [only(undefined, 'page', 'sorry')]), at: page('sorry') },
  exitLinks: { files: afterSteps(exit, [{ do: 'removeLink', page: 'sorry', link: 0 }]), params: { links: 1 } },
  repeatsNothing: {
    files: small({ do: 'addPage', title: 'More' }, { do: 'setPage', page: 'more', set: { repeat: { most: 2 } } }),
    repaired: true,
  },
  unknownLink: {
    files: afterSteps(exit, [{ do: 'setLink', page: 'sorry', link: 1, href: '/service/' }]),
    at: { what: 'link', page: 'sorry', link: 1 },
    params: { nearest: '/services/' },
  },
  tellsWho: {
    files: small(
      { do: 'addPage', use: 'contact' },
      { do: 'setForm', set: { kind: 'monitoring', promise: 'anonymous' } },
    ),
    at: question('contactMethod'),
    repaired: true,
  },
  asksLater: {
    files: small(ask('text', 'Why'), only(yes, 'question', 'why'), {
      do: 'moveTo',
      what: 'question',
      id: 'why',
      page: 'page-1',
      first: true,
    }),
    at: question('why'),
    params: { asked: 'doYouLikeIt' },
    repaired: true,
  },
  asksNobody: {
    files: small(ask('text', 'Why'), only({ question: 'gone', is: 'yes' }, 'question', 'why')),
    params: { asked: 'gone' },
    repaired: true,
  },
  asksInLoop: {
    files: small(
      ask('one-of', 'First', 'Yes'),
      ask('one-of', 'Second', 'Yes'),
      only({ question: 'second', is: 'yes' }, 'question', 'first'),
      only({ question: 'first', is: 'yes' }, 'question', 'second'),
    ),
    at: question('first'),
  },
  noSuchOption: {
    files: small(ask('text', 'Why'), only({ question: 'doYouLikeIt', isOneOf: ['yes', 'perhaps'] }, 'question', 'why')),
    params: { options: ['perhaps'] },
    repaired: true,
  },
  comparisonUnfit: {
    files: small(ask('text', 'Why'), only({ question: 'doYouLikeIt', has: 'yes' }, 'question', 'why')),
    repaired: true,
  },
  neverMet: { files: small(ask('text', 'Why'), only({ all: [yes, no] }, 'question', 'why')), at: question('why') },
  excluded: {
    files: small(
      { do: 'addPage', title: 'More' },
      { do: 'addQuestion', page: 'more', kind: 'text', label: 'Why' },
      only(yes, 'page', 'more'),
      only(no, 'question', 'why'),
    ),
    at: question('why'),
    params: { page: 'more' },
  },
  unreachable: {
    files: afterSteps(exit, [
      { do: 'addPage', title: 'More' },
      { do: 'addQuestion', page: 'more', kind: 'text', label: 'Why' },
      only(no, 'page', 'more'),
    ]),
    at: page('more'),
  },
  tooEntangled: { files: entangled() },
  noWords: {
    files: small({ do: 'setForm', set: { routes: [{ recipient: 'other-team' }] } }),
    at: words('recipients.other-team'),
  },
  notTranslated: {
    files: afterSteps(inPolish, [ask('text', 'Why')]),
    at: words('questions.why.label', 'pl'),
    params: { source: 'Why' },
  },
  wordsLeftOver: {
    files: afterSteps(inPolish, [say('questions.doYouLikeIt.hint', 'Nie musisz.', 'pl')]),
    at: words('questions.doYouLikeIt.hint', 'pl'),
    repaired: true,
  },
  blanksDiffer: {
    files: afterSteps(inPolish, [say('intro.0', 'With {{name}}.'), say('intro.0', 'Z {{imie}}.', 'pl')]),
    params: { blanks: ['name', 'imie'] },
  },
  groupNotTranslated: {
    files: afterSteps(inPolish, [{ do: 'addPage', use: 'age' }]),
    known: { ...KNOWN, groupTexts: { en: KNOWN.groupTexts.en } },
    params: { group: 'age', language: 'pl' },
  },
  staleWords: {
    files: afterSteps(inPolish, [say('title', 'Tell us more')]),
    at: words('title', 'pl'),
    params: { was: 'Tell us', source: 'Tell us more' },
  },
  noReason: {
    files: small({ do: 'setFact', question: 'doYouLikeIt', set: { required: true } }),
    at: question('doYouLikeIt'),
  },
  sensitive: { files: small(ask('text', 'What is your date of birth')), params: { subject: 'birth' } },
  tooMany: {
    files: small(...Array.from({ length: 20 }, (_, place) => ask('text', `Thing ${place}`))),
    params: { count: 21, most: 20 },
  },
  contactTwice: {
    files: small({ do: 'addPage', use: 'contact' }, ask('email', 'Your e-mail')),
    params: { questions: ['yourEMail', 'email'] },
  },
  sameLabel: { files: small(ask('text', 'Do you like it?')), params: { other: 'doYouLikeIt' } },
  sameOption: {
    files: small({ do: 'addOption', question: 'doYouLikeIt', label: 'yes.' }),
    at: { what: 'option', id: 'yes2', question: 'doYouLikeIt' },
    repaired: true,
  },
  oneOption: { files: small(ask('one-of', 'Which', 'This')), at: question('which') },
  otherUnsaid: { files: small(ask('one-of', 'Which', 'This', 'Other')), params: { option: 'other' } },
  avoidedWords: {
    files: small(say('intro.0', 'For all our service users.')),
    at: words('intro.0'),
    params: { words: 'service users' },
  },
  endsInColon: { files: small(say('questions.doYouLikeIt.label', 'Do you like it:')), repaired: true },
  allCapitals: { files: small(say('questions.doYouLikeIt.label', 'DO YOU LIKE IT REALLY')) },
  tooLong: { files: small(say('questions.doYouLikeIt.label', 'so '.repeat(60))) },
  hardToRead: {
    files: small(
      say(
        'intro.0',
        'Notwithstanding the aforementioned considerations, applicants necessarily acknowledge organisational responsibilities regarding confidentiality, accountability and proportionality.',
      ),
    ),
    at: words('intro.0'),
  },
  looksLikeCode: { files: small(say('intro.0', '<b>Read</b> this')) },
  sharedOtherKind: {
    files: small({ do: 'addQuestion', page: 'page-1', kind: 'text', label: 'Phone', id: 'phone' }),
    params: { kind: 'telephone', group: 'contact' },
    repaired: true,
  },
  noAutocomplete: { files: small(ask('email', 'Your e-mail')), params: { token: 'email' }, repaired: true },
};

const ofCode = (code: string, files: FormFiles, known: Known) =>
  findings(files, known).filter((one) => one.code === code);

describe.each(Object.entries(CASES))('%s', (code, { files, known = KNOWN, at, params, repaired }) => {
  const [first, ...more] = ofCode(code, files, known);

  test('is found, where it is and as grave as it is', () => {
    expect(first).toMatchObject({
      severity: SEVERITY[code as FindingCode],
      ...(at ? { at } : {}),
      params: params ?? {},
    });
    expect(ofCode(code, SMALL, KNOWN)).toEqual([]);
  });

  test('is put right by what repairs it, and by nothing else', () => {
    const repairs = [first, ...more].flatMap((one) => (one?.repair ? [one] : []));
    if (repaired) expect(repairs[0]).toBe(first);
    for (const one of repairs) {
      const now = findings(afterSteps(files, one.repair ?? [], known.groups), known);
      expect(now.filter((left) => left.code === code && JSON.stringify(left.at) === JSON.stringify(one.at))).toEqual(
        [],
      );
    }
  });
});

test('every code has its case', () => {
  expect([...Object.keys(CASES), 'fault'].sort()).toEqual(Object.keys(SEVERITY).sort());
});

test('what no code is for is said in the words of the judge of all forms', () => {
  const links = { kind: 'groups', days: 'gone' };
  const files = written(({ pages }) => ({ pages: pages.map((one) => ({ ...one, linksFrom: links })) }));
  expect(findings(files, KNOWN)).toMatchObject([
    { code: 'fault', severity: 'stops', params: { where: 'page "page-1"', cure: expect.stringContaining('Correct') } },
  ]);
  const misshapen = written(() => ({ audience: 'nobody' }));
  expect(findings(misshapen, KNOWN)).toMatchObject([{ code: 'fault', params: { where: 'audience' } }]);
});

test('the small form has none', () => {
  expect(findings(SMALL, KNOWN)).toEqual([]);
  expect(findings(exit, KNOWN)).toEqual([]);
});

test('a form that is published has none that stops', () => {
  const known = knownOnDisk();
  for (const id of FORM_IDS) {
    expect([id, findings(formOnDisk(id), known).filter(({ severity }) => severity === 'stops')]).toEqual([id, []]);
  }
});
