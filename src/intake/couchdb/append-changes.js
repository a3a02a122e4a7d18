// Runs inside CouchDB, as `validate_doc_update`, for every write: also one that does not come from the intake.
// `newDoc._revisions` is there for a write with `new_edits: false`, where CouchDB passes no `oldDoc`.
// It cannot hash, and knows no people and no plan: it holds shape, size, one generation and no removal.
// biome-ignore lint/correctness/noUnusedVariables: CouchDB calls it by its place in the design document.
function appendChanges(newDoc, oldDoc) {
  const refuse = (code) => {
    throw { forbidden: code };
  };
  const isText = (value, pattern) => typeof value === 'string' && pattern.test(value);
  const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
  const hasOnly = (object, fields) => Object.keys(object).every((field) => fields.indexOf(field) !== -1);
  const textsIn = (value) => {
    if (typeof value === 'string') return [value];
    if (typeof value !== 'object' || value === null) return [];
    return Object.keys(value).reduce((texts, key) => texts.concat(key, textsIn(value[key])), []);
  };
  const rulesIn = (set) =>
    [set]
      .concat(set.sessions || [])
      .filter(isRecord)
      .map(({ rule }) => rule);

  if (newDoc._deleted) refuse('appendOnly');
  if (oldDoc) refuse('appendOnly');
  const revisions = newDoc._revisions;
  if (revisions && (revisions.start !== 1 || revisions.ids.length !== 1)) refuse('notGenerationOne');
  if (JSON.stringify(newDoc).length > 8192 + 256) refuse('tooLarge');

  const CHANGE = /^change:[0-9a-f]{64}$/;
  const ID = /^[a-z0-9-]{1,64}$/;
  const PERSON = /^[a-z0-9:-]{1,80}$/;
  const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not pass.
  const UNSAFE = /[<>\u0000-\u0008\u000b-\u001f\u007f]/;
  const WORDS = ['name', 'oneLine', 'whoFor', 'firstTime', 'access', 'costFor'];
  const TARGETS = [
    { target: /^date:[a-z0-9-]{1,64}:\d{4}-\d\d-\d\d$/, fields: ['is', 'at', 'minutes', 'place', 'note'] },
    {
      target: /^session:[a-z0-9-]{1,64}$/,
      fields: ['starts', 'minutes', 'rule', 'place', 'mode', 'closed'],
    },
    {
      target: /^group$/,
      fields: ['status', 'pausedFrom', 'pausedTo', 'cost', 'newPeople', 'bringSomeone', 'confirmed'],
    },
    { target: /^words:[a-z]{2,3}(-[A-Za-z]{2,4})?$/, fields: WORDS },
    {
      target: /^new$/,
      fields: WORDS.concat([
        'language',
        'kind',
        'programme',
        'area',
        'audience',
        'topics',
        'organiser',
        'runBy',
        'languages',
        'cost',
        'sessions',
      ]),
    },
  ];

  const inCommon = ['_id', '_rev', '_revisions', 'kind', 'version', 'group', 'by'];
  if (newDoc.version !== 1 || !isText(newDoc.group, ID) || !isText(newDoc.by, PERSON)) refuse('notAChange');

  if (newDoc.kind === 'decision') {
    if (!isText(newDoc._id, /^decision:[0-9a-f]{64}$/)) refuse('wrongId');
    if (!hasOnly(newDoc, inCommon.concat(['change', 'verdict', 'why', 'decidedAt']))) refuse('notAChange');
    if (!isText(newDoc.change, CHANGE) || !isText(newDoc.decidedAt, INSTANT)) refuse('notAChange');
    if (!isText(newDoc.verdict, /^(published|refused)$/)) refuse('notAChange');
    if (newDoc.why !== undefined && typeof newDoc.why !== 'string') refuse('notAChange');
    if (newDoc.why !== undefined && UNSAFE.test(newDoc.why)) refuse('markup');
    return;
  }

  if (newDoc.kind !== 'change') refuse('notAChange');
  if (!isText(newDoc._id, CHANGE)) refuse('wrongId');
  if (!hasOnly(newDoc, inCommon.concat(['target', 'set', 'after', 'enteredAt', 'nonce', 'undoes']))) {
    refuse('notAChange');
  }
  if (!isText(newDoc.nonce, /^[0-9a-f]{16}$/) || !isText(newDoc.enteredAt, INSTANT)) refuse('notAChange');
  if (newDoc.undoes !== undefined && !isText(newDoc.undoes, CHANGE)) refuse('notAChange');
  if (!Array.isArray(newDoc.after) || newDoc.after.length > 50) refuse('notAChange');
  if (!newDoc.after.every((id) => isText(id, CHANGE))) refuse('notAChange');

  const known = TARGETS.filter(({ target }) => isText(newDoc.target, target))[0];
  if (!known || !isRecord(newDoc.set) || !hasOnly(newDoc.set, known.fields)) refuse('notAChange');
  if (Object.keys(newDoc.set).length === 0) refuse('nothingChanged');
  if (textsIn(newDoc.set).some((text) => UNSAFE.test(text))) refuse('markup');
  rulesIn(newDoc.set).forEach((rule) => {
    if (rule === undefined || rule === null) return;
    if (!isText(rule, /^[A-Z0-9=;,:+-]{1,120}$/)) refuse('badRule');
    if (/FREQ=(SECOND|MINUTE|HOUR)LY/.test(rule)) refuse('neverEnds');
    if (/FREQ=DAILY/.test(rule) && !/(COUNT|UNTIL)=/.test(rule)) refuse('neverEnds');
  });
}
