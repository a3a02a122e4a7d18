import { useEditing } from '../editing.ts';
import { ViewHead } from '../editor/ViewHead.tsx';
import { LivePreview } from './LivePreview.tsx';

/** The form as people will see it, on a page of its own: what a narrow screen has no room for beside the outline. */
export function PreviewView() {
  const { words } = useEditing();
  return (
    <>
      <ViewHead title={words('view.preview')} lead={words('preview.lead')} />
      <LivePreview />
    </>
  );
}
