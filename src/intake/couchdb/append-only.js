// Runs inside CouchDB, as `validate_doc_update`, for every write: also one that does not come from the intake.
// `newDoc._revisions` is there for a write with `new_edits: false`, where CouchDB passes no `oldDoc`.
// biome-ignore lint/correctness/noUnusedVariables: CouchDB calls it by its place in the design document.
function appendOnly(newDoc, oldDoc) {
  const refuse = (code) => {
    throw { forbidden: code };
  };

  if (newDoc._deleted) refuse('appendOnly');
  if (oldDoc) refuse('appendOnly');
  if (newDoc._attachments) refuse('unknownField');
  const revisions = newDoc._revisions;
  if (revisions && (revisions.start !== 1 || revisions.ids.length !== 1)) refuse('badGeneration');
}
