import type { Finding } from '#core/forms/edit/finding.ts';
import { useEditing } from '../editing.ts';
import { ViewHead } from '../editor/ViewHead.tsx';
import type { ViewProps } from '../editor/ViewOf.tsx';
import { focusSoon } from '../focus-soon.ts';
import { chosenOf } from '../in-words.ts';
import { toHash } from '../views.ts';
import { findingInWords, placeInWords } from './finding-words.ts';

/** The running check: what stops the form from being published, and what is worth a thought. */
export function CheckView({ checked }: ViewProps) {
  const editing = useEditing();
  const { words } = editing;
  const { found, files } = checked;
  const stops = found.filter(({ severity }) => severity === 'stops');
  const warns = found.filter(({ severity }) => severity === 'warns');
  if (!files) return <ViewHead title={words('view.check')} lead={words('check.looking')} />;
  return (
    <>
      <ViewHead title={words('view.check')} lead={words('check.lead')} />
      <div
        data-findings={found.length}
        data-stops={stops.length}
        data-looked-at={files === editing.files ? 'newest' : 'older'}
      >
        {found.length === 0 && <p class="notice">{words('check.none')}</p>}
        <Found title={words('check.stops', { number: stops.length })} found={stops} />
        <Found title={words('check.warns', { number: warns.length })} found={warns} />
      </div>
    </>
  );
}

function Found({ title, found }: { readonly title: string; readonly found: readonly Finding[] }) {
  if (found.length === 0) return null;
  return (
    <section>
      <h4>{title}</h4>
      <ol class="findings">
        {found.map((finding, place) => (
          <Item key={`${finding.code} ${JSON.stringify(finding.at)} ${place}`} finding={finding} />
        ))}
      </ol>
    </section>
  );
}

function Item({ finding }: { readonly finding: Finding }) {
  const editing = useEditing();
  const { words, take, choose, draft } = editing;
  const { repair, at, code, severity } = finding;
  const text = findingInWords(finding, editing);
  const go = () => {
    if (at.what === 'language' || (at.what === 'words' && at.language !== editing.files.sourceLanguage)) {
      location.hash = toHash(draft, 'languages');
      return;
    }
    location.hash = toHash(draft);
    choose(chosenOf(at));
    focusSoon('panel');
  };
  const putRight = () => {
    take(repair ?? []);
    focusSoon('view');
  };
  return (
    <li class={severity === 'stops' ? 'finding finding--stops' : 'finding'} data-finding={code}>
      <p>{text}</p>
      <div class="row-buttons">
        <button class="button button--secondary button--small" type="button" onClick={go}>
          {words('check.go', { name: placeInWords(at, editing) })}
        </button>
        {repair && (
          <button class="button button--secondary button--small" type="button" data-repair onClick={putRight}>
            {words('check.repair')} <span class="visually-hidden">{text}</span>
          </button>
        )}
      </div>
    </li>
  );
}
