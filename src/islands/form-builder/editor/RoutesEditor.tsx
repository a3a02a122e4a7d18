import { NOT_CHOSEN } from '#core/forms/edit/form-files.ts';
import type { Step } from '#core/forms/edit/step.ts';
import { wordsAt } from '#core/forms/edit/words.ts';
import { ConditionEditor } from '../condition/ConditionEditor.tsx';
import { useEditing } from '../editing.ts';
import { ChoiceField } from '../fields/Field.tsx';
import { WordsField } from '../fields/WordsField.tsx';
import { focusSoon } from '../focus-soon.ts';
import { SmallButton } from './SmallButton.tsx';

/** Who receives the form: one team, or others first for those to whom a condition applies. */
export function RoutesEditor() {
  const { files, take, words, data } = useEditing();
  const { routes } = files.source;
  const named = data.recipients.map(({ id, words: worded }) => ({
    id,
    name: worded[files.sourceLanguage] ?? worded['en'] ?? id,
  }));
  const nameOf = (id: string) => named.find((one) => one.id === id)?.name ?? words('form.notChosen');
  const isKnown = (id: string) => named.some((one) => one.id === id);

  /** Chosen with its words in each language of the form, where the site has them; those of the team before go. */
  const receive = (place: number, recipient: string) => {
    const worded = data.recipients.find(({ id }) => id === recipient)?.words ?? {};
    const next = routes.map((one, at) => (at === place ? { ...one, recipient } : one));
    const gone = routes[place]?.recipient ?? recipient;
    const isGone = !next.some((one) => one.recipient === gone);
    const steps = Object.entries(files.texts).flatMap(([language, text]): readonly Step[] => {
      const set = (id: string, sentence: string): Step => ({
        do: 'setWords',
        language,
        at: `recipients.${id}`,
        text: sentence,
      });
      const known = worded[language];
      return [
        ...(isGone && wordsAt(text, `recipients.${gone}`) ? [set(gone, '')] : []),
        ...(known && !wordsAt(text, `recipients.${recipient}`) ? [set(recipient, known)] : []),
      ];
    });
    take([{ do: 'setForm', set: { routes: next } }, ...steps]);
  };
  const add = () => {
    const first = data.recipients[0]?.id ?? NOT_CHOSEN;
    const last = routes.at(-1);
    if (!last) return;
    take({ do: 'setForm', set: { routes: [...routes.slice(0, -1), { recipient: first }, last] } });
    focusSoon(`route:${routes.length - 1}`);
  };
  const remove = (place: number) => {
    take({ do: 'setForm', set: { routes: routes.filter((_, at) => at !== place) } });
    focusSoon(`route:${Math.max(0, place - 1)}`);
  };
  return (
    <fieldset class="builder-part">
      <legend class="field__label">{words('routes.title')}</legend>
      {routes.map(({ recipient, when }, place) => {
        const isLast = place === routes.length - 1;
        return (
          <div key={`${place} of ${routes.length}`} class={isLast ? undefined : 'option-new'}>
            <ChoiceField
              label={words(routes.length === 1 ? 'routes.only' : isLast ? 'routes.otherwise' : 'routes.some')}
              value={recipient}
              options={isKnown(recipient) ? named : [{ id: recipient, name: words('form.notChosen') }, ...named]}
              onChoose={(id) => receive(place, id)}
              focus={`route:${place}`}
            />
            {!isLast && (
              <>
                <ConditionEditor
                  owner={{ what: 'route', route: place }}
                  when={when}
                  title={words('routes.condition')}
                />
                <SmallButton text={words('remove')} about={nameOf(recipient)} onPress={() => remove(place)} />
              </>
            )}
          </div>
        );
      })}
      {[...new Set(routes.map(({ recipient }) => recipient))]
        .filter((id) => id !== NOT_CHOSEN)
        .map((id) => (
          <WordsField key={id} at={`recipients.${id}`} label={words('routes.words')} hint={words('routes.wordsHint')} />
        ))}
      <button class="button button--secondary button--small" type="button" onClick={add}>
        {words('routes.add')}
      </button>
    </fieldset>
  );
}
