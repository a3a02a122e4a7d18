import type { MapNode, PathMap } from '#core/forms/edit/map.ts';

const BOX = { width: 300, height: 44, gap: 26 };
const LANE = 16;
const LONGEST = 36;

interface PathsDrawingProps {
  readonly map: PathMap;
  readonly nameOf: (node: MapNode) => string;
}

/** The same as the list before it, drawn: boxes in their order, and a line for each way that skips some. */
export function PathsDrawing({ map, nameOf }: PathsDrawingProps) {
  const place = new Map(map.nodes.map(({ id }, at) => [id, at]));
  const top = (at: number) => at * (BOX.height + BOX.gap) + 2;
  const longest = Math.max(1, ...map.arrows.map(({ from, to }) => (place.get(to) ?? 0) - (place.get(from) ?? 0)));
  const width = BOX.width + Math.min(longest, 14) * LANE + 40;
  const height = top(map.nodes.length);
  return (
    <div class="paths-drawing" aria-hidden="true" dir="ltr">
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="presentation">
        {map.arrows.map(({ from, to, when }) => {
          const [a, b] = [place.get(from) ?? 0, place.get(to) ?? 0];
          const start = top(a) + BOX.height;
          const end = top(b);
          const isNext = b === a + 1;
          const lane = BOX.width + Math.min(b - a, 14) * LANE;
          const path = isNext
            ? `M ${BOX.width / 2} ${start} V ${end - 6}`
            : `M ${BOX.width} ${start - BOX.height / 2} H ${lane} V ${end + BOX.height / 2} H ${BOX.width + 8}`;
          const head = isNext
            ? `M ${BOX.width / 2 - 5} ${end - 8} L ${BOX.width / 2} ${end} L ${BOX.width / 2 + 5} ${end - 8} Z`
            : `M ${BOX.width + 9} ${end + BOX.height / 2 - 5} L ${BOX.width + 1} ${end + BOX.height / 2} L ${BOX.width + 9} ${end + BOX.height / 2 + 5} Z`;
          return (
            <g key={`${from} ${to} ${JSON.stringify(when)}`}>
              <path class={when ? 'way way--some' : 'way'} d={path} />
              <path class="way-end" d={head} />
            </g>
          );
        })}
        {map.nodes.map((node, at) => (
          <g key={node.id}>
            <rect
              class={`node node--${node.what}`}
              x="1"
              y={top(at)}
              width={BOX.width - 2}
              height={BOX.height}
              rx="10"
            />
            <text x={BOX.width / 2} y={top(at) + BOX.height / 2 + 6} text-anchor="middle">
              {shortened(nameOf(node))}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
