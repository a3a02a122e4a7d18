import { createInterface } from 'node:readline/promises';
import type { Answers } from '#core/criteria/criterion.ts';
import type { PublishedForm } from '#core/forms/definition.ts';
import { WrongInput } from '../../problems.ts';
import { askAnswers } from './ask-answers.ts';

/** Asks on the terminal, and once more before anything is stored. Ctrl+C stores nothing. */
export async function askOnTerminal(published: PublishedForm, language: string): Promise<Answers> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const stopped = new AbortController();
  terminal.once('SIGINT', () => stopped.abort()).once('close', () => stopped.abort());
  const say = (line: string) => process.stderr.write(`${line}\n`);
  try {
    say('Type what stands on the sheet. Enter alone leaves a question out; < goes back; * must be answered.');
    const typist = { say, ask: (prompt: string) => terminal.question(prompt, { signal: stopped.signal }) };
    const answers = await askAnswers(published, language, typist);
    say(`\n${Object.keys(answers).length} answers.`);
    const stores = await typist.ask('Store this form? (yes or no) > ');
    if (/^y(es)?$/i.test(stores.trim())) return answers;
    throw new WrongInput('Nothing was stored.');
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw new WrongInput('Stopped. Nothing was stored.');
    throw error;
  } finally {
    terminal.close();
  }
}
