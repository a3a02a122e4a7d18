import { execFileSync } from 'node:child_process';

/** What a build would publish of a project, told by the same modules that its pages ask. */
export interface Published {
  /** `service lot7`, `group monday-talking-group`: all that lists and the search know. */
  readonly entries: readonly string[];
  readonly programmes: readonly string[];
  /** What has dates in a timetable. */
  readonly meetings: readonly string[];
  readonly checkers: readonly string[];
  /** The checkers that the one over everything asks for. */
  readonly parts: readonly string[];
  readonly pages: readonly string[];
  /** Pages that stay for those who have the address. */
  readonly off: readonly string[];
  /** Names of services and organisations in the feed for other systems. */
  readonly feed: readonly string[];
}

const SCRIPT = `
const [{ entriesIn }, { programmesIn, contentPagesIn }, { meetingsIn }, { listedCheckers }, { checkerOnPage }, { switchedOffPaths }, { feedFiles }] =
  await Promise.all(['search/entries', 'queries', 'sessions/agenda', 'checkers/listed-checkers', 'checkers/page-data', 'switched-off', 'oruk/feed']
    .map((name) => import(process.cwd() + '/src/publish/' + name + '.ts')));
const named = (folder) => feedFiles('oruk-3.0')
  .filter(({ path }) => new RegExp('^' + folder + '/[0-9]+[.]json$').test(path))
  .flatMap(({ text }) => JSON.parse(text()).contents.map(({ name }) => name));
console.log(JSON.stringify({
  entries: entriesIn('en').map(({ kind, id }) => kind + ' ' + id),
  programmes: programmesIn('en').map(({ facts }) => facts.id),
  meetings: meetingsIn('en').map(({ thing }) => thing.facts.id),
  checkers: listedCheckers('en').map(({ id }) => id),
  parts: Object.keys(checkerOnPage('en', 'everything').parts),
  pages: contentPagesIn('en').map(({ facts }) => facts.id),
  off: [...switchedOffPaths()],
  feed: [...named('services'), ...named('organizations')],
}));`;

/** Asks a project what it publishes. Content is read anew: in a process of its own. */
export function publishedOf(project: string): Published {
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', SCRIPT], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return JSON.parse(said);
}
