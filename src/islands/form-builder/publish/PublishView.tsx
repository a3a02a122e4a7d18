import { useEffect, useState } from 'preact/hooks';
import { dateAndTimeInWords } from '#i18n/dates.ts';
import { localPath } from '#i18n/paths.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { useEditing } from '../editing.ts';
import { ViewHead } from '../editor/ViewHead.tsx';
import type { ViewProps } from '../editor/ViewOf.tsx';
import { digestOf, readSent, type SendProblem, type SentForm, sendForReview, withdrawForm } from '../publish.ts';
import { toHash } from '../views.ts';

/** Sends the form to be looked at, and says how it stands. Nothing is sent that the check stops. */
export function PublishView({ session, draft, checked }: ViewProps) {
  const { files, words, language } = useEditing();
  const [known, show] = useState<SentForm>();
  const [digest, setDigest] = useState('');
  const [problem, tell] = useState<SendProblem>();
  const [isSending, setSending] = useState(false);
  const sentDigest = session.sent?.digest;
  const stops = checked.found.filter(({ severity }) => severity === 'stops').length;
  const isChecked = checked.files === files;

  useEffect(() => {
    void digestOf(files).then(setDigest);
  }, [files]);
  const askHow = async () => {
    const read = await readSent();
    tell(read.ok ? undefined : read.problem);
    if (read.ok) show(read.value.find(({ form }) => form === files.source.id));
  };
  useEffect(() => {
    if (session.sent) void askHow();
  }, [draft.id]);

  const send = async () => {
    setSending(true);
    tell(undefined);
    const now = await digestOf(files);
    const sent = await sendForReview(files);
    setSending(false);
    if (!sent.ok) {
      tell(sent.problem);
      announce(words(`publish.${sent.problem}`));
      return;
    }
    session.noteSent({ digest: now, sentAt: Date.now() });
    announce(words('publish.state.waiting'));
    await askHow();
  };
  const withdraw = async () => {
    const done = await withdrawForm(files.source.id);
    if (!done.ok) {
      tell(done.problem);
      return;
    }
    await askHow();
    announce(words('publish.state.withdrawn'));
  };
  const [newest] = known?.drafts ?? [];
  const state = newest?.state ?? (sentDigest ? 'waiting' : 'unsent');
  const hasChanged = sentDigest !== undefined && digest !== '' && sentDigest !== digest;
  const isOut = known?.drafts.some((one) => one.state === 'published') ?? false;
  return (
    <>
      <ViewHead title={words('view.publish')} lead={words('publish.lead')} />
      <p class="status" data-form-state={state}>
        {words(`publish.state.${state}`, { why: newest?.why ?? '' })}
      </p>
      {hasChanged && <p>{words('publish.changed')}</p>}
      {isOut && (
        <div class="row-buttons">
          <a class="button button--secondary button--small" href={localPath(language, `/forms/${files.source.id}/`)}>
            {words('publish.look')}
          </a>
          <button class="button button--secondary button--small" type="button" onClick={() => void withdraw()}>
            {words('publish.withdraw')}
          </button>
        </div>
      )}
      {problem && <Problem problem={problem} />}
      {stops > 0 ? (
        <div class="notice" data-blocked>
          <p>{words('publish.blocked', { count: stops })}</p>
          <p>
            <a href={toHash(draft.id, 'check')}>{words('publish.seeCheck')}</a>
          </p>
        </div>
      ) : (
        <div class="row-buttons">
          <button
            class="button"
            type="button"
            data-action="send-for-review"
            aria-disabled={isSending || !isChecked ? 'true' : undefined}
            onClick={() => {
              if (isChecked && !isSending) void send();
            }}
          >
            {words(isSending ? 'publish.sending' : 'publish.send')}
          </button>
        </div>
      )}
      {sentDigest && (
        <button class="button button--secondary button--small" type="button" onClick={() => void askHow()}>
          {words('publish.ask')}
        </button>
      )}
      {known && <Earlier sent={known} />}
    </>
  );
}

function Problem({ problem }: { readonly problem: SendProblem }) {
  const { words, language } = useEditing();
  return (
    <div class="notice notice--warning" data-send-problem={problem}>
      <p>{words(`publish.${problem}`)}</p>
      {problem === 'signIn' && (
        <p>
          <a href={localPath(language, '/organise/')}>{words('publish.signInLink')}</a>
        </p>
      )}
    </div>
  );
}

/** Each time it was sent, the newest first. */
function Earlier({ sent: { drafts } }: { readonly sent: SentForm }) {
  const { words, language } = useEditing();
  return (
    <section>
      <h4>{words('publish.earlier')}</h4>
      <ol>
        {drafts.map(({ draft, sentAt, state, why }) => (
          <li key={draft}>
            {dateAndTimeInWords(sentAt, language)}: {words(`publish.state.${state}`, { why: why ?? '' })}
          </li>
        ))}
      </ol>
    </section>
  );
}
