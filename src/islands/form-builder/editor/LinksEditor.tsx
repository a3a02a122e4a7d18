import { useState } from 'preact/hooks';
import type { SourcePage } from '#core/forms/parse-form.ts';
import { ConditionEditor } from '../condition/ConditionEditor.tsx';
import { useEditing } from '../editing.ts';
import { ChoiceField } from '../fields/Field.tsx';
import { WordsField } from '../fields/WordsField.tsx';
import { focusSoon } from '../focus-soon.ts';
import { SmallButton } from './SmallButton.tsx';

interface LinksEditorProps {
  readonly id: string;
  readonly page: SourcePage;
  readonly words: (place: number) => string | undefined;
}

/** Where a page leads besides on: to other pages of this site. */
export function LinksEditor({ id, page, words: wordsOf }: LinksEditorProps) {
  const { take, words, data } = useEditing();
  const [next, choose] = useState(data.places[0]?.id ?? '');
  const links = page.links ?? [];
  const nameOf = (href: string) => data.places.find((one) => one.id === href)?.name;
  const placesWith = (href: string) =>
    nameOf(href) === undefined ? [{ id: href, name: href }, ...data.places] : data.places;
  const add = () => {
    const name = nameOf(next);
    take({ do: 'addLink', page: id, href: next, ...(name ? { words: name } : {}) });
    focusSoon(`link:${links.length}`);
  };
  const remove = (link: number) => {
    take({ do: 'removeLink', page: id, link });
    focusSoon('add-link');
  };
  return (
    <details class="builder-part" open={links.length > 0 || page.exit === true}>
      <summary>{words('links.title', { count: links.length })}</summary>
      <p>{words(page.exit ? 'links.exitHint' : 'links.hint')}</p>
      <ol class="option-list">
        {links.map(({ href, when }, place) => (
          <li key={`${place} ${href}`}>
            <WordsField
              at={`pages.${page.id}.links.${place}`}
              label={words('links.words', { number: place + 1 })}
              focus={`link:${place}`}
            />
            <ChoiceField
              label={words('links.to', { number: place + 1 })}
              value={href}
              options={placesWith(href)}
              onChoose={(to) => take({ do: 'setLink', page: id, link: place, href: to })}
            />
            {!page.exit && (
              <ConditionEditor owner={{ what: 'link', id, link: place }} when={when} title={words('links.condition')} />
            )}
            <SmallButton
              text={words('remove')}
              about={wordsOf(place) ?? nameOf(href) ?? href}
              onPress={() => remove(place)}
            />
          </li>
        ))}
      </ol>
      <div class="option-new">
        <ChoiceField label={words('links.new')} value={next} options={data.places} onChoose={choose} focus="add-link" />
        <button class="button button--secondary button--small" type="button" onClick={add}>
          {words('links.add')}
        </button>
      </div>
    </details>
  );
}
