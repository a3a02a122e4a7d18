import { expect, test } from 'vitest';
import { NO_GROUPS } from '#core/forms/edit/find.ts';
import { emptyForm } from '#core/forms/edit/form-files.ts';
import { begin, undo } from '#core/forms/edit/history.ts';
import type { Step } from '#core/forms/edit/step.ts';
import { goOnTyping, takeTogether } from '#islands/form-builder/steps.ts';

const start = () => begin(emptyForm('walk', 'en', 'Walk'));
const titled = (text: string): Step => ({ do: 'setWords', language: 'en', at: 'title', text });

test('steps that belong together are undone by one press', () => {
  const done = takeTogether(start(), [titled('Walk with us'), { do: 'addPage', title: 'More' }], NO_GROUPS);
  if (!done.ok) throw new Error(done.problem.code);
  expect(done.value.past).toHaveLength(1);
  expect(undo(done.value).now).toEqual(start().now);
});

test('of steps that belong together none is taken where one cannot be', () => {
  const done = takeTogether(start(), [titled('Walk with us'), { do: 'addLanguage', language: 'en' }], NO_GROUPS);
  expect(done.ok).toBe(false);
});

test('letters typed one after the other are undone together', () => {
  let history = start();
  for (const text of ['W', 'Wa', 'Wal', 'Walk!']) {
    const done = goOnTyping(history, titled(text), NO_GROUPS);
    if (!done.ok) throw new Error(done.problem.code);
    history = done.value;
  }
  expect(history.past).toHaveLength(1);
  expect(undo(history).now).toEqual(start().now);
});

test('what is typed into another field is undone apart', () => {
  const first = goOnTyping(start(), titled('Walk!'), NO_GROUPS);
  if (!first.ok) throw new Error(first.problem.code);
  const step: Step = { do: 'setWords', language: 'en', at: 'intro.0', text: 'Come along' };
  const second = goOnTyping(first.value, step, NO_GROUPS);
  expect(second.ok && second.value.past).toHaveLength(2);
});
