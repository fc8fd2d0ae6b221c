/** Everything that walks chains: kind by kind what is asked, what comes of it, and what does it, wherever that runs. */
import { readRecorders } from './modules/compliance/index.ts';
import { type Ran, runDrill } from './modules/drills/index.ts';
import { type ChainsAsked, tellChains } from './modules/events/index.ts';
import { rememberLogRoot } from './modules/integrity/index.ts';
import { type PageAsked, type PageWalked, walkPage } from './modules/publicwindow/index.ts';
import { type SharedAsked, type SharedTold, tellShared } from './modules/shares/index.ts';
import { type PackInUse, type PackShelf, publicMembersOf } from './modules/standards/index.ts';
import { followChains, lendTo, type TraceAsked, tellTrace } from './modules/trace/index.ts';
import type { Works } from './platform/apart/index.ts';
import { type CtxDeps, createCtx, systemCtx } from './platform/ctx.ts';

/** What the answering thread knows, and a walk needs. */
export interface Knowing {
  /** Under which the names of hidden records are made, 32 bytes. */
  readonly nameKey: Uint8Array;
  /** Of the packs in use, as `digestsOf` tells them. */
  readonly packs: string;
}

export interface Walks {
  readonly trace: { readonly asked: TraceAsked; readonly told: undefined };
  readonly page: { readonly asked: PageAsked & Knowing; readonly told: PageWalked };
  readonly shared: { readonly asked: SharedAsked & Knowing; readonly told: SharedTold };
  readonly drill: { readonly asked: Knowing & { readonly code: string }; readonly told: Ran };
  readonly chains: { readonly asked: ChainsAsked & Knowing; readonly told: undefined };
}

export interface WalksBy extends CtxDeps {
  readonly shelf: Pick<PackShelf, 'packs' | 'lookAgain'>;
}

export function digestsOf(packs: readonly PackInUse[]): string {
  return packs.map(({ digest }) => digest).join(' ');
}

export function walksBy({ shelf, ...deps }: WalksBy): Works<Walks> {
  const program = systemCtx(deps);
  const rootOf = rememberLogRoot();
  const keyOf =
    ({ nameKey }: Knowing) =>
    () =>
      Buffer.from(nameKey);
  /** Those that the answering thread knows, or newer ones: what it has just been told of counts here too. */
  const packsOf =
    ({ packs: known }: Knowing) =>
    async () => {
      const packs = await shelf.packs();
      if (digestsOf(packs) === known) return packs;
      shelf.lookAgain();
      return shelf.packs();
    };
  const membersOf = (asked: Knowing) => async () => publicMembersOf(await packsOf(asked)());
  return {
    async trace(actor, asked, out) {
      await tellTrace(lendTo(createCtx(deps, actor), asked), asked, out);
      return undefined;
    },
    page: (actor, asked, out) =>
      walkPage(createCtx(deps, actor), asked, {
        nameKey: keyOf(asked),
        packs: packsOf(asked),
        recordersOf: (nos) => program.read((tx) => readRecorders(tx, nos)),
        isLeft: () => out.hasLeft,
      }),
    shared: (actor, asked, out) =>
      tellShared(createCtx(deps, actor), asked, { nameKey: keyOf(asked), isLeft: () => out.hasLeft }),
    drill: (actor, asked, out) =>
      runDrill(createCtx(deps, actor), {
        code: asked.code,
        nameKey: keyOf(asked),
        publicMembers: membersOf(asked),
        logRoot: () => program.read(rootOf),
        isLeft: () => out.hasLeft,
      }),
    async chains(actor, asked, out) {
      const reading = { nameKey: keyOf(asked), publicMembers: membersOf(asked) };
      await tellChains(createCtx(deps, actor), asked, { followChains, ...reading, out });
      return undefined;
    },
  };
}
