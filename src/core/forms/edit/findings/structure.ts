import { questionsIn } from '../../../criteria/criterion.ts';
import { nearestName } from '../../../nearest-name.ts';
import { TELLS_WHO } from '../../faults.ts';
import { KINDS } from '../../kinds/kinds.ts';
import type { SourcePage, SourceQuestion } from '../../parse-form.ts';
import { conditionsOf } from '../conditions.ts';
import { questionsUsed } from '../find.ts';
import type { Finding } from '../finding.ts';
import type { Step } from '../step.ts';
import { atPage, atQuestion, found, type Look, optionsOf } from './look.ts';

/** Pages, questions and links that are not whole, or stand where they cannot. */
export function ofStructure(look: Look): readonly Finding[] {
  return [
    ...groupsNotThere(look),
    ...idsTwice(look),
    ...look.ownPages.flatMap(({ key, page }) => [
      ...(page.exit ? ofExit(key, page) : ofAdvice(look, key, page)),
      ...ofRepeat(key, page),
      ...ofLinks(look, key, page),
    ]),
    ...look.ownQuestions.flatMap((question) => [...ofChoice(look, question), ...ofBounds(question)]),
    ...tellingWho(look),
  ];
}

function groupsNotThere({ pages, known }: Look): readonly Finding[] {
  return pages.flatMap(({ key, page }) => {
    if (!('use' in page)) return [];
    const group = known.groups.get(page.use);
    if (!group)
      return [
        found('noGroup', atPage(key), {
          group: page.use,
          nearest: nearestName(page.use, [...known.groups.keys()]) ?? '',
        }),
      ];
    const asked = group.pages.flatMap(({ questions }) => questions.map(({ id }) => id));
    const unknown = page.only?.some((id) => !asked.includes(id)) ?? false;
    if (!unknown) return [];
    const only = page.only?.filter((id) => asked.includes(id));
    return [
      found('noGroup', atPage(key), { group: page.use, nearest: page.use }, [
        { do: 'setPage', page: key, set: { only } },
      ]),
    ];
  });
}

function idsTwice({ pages, known }: Look): readonly Finding[] {
  const seen = { pages: new Set<string>(), questions: new Set<string>() };
  const isAgain = (set: Set<string>, id: string) => set.size === set.add(id).size;
  return pages.flatMap(({ key, page }) => {
    const parts = 'use' in page ? (known.groups.get(page.use)?.pages ?? []) : [page];
    const isUsed = (id: string) => !('use' in page) || !page.only || page.only.includes(id);
    return parts.flatMap(({ id, questions }) => {
      const asked = questions.filter((one) => isUsed(one.id));
      if (questions.length > 0 && asked.length === 0 && 'use' in page) return [];
      const remove: readonly Step[] = [{ do: 'remove', what: 'page', id: key }];
      if (isAgain(seen.pages, id)) return [found('idTwice', atPage(key), { id }, 'use' in page ? remove : undefined)];
      return asked
        .filter((one) => isAgain(seen.questions, one.id))
        .map((one) => found('idTwice', atQuestion(one.id), { id: one.id }));
    });
  });
}

const LEAST_LINKS_OF_EXIT = 2;

function ofExit(key: string, { questions, when, links = [] }: SourcePage): readonly Finding[] {
  return [
    ...(questions.length > 0
      ? [found('exitAsks', atPage(key), {}, [{ do: 'setPage', page: key, set: { exit: undefined } }])]
      : []),
    ...(when ? [] : [found('exitForAll', atPage(key))]),
    ...(links.length < LEAST_LINKS_OF_EXIT ? [found('exitLinks', atPage(key), { links: links.length })] : []),
  ];
}

/** A page that asks nothing gives advice, and leads on to somewhere. */
function ofAdvice({ files, text }: Look, key: string, page: SourcePage): readonly Finding[] {
  const { questions, links = [], linksFrom } = page;
  if (questions.length > 0 || links.length > 0 || linksFrom) return [];
  if (text.pages[page.id]?.body?.length) return [found('adviceNowhere', atPage(key))];
  const isOnly = files.source.pages.length === 1;
  return [found('emptyPage', atPage(key), {}, isOnly ? undefined : [{ do: 'remove', what: 'page', id: key }])];
}

