// Runs inside CouchDB, as `validate_doc_update`, for every write: also one that does not come from the intake.
// People change (groups, passphrase), so a later generation passes; one that is brought from elsewhere does not:
// with `new_edits: false` there is `newDoc._revisions`, and CouchDB passes no `oldDoc`.
// biome-ignore lint/correctness/noUnusedVariables: CouchDB calls it by its place in the design document.
function changePeople(newDoc, oldDoc) {
  const refuse = (code) => {
    throw { forbidden: code };
  };
  const isText = (value, pattern) => typeof value === 'string' && pattern.test(value);

  if (newDoc._deleted) refuse('notDeleted');
  if (newDoc._attachments) refuse('unknownField');
  if (newDoc._revisions && !oldDoc) refuse('notByReplication');
  const kind = isText(newDoc._id, /^(person|session|name|invitation):[a-z0-9-]{1,64}$/) && newDoc._id.split(':')[0];
  if (!kind || newDoc.kind !== kind) refuse('wrongId');
  if (JSON.stringify(newDoc).length > 16384) refuse('tooLarge');
  if (kind !== 'person') return;

  if (['organiser', 'editor', 'coordinator'].indexOf(newDoc.role) === -1) refuse('unknownRole');
  if (!Array.isArray(newDoc.groups)) refuse('notAPerson');
  const number = (person) => (typeof person.epoch === 'number' ? person.epoch : -1);
  if (number(newDoc) < 0) refuse('notAPerson');
  if (oldDoc && (newDoc.role !== oldDoc.role || number(newDoc) < number(oldDoc))) refuse('roleStays');
}
