import type { InjectedFault } from '../../../src/workbench/host/host';
import { attachedHost, faultOf, run, runLater } from './office';

type Work = (context: Excel.RequestContext) => Promise<unknown>;

const sheetOf = (context: Excel.RequestContext): Excel.Worksheet =>
  context.workbook.worksheets.getItem('Sheet1');

/** What Excel refuses, by the reason, with the code and place of its refusal. */
const refusals: readonly (readonly [string, string, string, (c: Excel.RequestContext) => void])[] =
  [
    [
      'a sheet that is not there',
      'ItemNotFound',
      'WorksheetCollection.getItem',
      (c) => {
        c.workbook.worksheets.getItem('Tờ 9').getRange('A1').clear();
      },
    ],
    [
      'a sheet name of 32 characters',
      'InvalidArgument',
      'WorksheetCollection.add',
      (c) => c.workbook.worksheets.add('x'.repeat(32)),
    ],
    ...[':', '\\', '/', '?', '*', '[', ']'].map(
      (sign) =>
        [
          `a sheet name with ${sign}`,
          'InvalidArgument',
          'WorksheetCollection.add',
          (c: Excel.RequestContext) => c.workbook.worksheets.add(`a${sign}b`),
        ] as const,
    ),
    [
      'a sheet name in use, in other case',
      'ItemAlreadyExists',
      'WorksheetCollection.add',
      (c) => c.workbook.worksheets.add('SHEET1'),
    ],
    [
      'deleting the last visible sheet',
      'InvalidOperation',
      'Worksheet.delete',
      (c) => {
        sheetOf(c).delete();
      },
    ],
    [
      'values of another shape',
      'InvalidArgument',
      'Range.values',
      (c) => (sheetOf(c).getRange('A1:B2').values = [[1, 2, 3]]),
    ],
    [
      'a text of 32,768 characters',
      'InvalidArgument',
      'Range.values',
      (c) => (sheetOf(c).getRange('A1').values = [['x'.repeat(32_768)]]),
    ],
    [
      'a formula of 8,193 characters',
      'FormulaLengthExceedsLimit',
      'Range.formulas',
      (c) => (sheetOf(c).getRange('A1').formulas = [[`=${'1+'.repeat(4096)}1`]]),
    ],
    [
      'a formula that does not close',
      'InvalidArgument',
      'Range.values',
      (c) => (sheetOf(c).getRange('A1').values = [['=SUM(A2:A3']]),
    ],
    [
      'an address that is none',
      'InvalidArgument',
      'Worksheet.getRange',
      (c) => {
        sheetOf(c).getRange('A0').clear();
      },
    ],
    [
      'a cell left of the sheet',
      'InvalidArgument',
      'Range.getOffsetRange',
      (c) => {
        sheetOf(c).getRange('A1').getOffsetRange(0, -1).clear();
      },
    ],
    [
      'a table over a table',
      'InvalidArgument',
      'TableCollection.add',
      (c) => {
        sheetOf(c).tables.add('A1:B3', true);
        sheetOf(c).tables.add('B3:C5', true);
      },
    ],
    [
      'a table over merged cells',
      'InvalidArgument',
      'TableCollection.add',
      (c) => {
        sheetOf(c).getRange('A2:B2').merge();
        sheetOf(c).tables.add('A1:B3', true);
      },
    ],
    [
      'the name of another table',
      'ItemAlreadyExists',
      'Table.name',
      (c) => {
        sheetOf(c).tables.add('A1:B3', true).name = 'ChiTieu';
        sheetOf(c).tables.add('D1:E3', true).name = 'chitieu';
      },
    ],
    [
      'a defined name that a table has',
      'ItemAlreadyExists',
      'NamedItemCollection.add',
      (c) => {
        sheetOf(c).tables.add('A1:B3', true).name = 'ChiTieu';
        c.workbook.names.add('ChiTieu', '=1');
      },
    ],
    [
      'a name that looks like a cell',
      'InvalidArgument',
      'NamedItemCollection.add',
      (c) => c.workbook.names.add('KPI1', '=1'),
    ],
    [
      'a text of 256 characters in a name',
      'InvalidArgument',
      'NamedItemCollection.add',
      (c) => c.workbook.names.add('TienDo', `="${'x'.repeat(256)}"`),
    ],
    [
      'merging half of a merged area',
      'MergedRangeConflict',
      'Range.merge',
      (c) => {
        sheetOf(c).getRange('A1:B2').merge();
        sheetOf(c).getRange('B2:C3').merge();
      },
    ],
    [
      'merging cells of a table',
      'InvalidOperation',
      'Range.merge',
      (c) => {
        sheetOf(c).tables.add('A1:B3', true);
        sheetOf(c).getRange('A2:B2').merge();
      },
    ],
    [
      'inserting cells that would tear a table',
      'InsertDeleteConflict',
      'Range.insert',
      (c) => {
        sheetOf(c).tables.add('A2:B4', true);
        sheetOf(c).getRange('A1').insert('Down');
      },
    ],
    [
      'deleting the header row of a table',
      'InsertDeleteConflict',
      'Range.delete',
      (c) => {
        sheetOf(c).tables.add('A2:B4', true);
        sheetOf(c).getRange('2:2').delete('Up');
      },
    ],
    [
      'writing a locked cell of a protected sheet',
      'AccessDenied',
      'Range.values',
      (c) => {
        sheetOf(c).protection.protect();
        sheetOf(c).getRange('A1').values = [[1]];
      },
    ],
    [
      'formatting cells of a protected sheet',
      'AccessDenied',
      'RangeFill.color',
      (c) => {
        sheetOf(c).protection.protect();
        sheetOf(c).getRange('A1').format.fill.color = '#FF0000';
      },
    ],
    [
      'protecting twice',
      'InvalidOperation',
      'WorksheetProtection.protect',
      (c) => {
        sheetOf(c).protection.protect();
        sheetOf(c).protection.protect();
      },
    ],
    [
      'the wrong password',
      'AccessDenied',
      'WorksheetProtection.unprotect',
      (c) => {
        sheetOf(c).protection.protect({}, 'mật khẩu');
        sheetOf(c).protection.unprotect('khác');
      },
    ],
    [
      'a typed list of 256 characters',
      'InvalidArgument',
      'DataValidation.rule',
      (c) =>
        (sheetOf(c).getRange('A1').dataValidation.rule = {
          list: { inCellDropDown: true, source: 'x'.repeat(256) },
        }),
    ],
    [
      'a prompt title of 33 characters',
      'InvalidArgument',
      'DataValidation.prompt',
      (c) =>
        (sheetOf(c).getRange('A1').dataValidation.prompt = {
          showPrompt: true,
          title: 'x'.repeat(33),
          message: '',
        }),
    ],
    [
      'an object that is not there',
      'ItemNotFound',
      '',
      (c) => {
        c.workbook.worksheets.getItemOrNullObject('Tờ 9').delete();
      },
    ],
    [
      'a colour rule of a kind the host does not know',
      'NotImplemented',
      'ConditionalFormatCollection.add',
      (c) => sheetOf(c).getRange('A1').conditionalFormats.add('ColorScale'),
    ],
    [
      'a member the host does not know',
      'ApiNotFound',
      'Range.flashFill',
      (c) => {
        sheetOf(c).getRange('A1').flashFill();
      },
    ],
    [
      'loading a member the host does not know',
      'ApiNotFound',
      'Range.height',
      (c) => sheetOf(c).getRange('A1').load('height'),
    ],
    [
      'loading without naming properties',
      'NotImplemented',
      '',
      (c) => sheetOf(c).getRange('A1').load(),
    ],
  ];

