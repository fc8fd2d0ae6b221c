/** What the pages gain with script. All of it can be missing: the pages say everything without. */
import { offerCopy } from './copy.ts';
import { offerUnfolding, unfoldForPrint } from './fold.ts';
import { bringGlyphs } from './glyphs.ts';
import { hearScanner } from './hear-scanner.ts';
import { offerScan } from './offer-scan.ts';
import { tellScan } from './tell-scan.ts';

bringGlyphs(document);
offerCopy(document);
offerUnfolding(document);
unfoldForPrint(window);
offerScan(document);
hearScanner(document);
tellScan(document);
