import { countCharacters, isFarOver } from '#core/forms/rules/too-long.ts';
import { announce } from '#ui/announcer/announcer.ts';
import type { FormWords } from '#ui/form/form-words.ts';

// Near the limit only: a count from the first letter on would talk over what the person hears themselves type.
const NEAR = 0.75;
const QUIET_MS = 1_000;

/** Says how many characters are left in long answers, in sight always, aloud once typing rests. */
export function countIn(form: HTMLFormElement, words: FormWords): void {
  for (const area of form.querySelectorAll<HTMLTextAreaElement>('textarea[data-limit]')) {
    const limit = Number(area.dataset.limit);
    const line = document.createElement('p');
    line.className = 'count';
    area.after(line);
    let speak: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      const left = limit - countedIn(area, limit);
      const text = left < 0 ? words('charactersOver', { count: -left }) : words('charactersLeft', { count: left });
      line.textContent = text;
      line.classList.toggle('count--over', left < 0);
      clearTimeout(speak);
      if (left < limit * (1 - NEAR)) speak = setTimeout(() => announce(text), QUIET_MS);
    };
    line.textContent = words('charactersLeft', { count: limit - countedIn(area, limit) });
    area.addEventListener('input', show);
  }
}

/** Far over the limit nobody needs the exact number, and counting it would hold up the typing. */
function countedIn({ value }: HTMLTextAreaElement, limit: number): number {
  return isFarOver(value, limit) ? value.length : countCharacters(value.trim());
}
