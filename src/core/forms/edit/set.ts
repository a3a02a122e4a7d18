import { good, type Outcome } from '../../outcome.ts';
import type { SourcePage } from '../parse-form.ts';
import { findPage, findQuestion, type Groups, questionsUsed, takenPageIds, withPage } from './find.ts';
import type { FormFiles } from './form-files.ts';
import { own, replaced, withKey } from './own.ts';
import { notThere, refused } from './problem.ts';
import { withQuestion } from './remove.ts';
import { withChange } from './set-fact.ts';
import { isCriterion, isPath, wrongFormFact, wrongPageFact } from './shape.ts';
import type { EditProblem, SetCondition, Step } from './step.ts';
import { keeping, withWords, wordsAt } from './words.ts';

type Edited = Outcome<FormFiles, EditProblem>;
type One<Name extends Step['do']> = Extract<Step, { do: Name }>;

export function setPage(files: FormFiles, { page: key, set }: One<'setPage'>, groups: Groups): Edited {
  const found = findPage(files, key);
  if (!found) return notThere('page', key);
  const { at, page } = found;
  if ('use' in page) {
    if (Object.keys(set).some((name) => name !== 'only')) return refused('shared', { id: key, group: page.use });
    const all = questionsUsed({ use: page.use }, groups).map(({ id }) => id);
    const unknown = set.only?.find((id) => !all.includes(id));
    if (unknown !== undefined) return notThere('question', unknown);
    return good(withPage(files, at, withKey(page, 'only', set.only?.length ? set.only : undefined)));
  }
  if (set.exit && page.questions.length > 0) return refused('exit', { id: key });
  let changed: SourcePage = page;
  for (const [name, value] of Object.entries(set)) changed = withKey(changed, name, value);
  const wrong = wrongPageFact(changed);
  return wrong === undefined ? good(withPage(files, at, changed)) : refused('notOfThisKind', { id: key, fact: wrong });
}

export function setLink(files: FormFiles, { page: key, link, href }: One<'setLink'>): Edited {
  const found = findPage(files, key);
  if (!found) return notThere('page', key);
  const { at, page } = found;
  if ('use' in page) return refused('shared', { id: key, group: page.use });
  const old = page.links?.[link];
  if (!page.links || !old) return notThere('link', link);
  if (!isPath(href)) return refused('notOfThisKind', { id: key, fact: 'href' });
  return good(withPage(files, at, { ...page, links: replaced(page.links, link, { ...old, href }) }));
}

export function setForm(files: FormFiles, { set }: One<'setForm'>): Edited {
  if (set.routes?.at(-1)?.when) return refused('lastRoute');
  let source = files.source;
  for (const [name, value] of Object.entries(set)) source = withKey(source, name, value);
  const wrong = wrongFormFact({ ...source, pages: [{ id: 'page' }] });
  return wrong === undefined ? good({ ...files, source }) : refused('notOfThisKind', { id: source.id, fact: wrong });
}

export function setCondition(files: FormFiles, step: SetCondition, groups: Groups): Edited {
  const { when } = step;
  if (when !== undefined && !isCriterion(when)) return refused('notOfThisKind', { id: step.what, fact: 'when' });
  if (step.what === 'route') {
    const { routes } = files.source;
    const route = routes[step.route];
    if (!route) return notThere('route', step.route);
    if (when && step.route === routes.length - 1) return refused('lastRoute');
    return good({
      ...files,
      source: { ...files.source, routes: replaced(routes, step.route, withKey(route, 'when', when)) },
    });
  }
  if (step.what === 'question') {
    const found = findQuestion(files, step.id, groups);
    if (!found) return notThere('question', step.id);
    if (!('use' in found)) return good(withQuestion(files, found, withKey(found.question, 'when', when)));
    const change = withKey(own(found.use.with, step.id) ?? {}, 'when', when);
    return good(withPage(files, found.at, withChange(found.use, step.id, change)));
  }
  const found = findPage(files, step.id);
  if (!found) return notThere('page', step.id);
  const { at, page } = found;
  if (step.what === 'page') return good(withPage(files, at, withKey(page, 'when', when)));
  if ('use' in page) return refused('shared', { id: step.id, group: page.use });
  const link = page.links?.[step.link];
  if (!page.links || !link) return notThere('link', step.link);
  return good(withPage(files, at, { ...page, links: replaced(page.links, step.link, withKey(link, 'when', when)) }));
}

/** A sentence in one language. Of a translation it is kept what it translates; of the source what the others translated. */
export function setWords(files: FormFiles, { language, at, text: typed }: One<'setWords'>, groups: Groups): Edited {
  const text = own(files.texts, language);
  if (!text) return notThere('language', language);
  const sentence = typed.trim();
  const [part, id = ''] = at.split('.');
  if (sentence !== '' && part === 'pages' && !takenPageIds(files.source, groups).has(id)) return notThere('page', id);
  if (sentence !== '' && part === 'questions' && !findQuestion(files, id, groups)) return notThere('question', id);
  const isSource = language === files.sourceLanguage;
  const needed = at === 'title' || /^pages\.[^.]+\.title$/.test(at) || at.endsWith('.label');
  if (isSource && needed && sentence === '') return refused('needsWords', { at });
  const before = wordsAt(text, at);
  const done: FormFiles = { ...files, texts: { ...files.texts, [language]: withWords(text, at, sentence) } };
  if (!isSource)
    return good(
      remembering(
        done,
        language,
        at,
        sentence === '' ? undefined : wordsAt(own(files.texts, files.sourceLanguage), at),
      ),
    );
  if (before === undefined || before === sentence) return good(done);
  const others = Object.keys(files.texts).filter(
    (one) => one !== language && wordsAt(files.texts[one], at) !== undefined,
  );
  return good(
    others.reduce(
      (now, one) =>
        own(own(now.translated, one) as Of | undefined, at) === undefined ? remembering(now, one, at, before) : now,
      done,
    ),
  );
}

type Of = { readonly [key: string]: string };

function remembering(files: FormFiles, language: string, at: string, sentence: string | undefined): FormFiles {
  const of = (own(files.translated, language) ?? {}) as Of;
  return keeping(files, { ...files.translated, [language]: withKey(of, at, sentence) });
}
