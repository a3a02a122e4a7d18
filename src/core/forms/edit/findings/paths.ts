import type { Criterion } from '../../../criteria/criterion.ts';
import type { FormPage, Question } from '../../definition.ts';
import { type Reach, reachOf } from '../../paths/reach.ts';
import type { Reached } from '../../paths/search.ts';
import type { Finding, Place } from '../finding.ts';
import { atPage, atQuestion, found, type Look } from './look.ts';

/** What no answers lead to, and why: the condition alone, with that of its page, or with what comes before. */
export function ofPaths(look: Look): readonly Finding[] {
  const { assembled } = look;
  if (!assembled) return [];
  const { sound, composed, keyOf } = assembled;
  const reach = reachOf(sound);
  const unknown: Place[] = [];
  const isOut = (reached: Reached, at: Place) => {
    if (reached === 'unknown') unknown.push(at);
    return reached === 'no';
  };
  const pages = sound.pages.filter(({ id }) => (composed.copies.get(id)?.number ?? 1) === 1);
  const unreached = pages.flatMap((page): readonly Finding[] => {
    const at = atPage(keyOf(page.id));
    if (isOut(reach.page(page), at)) {
      // Where nothing on it can be asked, it is the questions that are wrong.
      const isOpen = !page.when || reach.together([page.when]) !== 'no';
      const shut = page.questions.filter(({ when }) => when !== undefined);
      const isShut = isOpen && shut.length > 0 && shut.length === page.questions.length;
      return isShut ? shut.map((one) => whyNot(reach, atQuestion(one.id), page, one)) : [whyNot(reach, at, page)];
    }
    return page.questions.flatMap((question) => {
      const place = atQuestion(question.id);
      return question.when && isOut(reach.question(page, question), place)
        ? [whyNot(reach, place, page, question)]
        : [];
    });
  });
  const routes = sound.routes.flatMap(({ when }, route): readonly Finding[] => {
    const at: Place = { what: 'route', route };
    if (!isOut(reach.route(route), at)) return [];
    return [found(when && reach.together([when]) === 'no' ? 'neverMet' : 'unreachable', at)];
  });
  const end = isOut(reach.end(), { what: 'form' }) ? [found('nothingSent', { what: 'form' })] : [];
  return [...unreached, ...routes, ...end, ...unknown.map((at) => found('tooEntangled', at))];
}

/** No repair: whether the condition or the thing itself is wrong, the author alone knows. */
function whyNot(reach: Reach, at: Place, page: FormPage, question?: Question): Finding {
  const own: Criterion | undefined = question ? question.when : page.when;
  if (own && reach.together([own]) === 'no') return found('neverMet', at);
  if (question && page.when && own && reach.together([page.when, own]) === 'no') {
    return found('excluded', at, { page: page.id });
  }
  return found('unreachable', at);
}
