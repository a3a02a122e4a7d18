// Runs inside CouchDB, as `validate_doc_update`, for every write: also one that does not come from the intake.
// `newDoc._revisions` is there for a write with `new_edits: false`, where CouchDB passes no `oldDoc`.
// It cannot hash, so it holds the shape alone; the intake has worked out the hash in the id before.
// biome-ignore lint/correctness/noUnusedVariables: CouchDB calls it by its place in the design document.
function appendEnvelopes(newDoc, oldDoc) {
  const refuse = (code) => {
    throw { forbidden: code };
  };
  const isText = (value, pattern) => typeof value === 'string' && pattern.test(value);
  const hasOnly = (object, fields) =>
    typeof object === 'object' &&
    object !== null &&
    !Array.isArray(object) &&
    Object.keys(object).every((field) => fields.indexOf(field) !== -1);

  if (newDoc._deleted) refuse('appendOnly');
  if (oldDoc) refuse('appendOnly');
  const revisions = newDoc._revisions;
  if (revisions && (revisions.start !== 1 || revisions.ids.length !== 1)) refuse('badGeneration');

  if (!isText(newDoc._id, /^(submission|monitoring|outcome):[0-9a-f]{64}$/)) refuse('wrongId');
  if (!hasOnly(newDoc, ['_id', '_rev', '_revisions', 'form', 'formVersion', 'recipient', 'sealed'])) {
    refuse('unknownField');
  }
  if (!isText(newDoc.form, /^[a-z][a-z0-9-]{0,63}$/)) refuse('notAnEnvelope');
  if (!isText(newDoc.formVersion, /^[0-9a-f]{16}$/)) refuse('notAnEnvelope');
  if (!isText(newDoc.recipient, /^[a-z][a-z0-9-]{0,63}$/)) refuse('notAnEnvelope');

  const sealed = newDoc.sealed;
  if (!hasOnly(sealed, ['protected', 'aad', 'iv', 'ciphertext', 'tag', 'recipients'])) refuse('unknownField');
  ['protected', 'aad', 'iv', 'ciphertext', 'tag'].forEach((part) => {
    if (!isText(sealed[part], /^[A-Za-z0-9_-]+$/)) refuse('notAnEnvelope');
  });
  if (!Array.isArray(sealed.recipients) || sealed.recipients.length !== 1) refuse('notAnEnvelope');
  if (!hasOnly(sealed.recipients[0], ['encrypted_key', 'header'])) refuse('unknownField');
  if (!hasOnly(sealed.recipients[0].header, ['kid'])) refuse('unknownField');
  if (!isText(sealed.recipients[0].encrypted_key, /^[A-Za-z0-9_-]+$/)) refuse('notAnEnvelope');
  if (JSON.stringify(newDoc).length > 65536 + 1024) refuse('tooLarge');
}
