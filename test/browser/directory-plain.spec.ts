import type { APIRequestContext } from '@playwright/test';
import { expect, test } from '../support/site.ts';

test.use({ javaScriptEnabled: false });

/** The 20 questions of domain.md §4.3: two steps at most from the page that finds, and words that answer. */
const questions: readonly (readonly [question: string, steps: readonly (string | RegExp)[], answer: RegExp])[] = [
  ['1 what is on this evening, this weekend, now', ['In the evening'], /things? found/],
  ['1 what is on at the weekend', ['At the weekend'], /things? found/],
  ['1 what is on, day by day', ['What is on today and this week'], /Monday|Tuesday|Wednesday|Thursday|Friday/],
  ['2 what is near me', ['Peckham'], /In Peckham/],
  ['3 which are on a bus route', ['On a bus route'], /things found/],
  ['4 which have no steps', ['No steps'], /things found/],
  ['4 which have an accessible toilet', ['Accessible toilet'], /things found/],
  ['5 which cost nothing', ['Costs nothing'], /things found/],
  ['6 which can I join by phone', ['By phone'], /things found/],
  ['6 which can I join online', ['Online'], /things found/],
  ['7 which have BSL', ['British Sign Language (BSL)'], /things? found/],
  ['7 which have a hearing loop', ['Hearing loop'], /things found/],
  ['8 which run in my language', ['Arabic'], /things? found/],
  ['9 can my carer come', ['Carers can come too'], /things found/],
  ['9 is there something for carers', ['Carers'], /things? found/],
  ['10 is there an age range', ['Young adults (18 to 25)'], /things? found/],
  ['11 can I just turn up', ['Just turn up'], /things found/],
  ['12 what will happen the first time', ['Groups', /\bart\b/i], /first time/i],
  ['13 is it on this week, any changes', ['What is on today and this week'], /Cancelled|Moved|New time|day/],
  ['14 is it quiet', ['Quiet space'], /things found/],
  ['15 creative, social, relaxation, courses', ['Courses'], /course/i],
  ['16 which Southwark Works service is mine', ['Services'], /Southwark/],
  ['17 which locality team, which support areas', ['Blaby'], /How to ask here/],
  ['17 which support areas', [/13 areas of life/], /Domestic abuse/],
  ['18 who helps with debt', ['Money and debt'], /Organisations/],
  ['18 who helps with housing', ['Housing'], /Organisations/],
  ['18 who helps with benefits', ['Benefits'], /Organisations/],
  ['18 who helps with drugs and alcohol', ['Drugs and alcohol'], /Organisations/],
  ['18 who helps with advocacy', ['Advocacy'], /Organisations/],
  ['18 who helps with domestic abuse', ['Domestic abuse'], /Organisations/],
  ['19 what can I do if I cannot use this', ['By phone'], /What you can do next/],
  ['20 when was this last checked', ['Organisations', 'St Leger Homes'], /Last checked/],
];

for (const [question, steps, answer] of questions) {
  test(`[4.3] without script, in two steps at most: ${question}`, async ({ page, site }) => {
    await page.goto(`${site.url}/en/find/`);
    expect(steps.length).toBeLessThanOrEqual(2);
    for (const name of steps) {
      const link = page
        .getByRole('main')
        .getByRole('link', typeof name === 'string' ? { name, exact: true } : { name });
      await link.first().click();
    }
    await expect(page.getByRole('main')).toContainText(answer);
  });
}

test('without script the search does not stand there for nothing', async ({ page, site }) => {
  await page.goto(`${site.url}/en/find/`);
  await expect(page.locator('[data-find]')).toBeHidden();
});

