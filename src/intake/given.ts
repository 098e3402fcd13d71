import { basename } from 'node:path';
import type { Given } from '../librarian.ts';
import { whyOf } from './faults.ts';
import { bytesOf } from './files.ts';
import { isAddress } from './offers.ts';
import { type Refused, refused } from './outcome.ts';
import type { Upload } from './proposals.ts';

/** What stands for a file that is given: a path on this machine, or the address that it was uploaded to. */
export type Files = 'paths' | 'uploads';

/** What is to be proposed. A path may stand for an address, too. */
export async function givenTo(files: Files, { kind, reference }: Given): Promise<string | Upload | Refused> {
  if (files === 'uploads') return kind === 'page' ? reference : { name: nameOf(reference), url: reference };
  if (kind === 'page' && isAddress(reference)) return reference;
  try {
    return { name: basename(reference), bytes: await bytesOf(reference) };
  } catch (error) {
    return refused(reference, whyOf(error));
  }
}

/** Discord keeps the name of a file in its address. */
function nameOf(address: string): string {
  const path = URL.canParse(address) ? basename(new URL(address).pathname) : '';
  try {
    return basename(decodeURIComponent(path)) || 'file';
  } catch {
    return path;
  }
}
