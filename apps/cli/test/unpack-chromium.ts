/**
 * Unpacks the Chromium that came through npm into TMPDIR and prints the path of its program. A process of its own, since
 * the package goes by TMPDIR and changes the environment of whoever loads it.
 */
import packed from '@sparticuz/chromium';

packed.setGraphicsMode = false;
process.stdout.write(await packed.executablePath());
