/** As much of PouchDB 9 as the embedded shelf uses; it comes without types. */
declare module 'pouchdb' {
  interface Kept {
    readonly _id: string;
    readonly [field: string]: unknown;
  }

  interface Row {
    readonly key: string;
    readonly doc?: Kept;
    readonly error?: string;
    readonly value?: { readonly deleted?: boolean };
  }

  interface AllDocsOptions {
    readonly keys?: readonly string[];
    readonly include_docs?: boolean;
    readonly startkey?: string;
    readonly limit?: number;
  }

  interface ChangesOptions {
    readonly since?: number;
    readonly limit?: number;
    readonly include_docs?: boolean;
  }

  interface Changes {
    readonly results: readonly { readonly seq: number; readonly doc?: Kept; readonly deleted?: boolean }[];
    readonly last_seq: number;
  }

  interface BulkRow {
    readonly error?: unknown;
    readonly status?: number;
    readonly name?: string;
  }

  interface ReplicateOptions {
    readonly checkpoint?: 'source' | 'target' | false;
    readonly retry?: boolean;
    readonly batch_size?: number;
  }

  interface Replicated {
    readonly ok: boolean;
    readonly docs_written: number;
    readonly doc_write_failures: number;
    readonly errors: readonly { readonly id: string; readonly name: string; readonly reason: string }[];
  }

  // biome-ignore lint/style/noDefaultExport: it is how PouchDB exports itself.
  export default class PouchDB {
    constructor(
      name: string,
      options?: {
        readonly skip_setup?: boolean;
        readonly auto_compaction?: boolean;
        readonly headers?: { readonly [name: string]: string };
      },
    );
    readonly replicate: {
      to(target: PouchDB, options?: ReplicateOptions): Promise<Replicated>;
      from(source: PouchDB, options?: ReplicateOptions): Promise<Replicated>;
    };
    info(): Promise<unknown>;
    put(document: object): Promise<unknown>;
    remove(document: Kept): Promise<unknown>;
    compact(): Promise<unknown>;
    bulkDocs(documents: readonly object[], options?: { readonly new_edits?: boolean }): Promise<readonly BulkRow[]>;
    get(id: string, options?: { readonly revs?: boolean }): Promise<Kept>;
    allDocs(options: AllDocsOptions): Promise<{ readonly rows: readonly Row[] }>;
    changes(options: ChangesOptions): Promise<Changes>;
    close(): Promise<void>;
    destroy(): Promise<void>;
  }
}
