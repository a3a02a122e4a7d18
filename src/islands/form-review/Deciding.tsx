import { useState } from 'preact/hooks';
import { dateAndTimeInWords } from '#i18n/dates.ts';
import { Asking, type Problems } from '../organiser/asking.ts';
import { type MadeForm, type SentVersion, sendDecision, sendWithdrawal } from './ask-intake.ts';
import { type FormDesk, mayDecide } from './form-desk.ts';

interface DecidingProps {
  readonly form: MadeForm;
  readonly version: SentVersion;
  readonly at: FormDesk;
}

/** What can be done about a version as it stands: publish it or send it back, go back to it, take it away. */
export function Deciding(props: DecidingProps) {
  const { form, version, at } = props;
  if (version.state === 'published') return <Withdraw form={form} at={at} />;
  if (!mayDecide(at)) return null;
  return (
    <div class="buttons">
      <Publish {...props} />
      {version.state === 'waiting' && <Refuse {...props} />}
    </div>
  );
}

function Publish({ form, version, at }: DecidingProps) {
  const { words, saying } = at;
  const { title, draft } = version;
  const isNew = version.state === 'waiting';
  const [isBusy, work] = useState(false);
  const publish = async () => {
    if (isBusy) return;
    work(true);
    const answer = await sendDecision({ draft, verdict: 'published', seen: form.decisions });
    work(false);
    at.onDecided(
      answer.ok ? { kind: 'done', verdict: 'published', title } : { kind: 'problem', problem: answer.problem },
    );
  };
  const when = dateAndTimeInWords(version.sentAt, saying.language);
  return (
    <button
      class={isNew ? 'button' : 'button button--secondary'}
      type="button"
      data-action={isNew ? 'publish' : 'back'}
      aria-label={isNew ? words('publishWhat', { title }) : words('backWhat', { when })}
      aria-disabled={isBusy}
      onClick={() => void publish()}
    >
      {words(isNew ? 'publish' : 'back')}
    </button>
  );
}

function Refuse({ form, version, at }: DecidingProps) {
  const { words } = at;
  const { title, draft } = version;
  const [isAsking, ask] = useState(false);
  const finish = async ({ why = '' }: { readonly [field: string]: string }): Promise<Problems | undefined> => {
    const reason = why.trim();
    if (reason === '') return { why: words('noReason') };
    const answer = await sendDecision({ draft, verdict: 'refused', why: reason, seen: form.decisions });
    if (!answer.ok) return { form: words(`problem.${answer.problem}`) };
    at.onDecided({ kind: 'done', verdict: 'refused', title });
    return undefined;
  };
  return (
    <>
      <button
        class="button button--secondary"
        type="button"
        data-action="refuse"
        aria-label={words('refuseWhat', { title })}
        aria-expanded={isAsking}
        onClick={() => ask(!isAsking)}
      >
        {words('refuse')}
      </button>
      {isAsking && (
        <Asking
          id={`why-${draft}`}
          sayer={at.desk.sayer}
          fields={[{ kind: 'long', name: 'why', label: words('reason'), hint: words('reasonHint') }]}
          initial={{}}
          button={words('refuseNow')}
          onDone={finish}
        />
      )}
    </>
  );
}

/** Its author may do it too. */
function Withdraw({ form, at }: Omit<DecidingProps, 'version'>) {
  const { words } = at;
  const [isAsking, ask] = useState(false);
  const { title } = form;
  const finish = async ({ why = '' }: { readonly [field: string]: string }): Promise<Problems | undefined> => {
    const answer = await sendWithdrawal({ form: form.form, why: why.trim(), seen: form.decisions });
    if (!answer.ok) return { form: words(`problem.${answer.problem}`) };
    at.onDecided({ kind: 'done', verdict: 'withdrawn', title });
    return undefined;
  };
  return (
    <>
      <p>
        <button
          class="button button--secondary"
          type="button"
          data-action="withdraw"
          aria-label={words('withdrawWhat', { title })}
          aria-expanded={isAsking}
          onClick={() => ask(!isAsking)}
        >
          {words('withdraw')}
        </button>
      </p>
      {isAsking && (
        <Asking
          id={`withdraw-${form.form}`}
          sayer={at.desk.sayer}
          fields={[{ kind: 'long', name: 'why', label: words('withdrawReason'), hint: words('withdrawHint') }]}
          initial={{}}
          button={words('withdrawNow')}
          onDone={finish}
        />
      )}
    </>
  );
}