function ofRepeat(key: string, { repeat, exit, linksFrom, questions }: SourcePage): readonly Finding[] {
  if (!repeat || !(exit || linksFrom || questions.length === 0)) return [];
  return [found('repeatsNothing', atPage(key), {}, [{ do: 'setPage', page: key, set: { repeat: undefined } }])];
}

/** Lists and searches, whose addresses no single thing of the content gives. */
const LISTS = /^\/(find|timetable|organisations)\//;

function ofLinks({ known }: Look, key: string, { links = [] }: SourcePage): readonly Finding[] {
  const { paths } = known;
  if (!paths) return [];
  return links.flatMap(({ href }, link) =>
    paths.has(href) || LISTS.test(href)
      ? []
      : [
          found(
            'unknownLink',
            { what: 'link', page: key, link },
            { href, nearest: nearestName(href, [...paths]) ?? '' },
          ),
        ],
  );
}

function ofChoice({ known }: Look, question: SourceQuestion): readonly Finding[] {
  if (!('options' in KINDS[question.kind].facts)) return [];
  const { optionsFrom: from, id } = question;
  if (!from) return optionsOf(question).length > 0 ? [] : [found('noOptions', atQuestion(id))];
  if ('options' in question && question.options) {
    return [
      found('nothingOffered', atQuestion(id), { from }, [
        { do: 'setFact', question: id, set: { optionsFrom: undefined } },
      ]),
    ];
  }
  const { programme, kind } = question.where ?? {};
  const isThere = known.content[from].some(
    (one) => (programme === undefined || one.programme === programme) && (kind === undefined || one.kind === kind),
  );
  const isProgramme = programme === undefined || known.content.programmes.some((one) => one.id === programme);
  if (isProgramme && (isThere || (question.also ?? []).length > 0)) return [];
  return [found('nothingOffered', atQuestion(id), { from })];
}

function ofBounds(question: SourceQuestion): readonly Finding[] {
  const { id } = question;
  if (question.kind === 'whole-number' && question.least > question.most) {
    const { least, most } = question;
    const set = { least: most, most: least };
    return [found('boundsTurned', atQuestion(id), { least, most }, [{ do: 'setFact', question: id, set }])];
  }
  if (question.kind !== 'date' || !question.notBefore || !question.notAfter) return [];
  const { notBefore, notAfter } = question;
  if (notBefore <= notAfter) return [];
  const set = { notBefore: notAfter, notAfter: notBefore };
  return [found('boundsTurned', atQuestion(id), { notBefore, notAfter }, [{ do: 'setFact', question: id, set }])];
}

/** A question by which somebody could be known, in a form that promises nobody will be. */
function tellingWho(look: Look): readonly Finding[] {
  const { files, questions } = look;
  if (files.source.kind !== 'monitoring') return [];
  return TELLS_WHO.flatMap((id) => {
    const asked = questions.get(id);
    if (!asked) return [];
    const remove: Step = { do: 'remove', what: 'question', id, withConditions: true };
    return [
      found('tellsWho', atQuestion(id), { id }, asked.use === undefined ? [remove] : withoutTelling(look, asked.key)),
    ];
  });
}

/** A shared group without all that tells who somebody is, and what hangs on it; nothing where other pages ask for that. */
function withoutTelling({ pages, files, known }: Look, key: string): readonly Step[] | undefined {
  const page = pages.find((one) => one.key === key)?.page;
  if (!page || !('use' in page)) return undefined;
  const used = questionsUsed(page, known.groups);
  const gone = new Set(used.filter(({ id }) => TELLS_WHO.includes(id)).map(({ id }) => id));
  const asks = (when: SourceQuestion['when']) => when !== undefined && questionsIn(when).some((id) => gone.has(id));
  for (const { id, when } of used) if (asks(when)) gone.add(id);
  const others = files.source.pages.filter((one) => one !== page);
  const left = conditionsOf({ ...files.source, pages: others }, known.groups);
  if (left.some(({ when }) => asks(when))) return undefined;
  const only = used.map(({ id }) => id).filter((id) => !gone.has(id));
  if (only.length > 0) return [{ do: 'setPage', page: key, set: { only } }];
  return pages.length > 1 ? [{ do: 'remove', what: 'page', id: key }] : undefined;
}
