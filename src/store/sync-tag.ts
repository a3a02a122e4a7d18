/** The name of the browser's background sync, known to the pages and to the service worker. */
export const SYNC_TAG = 'wayin-outbox';
