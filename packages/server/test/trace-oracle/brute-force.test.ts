import { describe, expect, test } from 'vitest';
import {
  anomalies,
  custody,
  declared,
  events,
  GTIN,
  LOT,
  links,
  made,
  packed,
  seen,
  trace,
  turned,
  units,
  unpacked,
  witnessed,
} from './builders.ts';

describe('rule 1, lots and instances', () => {
  const inCode = `${LOT}/21/s1`;
  const byIlmd = `${GTIN}/21/s2`;
  const world = [
    seen('used', 2, { epcList: [inCode] }),
    made('make', 5, { epcList: [byIlmd], ilmd: { 'cbvmda:lotNumber': 'A1' } }),
    made('again', 6, { epcList: [byIlmd], ilmd: { 'cbvmda:lotNumber': 'B2' } }),
    made('other', 5, { epcList: [`${GTIN}/21/s3`], ilmd: { 'cbvmda:lotNumber': 'B2' } }),
  ];

  test('a lot brings the instances of its code and those that its ILMD made, each since its making', () => {
    const answer = trace(world, 'downstream', [LOT, 3]);
    expect(units(answer)).toEqual(
      [`affected ${inCode} 3- #1`, `affected ${byIlmd} 5- #1`, `start ${LOT} 3- #0`].sort(),
    );
    expect(links(answer)).toEqual([`belongs ${LOT}>${inCode} - `, `belongs ${LOT}>${byIlmd} 5- make`].sort());
    expect(events(answer)).toEqual(['make', 'again']);
  });

  test('an instance whose code and ILMD name different lots belongs to both', () => {
    const both = [made('make', 5, { epcList: [inCode], ilmd: { 'cbvmda:lotNumber': 'B2' } })];
    expect(units(trace(both, 'downstream', [`${GTIN}/10/B2`]))).toContain(`affected ${inCode} 5- #1`);
    expect(units(trace(both, 'upstream', [inCode]))).toEqual(
      [`source ${GTIN}/10/B2 -5 #1`, `source ${LOT} -5 #1`, `start ${inCode} - #0`].sort(),
    );
  });

  test('a lot since later than the making brings the instance since that later time', () => {
    expect(units(trace(world, 'downstream', [LOT, 9]))).toContain(`affected ${byIlmd} 9- #1`);
  });

  test('an instance brings its lot until its making, or until the bound where that is earlier', () => {
    expect(units(trace(world, 'upstream', [byIlmd]))).toEqual([`source ${LOT} -5 #1`, `start ${byIlmd} - #0`]);
    expect(units(trace(world, 'upstream', [byIlmd, 4]))).toEqual([`source ${LOT} -4 #1`, `start ${byIlmd} -4 #0`]);
    expect(units(trace(world, 'upstream', [inCode, 4]))).toEqual([`source ${LOT} -4 #1`, `start ${inCode} -4 #0`]);
  });

  test('an instance downstream does not bring its lot', () => {
    expect(units(trace(world, 'downstream', [byIlmd]))).toEqual([`start ${byIlmd} - #0`]);
  });
});

