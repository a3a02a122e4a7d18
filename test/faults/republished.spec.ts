import { derbyAnswers } from '../support/answers.ts';
import { copyProject } from '../support/copy-project.ts';
import { expectOneHeld, heldIds } from '../support/held.ts';
import { expectState, fillForm, openForm, sendButton } from '../support/person.ts';
import { aFormReadyToSend, expect, INTAKE, statesSeen, test } from '../support/queue.ts';

test('[F-2] [G17] the form is published anew while one waits: the old one is still taken, and opened as it was', async ({
  page,
  liar,
  wayIn,
}) => {
  test.setTimeout(300_000);
  liar.lie(INTAKE, { cut: 'before' });
  await aFormReadyToSend(page, liar.url, 'derby-self', derbyAnswers);
  await sendButton(page).click();
  await expectState(page, 'saved');

  const copy = copyProject();
  copy.edit('forms/derby-self/form.json', (text) => text.replace('"one-to-one",', ''));
  await wayIn.restart(copy.folder);
  const published = (await (await fetch(`${wayIn.url}/wayin/forms/derby-self.json`)).json()) as { version: string };
  expect(await statesSeen(page)).toEqual(['saved']);

  liar.beHonest();
  // The building took its time, and with each try in vain the device waits longer: the network's return ends that.
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  await expectState(page, 'sent', 60_000);
  const opened = await expectOneHeld(wayIn);
  expect(opened.formVersion).not.toBe(published.version);
  expect(opened.answers).toEqual(derbyAnswers);

  await openForm(page, liar.url, 'derby-self');
  await fillForm(page, derbyAnswers);
  await sendButton(page).click();
  await expectState(page, 'sent', 60_000);
  expect(await heldIds(wayIn)).toHaveLength(2);
  copy.remove();
});
