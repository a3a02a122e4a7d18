import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { DraftState } from '#core/forms/made/made-form.ts';
import { dateAndTimeInWords } from '#i18n/dates.ts';
import { localPath } from '#i18n/paths.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { moveFocus } from '#ui/focus/focus.ts';
import { type Desk, nameOfPerson } from '../organiser/desk.ts';
import { type AskProblem, type MadeForm, readForms, type SentVersion } from './ask-intake.ts';
import { Deciding } from './Deciding.tsx';
import type { Saying } from './difference-rows.ts';
import { type FormDesk, mayDecide, type Said, waitingIn } from './form-desk.ts';
import { Reading } from './Reading.tsx';

interface FormsProps {
  readonly desk: Desk;
  readonly saying: Saying;
}

/** The page of made forms: what waits, and every form with all its versions. It needs a signal. */
export function Forms({ desk, saying }: FormsProps) {
  const words = saying.made;
  const [forms, show] = useState<readonly MadeForm[]>();
  const [problem, tell] = useState<AskProblem>();
  const title = useRef<HTMLHeadingElement>(null);
  const readAnew = async () => {
    const answer = await readForms();
    tell(answer.ok ? undefined : answer.problem);
    if (answer.ok) show(answer.value);
    return answer.ok;
  };
  useEffect(() => {
    void readAnew();
    const again = () => void readAnew();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [desk.organiser.id]);

  const onDecided = async (said: Said) => {
    await readAnew();
    if (said.kind === 'problem') tell(said.problem);
    announce(
      said.kind === 'problem' ? words(`problem.${said.problem}`) : words(`done.${said.verdict}`, { title: said.title }),
    );
    // The card that held the button is another one now: what is left to do comes next.
    if (title.current) moveFocus(title.current);
  };
  const at: FormDesk = { desk, saying, words, onDecided: (said) => void onDecided(said) };
  const waiting = waitingIn(forms ?? []);
  return (
    <>
      {problem && (
        <div class="notice notice--warning" data-forms-problem={problem}>
          <p>{words(`problem.${problem}`)}</p>
          <p>
            <button class="button button--secondary" type="button" onClick={() => void readAnew()}>
              {words('again')}
            </button>
          </p>
        </div>
      )}
      {!forms && !problem && <p>{words('loading')}</p>}
      {forms && (
        <>
          <h2 ref={title} data-forms-waiting={waiting.length}>
            {words('waiting.title', { count: waiting.length })}
          </h2>
          {waiting.length === 0 && <p>{words('waiting.none')}</p>}
          {waiting.map(({ form, version }) => (
            <Waiting key={version.draft} form={form} version={version} at={at} />
          ))}
          <h2>{words('all.title')}</h2>
          {forms.length === 0 && <p>{words('all.none')}</p>}
          {forms.map((form) => (
            <Whole key={form.form} form={form} at={at} />
          ))}
        </>
      )}
    </>
  );
}

interface VersionProps {
  readonly form: MadeForm;
  readonly version: SentVersion;
  readonly at: FormDesk;
}

/** A version that nobody has decided about: read first, then decide. */
function Waiting({ form, version, at }: VersionProps) {
  const id = useId();
  const { words } = at;
  const [isOpen, open] = useState(false);
  return (
    <article class="review-card" data-waiting={version.draft} aria-labelledby={id}>
      <h3 id={id} dir="auto">
        {version.title}
      </h3>
      <SentBy version={version} at={at} />
      <p>
        <button
          class={mayDecide(at) ? 'button' : 'button button--secondary'}
          type="button"
          data-action="read"
          aria-expanded={isOpen}
          aria-label={words('readWhat', { title: version.title })}
          onClick={() => open(!isOpen)}
        >
          {words('read')}
        </button>
      </p>
      {isOpen && <Reading form={form} version={version} at={at} />}
      {isOpen && <Deciding form={form} version={version} at={at} />}
    </article>
  );
}

/** A form with what people see of it now and every version there ever was. */
function Whole({ form, at }: Omit<VersionProps, 'version'>) {
  const id = useId();
  const { words, saying } = at;
  const { withdrawn } = form;
  const now = form.drafts.find(({ state }) => state === 'published');
  const standing = now?.state ?? (withdrawn ? 'withdrawn' : (form.drafts[0]?.state ?? 'waiting'));
  return (
    <article class="review-card" data-made-form={form.form} aria-labelledby={id}>
      <h3 id={id} dir="auto">
        {form.title}
      </h3>
      <p class={`status status--${DOTS[standing]}`} data-standing={standing}>
        {withdrawn && !now
          ? words('withdrawn', { when: dateAndTimeInWords(withdrawn.at, saying.language) })
          : words(`state.${standing}`)}
      </p>
      {withdrawn?.why && !now && (
        <p>
          {words('why')} <bdi>{withdrawn.why}</bdi>
        </p>
      )}
      {now && (
        <p>
          <a href={localPath(saying.language, `/forms/${form.form}/`)}>{words('look')}</a>
        </p>
      )}
      {now && <Deciding form={form} version={now} at={at} />}
      <details class="part">
        <summary>{words('all.versions', { count: form.drafts.length })}</summary>
        <ul class="changes">
          {form.drafts.map((version) => (
            <Version key={version.draft} form={form} version={version} at={at} />
          ))}
        </ul>
      </details>
    </article>
  );
}

const DOTS = {
  waiting: 'saved',
  published: 'sent',
  replaced: 'saved',
  refused: 'needs-attention',
  withdrawn: 'needs-attention',
} as const satisfies Record<DraftState, string>;

function Version({ form, version, at }: VersionProps) {
  const { words, saying } = at;
  const [isOpen, open] = useState(false);
  const when = dateAndTimeInWords(version.sentAt, saying.language);
  const canGoBack = version.state !== 'waiting' && version.state !== 'published';
  return (
    <li data-version={version.draft} data-state={version.state}>
      <p class="change__what">{words(`state.${version.state}`)}</p>
      <SentBy version={version} at={at} />
      <p>
        <button
          class="button button--secondary button--small"
          type="button"
          data-action="look"
          aria-expanded={isOpen}
          aria-label={words('versionReadWhat', { when })}
          onClick={() => open(!isOpen)}
        >
          {words('versionRead')}
        </button>
      </p>
      {isOpen && <Reading form={form} version={version} at={at} />}
      {isOpen && canGoBack && <Deciding form={form} version={version} at={at} />}
    </li>
  );
}

/** Who sent it, and who decided what about it. */
function SentBy({ version, at: { desk, words, saying } }: Omit<VersionProps, 'form'>) {
  const { by, sentAt, decidedAt, decidedBy, why, state } = version;
  const at = (time: string) => dateAndTimeInWords(time, saying.language);
  const verdict = state === 'refused' ? 'refused' : 'published';
  return (
    <>
      <p class="small">{words('sent', { who: nameOfPerson(desk, by), when: at(sentAt) })}</p>
      {decidedAt !== undefined && decidedBy !== undefined && (
        <p class="small">{words(`decided.${verdict}`, { who: nameOfPerson(desk, decidedBy), when: at(decidedAt) })}</p>
      )}
      {why !== undefined && (
        <p>
          {words('why')} <bdi>{why}</bdi>
        </p>
      )}
    </>
  );
}
