import { readCheckers } from '#publish/checkers/read-checkers.ts';
import { expect, test } from '../support/site.ts';

test.use({ javaScriptEnabled: false });

test('[G1] without scripts every check lists its rules in words, and where to go, and the list leads to each', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}/en/check/`);
  for (const { definition } of readCheckers()) {
    await expect(page.locator(`main a[href="/en/check/${definition.id}/"]`)).toHaveCount(1);
  }
  for (const { definition, text } of readCheckers()) {
    await page.goto(`${site.url}/en/check/${definition.id}/`);
    await expect(page.locator('main h1')).toHaveText(text['en']?.title ?? '');
    const shown = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    const rules = definition.outcomes
      .flatMap(({ needs, wants, ruledOutBy, maybeIf }) => [...needs, ...wants, ...ruledOutBy, ...maybeIf])
      .map((id) => text['en']?.criteria[id]?.rule ?? '');
    const lost = rules.filter((rule) => !rule.includes('{{') && !shown.includes(rule.replace(/\s+/g, ' ')));
    expect(lost, definition.id).toEqual([]);
    expect(await page.locator('main .next-steps a').count(), definition.id).toBeGreaterThanOrEqual(2);
    expect(shown).toContain('Ask us anyway');
    expect(shown).toContain(definition.ruleVersion);
    expect(shown).not.toMatch(/eligib|reject/i);
  }
});
