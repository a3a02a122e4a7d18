import { unreachable } from '../../unreachable.ts';
import {
  aboutOption,
  aboutPage,
  aboutQuestion,
  keyOfQuestion,
  linksOf,
  newKey,
  newQuestion,
  optionsOf,
} from './about.ts';
import type { Params, Place } from './finding.ts';
import type { FormFiles } from './form-files.ts';
import { pageKeys } from './page-keys.ts';
import type { Step } from './step.ts';

/** What a step did, to be announced, and the place to go to. Its words are the catalogue's, by its code. */
export interface Said {
  readonly code: SaidCode;
  readonly params: Params;
  readonly at: Place;
}

export type SaidCode =
  | 'pageAdded'
  | 'groupAdded'
  | 'questionAdded'
  | 'optionAdded'
  | 'linkAdded'
  | 'languageAdded'
  | 'pageRemoved'
  | 'questionRemoved'
  | 'optionRemoved'
  | 'linkRemoved'
  | 'languageRemoved'
  | 'pageMoved'
  | 'questionMoved'
  | 'optionMoved'
  | 'pageCopied'
  | 'questionCopied'
  | 'kindChanged'
  | 'requiredNow'
  | 'optionalNow'
  | 'questionChanged'
  | 'pageChanged'
  | 'linkChanged'
  | 'wordsChanged'
  | 'wordsRemoved'
  | 'conditionSet'
  | 'conditionRemoved'
  | 'formChanged';

/** What a step did that led from one form to the other. */
export function said(step: Step, before: FormFiles, after: FormFiles): Said {
  switch (step.do) {
    case 'addPage': {
      const key = newKey(before, after);
      return {
        code: step.use === undefined ? 'pageAdded' : 'groupAdded',
        params: aboutPage(after, key),
        at: { what: 'page', id: key },
      };
    }
    case 'addQuestion': {
      const id = newQuestion(before, after);
      return {
        code: 'questionAdded',
        params: { ...aboutQuestion(after, id), kind: step.kind },
        at: { what: 'question', id },
      };
    }
    case 'addOption': {
      const old = optionsOf(before, step.question);
      const id = optionsOf(after, step.question).find((one) => !old.includes(one)) ?? '';
      return {
        code: 'optionAdded',
        params: aboutOption(after, step.question, id),
        at: { what: 'option', id, question: step.question },
      };
    }
    case 'addLink': {
      const link = linksOf(after, step.page) - 1;
      return {
        code: 'linkAdded',
        params: { ...aboutPage(after, step.page), href: step.href },
        at: { what: 'link', page: step.page, link },
      };
    }
    case 'addLanguage':
      return {
        code: 'languageAdded',
        params: { language: step.language },
        at: { what: 'language', language: step.language },
      };
    case 'removeLanguage':
      return { code: 'languageRemoved', params: { language: step.language }, at: { what: 'form' } };
    case 'removeLink':
      return { code: 'linkRemoved', params: aboutPage(after, step.page), at: { what: 'page', id: step.page } };
    case 'remove':
      return removed(step, before, after);
    case 'move':
    case 'moveTo':
      return moved(step, before, after);
    case 'copy': {
      if (step.what === 'question') {
        const id = newQuestion(before, after);
        return { code: 'questionCopied', params: aboutQuestion(after, id), at: { what: 'question', id } };
      }
      const key = newKey(before, after);
      return { code: 'pageCopied', params: aboutPage(after, key), at: { what: 'page', id: key } };
    }
    case 'setFact': {
      const { kind, required } = step.set;
      const code =
        kind !== undefined
          ? 'kindChanged'
          : required === undefined
            ? 'questionChanged'
            : required
              ? 'requiredNow'
              : 'optionalNow';
      const params = { ...aboutQuestion(after, step.question), ...(kind === undefined ? {} : { kind }) };
      return { code, params, at: { what: 'question', id: step.question } };
    }
    case 'setPage':
      return { code: 'pageChanged', params: aboutPage(after, step.page), at: { what: 'page', id: step.page } };
    case 'setLink':
      return {
        code: 'linkChanged',
        params: { href: step.href },
        at: { what: 'link', page: step.page, link: step.link },
      };
    case 'setWords': {
      const { language, at: key } = step;
      const code = step.text.trim() === '' ? 'wordsRemoved' : 'wordsChanged';
      return { code, params: { language, key }, at: { what: 'words', language, key } };
    }
    case 'setCondition': {
      const at: Place =
        step.what === 'route'
          ? { what: 'route', route: step.route }
          : step.what === 'link'
            ? { what: 'link', page: step.id, link: step.link }
            : { what: step.what, id: step.id };
      const params =
        step.what === 'question'
          ? aboutQuestion(after, step.id)
          : step.what === 'page'
            ? aboutPage(after, step.id)
            : {};
      return { code: step.when ? 'conditionSet' : 'conditionRemoved', params: { what: step.what, ...params }, at };
    }
    case 'setForm': {
      const facts = Object.keys(step.set);
      return { code: 'formChanged', params: { facts }, at: { what: 'form', fact: facts[0] ?? '' } };
    }
    default:
      return unreachable(step);
  }
}

function removed(step: Extract<Step, { do: 'remove' }>, before: FormFiles, after: FormFiles): Said {
  if (step.what === 'option') {
    const { label, question } = aboutOption(before, step.question, step.id);
    return {
      code: 'optionRemoved',
      params: { id: step.id, label, question },
      at: { what: 'question', id: step.question },
    };
  }
  if (step.what === 'question') {
    const { label, page } = aboutQuestion(before, step.id);
    const key = keyOfQuestion(before, step.id);
    const at: Place = pageKeys(after.source.pages).includes(key) ? { what: 'page', id: key } : { what: 'form' };
    return { code: 'questionRemoved', params: { id: step.id, label, page }, at };
  }
  const keys = pageKeys(before.source.pages);
  const place = keys.indexOf(step.id);
  const next = pageKeys(after.source.pages)[Math.min(place, after.source.pages.length - 1)];
  const { title } = aboutPage(before, step.id);
  return {
    code: 'pageRemoved',
    params: { id: step.id, title },
    at: next ? { what: 'page', id: next } : { what: 'form' },
  };
}

function moved(step: Extract<Step, { do: 'move' | 'moveTo' }>, before: FormFiles, after: FormFiles): Said {
  if (step.what === 'page')
    return { code: 'pageMoved', params: aboutPage(after, step.id), at: { what: 'page', id: step.id } };
  if (step.what === 'option') {
    return {
      code: 'optionMoved',
      params: aboutOption(after, step.question, step.id),
      at: { what: 'option', id: step.id, question: step.question },
    };
  }
  const isElsewhere = keyOfQuestion(before, step.id) !== keyOfQuestion(after, step.id);
  return {
    code: 'questionMoved',
    params: { ...aboutQuestion(after, step.id), toOtherPage: isElsewhere ? 'yes' : 'no' },
    at: { what: 'question', id: step.id },
  };
}
