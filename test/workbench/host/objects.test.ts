import { attachedHost, run } from './office';

const sheetOf = (context: Excel.RequestContext): Excel.Worksheet =>
  context.workbook.worksheets.getItem('Sheet1');

/** Sets in one request and reads in a later one, as through a real workbook. */
async function setThenRead(
  set: (context: Excel.RequestContext) => void,
  read: (context: Excel.RequestContext) => { toJSON: () => unknown },
): Promise<unknown> {
  attachedHost();
  return run(async (context) => {
    set(context);
    await context.sync();
    const object = read(context);
    await context.sync();
    return object.toJSON();
  });
}

it('keeps tables with their columns, rows and names', async () => {
  const read = await setThenRead(
    (context) => {
      const sheet = sheetOf(context);
      sheet.getRange('B2:D4').values = [
        ['Mã', 'Tên', 'Tên'],
        [1, 'a', 'x'],
        [2, 'b', 'y'],
      ];
      const table = sheet.tables.add('B2:D4', true);
      table.name = 'ChiTieu';
      table.style = 'TableStyleLight1';
      table.showFilterButton = false;
      table.rows.add(undefined, [[3, 'c', 'z']]);
    },
    (context) =>
      context.workbook.tables.load(
        'items/name,items/style,items/showFilterButton,items/columns/items/name,items/rows/count',
      ),
  );
  expect(read).toMatchObject({
    items: [
      {
        name: 'ChiTieu',
        style: 'TableStyleLight1',
        showFilterButton: false,
        columns: [{ name: 'Mã' }, { name: 'Tên' }, { name: 'Tên2' }],
      },
    ],
  });
});

it('finds a table made earlier by its id, whatever its name is by now', async () => {
  attachedHost();
  const address = await run(async (context) => {
    const table = sheetOf(context).tables.add('A1:B3', true);
    await context.sync();
    table.name = 'ChiTieu';
    await context.sync();
    const range = table.getRange().load('address');
    const body = table.getDataBodyRange().load('address');
    await context.sync();
    return [range.address, body.address];
  });
  expect(address).toEqual(['Sheet1!A1:B3', 'Sheet1!A2:B3']);
});

it('keeps rules for typing, part by part', async () => {
  const read = await setThenRead(
    (context) => {
      const sheet = sheetOf(context);
      const { dataValidation } = sheet.getRange('A1:A10');
      dataValidation.rule = { decimal: { formula1: 0, formula2: 100, operator: 'Between' } };
      dataValidation.prompt = { showPrompt: true, title: 'Tỷ lệ', message: '0 đến 100' };
      dataValidation.errorAlert = { showAlert: true, style: 'Stop', title: 'Sai', message: 'Lại' };
      sheet.getRange('A5').dataValidation.clear();
    },
    (context) => sheetOf(context).getRange('A6:A10').dataValidation.load('type,rule,prompt'),
  );
  expect(read).toEqual({
    type: 'Decimal',
    rule: { decimal: { formula1: '=0', formula2: '=100', operator: 'Between' } },
    prompt: { showPrompt: true, title: 'Tỷ lệ', message: '0 đến 100' },
  });
});

it.each([
  ['A1:A4', 'Decimal'],
  ['A5', 'None'],
  ['A1:A10', 'MixedCriteria'],
  ['A6:B10', 'Inconsistent'],
])('tells what validates %s', async (address, type) => {
  const read = await setThenRead(
    (context) => {
      const rule = { decimal: { formula1: 0, formula2: 1, operator: 'Between' as const } };
      const whole = { wholeNumber: { formula1: 0, operator: 'GreaterThan' as const } };
      sheetOf(context).getRange('A1:A10').dataValidation.rule = rule;
      sheetOf(context).getRange('B1:B10').dataValidation.rule = whole;
      sheetOf(context).getRange('A5').dataValidation.clear();
    },
    (context) => sheetOf(context).getRange(address).dataValidation.load('type'),
  );
  expect(read).toEqual({ type });
});

it('puts a new colour rule before the others', async () => {
  attachedHost();
  const read = await run(async (context) => {
    const formats = sheetOf(context).getRange('A1:C9').conditionalFormats;
    for (const [formula, color] of [
      ['=$A1="Quá hạn"', '#F9C6C1'],
      ['=$A1="Đạt"', '#CDEBD3'],
    ] as const) {
      const { custom } = formats.add('Custom');
      custom.rule.formula = formula;
      custom.format.fill.color = color;
      custom.format.font.bold = true;
    }
    formats.load(
      'items/priority,items/type,items/custom/rule/formula,items/custom/format/fill/color',
    );
    await context.sync();
    return formats.items.map(({ priority, type, custom }) => [
      priority,
      type,
      custom.rule.formula,
      custom.format.fill.color,
    ]);
  });
  expect(read).toEqual([
    [0, 'Custom', '=$A1="Đạt"', '#CDEBD3'],
    [1, 'Custom', '=$A1="Quá hạn"', '#F9C6C1'],
  ]);
});