it.each(refusals)('refuses %s', async (_, code, location, act) => {
  attachedHost();
  const work: Work = (context) => {
    act(context);
    return Promise.resolve();
  };
  const fault = await faultOf(work);
  expect(fault.code).toBe(code);
  if (location !== '') expect(fault.location).toBe(location);
});

it('keeps what ran before the action that failed', async () => {
  const host = attachedHost();
  const fault = await faultOf(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange('A1').values = [['trước']];
    sheet.getRange('A1:B1').values = [[1]];
    sheet.getRange('A2').values = [['sau']];
    await context.sync();
  });
  expect(fault.code).toBe('InvalidArgument');
  const [sheet] = host.model.sheets;
  expect([sheet?.grid.get(1, 1).value, sheet?.grid.get(2, 1).value]).toEqual(['trước', null]);
});

it('lets unlocked cells of a protected sheet be written', async () => {
  const host = attachedHost();
  await run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange('B2').format.protection.locked = false;
    sheet.protection.protect({ allowFormatCells: true });
    sheet.getRange('B2').values = [[5]];
    sheet.getRange('A1').format.fill.color = '#00ff00';
    await context.sync();
  });
  const [sheet] = host.model.sheets;
  expect(sheet?.grid.get(2, 2).value).toBe(5);
  expect(sheet?.grid.get(1, 1).style?.fill).toBe('#00FF00');
});

