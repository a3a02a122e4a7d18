import { createHash } from 'node:crypto';
import type { Day } from '#core/sessions/wall-time.ts';
import type { TimetableBase } from '#core/timetable/base.ts';
import type { News, NewsGroup } from '#core/timetable/news.ts';
import { groupChanges } from '#core/timetable/published.ts';
import type { Words } from '#i18n/words.ts';
import { type Clock, londonDate } from '../clock.ts';
import type { Ledger } from '../timetable/ledger.ts';
import { type GroupToday, groupToday, wordGroup } from './word-group.ts';

export interface NewsDeskNeeds {
  readonly base: TimetableBase;
  readonly ledger: Ledger;
  readonly words: ReadonlyMap<string, Words>;
  readonly now: Clock;
  /** Milliseconds that only go on, for how often the store is asked. */
  readonly elapsedMs?: () => number;
}

/** What has changed, for everybody. */
export interface NewsDesk {
  /** The news in a language, as of now; nothing for a language that the site does not speak. */
  news(lang: string): Promise<News | undefined>;
  /** The groups of which something was published, as they are today. */
  groups(): Promise<ReadonlyMap<string, GroupToday>>;
}

/** Another server on the same store may have written something: it is looked for this often, when somebody asks. */
const LOOK_AGAIN_MS = 1_000;
const VERSION_DIGITS = 12;

/** Keeps the news in memory: a group is worked out again when something of it arrives, and all of them on a new day. */
export function newsDesk({ base, ledger, words, now, elapsedMs = () => performance.now() }: NewsDeskNeeds): NewsDesk {
  const groups = new Map<string, GroupToday>();
  const worded = new Map<string, News>();
  let seen = 0;
  let day: Day | undefined;
  let lookedAtMs = Number.NEGATIVE_INFINITY;

  async function refresh(): Promise<void> {
    if (elapsedMs() - lookedAtMs > LOOK_AGAIN_MS) {
      lookedAtMs = elapsedMs();
      await ledger.catchUp();
    }
    const today = londonDate(now());
    const fresh = ledger.entries.slice(today === day ? seen : 0).map(({ document }) => document.group);
    // On a new day a group may have become one that nobody has confirmed in time.
    const stale = new Set(today === day ? fresh : [...fresh, ...Object.keys(base.groups)]);
    seen = ledger.entries.length;
    day = today;
    if (stale.size === 0) return;
    for (const id of stale) if (base.groups[id]) groups.set(id, workOut(id, today));
    worded.clear();
  }

  const workOut = (id: string, today: Day) =>
    groupToday(id, base, groupChanges(ledger.changesOf(id), ledger.decisionsOf), today);

  function word(own: Words, today: Day): News {
    const { t, lang } = own;
    const all = [...groups].flatMap(([id, group]): [string, NewsGroup][] => {
      const news = wordGroup(group, base, today, own);
      return news ? [[id, news]] : [];
    });
    const content = {
      words: {
        checked: t('news:checked'),
        notChecked: t('news:notChecked'),
        inPage: t('news:inPage'),
        nextTitle: t('timetable:group.nextTitle'),
        noDates: t('timetable:group.noDates'),
      },
      groups: Object.fromEntries(all),
    };
    const version = createHash('sha256')
      .update(JSON.stringify([lang, content]))
      .digest('hex')
      .slice(0, VERSION_DIGITS);
    return { version, ...content };
  }

  return {
    async news(lang) {
      await refresh();
      const own = words.get(lang);
      if (!own || day === undefined) return undefined;
      const known = worded.get(lang) ?? word(own, day);
      worded.set(lang, known);
      return known;
    },
    async groups() {
      await refresh();
      return new Map([...groups].filter(([id]) => ledger.changesOf(id).length > 0));
    },
  };
}
