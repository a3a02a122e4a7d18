/** Said by a page to a worker that waits: take over, unless a form is under way somewhere. */
export const TAKE_OVER = 'wayin-take-over';

/** Said by a page to the worker: keep the whole site in the languages of the open pages, and what is for work if one is. */
export const KEEP_LANGUAGE = 'wayin-keep-language';
