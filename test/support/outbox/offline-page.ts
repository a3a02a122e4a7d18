import { start } from '#islands/offline/start.ts';

/** The starter that stands on every page of the site. */
start();
