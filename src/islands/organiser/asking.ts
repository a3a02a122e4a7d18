import { type ComponentChild, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Sayer } from '#i18n/words.ts';
import { ErrorSummary } from '#ui/error-summary/error-summary.ts';
import { moveFocus } from '#ui/focus/focus.ts';
import { Field, type FieldSpec, fieldId } from './field.ts';
import { say } from './say.ts';
import { keepTyped, readTyped, type Typed } from './typed.ts';

/** What has to be put right, by field, in words. `form` is about all of it. */
export type Problems = { readonly [field: string]: string };

interface AskingProps {
  /** Unique on the page, and the same when the page is loaded again. */
  readonly id: string;
  readonly sayer: Sayer;
  readonly fields: readonly FieldSpec[];
  /** What stands there before anybody types. */
  readonly initial: Typed;
  readonly button: string;
  readonly working?: string;
  /** Whether what is typed is kept for this tab: secrets are not. */
  readonly keeps?: boolean;
  /** Answers what has to be put right; nothing if all went well. */
  readonly onDone: (typed: Typed) => Promise<Problems | undefined>;
  readonly more?: ComponentChild;
}

/** Questions and one button. Problems stand beside their questions and, as links, above; what was typed stays (G3). */
export function Asking(props: AskingProps): ComponentChild {
  const { id, sayer, fields, initial, button, working, keeps = true, onDone, more } = props;
  const [typed, type] = useState<Typed>(() => ({ ...initial, ...(keeps ? readTyped(id) : undefined) }));
  const [problems, tell] = useState<Problems>({});
  const [isBusy, work] = useState(false);
  const [round, again] = useState(0);
  const summary = useRef<HTMLDivElement>(null);
  const asked = fields.filter((field) => field.asked?.(typed) ?? true);
  const listed = [...asked.map(({ name }) => name), 'form'].filter((name) => problems[name]);

  useEffect(() => {
    const first = summary.current?.firstElementChild;
    if (round > 0 && first instanceof HTMLElement) moveFocus(first);
  }, [round]);
  useEffect(() => {
    if (listed.length === 0) return undefined;
    const before = document.title;
    document.title = say(sayer, 'form.titleWithProblem', { title: before });
    return () => {
      document.title = before;
    };
  }, [listed.length > 0]);

  const change = (name: string, value: string) => {
    const next = { ...typed, [name]: value };
    type(next);
    if (keeps) keepTyped(id, next);
  };
  const finish = async () => {
    if (isBusy) return;
    work(true);
    const found = await onDone(typed);
    work(false);
    tell(found ?? {});
    if (found) again(round + 1);
    else if (keeps) keepTyped(id, undefined);
  };
  const links = listed.map((name) => ({
    href: `#${fieldId(id, name === 'form' ? (asked[0]?.name ?? '') : name)}`,
    text: problems[name] ?? '',
  }));

  return h(
    'form',
    {
      noValidate: true,
      'data-asking': id,
      onSubmit: (event: Event) => {
        event.preventDefault();
        void finish();
      },
    },
    h(
      'div',
      { ref: summary, onClick: follow },
      links.length > 0 && h(ErrorSummary, { title: say(sayer, 'form.problems'), problems: links }),
    ),
    asked.map((field) =>
      h(Field, {
        key: field.name,
        field,
        form: id,
        value: typed[field.name] ?? '',
        problem: problems[field.name],
        sayer,
        onTyped: (value) => change(field.name, value),
      }),
    ),
    h(
      'p',
      { class: 'buttons' },
      // Not `disabled`: that would take the focus away from who pressed it.
      h('button', { class: 'button', type: 'submit', 'aria-disabled': isBusy }, isBusy ? (working ?? button) : button),
      more,
    ),
  );
}

/** The address of this page names the group: a link of the summary must not change it. */
function follow(event: Event): void {
  const link = (event.target as Element).closest('a[href^="#"]');
  const control = link && document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
  if (!control) return;
  event.preventDefault();
  moveFocus(control);
}
