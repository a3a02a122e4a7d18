import { type MapArrow, type MapNode, type PathMap, pathMap } from '#core/forms/edit/map.ts';
import { assembleAnyway } from '#core/forms/edit/sound.ts';
import { conditionWords } from '../condition/condition-words.ts';
import { type Editing, useEditing } from '../editing.ts';
import { ViewHead } from '../editor/ViewHead.tsx';
import { PathsDrawing } from './PathsDrawing.tsx';

/** The ways through the form: a list first, a drawing besides. */
export function PathsView() {
  const editing = useEditing();
  const { files, known, words } = editing;
  const assembled = assembleAnyway(files.source, known);
  if (!assembled) {
    return (
      <>
        <ViewHead title={words('view.paths')} lead={words('paths.lead')} />
        <p class="notice notice--warning">{words('paths.contradicts')}</p>
      </>
    );
  }
  const map = pathMap(assembled.sound);
  return (
    <>
      <ViewHead title={words('view.paths')} lead={words('paths.lead')} />
      <ol class="paths-list" data-paths>
        {map.nodes.map((node) => (
          <NodeInWords key={node.id} node={node} map={map} />
        ))}
      </ol>
      <h4>{words('paths.drawing')}</h4>
      <p>{words('paths.drawingNote')}</p>
      <PathsDrawing map={map} nameOf={(node) => nameOfNode(node, editing)} />
    </>
  );
}

function NodeInWords({ node, map }: { readonly node: MapNode; readonly map: PathMap }) {
  const editing = useEditing();
  const { words } = editing;
  const ways = map.arrows.filter(({ from }) => from === node.id);
  return (
    <li data-node={node.id}>
      <strong>{nameOfNode(node, editing)}</strong>
      {node.what === 'page' && <> {words('paths.questions', { count: node.questions })}</>}
      {node.what === 'exit' && <> {words('paths.ends')}</>}
      {ways.length > 0 && (
        <ul>
          {ways.map((way) => (
            <li key={`${way.to} ${JSON.stringify(way.when)}`}>{wayInWords(way, map, editing)}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

function wayInWords({ to, when, otherwise }: MapArrow, { nodes }: PathMap, editing: Editing): string {
  const node = nodes.find(({ id }) => id === to);
  const name = node ? nameOfNode(node, editing) : to;
  if (when) return editing.words('paths.if', { name, condition: conditionWords(when, editing) });
  return editing.words(otherwise ? 'paths.otherwise' : 'paths.always', { name });
}

function nameOfNode({ what, page, recipient }: MapNode, { words, files, shared }: Editing): string {
  if (what === 'start') return words('paths.start');
  const text = files.texts[files.sourceLanguage];
  if (what === 'sent')
    return words('paths.sent', { name: text?.recipients[recipient ?? ''] ?? words('filler.recipient') });
  const id = page ?? '';
  const own = text?.pages[id]?.title;
  if (own) return own;
  const group = Object.values(shared.groups).find(({ source }) => source.pages.some((one) => one.id === id));
  return (group?.texts[files.sourceLanguage] ?? group?.texts['en'])?.pages[id]?.title ?? id;
}