describe('rule 2, transformation', () => {
  test('inputs flow into outputs of the same transformation recorded at their time or later', () => {
    const world = [
      turned('in-late', 4, { transformationID: 'T', inputQuantityList: [{ epcClass: 'b', quantity: 3, uom: 'KGM' }] }),
      turned('in', 1, { transformationID: 'T', inputEPCList: ['a'] }),
      turned('out', 3, { transformationID: 'T', outputEPCList: ['x'] }),
      turned('out-late', 4, { transformationID: 'T', outputEPCList: ['y'] }),
      turned('elsewhere', 5, { transformationID: 'U', outputEPCList: ['z'] }),
    ];
    expect(units(trace(world, 'downstream', ['a']))).toEqual(['affected x 3- #1', 'affected y 4- #1', 'start a - #0']);
    const fromB = trace(world, 'downstream', ['b']);
    expect(units(fromB)).toEqual(['affected y 4- #1', 'start b - #0']);
    expect(links(fromB)).toEqual(['transformation b>y - out-late 3 KGM']);
    expect(units(trace(world, 'upstream', ['x']))).toEqual(['source a -1 #1', 'start x - #0']);
    expect(anomalies(trace(world, 'upstream', ['z']))).toEqual(['made-from-nothing z elsewhere']);
  });

  test('a transformation counts from the bound on, and the better bound wins with the lower hops kept', () => {
    const world = [
      turned('direct', 8, { inputEPCList: ['a'], outputEPCList: ['c'] }),
      turned('first', 2, { inputEPCList: ['a'], outputEPCList: ['b'] }),
      turned('second', 3, { inputEPCList: ['b'], outputEPCList: ['c'] }),
    ];
    const answer = trace(world, 'downstream', ['a']);
    expect(units(answer)).toEqual(['affected b 2- #1', 'affected c 3- #1', 'start a - #0']);
    expect(links(answer)).toHaveLength(3);
    expect(units(trace(world, 'downstream', ['a', 3]))).toEqual(['affected c 8- #1', 'start a 3- #0']);
  });

  test('rework goes round once and ends', () => {
    const world = [
      turned('t1', 1, { inputEPCList: ['a'], outputEPCList: ['b'] }),
      turned('t2', 2, { inputEPCList: ['b'], outputEPCList: ['a', 'd'] }),
    ];
    const answer = trace(world, 'downstream', ['a', 1]);
    expect(units(answer)).toEqual(['affected b 1- #1', 'affected d 2- #2', 'start a 1- #0']);
    expect(links(answer)).toContain('transformation b>a - t2');
    expect(units(trace(world, 'upstream', ['a', 1]))).toEqual(['start a -1 #0']);
  });
});

describe('rule 3 and carriers', () => {
  const reuse = [
    packed('p1', 1, ['pallet', 'a']),
    unpacked('u1', 3, ['pallet']),
    packed('p2', 5, ['pallet', 'b']),
    packed('load', 2, ['truck', 'pallet']),
    unpacked('unload', 6, ['truck', 'pallet']),
    seen('move', 4, { epcList: ['pallet'] }),
  ];

  test('a container brings what it holds after its bound, each since it went in', () => {
    const answer = trace(reuse, 'downstream', ['pallet', 2]);
    expect(units(answer)).toEqual([
      'affected a 2- #1',
      'affected b 5- #1',
      'carrier truck 2-6 #1',
      'start pallet 2- #0',
    ]);
    expect(units(trace(reuse, 'downstream', ['pallet', 3]))).toEqual([
      'affected b 5- #1',
      'carrier truck 3-6 #1',
      'start pallet 3- #0',
    ]);
  });

  test('upstream a container brings what it held at its bound, or all it ever held', () => {
    expect(units(trace(reuse, 'upstream', ['pallet', 2]))).toEqual(['source a -2 #1', 'start pallet -2 #0']);
    expect(units(trace(reuse, 'upstream', ['pallet', 4]))).toEqual(['carrier truck 2-4 #1', 'start pallet -4 #0']);
    expect(units(trace(reuse, 'upstream', ['pallet']))).toEqual([
      'carrier truck 2-6 #1',
      'source a -3 #1',
      'source b - #1',
      'start pallet - #0',
    ]);
  });

  test('containers carry over the common interval, storey by storey, and only then their events count', () => {
    const answer = trace(reuse, 'downstream', ['a']);
    expect(units(answer)).toEqual(['carrier pallet 1-3 #1', 'carrier truck 2-3 #2', 'start a - #0']);
    expect(events(answer)).toEqual(['p1', 'load']);
    expect(links(answer)).toEqual(['containment pallet>a 1-3 p1', 'containment truck>pallet 2-6 load']);
  });

  test('an OBSERVE outside an interval is one of that instant, inside it changes nothing', () => {
    const world = [
      witnessed('w1', 1, ['box', 'a']),
      packed('p', 2, ['box', 'a']),
      witnessed('w2', 3, ['box', 'a']),
      seen('later', 9, { epcList: ['box'] }),
      unpacked('u', 4, ['box']),
    ];
    expect(units(trace(world, 'upstream', ['a']))).toEqual([
      'carrier box 1-1 #1',
      'carrier box 2-4 #1',
      'start a - #0',
    ]);
    expect(events(trace(world, 'upstream', ['a']))).toEqual(['w1', 'p', 'w2']);
    expect(units(trace(world, 'upstream', ['box', 1]))).toContain('source a -1 #1');
    expect(units(trace(world, 'downstream', ['box', 2]))).toContain('affected a 2- #1');
  });

  test('associations and aggregations keep intervals of their own', () => {
    const world = [
      packed('agg', 1, ['box', 'a']),
      { ...unpacked('assoc', 2, ['box', 'a']), type: 'AssociationEvent' as const },
    ];
    expect(units(trace(world, 'downstream', ['a']))).toEqual(['carrier box 1- #1', 'start a - #0']);
    expect(anomalies(trace(world, 'downstream', ['a']))).toEqual(['delete-without-add a assoc']);
  });

  test('the parent of a transaction holds what it lists at that instant', () => {
    const world = [{ ...seen('sale', 4, { parentID: 'cage', epcList: ['a'] }), type: 'TransactionEvent' as const }];
    expect(units(trace(world, 'downstream', ['a', 4]))).toEqual(['carrier cage 4-4 #1', 'start a 4- #0']);
    expect(units(trace(world, 'downstream', ['a', 5]))).toEqual(['start a 5- #0']);
    expect(units(trace(world, 'upstream', ['a', 5]))).toEqual(['carrier cage 4-4 #1', 'start a -5 #0']);
    expect(units(trace(world, 'upstream', ['a', 4]))).toEqual(['start a -4 #0']);
    expect(units(trace(world, 'downstream', ['cage', 4]))).toEqual(['affected a 4- #1', 'start cage 4- #0']);
    expect(units(trace(world, 'upstream', ['cage', 4]))).toEqual(['source a -4 #1', 'start cage -4 #0']);
    expect(units(trace(world, 'upstream', ['cage', 5]))).toEqual(['start cage -5 #0']);
  });

  test('a container that was a source twice brings what it held each time', () => {
    const world = [
      packed('p', 3, ['box', 'a']),
      turned('t5', 5, { inputEPCList: ['box'], outputEPCList: ['x'] }),
      unpacked('u', 6, ['box', 'a']),
      turned('t10', 10, { inputEPCList: ['box', 'x'], outputEPCList: ['y'] }),
    ];
    expect(units(trace(world, 'upstream', ['y']))).toEqual([
      'source a -5 #3',
      'source box -10 #1',
      'source x -10 #1',
      'start y - #0',
    ]);
  });

  test('both directions are the two walks side by side', () => {
    const world = [
      turned('t', 2, { inputEPCList: ['a'], outputEPCList: ['b'] }),
      packed('p', 1, ['box', 'b']),
      unpacked('u', 3, ['box']),
    ];
    const answer = trace(world, 'both', ['b', 2]);
    expect(units(answer)).toEqual(['carrier box 1-3 #1', 'source a -2 #1', 'start b -2 #0', 'start b 2- #0']);
    expect(links(answer)).toEqual(['containment box>b 1-3 p', 'transformation a>b - t']);
  });
});

