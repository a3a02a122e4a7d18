import { join } from 'node:path';
import type { FormDefinition, PublishedForm } from '#core/forms/definition.ts';
import { type Reach, reachOf } from '#core/forms/paths/reach.ts';
import type { Fault } from './fault.ts';

/** Pages, questions and recipients that no answers lead to, and advice that leads nowhere. */
export function deadEndsOfForms(forms: readonly PublishedForm[]): readonly Fault[] {
  return forms.flatMap(({ definition }) => {
    const reach = reachOf(definition);
    return [
      ...unreachedPages(definition, reach),
      ...unreachedRecipients(definition, reach),
      ...unsendable(definition, reach),
      ...definition.pages
        .filter(({ questions, links = [] }) => questions.length === 0 && links.length === 0)
        .map(({ id }) =>
          fault(definition, `pages.${id}.links`, 'This advice leads nowhere.', 'Add a link to go on to.'),
        ),
    ];
  });
}

function unreachedPages(form: FormDefinition, reach: Reach): Fault[] {
  const cure = 'Correct its condition, or remove it.';
  return form.pages.flatMap((page) => {
    if (reach.page(page) === 'no') return [fault(form, `pages.${page.id}`, 'No answers lead to this page.', cure)];
    return page.questions
      .filter((question) => question.when !== undefined && reach.question(page, question) === 'no')
      .map(({ id }) => fault(form, `questions.${id}`, 'No answers lead to this question.', cure));
  });
}

function unreachedRecipients(form: FormDefinition, reach: Reach): Fault[] {
  const { routes } = form;
  const reached = new Set(routes.filter((_, place) => reach.route(place) !== 'no').map(({ recipient }) => recipient));
  return routes
    .filter(({ recipient }) => !reached.has(recipient))
    .map(({ recipient }) =>
      fault(
        form,
        'routes',
        `No answers lead to the recipient "${recipient}".`,
        'Correct the routes: the first met decides.',
      ),
    );
}

/** A form that ends in an exit whatever one answers. */
function unsendable(form: FormDefinition, reach: Reach): Fault[] {
  if (reach.end() !== 'no') return [];
  return [fault(form, 'pages', 'Every answer leads to an exit.', 'Let some answers go on to the end.')];
}

function fault(form: FormDefinition, field: string, what: string, cure: string): Fault {
  return { file: join('forms', form.id, 'form.json'), field, what, cure };
}
