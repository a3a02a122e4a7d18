import { derbyServiceIds, formIds, languages, paths, serviceIds } from '../support/pages.ts';
import { expect, test } from '../support/site.ts';

const lots = ['lot1a', 'lot1b', 'lot1c', 'lot2', 'lot3', 'lot4', 'lot5', 'lot6', 'lot7', 'lot8', 'lot9'];
const main = 'main';

test('[D1] every lot and sub-lot is in the list of services and has its page', async ({ page, site }) => {
  await page.goto(`${site.url}/en/services/`);
  for (const lot of lots) await expect(page.locator(`a[href="/en/services/${lot}/"]`).first()).toBeVisible();
});

for (const lot of lots) {
  test(`[D1] the page of ${lot} says who it is for, what it offers and how to get in`, async ({ page, site }) => {
    await page.goto(`${site.url}/en/services/${lot}/`);
    for (const title of ['Who can use this', 'What they offer', 'How to get in']) {
      const heading = page.getByRole('heading', { name: title, exact: true });
      await expect(heading).toBeVisible();
      expect(await heading.locator('xpath=following-sibling::*[1]//li').count()).toBeGreaterThan(0);
    }
  });
}

test('[D10] the page of Lot 3 names voluntary organisations, the mental health team and IAPT as ways in', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}/en/services/lot3/`);
  await expect(page.locator(main)).toContainText(/voluntary organisations can refer you/);
  await expect(page.locator(main)).toContainText(/mental health team/);
  await expect(page.locator(main)).toContainText(/\(IAPT\)/);
});

test('[D11] the page of Lot 3 is for people out of work, on sick pay and in a job', async ({ page, site }) => {
  await page.goto(`${site.url}/en/services/lot3/`);
  await expect(page.locator(main)).toContainText(
    /not in work, or you are on Statutory Sick Pay \(SSP\), or you have a job/,
  );
});

test('[D14] the page of Lot 4 offers travel training', async ({ page, site }) => {
  await page.goto(`${site.url}/en/services/lot4/`);
  await expect(page.locator(main)).toContainText(/travel training/i);
});

test('[D17] the page of Lot 5 offers help with flexible childcare', async ({ page, site }) => {
  await page.goto(`${site.url}/en/services/lot5/`);
  await expect(page.locator(main)).toContainText(/flexible childcare/i);
});

test('[D21] the hub is at 376 Walworth Road, Monday to Friday, 10 to 4', async ({ page, site }) => {
  await page.goto(`${site.url}/en/services/swk-hub/`);
  await expect(page.locator('.contact')).toContainText('376 Walworth Road');
  await expect(page.locator('.contact')).toContainText(/Monday to Friday, 10am to 4pm/);
});

test('[D23] the hub names the places of outreach', async ({ page, site }) => {
  await page.goto(`${site.url}/en/services/swk-hub/`);
  for (const place of [/libraries/, /Adult Learning Centre/, /Jobcentre/, /Residents' Associations/]) {
    await expect(page.locator(main)).toContainText(place);
  }
});

test('[D24] a page says that proof of the right to work is shown and never sent', async ({ page, site }) => {
  await page.goto(`${site.url}/en/what-to-bring/`);
  await expect(page.locator(main)).toContainText(/show/i);
  await expect(page.locator(main)).toContainText(/right to work/i);
  await expect(page.locator(main)).toContainText(/never|do not send/i);
});

test('[D25] no form has a control for files', async ({ page, site }) => {
  for (const id of formIds) {
    await page.goto(`${site.url}/en/forms/${id}/`);
    await expect(page.locator('input[type="file"]')).toHaveCount(0);
  }
});

test('[E13] the steps from asking to being seen are listed with the two limits', async ({ page, site }) => {
  await page.goto(`${site.url}/en/how-referral-works/`);
  await expect(page.locator(main)).toContainText(/3 working days/);
  await expect(page.locator(main)).toContainText(/7 working days/);
  expect(await page.locator('main ol > li').count()).toBeGreaterThan(2);
});

test('[E16] Derby has a place for a landline and a minicom number, and says that neither is there yet', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}/en/services/derby-peer/`);
  for (const name of [/landline/i, /minicom/i]) {
    const term = page.locator('.contact dt', { hasText: name });
    await expect(term.locator('xpath=following-sibling::dd[1]')).toHaveText(/not yet provided/i);
  }
});

test('[E17] on a Saturday the page says when forms are next read', async ({ page, site }) => {
  await page.clock.setFixedTime(new Date('2026-11-21T12:00:00Z'));
  await page.goto(`${site.url}/en/services/derby-peer/`);
  await expect(page.locator('[data-next-read]')).toBeVisible();
  await expect(page.locator('[data-next-read]')).toContainText(/Monday 23 November/);
});