describe('corrections', () => {
  test('an event declared erroneous ties nothing and is listed marked, its declaration is not listed', () => {
    const wrong = turned('wrong', 1, { inputEPCList: ['a'], outputEPCList: ['b'] });
    const world = [wrong, turned('right', 2, { inputEPCList: ['a'], outputEPCList: ['c'] }), declared(wrong)];
    const answer = trace(world, 'downstream', ['a']);
    expect(units(answer)).toEqual(['affected c 2- #1', 'start a - #0']);
    expect(events(answer)).toEqual(['wrong!', 'right']);
    expect(anomalies(answer)).toEqual(['declared-in-error a wrong']);
  });

  test('a declaration whose original is not stored is listed itself', () => {
    const answer = trace([declared(packed('p', 1, ['box', 'a']))], 'downstream', ['a']);
    expect(units(answer)).toEqual(['start a - #0']);
    expect(events(answer)).toEqual(['p!']);
  });
});

describe('custody', () => {
  const give = (source: string, destination: string) => ({
    sourceList: [{ type: 'possessing_party', source }],
    destinationList: [{ type: 'urn:epcglobal:cbv:sdt:possessing_party', destination }],
  });

  test('the source has it until the destination receives, also by the container', () => {
    const world = [
      made('make', 1, { epcList: ['a'], bizLocation: { id: 'factory' } }),
      packed('pack', 2, ['box', 'a']),
      seen('ship', 3, { epcList: ['box'], bizStep: 'shipping', ...give('P', 'Q') }),
      seen('get', 5, { epcList: ['box'], bizStep: 'https://ref.gs1.org/cbv/BizStep-receiving', ...give('P', 'Q') }),
      seen('keep', 6, { epcList: ['a'], destinationList: [{ type: 'owning_party', destination: 'O' }] }),
    ];
    expect(custody(trace(world, 'downstream', ['a', 6])).filter((row) => row.includes(' a '))).toEqual([
      'ownership a O 6- keep',
      'possession a P 1-5 ship',
      'possession a Q 5- get',
    ]);
  });

  test('without a claim of possession the places tell', () => {
    const world = [
      made('make', 1, { epcList: ['a'], readPoint: { id: 'gate' }, bizLocation: { id: 'factory' } }),
      seen('same', 2, { epcList: ['a'], bizLocation: { id: 'factory' } }),
      seen('moved', 4, { epcList: ['a'], readPoint: { id: 'shop' } }),
    ];
    expect(custody(trace(world, 'downstream', ['a']))).toEqual([
      'possession a factory 1-4 make',
      'possession a shop 4- moved',
    ]);
  });
});

