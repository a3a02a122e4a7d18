import { isOfJavaScript } from './mint-id.ts';

/** Where a sentence of a form stands. Ids hold no dots. */
export type TextKey =
  | 'title'
  | `intro.${number}`
  | `recipients.${string}`
  | `scale.${string}`
  | `pages.${string}.title`
  | `pages.${string}.body.${number}`
  | `pages.${string}.links.${number}`
  | `questions.${string}.label`
  | `questions.${string}.hint`
  | `questions.${string}.why`
  | `questions.${string}.options.${string}`
  | `questions.${string}.problems.${string}`;

const ID = '[a-z][A-Za-z0-9-]*';
const OPTION = '[A-Za-z0-9][A-Za-z0-9-]*';
const PLACE = '\\d{1,3}';
const SHAPE = new RegExp(
  [
    '^(title',
    `intro\\.${PLACE}`,
    `recipients\\.${ID}`,
    `scale\\.${OPTION}`,
    `pages\\.${ID}\\.(title|(body|links)\\.${PLACE})`,
    `questions\\.${ID}\\.(label|hint|why|(options|problems)\\.${OPTION}))$`,
  ].join('|'),
);

/** Whether a text names a place for a sentence. */
export function isTextKey(key: string): key is TextKey {
  return SHAPE.test(key) && !key.split('.').some(isOfJavaScript);
}
