import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import { REPORT_FILE } from '#publish/accessibility-report.ts';

/** The accessibility report as a file, for programs that read OpenACR. */
export const GET: APIRoute = () =>
  new Response(readFileSync(REPORT_FILE, 'utf8'), { headers: { 'content-type': 'application/yaml; charset=utf-8' } });
