import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import * as button from './button/button.examples.ts';
import { examples as card } from './card/card.examples.ts';
import * as checker from './checker/checker.examples.ts';
import { examples as contactPanel } from './contact-panel/contact-panel.examples.ts';
import { examples as crisisPanel } from './crisis-panel/crisis-panel.examples.ts';
import * as errorSummary from './error-summary/error-summary.examples.ts';
import * as exitNote from './form/exit-note.examples.ts';
import * as form from './form/form-view.examples.ts';
import { examples as languageSwitch } from './language-switch/language-switch.examples.ts';
import { examples as nextRead } from './next-read/next-read.examples.ts';
import * as notice from './notice/notice.examples.ts';
import * as paper from './paper/paper.examples.ts';
import * as resultCard from './result-card/result-card.examples.ts';
import { examples as statusBanner } from './status-banner/status-banner.examples.ts';
import { examples as submissionStatus } from './submission-status/submission-status.examples.ts';
import * as summaryList from './summary-list/summary-list.examples.ts';
import { examples as videoPlayer } from './video-player/video-player.examples.ts';

/** One state of one component, under its own address in the gallery. */
export interface Example {
  readonly id: string;
  readonly component: string;
  readonly name: string;
  /** What Preact drew; else the props that the Astro component takes. */
  readonly html?: string;
  readonly props?: object;
}

interface Drawn<Props> {
  readonly examples: { readonly [name: string]: Props };
  readonly draw: (props: Props) => JSX.Element;
}

function drawn<Props>(component: string, { examples, draw }: Drawn<Props>): Example[] {
  return Object.entries(examples).map(([name, props]) => ({
    id: idOf(component, name),
    component,
    name,
    html: renderToString(draw(props)),
  }));
}

function described(component: string, examples: { readonly [name: string]: object }): Example[] {
  return Object.entries(examples).map(([name, props]) => ({ id: idOf(component, name), component, name, props }));
}

const idOf = (component: string, name: string) => `${component}-${name.replace(/\W+/g, '-').toLowerCase()}`;

/** Every example of every component: the gallery draws them, the tests and axe walk them. */
export function allExamples(): readonly Example[] {
  return [
    ...drawn('button', button),
    ...described('card', card),
    ...drawn('checker', checker),
    ...described('contact-panel', contactPanel),
    ...described('crisis-panel', crisisPanel),
    ...drawn('error-summary', errorSummary),
    ...drawn('exit-note', exitNote),
    ...drawn('form', form),
    ...described('language-switch', languageSwitch),
    ...described('next-read', nextRead),
    ...drawn('notice', notice),
    ...drawn('paper', paper),
    ...drawn('result-card', resultCard),
    ...described('status-banner', statusBanner),
    ...described('submission-status', submissionStatus),
    ...drawn('summary-list', summaryList),
    ...described('video-player', videoPlayer),
  ];
}
