/** What the pages gain with script. All of it can be missing: the pages say everything without. */
import { offerCopy } from './copy.ts';
import { offerUnfolding, unfoldForPrint } from './fold.ts';
import { bringGlyphs } from './glyphs.ts';
import { offerScan } from './scan.ts';

bringGlyphs(document);
offerCopy(document);
offerUnfolding(document);
unfoldForPrint(window);
void offerScan(document);