test('[E17] on a weekday the page says only which days forms are read', async ({ page, site }) => {
  await page.clock.setFixedTime(new Date('2026-11-18T12:00:00Z'));
  await page.goto(`${site.url}/en/services/derby-peer/`);
  await expect(page.locator('[data-next-read]')).toBeHidden();
  await expect(page.locator(main)).toContainText(/Forms are read Monday to Friday/);
});

test('[E17] on Christmas Day the page knows the bank holidays ahead', async ({ page, site }) => {
  await page.clock.setFixedTime(new Date('2026-12-25T12:00:00Z'));
  await page.goto(`${site.url}/en/services/derby-peer/`);
  await expect(page.locator('[data-next-read]')).toContainText(/Tuesday 29 December/);
});

const derbyPages = [...derbyServiceIds.map((id) => `/services/${id}/`), '/forms/derby-self/', '/what-to-expect/'];

for (const path of derbyPages) {
  test(`[E18] [G31] ${path} carries the panel for emergencies, with numbers that ring`, async ({ page, site }) => {
    await page.goto(`${site.url}/en${path}`);
    await expect(page.locator('aside.crisis')).toBeVisible();
    await expect(page.locator('aside.crisis a[href="tel:999"]')).toBeVisible();
    await expect(page.locator('aside.crisis a[href="tel:111"]')).toBeVisible();
  });
}

test('[E18] [G31] Help now itself gives the numbers that ring', async ({ page, site }) => {
  await page.goto(`${site.url}/en/help-now/`);
  await expect(page.locator('a[href="tel:999"]').first()).toBeVisible();
  await expect(page.locator('a[href="tel:111"]').first()).toBeVisible();
});

test('[E18] the page about calls from volunteers says that it is no crisis line', async ({ page, site }) => {
  await page.goto(`${site.url}/en/services/derby-phone-peer/`);
  await expect(page.locator(main)).toContainText(/not a crisis line/i);
  await expect(page.locator(main)).toContainText(/cannot ring in/i);
});

for (const { code } of languages) {
  test(`[E40] all eleven promises are listed in ${code}`, async ({ page, site }) => {
    await page.goto(`${site.url}/${code}/what-to-expect/`);
    await expect(
      page
        .locator('main ol')
        .filter({ has: page.locator('li:nth-child(11)') })
        .locator('> li'),
    ).toHaveCount(11);
  });
}

test('[E62] [D13] [D50] no page says client, customer, service user, eligible, a target or a contract value', async ({
  request,
  site,
}) => {
  test.slow();
  const banned = /\b(clients?|customers?|service users?|(in)?eligible|eligibility)\b|50 ?%|£\s?\d{2,3},\d{3}/i;
  const found: string[] = [];
  for (const path of paths) {
    const html = await (await request.get(`${site.url}/en${path}`)).text();
    const text = html.slice(html.indexOf('<body')).replace(/<[^>]*>/g, ' ');
    const [said] = text.match(banned) ?? [];
    if (said) found.push(`${path} says "${said}"`);
  }
  expect(found).toEqual([]);
});

test('[E69] the privacy notice tells purposes, sharing, emergencies, storage, access and how long', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}/en/privacy/`);
  const told = [
    /why|purpose|use your information/i,
    /agree/i,
    /emergenc|danger/i,
    /UK/,
    /right[\s\S]*ask what is kept/i,
    /how long|keep/i,
  ];
  for (const part of told) await expect(page.locator(main)).toContainText(part);
});

test('[G37] the accessibility statement says how to report a problem', async ({ page, site }) => {
  await page.goto(`${site.url}/en/accessibility/`);
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator(main)).toContainText(/report|tell us/i);
  await expect(
    page.locator('main a[href^="/en/complaints"], main a[href^="mailto:"], main a[href*="forms/"]').first(),
  ).toBeVisible();
});

for (const id of serviceIds) {
  test(`[G33] the page of ${id} gives at least two next steps, and none leads nowhere`, async ({ page, site }) => {
    await page.goto(`${site.url}/en/services/${id}/`);
    const steps = page.locator('ul.next-steps').first().locator('a');
    expect(await steps.count()).toBeGreaterThan(1);
    for (const href of await steps.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))) {
      expect((await page.request.get(href)).status(), href).toBe(200);
    }
  });
}

test('[G34] dates on pages are in words', async ({ page, site }) => {
  await page.goto(`${site.url}/en/services/lot3/`);
  await expect(page.locator(main)).toContainText(
    /\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}/,
  );
  await expect(page.locator(main)).not.toContainText(/\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}\/\d{1,2}\/\d{2,4}\b/);
});

test('[E1] the name of the Derby service is on every Derby page just as content/programmes sets it', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}/en/services/derby-peer/`);
  await expect(page.locator(main)).toContainText('Derby City Recovery and Peer Support Service');
});
