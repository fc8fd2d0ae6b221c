/** What is sent over a line is packed once, when it is built. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Fonts and pictures are packed already; what is smaller than a packet gains nothing. */
const PACKED = /\.(js|css|svg|wasm)$/;
const PACKED_MIN_BYTES = 1_000;

/** The most: the console is packed once in some 5 s, and sent many times. */
const QUALITY = 11;

/** Writes `name.br` and `name.gz` beside the files of the folder that become smaller so. */
export async function packFiles(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!PACKED.test(name)) continue;
    const path = join(folder, name);
    const bytes = await readFile(path);
    if (bytes.length < PACKED_MIN_BYTES) continue;
    const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params }));
    await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }));
  }
}
