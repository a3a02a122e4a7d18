import { findPage, findQuestion } from '#core/forms/edit/find.ts';
import { pageKeys } from '#core/forms/edit/page-keys.ts';
import { unreachable } from '#core/unreachable.ts';
import { type Editing, useEditing } from '../editing.ts';
import { FormPanel } from './FormPanel.tsx';
import { NewPage } from './NewPage.tsx';
import { NewQuestion } from './NewQuestion.tsx';
import { PagePanel } from './PagePanel.tsx';
import { QuestionPanel } from './QuestionPanel.tsx';

/** What is chosen in the outline, to be edited. Ctrl and Enter go on to the next question, from wherever somebody is. */
export function Panel() {
  const editing = useEditing();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a short way for keys; the button for it is in each panel.
    <div
      class="panel"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        goOn(editing);
      }}
    >
      <Chosen />
      <p class="small">{editing.words('panel.keys')}</p>
    </div>
  );
}

function Chosen() {
  const { chosen } = useEditing();
  switch (chosen.at) {
    case 'form':
      return <FormPanel />;
    case 'page':
      return <PagePanel key={chosen.page} id={chosen.page} />;
    case 'question':
      return <QuestionPanel key={chosen.question} id={chosen.question} />;
    case 'newPage':
      return <NewPage after={chosen.after} />;
    case 'newQuestion':
      return <NewQuestion key={chosen.after} page={chosen.page} after={chosen.after} />;
    default:
      return unreachable(chosen);
  }
}

/** To a new question behind the one that is chosen; to a new page where none can be asked. */
function goOn({ chosen, files, groups, choose }: Editing): void {
  if (chosen.at === 'newPage' || chosen.at === 'newQuestion') return;
  const keys = pageKeys(files.source.pages);
  const found = chosen.at === 'question' ? findQuestion(files, chosen.question, groups) : undefined;
  const key = found ? keys[found.at] : chosen.at === 'page' ? chosen.page : keys.at(-1);
  const page = key === undefined ? undefined : findPage(files, key)?.page;
  if (key === undefined || !page || chosen.at === 'form' || 'use' in page || page.exit) {
    choose({ at: 'newPage', after: key }, 'new-title');
  } else {
    const after = chosen.at === 'question' ? chosen.question : page.questions.at(-1)?.id;
    choose({ at: 'newQuestion', page: key, after }, 'new-label');
  }
}
