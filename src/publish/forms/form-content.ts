import type { FormContent, Offered } from '#core/forms/from-content.ts';
import { fillIn } from '#i18n/plural-of.ts';
import { showsExamples, withoutExamples } from '../examples.ts';
import { type Described, readContent } from '../read-content.ts';
import { today } from '../today.ts';
import { daysOf } from './days-of.ts';

/** What forms may offer of the content of a project: names by language, and when and where groups meet. */
export function formContent(root: string): FormContent {
  const { programmes, services, directory: all } = readContent(root);
  const { groups, courses, events, opportunities, areas, supportAreas, places } = showsExamples()
    ? all
    : withoutExamples(all);
  const programmeName = (id: string, language: string) => {
    const text = programmes.find(({ facts }) => facts.id === id)?.text;
    return (text?.[language] ?? text?.en)?.name ?? id;
  };
  const named = <Facts extends { id: string; programme?: string; kind?: string }>(
    things: readonly Described<Facts, { name: string }>[],
    more: (facts: Facts) => Partial<Offered> = () => ({}),
  ): readonly Offered[] =>
    things.map(({ facts, text }) => {
      const { id, programme, kind } = facts;
      const names = Object.entries(text).map(([language, { name }]) => [
        language,
        fillIn(name, { programme: programmeName(programme ?? id, language) }),
      ]);
      return {
        id,
        name: Object.fromEntries(names),
        ...(programme === undefined ? {} : { programme }),
        ...(kind === undefined ? {} : { kind }),
        ...more(facts),
      };
    });

  const order = programmes.flatMap(({ facts }) => facts.services);
  const areaOf = (place: string | null) => places.find(({ facts }) => facts.id === place)?.facts.area;
  return {
    groups: named(
      groups.filter(({ facts }) => facts.groupStatus !== 'closed'),
      ({ area, sessions }) => ({
        areas: [...new Set([area, ...sessions.flatMap(({ place }) => areaOf(place) ?? [])])],
        days: daysOf(sessions),
      }),
    ),
    courses: named(courses.filter(({ facts }) => facts.status === 'open')),
    events: named(events.filter(({ facts }) => facts.starts === null || facts.starts.slice(0, 10) >= today())),
    services: named(
      services
        .filter(({ facts }) => facts.off !== true)
        .sort((a, b) => order.indexOf(a.facts.id) - order.indexOf(b.facts.id)),
    ),
    opportunities: named(opportunities.filter(({ facts }) => facts.status === 'open')),
    programmes: named(programmes, ({ id }) => ({ programme: id })),
    localities: named(inOrder(areas)),
    'support-areas': named(inOrder(supportAreas)),
  };
}

function inOrder<Thing extends { readonly facts: { readonly order: number } }>(things: readonly Thing[]): Thing[] {
  return [...things].sort((a, b) => a.facts.order - b.facts.order);
}
