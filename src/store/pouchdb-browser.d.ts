/** The few members of PouchDB that the outbox and the timetable use. PouchDB brings no types of its own. */
declare module 'pouchdb-browser' {
  export interface Stored {
    readonly _rev: string;
  }

  export interface Replicating {
    readonly retry: false;
    /** Where it is noted how far one came: nowhere, or in the database that is written to. */
    readonly checkpoint: false | 'target';
    readonly batch_size: number;
    readonly timeout: number;
    /** Only these. */
    readonly doc_ids?: readonly string[];
  }

  // biome-ignore lint/style/noDefaultExport: the shape of the package, not ours to choose.
  export default class PouchDB {
    constructor(name: string, options: { adapter: 'idb' } | { skip_setup: true; fetch: typeof fetch });
    readonly replicate: {
      to(target: PouchDB, options: Replicating): Promise<unknown>;
      from(source: PouchDB, options: Replicating): Promise<unknown>;
    };
    put(document: object): Promise<unknown>;
    get<Shape>(id: string): Promise<Shape & Stored>;
    bulkDocs(documents: readonly object[], options: { new_edits: false }): Promise<readonly object[]>;
    allDocs<Shape>(options: {
      include_docs: true;
      startkey: string;
      endkey: string;
    }): Promise<{ readonly rows: readonly { readonly doc: Shape & Stored }[] }>;
    destroy(): Promise<unknown>;
    close(): Promise<void>;
  }
}
