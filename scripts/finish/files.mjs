// What lies in the staging folder, and how its bytes are hashed.
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';

/** Names of all files in the folder, in a fixed order. */
export const stagedFiles = (dir) =>
  readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name).sort();

/** As an `integrity` attribute wants it. */
export const integrity = (bytes) => 'sha384-' + createHash('sha384').update(bytes).digest('base64');

/** 16 hexadecimal digits for a file name. */
export const contentHash = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);
