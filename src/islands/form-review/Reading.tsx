import { useEffect, useId, useState } from 'preact/hooks';
import { dateAndTimeInWords } from '#i18n/dates.ts';
import { localPath } from '#i18n/paths.ts';
import { saveFormDraft } from '#store/form-drafts.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { ChoiceField } from '../form-builder/fields/Field.tsx';
import { draftOf } from '../form-builder/new-draft.ts';
import { ShownForm, WAYS, type Way } from '../form-builder/preview/ShownForm.tsx';
import { toHash } from '../form-builder/views.ts';
import { type AskProblem, type MadeForm, type ReadVersion, readVersion, type SentVersion } from './ask-intake.ts';
import { Differences } from './Differences.tsx';
import { differenceRows } from './difference-rows.ts';
import type { FormDesk } from './form-desk.ts';

interface ReadingProps {
  readonly form: MadeForm;
  readonly version: SentVersion;
  readonly at: FormDesk;
}

/** A version to read: what is different from another one, how people see it, and a copy of it to work on. */
export function Reading({ form, version, at }: ReadingProps) {
  const { words, saying } = at;
  const [read, show] = useState<ReadVersion>();
  const [problem, tell] = useState<AskProblem>();
  const [isRefused, refuse] = useState(false);
  useEffect(() => {
    void readVersion(version.draft).then((answer) => (answer.ok ? show(answer.value) : tell(answer.problem)));
  }, [version.draft]);
  if (problem) return <p class="notice notice--warning">{words(`problem.${problem}`)}</p>;
  if (!read) return <p>{words('loading')}</p>;

  const copy = async () => {
    const draft = draftOf(read.files, Date.now());
    const kept = await saveFormDraft(draft, true);
    if (kept.ok) location.assign(`${localPath(saying.language, '/build/')}${toHash(draft.id)}`);
    else {
      refuse(true);
      announce(words('problem.storageRefused'));
    }
  };
  return (
    <div class="form-reading" data-reading={version.draft}>
      {read.published ? (
        <>
          <Compared form={form} version={version} read={read} at={at} />
          <Seen read={read} at={at} />
        </>
      ) : (
        <p class="notice notice--warning">{words('broken')}</p>
      )}
      <p>
        <button class="button button--secondary" type="button" data-action="copy" onClick={() => void copy()}>
          {words('copy.button')}
        </button>
      </p>
      <p class="small">{words('copy.hint')}</p>
      {isRefused && <p class="notice notice--warning">{words('problem.storageRefused')}</p>}
    </div>
  );
}

/** Beside what people have now; or beside any other version. */
function Compared({ form, version, read, at }: ReadingProps & { readonly read: ReadVersion }) {
  const { words, saying } = at;
  const id = useId();
  const others = form.drafts.filter(({ draft }) => draft !== version.draft);
  const now = others.find(({ state }) => state === 'published');
  const before = form.drafts[form.drafts.indexOf(version) + 1];
  const [chosen, choose] = useState((now ?? before)?.draft);
  const [other, show] = useState<{ readonly draft: string; readonly read: ReadVersion }>();
  const [problem, tell] = useState<AskProblem>();
  useEffect(() => {
    if (chosen === undefined) return;
    void readVersion(chosen).then((answer) => {
      tell(answer.ok ? undefined : answer.problem);
      if (answer.ok) show({ draft: chosen, read: answer.value });
    });
  }, [chosen]);
  const was = other?.draft === chosen ? other?.read.published : undefined;
  const rows = was && read.published && differenceRows(was, read.published, read.files.sourceLanguage, saying);
  return (
    <section>
      <h4 id={id}>{words('compare.title')}</h4>
      {chosen === undefined ? (
        <p>{words('compare.new')}</p>
      ) : (
        <ChoiceField
          label={words('compare.with')}
          value={chosen}
          options={others.map(({ draft, state, sentAt }) => ({
            id: draft,
            name: words('compare.version', {
              state: words(`state.${state}`),
              when: dateAndTimeInWords(sentAt, saying.language),
            }),
          }))}
          onChoose={choose}
        />
      )}
      {problem && <p class="notice notice--warning">{words(`problem.${problem}`)}</p>}
      {chosen !== undefined && !problem && !was && <p>{words(other?.draft === chosen ? 'broken' : 'loading')}</p>}
      {rows && (
        <p data-differences={rows.length}>
          {rows.length === 0 ? words('compare.same') : words('compare.count', { count: rows.length })}
        </p>
      )}
      {rows && rows.length > 0 && <Differences rows={rows} at={at} labelledBy={id} />}
    </section>
  );
}

/** The form in each of its languages, in the runtime of all forms, without script, on paper. */
function Seen({
  read: { published, files },
  at: { words, saying },
}: {
  readonly read: ReadVersion;
  readonly at: FormDesk;
}) {
  const [language, chooseLanguage] = useState(files.sourceLanguage);
  const [way, chooseWay] = useState<Way>('phone');
  if (!published) return null;
  return (
    <section class="preview">
      <h4>{words('preview.title')}</h4>
      <div class="preview__choices">
        <ChoiceField
          label={words('preview.language')}
          value={language}
          options={Object.keys(published.text).map((id) => ({ id, name: saying.nameOfLanguage(id) }))}
          onChoose={chooseLanguage}
        />
        <ChoiceField
          label={words('preview.way')}
          value={way}
          options={WAYS.map((id) => ({ id, name: saying.named(`preview.${id}`) ?? id }))}
          onChoose={(id) => chooseWay(id as Way)}
        />
      </div>
      <ShownForm
        form={published}
        language={language}
        way={way}
        title={words('preview.frame')}
        readers={saying.language}
      />
    </section>
  );
}