it('reads a look cells agree on, and null where they differ', async () => {
  attachedHost();
  const read = await run(async (context) => {
    const sheet = sheetOf(context);
    const { format } = sheet.getRange('A1:C3');
    format.font.name = 'Times New Roman';
    format.fill.color = '#ddebf7';
    format.wrapText = true;
    format.borders.getItem('EdgeTop').style = 'Continuous';
    format.borders.getItem('InsideVertical').weight = 'Hairline';
    sheet.getRange('B2').format.font.bold = true;
    format.load('wrapText,horizontalAlignment,fill/color,font/name,font/bold,font/size');
    const top = format.borders.getItem('EdgeTop').load('style,weight,color');
    const left = sheet.getRange('A2').format.borders.getItem('EdgeRight').load('style,weight');
    const bottom = format.borders.getItem('EdgeBottom').load('style');
    await context.sync();
    return [format.toJSON(), top.toJSON(), left.toJSON(), bottom.toJSON()];
  });
  expect(read).toMatchObject([
    {
      wrapText: true,
      horizontalAlignment: 'General',
      fill: { color: '#DDEBF7' },
      font: { name: 'Times New Roman', bold: null, size: 11 },
    },
    { style: 'Continuous', weight: 'Thin', color: '#000000' },
    { style: 'Continuous', weight: 'Hairline' },
    { style: 'None' },
  ]);
});

it('keeps looks of whole columns and of the sheet apart from its cells', async () => {
  attachedHost();
  const read = await run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange().format.font.name = 'Times New Roman';
    sheet.getRange('B:B').numberFormat = [['@']] as never;
    await context.sync();
    return 0;
  }).catch((error: unknown) => error);
  // One format for 1,048,576 rows is no matrix of that shape.
  expect(read).toMatchObject({ code: 'InvalidArgument' });
  const looks = await run(async (context) => {
    const sheet = sheetOf(context);
    Reflect.set(sheet.getRange('B:B'), 'numberFormat', '@');
    sheet.getRange('B5').values = [['001']];
    const cell = sheet.getRange('B5').load('values,numberFormat,format/font/name');
    const used = sheet.getUsedRange(true).load('address');
    await context.sync();
    return [cell.values, cell.numberFormat, cell.format.font.name, used.address];
  });
  expect(looks).toEqual([[['001']], [['@']], 'Times New Roman', 'Sheet1!B5']);
});

it('keeps widths, heights, groups, panes, page and tab', async () => {
  attachedHost();
  const read = await run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange('A:B').format.columnWidth = 90;
    sheet.getRange('2:3').format.rowHeight = 30;
    sheet.getRange('C:D').group('ByColumns');
    sheet.getRange('C:D').columnHidden = true;
    sheet.freezePanes.freezeAt(sheet.getRange('A1:B5'));
    sheet.tabColor = '#1e7b3a';
    sheet.showGridlines = false;
    const { pageLayout } = sheet;
    pageLayout.orientation = 'Landscape';
    pageLayout.paperSize = 'A4';
    pageLayout.setPrintMargins('Inches', { top: 1, left: 0.5 });
    pageLayout.setPrintArea('A1:D40');
    pageLayout.setPrintTitleRows('$4:$5');
    pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    pageLayout.headersFooters.defaultForAllPages.centerFooter = '&P/&N';
    await context.sync();
    const widths = sheet.getRange('A1:C1').format.load('columnWidth');
    const heights = sheet.getRange('A2:A3').format.load('rowHeight');
    const hidden = sheet.getRange('C1:D1').load('columnHidden');
    const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
    const titles = pageLayout.getPrintTitleRowsOrNullObject().load('address');
    const area = pageLayout.getPrintAreaOrNullObject().load('address');
    sheet.load('tabColor,showGridlines');
    pageLayout.load(
      'orientation,topMargin,leftMargin,zoom,headersFooters/defaultForAllPages/centerFooter',
    );
    await context.sync();
    return {
      width: widths.columnWidth,
      height: heights.rowHeight,
      hidden: hidden.columnHidden,
      frozen: frozen.address,
      titles: titles.address,
      area: area.address,
      tab: sheet.tabColor,
      lines: sheet.showGridlines,
      page: pageLayout.toJSON(),
    };
  });
  expect(read).toMatchObject({
    width: null,
    height: 30,
    hidden: true,
    frozen: 'Sheet1!A1:B5',
    titles: 'Sheet1!4:5',
    area: 'Sheet1!A1:D40',
    tab: '#1E7B3A',
    lines: false,
    page: { orientation: 'Landscape', topMargin: 72, leftMargin: 36 },
  });
});