test('[G20] the way to leave quickly is a link without script', async ({ page, site }) => {
  await page.goto(`${site.url}/en/topics/domestic-abuse/`);
  const leave = page.getByRole('link', { name: /Leave this site quickly/ });
  await expect(leave).toHaveAttribute('href', /^https:\/\/www\.bbc\.co\.uk\//);
  await expect(leave).toContainText('BBC Weather');
});

test('[A2] You First has ended, takes no form, and says where to turn', async ({ page, site }) => {
  await page.goto(`${site.url}/en/programmes/youfirst/`);
  const main = page.getByRole('main');
  await expect(main).toContainText('This has ended');
  await expect(main).toContainText('Where to turn now');
  // Whoever reads it can still say what is missing or should change (A12); nobody can be referred.
  const forms = await main
    .locator('a[href*="/forms/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(forms.filter((href) => !/\/forms\/(what-should-change|unmet-need|involve)\//.test(href ?? ''))).toEqual([]);
  await expect(main).not.toContainText('How to reach You First');
});

test('[A5] the lead and all seven partners of You First are on its page', async ({ page, site }) => {
  await page.goto(`${site.url}/en/programmes/youfirst/`);
  const partners = [
    'Resolving Chaos',
    'Lambeth Council',
    'Southwark Council',
    'Lewisham Council',
    'South London and Maudsley NHS Trust',
    'Certitude',
    'Thames Reach',
    'St Giles Trust',
  ];
  for (const name of partners) await expect(page.getByRole('main').getByRole('link', { name })).toBeVisible();
});

test('[B12] Doncaster stands as unconfirmed since 31 March 2019', async ({ page, site }) => {
  await page.goto(`${site.url}/en/programmes/doncaster/`);
  await expect(page.locator('[data-programme-status]')).toContainText(/Unconfirmed since .*31 March 2019/);
});

test('[C16] the Leicestershire programme says 2013 to 2016', async ({ page, site }) => {
  await page.goto(`${site.url}/en/programmes/slf/`);
  await expect(page.locator('[data-programme-status]')).toContainText('2013 to 2016');
});

test('[C2] [C18] all 13 support areas are listed, and each leads to safeguarding', async ({ page, site }) => {
  await page.goto(`${site.url}/en/support-areas/`);
  const links = page.locator('.results h2 a');
  await expect(links).toHaveCount(13);
  const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  for (const path of paths) {
    await page.goto(site.url + path);
    await expect(page.getByRole('main').locator('a[href$="/safeguarding/"]').first()).toBeVisible();
  }
});

test('[C8] the 11 kinds of partners each have a list', async ({ page, site }) => {
  await page.goto(`${site.url}/en/organisations/`);
  const lists = page.locator('a[href*="/organisations/partners/"]');
  await expect(lists).toHaveCount(11);
  await lists.filter({ hasText: 'Police' }).click();
  await expect(page.getByRole('main')).toContainText('Police, Leicestershire');
});

test('[D23] libraries, the Adult Learning Centre, Jobcentre and tenant associations are outreach places', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}/en/places/`);
  const places = page.locator('section', { hasText: 'Where to meet Southwark Works' });
  for (const name of [/librar/i, /Adult Learning Centre/, /Jobcentre|Job Centre/, /tenant/i]) {
    await expect(places.getByRole('link', { name }).first()).toBeVisible();
  }
});

test('[F-8] work that needs a skill leads to a course that teaches it', async ({ page, site }) => {
  await page.goto(`${site.url}/en/opportunities/`);
  const paths = await page
    .locator('#opportunities h3 a')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
  const withTraining: string[] = [];
  for (const path of paths) {
    await page.goto(site.url + path);
    if ((await page.getByRole('main').locator('a[href*="/courses/"]').count()) > 0) withTraining.push(path);
  }
  expect(withTraining.length).toBeGreaterThan(0);
});

test('[G30] every word explained has an address of its own', async ({ page, site }) => {
  await page.goto(`${site.url}/en/glossary/#chime`);
  await expect(page.locator('#chime')).toContainText('CHIME');
});

