import { type FeedFile, feedFiles } from '#publish/oruk/feed.ts';

export function getStaticPaths() {
  return feedFiles().map((file) => ({ params: { file: file.path }, props: { file } }));
}

/** The directory for other systems, as Open Referral UK: `/oruk/index.json` leads to the rest. */
export function GET({ props }: { props: { file: FeedFile } }) {
  const type = props.file.path.endsWith('.ndjson') ? 'application/x-ndjson' : 'application/json';
  return new Response(props.file.text(), { headers: { 'content-type': type } });
}