it('fails reads before load and sync, as the client does', async () => {
  attachedHost();
  const fault = await faultOf(async (context) => {
    const range = sheetOf(context).getRange('A1').load('values');
    expect(range.values).toEqual([]);
    await context.sync();
  });
  expect(fault.code).toBe('PropertyNotLoaded');
});

it('refuses a request over 5 MB, and runs nothing of it', async () => {
  const host = attachedHost();
  const fault = await faultOf(async (context) => {
    sheetOf(context).getRange('A1:A400').values = Array.from({ length: 400 }, () => [
      'ẩ'.repeat(5_000),
    ]);
    await context.sync();
  });
  expect(fault.code).toBe('RequestPayloadSizeLimitExceeded');
  expect(host.model.sheets[0]?.grid.get(1, 1).value).toBeNull();
});

it('refuses an answer over 5 MB', async () => {
  const host = attachedHost();
  host.type(
    'Sheet1',
    'A1:A400',
    Array.from({ length: 400 }, () => ['ẩ'.repeat(5_000)]),
  );
  const fault = await faultOf(async (context) => {
    sheetOf(context).getRange('A1:A400').load('values');
    await context.sync();
  });
  expect(fault.code).toBe('ResponsePayloadSizeLimitExceeded');
});

it('answers null for the values of more than five million cells', async () => {
  attachedHost();
  const values = await run(async (context) => {
    const range = sheetOf(context).getRange('A:E').load('values');
    await context.sync();
    return range.values as unknown;
  });
  expect(values).toBeNull();
});

it('refuses members above the requirement set it was given', async () => {
  attachedHost({ apiSets: new Map([['ExcelApi', '1.9']]) });
  const fault = await faultOf((context) => {
    sheetOf(context).getRange('A:B').group('ByColumns');
    return Promise.resolve();
  });
  expect(fault).toEqual({ code: 'ApiNotFound', location: 'Range.group' });
});

describe('while the user types in a cell', () => {
  it('requests fail', async () => {
    const host = attachedHost();
    host.setCellEditing(true);
    const fault = await faultOf((context) => {
      sheetOf(context).getRange('A1').values = [[1]];
      return Promise.resolve();
    });
    expect(fault.code).toBe('InvalidOperationInCellEditMode');
  });

  it('requests that may wait do', async () => {
    const host = attachedHost();
    host.setCellEditing(true);
    const done = runLater(async (context) => {
      sheetOf(context).getRange('A1').values = [[1]];
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(host.model.sheets[0]?.grid.get(1, 1).value).toBeNull();
    host.setCellEditing(false);
    await done;
    expect(host.model.sheets[0]?.grid.get(1, 1).value).toBe(1);
  });
});

it.each([
  ['before', null],
  ['after', 1],
] as const)('injects a fault %s a request runs', async (when, value) => {
  const asked: number[] = [];
  const faults = (request: number): InjectedFault | null => {
    asked.push(request);
    return request === 1 ? { code: 'RequestAborted', when } : null;
  };
  const host = attachedHost({ faults });
  const put = (address: string) => (context: Excel.RequestContext) => {
    sheetOf(context).getRange(address).values = [[1]];
    return context.sync();
  };
  const fault = await faultOf(put('A1'));
  await run(put('A2'));
  expect(fault.code).toBe('RequestAborted');
  expect(asked.slice(0, 2)).toEqual([1, 2]);
  const grid = host.model.sheets[0]?.grid;
  expect([grid?.get(1, 1).value, grid?.get(2, 1).value]).toEqual([value, 1]);
});

it('counts syncs, actions and bytes, and objects that are kept', async () => {
  const host = attachedHost();
  await run(async (context) => {
    const range = sheetOf(context).getRange('A1');
    range.values = [['ẩ']];
    await context.sync();
    expect(host.keptObjects).toBe(1);
    range.load('values');
    await context.sync();
  });
  // The client lets its objects go in a request of its own.
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(host.keptObjects).toBe(0);
  const { syncs, actions, bytesIn, bytesOut, largestRequest } = host.counters;
  expect(syncs).toBe(3);
  expect(actions).toBeGreaterThan(5);
  expect(bytesIn).toBeGreaterThan(largestRequest);
  expect(bytesOut).toBeGreaterThan(0);
  host.resetCounters();
  expect(host.counters.syncs).toBe(0);
});
