import { dirname } from 'node:path';
import { readingAge } from '#core/reading-age.ts';
import { offeredLanguages } from '#i18n/site-words.ts';
import { draftsIn, referencesToDrafts } from '../drafts.ts';
import { readFormsWithErrors } from '../forms/read-forms.ts';
import { oddDates } from '../odd-dates.ts';
import { readContent, type SiteContent } from '../read-content.ts';
import { brokenReferences } from '../references.ts';
import { inventedContacts } from './contacts.ts';
import { checkedAfter, insaneDates } from './dates.ts';
import { deadEnds, undescribed } from './dead-ends.ts';
import type { Fault } from './fault.ts';
import { formReferences } from './form-references.ts';
import { missingWords, translated } from './missing-words.ts';
import { filesBelow, sentencesOf } from './sentences.ts';
import { attempt, misshapen } from './shapes.ts';
import { deadEndsOfForms } from './unreachable.ts';
import { silentVideos } from './videos.ts';

export interface Linted {
  readonly faults: readonly Fault[];
  /** What an editor should know, and need not change. */
  readonly notices: readonly string[];
  /** The reading age of each page and form in English, the hardest first. */
  readonly readingAges: readonly { readonly page: string; readonly age: number }[];
}

/** Checks content, forms and translations of the folder it is called in. `day`: the real one, for "checked after today". */
export function lintContent(day: string): Linted {
  const root = '.';
  const languages = offeredLanguages().map(({ code }) => code);
  const shapes = misshapen(root);
  // What is out of shape cannot be checked against the rest.
  const content = attempt(() => readContent(root)).length > 0 ? undefined : readContent(root);
  const { forms } = content ? readFormsWithErrors() : { forms: [] };
  return {
    faults: [
      ...shapes,
      ...(content ? faultsTogether(content, root) : []),
      ...deadEndsOfForms(forms),
      ...(content ? formReferences(forms, content) : []),
      ...missingWords(root, languages),
      ...inventedContacts(root),
    ],
    notices: [
      ...translated(root, languages),
      ...(content ? [...checkedAfter(content, day), ...draftsIn(content)] : []),
    ],
    readingAges: readingAges(root),
  };
}

function faultsTogether(content: SiteContent, root: string): Fault[] {
  return [
    ...brokenReferences(content),
    ...referencesToDrafts(content),
    ...oddDates(content),
    ...insaneDates(content),
    ...deadEnds(content),
    ...undescribed(content),
    ...silentVideos(content, root),
  ];
}

function readingAges(root: string): Linted['readingAges'] {
  const files = filesBelow(root, '{content,forms}/**/text.en.{yaml,json,md}');
  const ages = files.flatMap((file) => {
    const lines = sentencesOf(root, [file])
      .filter(({ field }) => !/(^|\.)(href|name|links)(\.|$)/.test(field))
      .map(({ text }) => text);
    const age = readingAge(lines);
    return age === undefined ? [] : [{ page: dirname(file), age }];
  });
  return ages.sort((a, b) => b.age - a.age);
}
