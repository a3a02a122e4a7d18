import { publicKeys } from '#publish/public-keys.ts';

/** The public keys this site was built with. */
export function GET() {
  return Response.json(publicKeys());
}
