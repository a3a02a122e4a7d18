import { allExamples } from '../../src/ui/examples.ts';
import { violations } from '../support/axe.ts';
import { expect, test } from '../support/site.ts';

const examples = allExamples();

test('[G2] the gallery leads to every example of every component', async ({ page, site }) => {
  await page.goto(`${site.url}/gallery/`);
  await expect(page.locator('a[data-example]')).toHaveCount(examples.length);
});

const components = Map.groupBy(examples, ({ component }) => component);

for (const [component, states] of components) {
  test(`[G2] every example of the ${component} passes axe`, async ({ page, site }) => {
    const found: string[] = [];
    for (const { id, name } of states) {
      await page.goto(`${site.url}/gallery/${id}/`);
      found.push(...(await violations(page)).map((violation) => `${name}: ${violation}`));
    }
    expect(found).toEqual([]);
  });
}
