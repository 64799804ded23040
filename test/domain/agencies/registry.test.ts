import { dutiesOf, rowsWithoutAgency } from '../../../src/domain/agencies/duties';
import { mergeAgencies } from '../../../src/domain/agencies/mergeAgencies';
import {
  agenciesById,
  agencyFinder,
  plainAgency,
  registryAfter,
  registryOf,
  responsibleFor,
  type RegisteredAgency,
  type Registry,
} from '../../../src/domain/agencies/registry';
import { seedPlan } from '../../support/plans';
import { day } from '../../support/book';

const before = day('2025-02-28');
const after = day('2025-03-01');

function agency(id: string, more: Partial<RegisteredAgency> = {}): RegisteredAgency {
  return { ...plainAgency(id, id), ...more };
}

const registry: Registry = [
  agency('tttt', { successor: 'khcn', successorFrom: after }),
  agency('khcn', { aliases: ['Sở KH&CN'] }),
  agency('yte'),
  agency('huyen', { successor: 'xa' }),
  agency('xa'),
  agency('so', { group: true, members: ['tttt', 'khcn', 'yte'] }),
  agency('all', { group: true, members: ['so', 'huyen', 'all'] }),
  agency('empty', { group: true }),
  agency('one', { successor: 'two' }),
  agency('two', { successor: 'one' }),
];

function answering(ids: readonly string[], on = before): readonly string[] {
  return responsibleFor(ids, agenciesById(registry), on).map(
    ({ agency: id, group, instead }) =>
      id + (group === null ? '' : `<${group}`) + (instead === null ? '' : `=${instead}`),
  );
}

describe('who answers for a row', () => {
  it.each([
    ['the body named', ['yte'], before, ['yte']],
    ['a merged body until its day', ['tttt'], before, ['tttt']],
    ['its successor from that day', ['tttt'], after, ['khcn=tttt']],
    ['a successor without a day always', ['huyen'], before, ['xa=huyen']],
    ['the members of a group', ['so'], before, ['tttt<so', 'khcn<so', 'yte<so']],
    ['a successor once, where both are members', ['so'], after, ['khcn<so=tttt', 'yte<so']],
    ['members of groups in groups', ['all'], after, ['khcn<all=tttt', 'yte<all', 'xa<all=huyen']],
    ['a body named itself, rather than as a member', ['so', 'yte'], after, ['khcn<so=tttt', 'yte']],
    ['nobody for a group without members', ['empty'], before, []],
    ['a circle of successors: the body itself', ['one'], before, ['one']],
  ])('%s', (_name, ids, on, expected) => {
    expect(answering(ids, on)).toEqual(expected);
  });
});

describe('the registry of a plan', () => {
  const hue = seedPlan('hue');
  it('knows agencies by name and alias, in any case and without marks', () => {
    expect(agencyFinder(registryOf(hue))('sở khoa học, công nghệ')?.id).toBe(
      'so-khoa-hoc-va-cong-nghe',
    );
    expect(agencyFinder(registryOf(hue))('Sở Không Có')).toBeNull();
  });
  it('gives every row with a lead a duty, and names the rows nobody answers for', () => {
    const duties = dutiesOf(hue, registryOf(hue), after);
    const rows = new Set(duties.map(({ row }) => row));
    const lost = rowsWithoutAgency(hue, duties);
    for (const row of hue.tasks)
      expect(rows.has(row.id) || lost.some((each) => each.row === row.id)).toBe(true);
    for (const { leads } of lost)
      expect(leads.every((id) => hue.agencies.find((each) => each.id === id)?.group)).toBe(true);
  });
});

describe('a plan loaded over another', () => {
  const [hue, tienGiang] = [seedPlan('hue'), seedPlan('tien-giang')];
  const typed = registryOf(hue).map((each) => ({ ...each, contact: each.id }));
  const after = registryAfter(tienGiang, hue, [...typed, plainAgency('tay', 'Hội Tay')]);
  it('keeps what was typed for the bodies both have, and the bodies that were added', () => {
    expect(after.find(({ id }) => id === 'so-y-te')?.contact).toBe('so-y-te');
    expect(after.find(({ id }) => id === 'tay')?.name).toBe('Hội Tay');
  });
  it('has every body of its own, and none of the old plan only', () => {
    expect(after.map(({ id }) => id)).toEqual([...tienGiang.agencies.map(({ id }) => id), 'tay']);
  });
});

describe('merging two agencies', () => {
  const hue = seedPlan('hue');
  const merger = { from: 'so-thong-tin-va-truyen-thong', into: 'so-khoa-hoc-va-cong-nghe' };
  const merged = mergeAgencies(hue, registryOf(hue), { ...merger, on: after }, after);

  it('moves every duty and drops none', () => {
    if (!merged.ok) throw new Error(merged.error);
    const was = dutiesOf(hue, registryOf(hue), after);
    const now = dutiesOf(hue, merged.value.registry, after);
    expect(now.some((duty) => duty.agency === merger.from)).toBe(false);
    expect(new Set(now.map(({ row }) => row))).toEqual(new Set(was.map(({ row }) => row)));
    expect(now.length).toBe(was.length - merged.value.shared.length);
    expect(merged.value.moved.length).toBeGreaterThan(10);
  });
  it('changes nothing before its day', () => {
    if (!merged.ok) throw new Error(merged.error);
    expect(dutiesOf(hue, merged.value.registry, before)).toEqual(
      dutiesOf(hue, registryOf(hue), before),
    );
  });
  it.each([
    ['an unknown body', { from: 'x', into: 'khcn' }, 'unknownAgency'],
    ['a body into itself', { from: 'khcn', into: 'khcn' }, 'sameAgency'],
    ['a group', { from: 'so', into: 'khcn' }, 'groupAgency'],
    ['a body into the one it succeeded', { from: 'khcn', into: 'tttt' }, 'circle'],
  ])('refuses %s', (_name, pair, error) => {
    const outcome = mergeAgencies(hue, registry, { ...pair, on: null }, after);
    expect(outcome).toEqual({ ok: false, error });
  });
});
