import { useEffect, useState } from 'preact/hooks';
import { LivePreview } from '../preview/LivePreview.tsx';
import { Outline } from './Outline.tsx';
import { Panel } from './Panel.tsx';

const WIDE = '(min-width: 75em)';

/** Outline and panel; with room for it, the form beside them as it will be. */
export function Questions() {
  const isWide = useMedia(WIDE);
  return (
    <div class="workspace">
      <Outline />
      <Panel />
      {isWide && <LivePreview isBeside />}
    </div>
  );
}

function useMedia(query: string): boolean {
  const [matches, set] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const follow = () => set(media.matches);
    media.addEventListener('change', follow);
    return () => media.removeEventListener('change', follow);
  }, [query]);
  return matches;
}
