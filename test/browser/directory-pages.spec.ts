import { violations } from '../support/axe.ts';
import { languages, showsColours } from '../support/pages.ts';
import { expect, test } from '../support/site.ts';
import { weigh } from '../support/weigh.ts';

/** One page of each kind of the directory. */
const paths = [
  '/find/',
  '/find/?access=step-free&cost=free',
  '/find/?way=phone&access=step-free&for=men',
  '/find/access/step-free/',
  '/find/day/evening/',
  '/topics/',
  '/topics/domestic-abuse/',
  '/topics/mental-health/',
  '/organisations/',
  '/organisations/st-leger-homes/',
  '/organisations/kind/council/',
  '/organisations/partners/police/',
  '/places/',
  '/places/walworth-road-hub/',
  '/programmes/',
  '/programmes/youfirst/',
  '/programmes/derby/',
  '/support-areas/',
  '/support-areas/domestic-abuse/',
  '/areas/',
  '/areas/blaby/',
  '/areas/derby/',
  '/opportunities/',
  '/opportunities/cafe-assistant/',
  '/glossary/',
] as const;

for (const { code, direction } of languages) {
  test(`[G2] [G9] every kind of directory page in ${code} passes axe and fits a screen of 320 px`, async ({
    page,
    site,
  }) => {
    test.slow();
    await page.setViewportSize({ width: 320, height: 640 });
    const found: string[] = [];
    for (const path of paths) {
      // A search is drawn by its script.
      await page.goto(`${site.url}/${code}${path}`, { waitUntil: path.includes('?') ? 'networkidle' : 'load' });
      const [dir, width] = await page.evaluate(() => [document.dir, document.documentElement.scrollWidth]);
      if (dir !== direction) found.push(`${path}: dir is ${dir}`);
      if (Number(width) > 320) found.push(`${path}: is ${width} px wide`);
      found.push(
        ...(await violations(page, { colours: showsColours(code) })).map((violation) => `${path}: ${violation}`),
      );
    }
    expect(found).toEqual([]);
  });
}

test('[G2] the search with its choices open passes axe', async ({ page, site }) => {
  await page.goto(`${site.url}/en/find/?access=step-free`, { waitUntil: 'networkidle' });
  await page.locator('[data-filters] > summary').click();
  expect(await violations(page)).toEqual([]);
});

test('[G11] every kind of directory page has 14 kB of HTML and CSS at most, and fetches no font or picture', async ({
  page,
  site,
}) => {
  const heavy: string[] = [];
  for (const path of paths) {
    const weight = await weigh(page, `${site.url}/ar${path}`);
    if (weight.html + weight.css > 14_000) heavy.push(`${path}: ${weight.html + weight.css} bytes`);
    heavy.push(...weight.others.map((other) => `${path}: ${other}`));
  }
  expect(heavy).toEqual([]);
});
