/** What the pages gain with script. All of it can be missing: the pages say everything without. */
import { offerCopy } from './copy.ts';
import { offerUnfolding, unfoldForPrint } from './fold.ts';
import { offerScan } from './scan.ts';

offerCopy(document);
offerUnfolding(document);
unfoldForPrint(window);
void offerScan(document);
