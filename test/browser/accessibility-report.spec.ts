import { parse } from 'yaml';
import { expect, test } from '../support/site.ts';

test('[G37] the accessibility statement leads to the report, whose rules stand in tables with headers', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}/en/accessibility/`);
  await page.getByRole('link', { name: 'The report, rule by rule' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accessibility report');
  const first = page.getByRole('table', { name: 'WCAG 2.2, level A', exact: true });
  await expect(first.getByRole('columnheader')).toHaveText(['Rule', 'How it stands']);
  const row = first.getByRole('row', { name: /1\.4\.1 Use of Color/ });
  await expect(row).toContainText('This site: Works.');
  await expect(row).toContainText('Nothing is told by colour alone.');
});

test('[G37] the report can be downloaded as OpenACR', async ({ request, site }) => {
  const answer = await request.get(`${site.url}/accessibility/openacr.yaml`);
  expect(answer.status()).toBe(200);
  expect(parse(await answer.text())).toMatchObject({ title: 'Way In Accessibility Conformance Report' });
});
