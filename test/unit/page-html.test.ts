import { expect, test } from 'vitest';
import { toPageHtml } from '#publish/page-html.ts';

const closed = (path: string) => path.startsWith('/forms/closed/');

test('[A2] a point of a list that leads to a closed form is left out', () => {
  const html =
    '<ul>\n<li><a href="/forms/closed/#how=panel">Join</a>: come along</li>\n<li><a href="/groups/">Groups</a></li>\n</ul>';
  expect(toPageHtml(html, 'pl', {}, closed)).toBe('<ul>\n<li><a href="/pl/groups/">Groups</a></li>\n</ul>');
});

test('[A2] no empty list stays behind', () => {
  expect(
    toPageHtml('<p>It has ended.</p>\n<ul>\n<li><a href="/forms/closed/">Join</a></li>\n</ul>', 'en', {}, closed),
  ).toBe('<p>It has ended.</p>\n');
});

test('links keep their place in the page, in its language', () => {
  expect(toPageHtml('<a href="/forms/open/#how=panel">{{derby}}</a>', 'ar', { derby: 'D' }, closed)).toBe(
    '<a href="/ar/forms/open/#how=panel">D</a>',
  );
});
