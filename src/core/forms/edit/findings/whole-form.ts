import type { Finding } from '../finding.ts';
import { NOT_CHOSEN } from '../form-files.ts';
import { found, type Look } from './look.ts';

/** What is chosen for the form as a whole: who receives it, what is promised, what it names that is not there. */
export function ofWholeForm({ files, known, languages, questions }: Look): readonly Finding[] {
  const { source } = files;
  const isUnknown = (name: string, names: readonly string[] | undefined) =>
    name === NOT_CHOSEN || (names !== undefined && !names.includes(name));
  const { system, privacyNotice, monitoring, routes } = source;
  return [
    ...(known.systems && ![...known.systems, 'all'].includes(system)
      ? [found('noSystem', { what: 'form', fact: 'system' }, { system })]
      : []),
    ...(isUnknown(privacyNotice, known.privacyNotices)
      ? [found('noNotice', { what: 'form', fact: 'privacyNotice' }, { notice: privacyNotice })]
      : []),
    ...(monitoring !== undefined && isUnknown(monitoring, known.monitoringForms)
      ? [
          found('noMonitoring', { what: 'form', fact: 'monitoring' }, { form: monitoring }, [
            { do: 'setForm', set: { monitoring: undefined } },
          ]),
        ]
      : []),
    ...routes.flatMap(({ recipient }, route) =>
      isUnknown(recipient, known.recipients) ? [found('noRecipient', { what: 'route', route }, { recipient })] : [],
    ),
    ...promises(files.source),
    ...(questions.size === 0 ? [found('asksNothing', { what: 'form' })] : []),
    ...(known.languages ?? [])
      .filter((language) => !languages.includes(language))
      .map((language) =>
        found('noLanguage', { what: 'language', language }, { language }, [{ do: 'addLanguage', language }]),
      ),
  ];
}

/** An anonymous form can promise no reply; another says that it is not anonymous by promising something else. */
function promises({ kind, promise, routes }: Look['files']['source']): readonly Finding[] {
  const isUnfit = (one: string | undefined) =>
    kind === 'monitoring' ? one === 'derby' || one === 'derby-reply' : one === 'anonymous';
  const wrong = [promise, ...routes.map((route) => route.promise)].find(isUnfit);
  if (wrong === undefined) return [];
  const instead = kind === 'monitoring' ? 'anonymous' : 'none';
  const set = {
    promise: isUnfit(promise) ? (instead as typeof promise) : promise,
    routes: routes.map(({ promise: one, ...route }) =>
      one === undefined || isUnfit(one) ? route : { ...route, promise: one },
    ),
  };
  return [found('promiseUnfit', { what: 'form', fact: 'promise' }, { promise: wrong }, [{ do: 'setForm', set }])];
}
