import { FACETS, type Facet, WHENS } from '#core/directory/entry.ts';
import type { Chosen } from '#core/directory/filter.ts';

type Control = HTMLInputElement | HTMLSelectElement;

const controlsIn = (form: HTMLFormElement) => [...form.querySelectorAll<Control>('[name]')];
const isTick = (control: Control): control is HTMLInputElement => ['checkbox', 'radio'].includes(control.type);

/** What the form's controls say. */
export function readControls(form: HTMLFormElement): Chosen {
  const set = controlsIn(form).filter((control) => control.value !== '' && (!isTick(control) || control.checked));
  const valuesOf = (name: string) => set.filter((control) => control.name === name).map(({ value }) => value);
  const facets = FACETS.map((facet) => [facet, valuesOf(facet)] as const).filter(([, values]) => values.length > 0);
  const when = WHENS.find((one) => valuesOf('when').includes(one));
  return { facets: Object.fromEntries(facets), ...(when === undefined ? {} : { when }) };
}

/** Sets every control to what was chosen. */
export function setControls(form: HTMLFormElement, { facets, when }: Chosen): void {
  for (const control of controlsIn(form)) {
    const values: readonly string[] =
      control.name === 'when' ? (when ? [when] : []) : (facets[control.name as Facet] ?? []);
    if (isTick(control)) control.checked = control.value === '' ? values.length === 0 : values.includes(control.value);
    else control.value = values[0] ?? '';
  }
}

/** Whether a control offers it. */
export function isOffered(form: HTMLFormElement, name: string, value: string): boolean {
  return controlsIn(form).some((control) =>
    control instanceof HTMLSelectElement
      ? control.name === name && [...control.options].some((option) => option.value === value)
      : control.name === name && control.value === value,
  );
}