describe('anomalies', () => {
  test('a shipment is received by a later receipt of a container that holds it, and by nothing else', () => {
    const ship = (id: string, h: number, code: string) => seen(id, h, { epcList: [code], bizStep: 'shipping' });
    const get = (id: string, h: number, code: string) => seen(id, h, { epcList: [code], bizStep: 'receiving' });
    const world = [
      packed('p', 1, ['box', 'a']),
      packed('q', 1, ['ship', 'box']),
      ship('s', 2, 'a'),
      get('g', 3, 'ship'),
      unpacked('u', 4, ['box']),
      ship('s2', 5, 'a'),
      get('g2', 6, 'ship'),
      get('g3', 0, 'a'),
    ];
    expect(anomalies(trace(world, 'downstream', ['a'])).filter((row) => row.includes(' a '))).toEqual([
      'received-never-shipped a g3',
      'shipped-never-received a s2',
    ]);
  });

  test('used before made, contained twice, add while open', () => {
    const world = [
      seen('early', 1, { epcList: ['a'] }),
      made('make', 2, { epcList: ['a'] }),
      packed('in-x', 3, ['x', 'a']),
      packed('in-y', 4, ['y', 'a']),
      packed('again', 5, ['x', 'a']),
    ];
    expect(anomalies(trace(world, 'downstream', ['a']))).toEqual([
      'add-while-open a again',
      'contained-twice a in-x,in-y',
      'used-before-made a early,make',
    ]);
  });

  test('a parent left and another entered at one time is not twice contained', () => {
    const world = [packed('in-x', 3, ['x', 'a']), packed('in-y', 4, ['y', 'a']), unpacked('out-x', 4, ['x', 'a'])];
    expect(anomalies(trace(world, 'downstream', ['a']))).toEqual([]);
  });

  test('more used than made beyond two percent, across units of mass, not across pieces', () => {
    const lot = (quantity: number, uom?: string) => [
      { epcClass: LOT, quantity, ...(uom === undefined ? {} : { uom }) },
    ];
    const make = made('make', 1, { quantityList: lot(100, 'KGM') });
    const within = turned('use', 2, { inputQuantityList: lot(102_000, 'GRM'), outputEPCList: ['b'] });
    const beyond = turned('use', 2, { inputQuantityList: lot(102_001, 'GRM'), outputEPCList: ['b'] });
    expect(anomalies(trace([make, within], 'downstream', [LOT]))).toEqual([]);
    expect(anomalies(trace([make, beyond], 'downstream', [LOT]))).toEqual([`quantity-exceeded ${LOT} make,use`]);
    const counted = seen('count', 3, { quantityList: lot(7) });
    expect(anomalies(trace([make, beyond, counted], 'downstream', [LOT]))).toEqual([]);
  });

  test('an anomaly is told only when one of its events is in the answer', () => {
    const world = [unpacked('u', 1, ['box', 'a']), seen('later', 5, { epcList: ['a'] })];
    expect(anomalies(trace(world, 'downstream', ['a', 2]))).toEqual([]);
    expect(anomalies(trace(world, 'downstream', ['a', 1]))).toEqual(['delete-without-add a u']);
  });
});
