import { useEffect, useState } from 'preact/hooks';
import type { FormWords } from '#ui/form/form-words.ts';
import type { BuilderData, FormGroups } from './builder-data.ts';
import { Editor } from './editor/Editor.tsx';
import { Home } from './home/Home.tsx';
import { readAddress } from './views.ts';

interface BuilderProps {
  readonly data: BuilderData;
  readonly shared: FormGroups;
  readonly words: FormWords;
  readonly language: string;
}

/** The list of forms, or one of them: as the address says. */
export function Builder(props: BuilderProps) {
  const [address, go] = useState(() => readAddress(location.hash));
  useEffect(() => {
    const follow = () => go(readAddress(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    // The introduction is for the list: over a form under way it would only be in the way.
    const head = document.querySelector<HTMLElement>('[data-builder-head] .lead');
    if (head) head.hidden = address.draft !== undefined;
  }, [address.draft]);
  if (address.draft === undefined) return <Home {...props} />;
  return <Editor key={address.draft} id={address.draft} view={address.view} {...props} />;
}
