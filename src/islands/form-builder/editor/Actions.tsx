import { useState } from 'preact/hooks';
import type { Step } from '#core/forms/edit/step.ts';
import { type Chosen, useEditing } from '../editing.ts';
import { focusSoon } from '../focus-soon.ts';
import { problemInWords } from '../in-words.ts';
import { nameOfPage, nameOfQuestion } from '../names.ts';
import { neighbour } from './places.ts';
import { SmallButton } from './SmallButton.tsx';

interface ActionsProps {
  readonly what: 'page' | 'question';
  readonly id: string;
  /** What a shared group brings stays as the group has it: it can be taken out, not moved or copied. */
  readonly isShared?: boolean;
}

/** Move, copy, remove: buttons, and each says what came of it. What was removed comes back with Undo. */
export function Actions({ what, id, isShared = false }: ActionsProps) {
  const editing = useEditing();
  const { files, groups, shared, take, words } = editing;
  const [problem, tell] = useState<string>();
  const name = what === 'page' ? nameOfPage(files, id, shared) : nameOfQuestion(files, id, shared);
  const self: Chosen = what === 'page' ? { at: 'page', page: id } : { at: 'question', question: id };
  const attempt = (step: Step, after: Parameters<typeof take>[1] = {}) => {
    const refusal = take(step, after);
    tell(refusal && problemInWords(refusal, editing));
    return refusal;
  };
  const remove = () => {
    const step = { do: 'remove', what, id } as const;
    const after = { choose: neighbour(files, groups, self), focus: 'panel' };
    // What asked about it loses that condition; all of it comes back with one Undo.
    if (take(step, after)?.code === 'askedBy') attempt({ ...step, withConditions: true }, after);
    else focusSoon('panel');
  };
  const isPage = what === 'page';
  return (
    <>
      {(isPage || !isShared) && (
        <>
          <SmallButton text={words('move.up')} about={name} onPress={() => attempt({ do: 'move', what, id, by: -1 })} />
          <SmallButton
            text={words('move.down')}
            about={name}
            onPress={() => attempt({ do: 'move', what, id, by: 1 })}
          />
        </>
      )}
      {!isShared && (
        <SmallButton
          text={words('copy')}
          about={name}
          onPress={() => attempt({ do: 'copy', what, id }, { go: true, focus: 'panel' })}
        />
      )}
      <SmallButton text={words('remove')} about={name} onPress={remove} />
      <button class="button button--quiet button--small to-outline" type="button" onClick={() => focusSoon('outline')}>
        {words('outline.back')}
      </button>
      {problem && <p class="question__problem">{problem}</p>}
    </>
  );
}
