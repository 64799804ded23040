import { z } from 'zod';
import { HostObject, type LookTarget } from './objects';
import { classTable, color, link, settable, type Member } from './table';

/** Looks of charts and series that a file made here does not keep; read back as they were set. */
const looks = new WeakMap<object, Map<string, unknown>>();

/** A fact about a part of a chart; `standard` is what Excel answers where nothing was set. */
export function lookMember<V>(schema: z.ZodType<V>, fact: string, standard: V): Member<LookTarget> {
  return settable(
    schema,
    ({ owner, part }) => looks.get(owner)?.get(`${part}.${fact}`) ?? standard,
    ({ owner, part }, value) => {
      const known = looks.get(owner) ?? new Map<string, unknown>();
      looks.set(owner, known.set(`${part}.${fact}`, value));
    },
  );
}

function part(name: string, { owner, part: whole }: LookTarget): LookTarget {
  return { owner, part: `${whole}.${name}` };
}

/** `Excel.ChartAxes`. */
export const chartAxes = classTable<LookTarget>({
  CategoryAxis: link((target) => new HostObject('ChartAxis', part('category', target))),
  ValueAxis: link((target) => new HostObject('ChartAxis', part('value', target))),
});

const tickMark = z.enum(['None', 'Cross', 'Inside', 'Outside']);

/** `Excel.ChartAxis`. */
export const chartAxis = classTable<LookTarget>({
  Visible: lookMember(z.boolean(), 'visible', true),
  ReversePlotOrder: lookMember(z.boolean(), 'reversePlotOrder', false),
  MajorTickMark: lookMember(tickMark, 'majorTickMark', 'Outside'),
  MinorTickMark: lookMember(tickMark, 'minorTickMark', 'None'),
  MajorGridlines: link((target) => new HostObject('ChartGridlines', part('gridlines', target))),
});

/** `Excel.ChartGridlines`. */
export const chartGridlines = classTable<LookTarget>({
  Visible: lookMember(z.boolean(), 'visible', true),
});

/** `Excel.ChartDataLabels`. */
export const chartDataLabels = classTable<LookTarget>({
  ShowValue: lookMember(z.boolean(), 'showValue', false),
  NumberFormat: lookMember(z.string(), 'numberFormat', 'General'),
  Format: link((target) => new HostObject('ChartTextFormat', target)),
});

/** `Excel.ChartDataLabelFormat` and `Excel.ChartTitleFormat`: what carries text. */
export const chartTextFormat = classTable<LookTarget>({
  Fill: link((target) => new HostObject('ChartFill', { kind: 'look', look: target })),
  Font: link((target) => new HostObject('ChartFont', target)),
});

/** `Excel.ChartFont`. */
export const chartFont = classTable<LookTarget>({
  Name: lookMember(z.string(), 'name', 'Calibri'),
  Size: lookMember(z.number().positive(), 'size', 10),
  Bold: lookMember(z.boolean(), 'bold', false),
  Color: lookMember(color, 'color', '#000000'),
});

/** Keeps the fill of a part of a chart; null clears it. */
export function fillLook({ owner, part: whole }: LookTarget, given: string | null): void {
  const known = looks.get(owner) ?? new Map<string, unknown>();
  looks.set(owner, known.set(`${whole}.fill`, given));
}
