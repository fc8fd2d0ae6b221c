/** The balance of a lot by an organisation's own records: what came in is what went out, what is still there, and what nobody accounts for. Pure. */
import { DRILL_TOLERANCE, type DrillBalance, type DrillOutcome } from '@suyuan/api/drills';
import { exact, type Move, type MoveKind } from './moves.ts';

export interface Balanced {
  readonly balance: readonly DrillBalance[];
  readonly outcome: DrillOutcome;
  /** Records that do not say how much. */
  readonly unknown: number;
}

/** @param moves of the lot, its own records alone, each hand-over once */
export function balanceOf(moves: readonly Move[]): Balanced {
  const unknown = moves.filter(({ amount }) => amount === undefined).length;
  const uoms = [...new Set(moves.flatMap(({ uom, amount }) => (amount === undefined ? [] : [uom])))].sort();
  const balance = uoms.map((uom) => {
    const line = lineOf(
      uom,
      moves.filter((move) => move.uom === uom),
    );
    return { ...line, outcome: outcomeOf(line, { isAlone: uoms.length === 1, unknown }) };
  });
  return { balance, outcome: worst(balance.map(({ outcome }) => outcome)), unknown };
}

function lineOf(uom: string, moves: readonly Move[]): Omit<DrillBalance, 'outcome'> {
  const sum = (...kinds: readonly MoveKind[]): number => sumOf(moves, kinds);
  const parts = { made: sum('made'), received: sum('received'), shipped: sum('shipped', 'sold') };
  const out = { used: sum('used'), gone: sum('gone') };
  const came = exact(parts.made + parts.received);
  const went = exact(parts.shipped + out.used + out.gone);
  const counted = countedStock(moves);
  const stock = counted ?? Math.max(0, exact(came - went));
  return {
    ...{ uom, ...parts, ...out, stock, isCounted: counted !== undefined },
    unaccounted: exact(came - went - stock),
    ...(came > 0 ? { percent: exact(((went + stock) / came) * 100) } : {}),
  };
}

/** What was counted last at each place, with what moved since the newest of these counts; undefined where nobody counted. */
function countedStock(moves: readonly Move[]): number | undefined {
  const last = new Map<string, Move>();
  for (const move of moves) {
    if (move.kind !== 'counted' || move.amount === undefined) continue;
    const { bizLocation, readPoint } = move.event.facts;
    const place = bizLocation ?? readPoint ?? '';
    const known = last.get(place);
    if (known === undefined || timeOf(known) < timeOf(move)) last.set(place, move);
  }
  if (last.size === 0) return undefined;
  const counts = [...last.values()];
  const newestMs = Math.max(...counts.map(timeOf));
  const since = moves.filter((move) => timeOf(move) > newestMs);
  const moved = sumOf(since, ['made', 'received']) - sumOf(since, ['shipped', 'sold', 'used', 'gone']);
  return exact(sumOf(counts, ['counted']) + moved);
}

function outcomeOf(
  { percent }: Pick<DrillBalance, 'percent'>,
  { isAlone, unknown }: { readonly isAlone: boolean; readonly unknown: number },
): DrillOutcome {
  if (unknown > 0) return 'untold';
  // Kilograms that came in may have gone out as pieces.
  if (percent === undefined) return isAlone ? 'off' : 'untold';
  return percent >= DRILL_TOLERANCE.from && percent <= DRILL_TOLERANCE.to ? 'holds' : 'off';
}

/** Of units of measure that do not convert, one that cannot be told leaves open whether the others hold. */
function worst(outcomes: readonly DrillOutcome[]): DrillOutcome {
  if (outcomes.length === 0 || outcomes.includes('untold')) return 'untold';
  return outcomes.includes('off') ? 'off' : 'holds';
}

function sumOf(moves: readonly Move[], kinds: readonly MoveKind[]): number {
  return exact(moves.reduce((sum, { kind, amount = 0 }) => (kinds.includes(kind) ? sum + amount : sum), 0));
}

function timeOf({ event }: Move): number {
  return event.facts.eventTimeMs;
}