it('keeps names of cells and of texts, and finds the cells', async () => {
  attachedHost();
  const read = await run(async (context) => {
    const { names } = context.workbook;
    const sheet = context.workbook.worksheets.add('Chỉ tiêu');
    names.add('DanhMuc', sheet.getRange('B2:B9'));
    names.add('NhanDang', '="kế hoạch ""123"""');
    sheet.name = 'Mục tiêu';
    names.load('items/name,items/formula,items/type,items/value');
    const range = names.getItem('danhmuc').getRange().load('address');
    const none = names.getItemOrNullObject('KhongCo').load('name');
    await context.sync();
    return [names.items.map((each) => each.toJSON()), range.address, none.isNullObject];
  });
  expect(read).toEqual([
    [
      {
        name: 'DanhMuc',
        formula: "='Mục tiêu'!$B$2:$B$9",
        type: 'Range',
        value: "'Mục tiêu'!$B$2:$B$9",
      },
      {
        name: 'NhanDang',
        formula: '="kế hoạch ""123"""',
        type: 'String',
        value: 'kế hoạch "123"',
      },
    ],
    "'Mục tiêu'!B2:B9",
    true,
  ]);
});

it('copies a sheet with its tables, rules and looks, under another name', async () => {
  const host = attachedHost();
  await run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange('A1:B2').values = [
      ['Mã', 'Số'],
      ['1', 5],
    ];
    sheet.tables.add('A1:B2', true).name = 'ChiTieu';
    sheet.getRange('B2').dataValidation.rule = { custom: { formula: '=B2>0' } };
    sheet.copy('Before', sheet).name = 'Bản cũ';
    await context.sync();
  });
  const [copy, original] = host.model.sheets;
  expect([copy?.name, original?.name]).toEqual(['Bản cũ', 'Sheet1']);
  expect(copy?.grid.get(2, 2).value).toBe(5);
  expect(copy?.validations).toHaveLength(1);
  const [a, b] = host.model.allTables().map(({ name }) => name);
  expect(a).not.toBe(b);
});

it('pastes look, lock and rules along with the values', async () => {
  const host = attachedHost();
  await run(async (context) => {
    const sheet = sheetOf(context);
    sheet.getRange('A1').values = [['=B1*2']];
    sheet.getRange('A1').format.fill.color = '#FF0000';
    sheet.getRange('C3').dataValidation.rule = { custom: { formula: '=C3>0' } };
    sheet.getRange('C3').format.protection.locked = false;
    sheet.getRange('C3').copyFrom('A1');
    await context.sync();
  });
  const [sheet] = host.model.sheets;
  const cell = sheet?.grid.get(3, 3);
  expect([cell?.formula, cell?.style?.fill, cell?.style?.locked]).toEqual([
    '=D3*2',
    '#FF0000',
    true,
  ]);
  expect(sheet?.validations).toEqual([]);
});

it('keeps comments, properties and links', async () => {
  const host = attachedHost();
  const read = await run(async (context) => {
    const { workbook } = context;
    const comment = workbook.comments.add('Sheet1!B2', 'Cần xem lại');
    workbook.properties.title = 'Sổ theo dõi';
    workbook.properties.custom.add('kind', 'tracking');
    sheetOf(context).getRange('A1').hyperlink = {
      documentReference: "'Sheet1'!B2",
      textToDisplay: 'Xem',
    };
    await context.sync();
    const place = comment.getLocation().load('address');
    workbook.properties.load('title,custom/items/key,custom/items/value');
    await context.sync();
    return [place.address, workbook.properties.toJSON()];
  });
  expect(read).toMatchObject([
    'Sheet1!B2',
    { title: 'Sổ theo dõi', custom: [{ key: 'kind', value: 'tracking' }] },
  ]);
  expect(host.model.sheets[0]?.grid.get(1, 1)).toMatchObject({
    value: 'Xem',
    link: { documentReference: "'Sheet1'!B2" },
  });
});

it('tells the separators of the user', async () => {
  attachedHost({
    culture: {
      name: 'vi-VN',
      decimalSeparator: ',',
      groupSeparator: '.',
      dateSeparator: '/',
      shortDatePattern: 'dd/MM/yyyy',
    },
  });
  const read = await run(async (context) => {
    const { cultureInfo } = context.application;
    cultureInfo.load('name,numberFormat/numberDecimalSeparator,datetimeFormat/shortDatePattern');
    await context.sync();
    return cultureInfo.toJSON();
  });
  expect(read).toEqual({
    name: 'vi-VN',
    numberFormat: { numberDecimalSeparator: ',' },
    datetimeFormat: { shortDatePattern: 'dd/MM/yyyy' },
  });
});