test('pages say what they are about to machines, and nothing in it can end its element', async ({ page, site }) => {
  for (const path of [
    '/organisations/st-leger-homes/',
    '/services/lot3/',
    '/places/walworth-road-hub/',
    '/groups/tuesday-art-table/',
  ]) {
    await page.goto(`${site.url}/en${path}`);
    const text = (await page.locator('script[type="application/ld+json"]').textContent()) ?? '';
    expect(JSON.parse(text)['@context']).toBe('https://schema.org');
    expect(text).not.toContain('<');
  }
});

test('the sitemap holds each page with its other languages', async ({ request, site }) => {
  const text = await (await request.get(`${site.url}/sitemap.xml`)).text();
  const paths = [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, path]) => path ?? '');
  for (const path of ['/en/find/', '/pl/topics/housing/', '/ar/organisations/slam/', '/en/services/lot3/']) {
    expect(
      paths.some((one) => one.endsWith(path)),
      path,
    ).toBe(true);
  }
  expect(paths.length).toBe(new Set(paths).size);
  expect(text.split('hreflang="ar"').length - 1).toBe(paths.length);
  for (const path of [paths[0], paths.at(-1)]) {
    expect((await request.get(new URL(path ?? '', site.url).href)).status(), path).toBe(200);
  }
});

/** Every page of the English site, as the sitemap has it. */
async function everyPath(request: APIRequestContext, url: string): Promise<readonly string[]> {
  const text = await (await request.get(`${url}/sitemap.xml`)).text();
  return [...text.matchAll(/<loc>(?:https?:\/\/[^/<]+)?(\/en\/[^<]*)<\/loc>/g)].map(([, path]) => path ?? '');
}

test('[E14] complaints are one click from every page, and can be made online, by phone and on paper', async ({
  request,
  page,
  site,
}) => {
  test.setTimeout(240_000);
  const paths = await everyPath(request, site.url);
  expect(paths.length).toBeGreaterThan(300);
  const without: string[] = [];
  for (const path of paths) {
    const html = await (await request.get(site.url + path)).text();
    if (!html.includes('href="/en/complaints/"')) without.push(path);
  }
  expect(without).toEqual([]);
  await page.goto(`${site.url}/en/complaints/`);
  for (const way of ['Online', 'By phone', 'On paper']) {
    await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: way }).first()).toBeVisible();
  }
});

test('[F-6] every thing of the directory says when it was last checked', async ({ request, site }) => {
  test.setTimeout(240_000);
  const things = (await everyPath(request, site.url)).filter((path) =>
    /\/(services|groups|courses|events|organisations|opportunities|places|programmes)\/[a-z0-9-]+\/$/.test(path),
  );
  expect(things.length).toBeGreaterThan(100);
  const silent: string[] = [];
  for (const path of things) {
    const html = await (await request.get(site.url + path)).text();
    if (!/Last checked: \d+ \w+ \d{4}|Last checked: \w+ \d+ \w+ \d{4}/.test(html)) silent.push(path);
  }
  expect(silent).toEqual([]);
});

test('[F-6] a provider shows what changed and when, as far as it is known', async ({ page, site }) => {
  await page.goto(`${site.url}/en/organisations/st-leger-homes/`);
  await page.getByText('What changed').click();
  await expect(page.locator('[data-changes] li')).toHaveText(/22 November 2026: added to this site/);
});

test('[E7] a carer finds help for themselves in two steps', async ({ page, site }) => {
  await page.goto(`${site.url}/en/find/`);
  await page.getByRole('main').getByRole('link', { name: 'Carers', exact: true }).first().click();
  await page.getByRole('main').getByRole('link', { name: 'Help for carers', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Help for you' })).toBeVisible();
  await expect(page.getByRole('main').locator('a[href*="/forms/"]').first()).toBeVisible();
});

test('[E61] a key page leads to its easy read version, and back', async ({ page, site }) => {
  await page.goto(`${site.url}/ar/help-now/`);
  await page.locator('[data-easy-read]').click();
  await expect(page).toHaveURL(`${site.url}/ar/easy-help-now/`);
  await expect(page.getByRole('main').locator('a[href="/ar/help-now/"]')).toBeVisible();
});
