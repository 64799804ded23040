import { createHost } from '../../../src/workbench/host/host';
import { describeWithChromium } from '../../support/browser';
import {
  openWorkbench,
  startWorkbench,
  cellShows,
  type RunningWorkbench,
} from '../../support/workbench';

describeWithChromium('the workbench in a browser', () => {
  let bench: RunningWorkbench;
  beforeAll(async () => {
    bench = await startWorkbench();
  }, 120_000);
  afterAll(async () => {
    await bench.stop();
  });

  it('shows the real pane joined to its workbook, from its own origin only', async () => {
    const { page, faults, strangers } = await openWorkbench(bench);
    const seen = await page
      .frameLocator('iframe')
      .locator('body')
      .evaluate(async () => {
        const info = await Office.onReady();
        const { displayLanguage, officeTheme, requirements } = Office.context;
        const sheet = await Excel.run(async (context) => {
          const active = context.workbook.worksheets.getActiveWorksheet().load('name');
          active.getRange('B2').values = [['từ ngăn']];
          await context.sync();
          return active.name;
        });
        return {
          host: info.host,
          sheet,
          displayLanguage,
          dark: officeTheme.isDarkTheme,
          sets: ['1.13', '9.9'].map((set) => requirements.isSetSupported('ExcelApi', set)),
        };
      });
    expect(seen).toEqual({
      host: 'Excel',
      sheet: 'Sheet1',
      displayLanguage: 'vi-VN',
      dark: false,
      sets: [true, false],
    });
    await cellShows(page, 'B2', 'từ ngăn');
    expect(strangers).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is typed in, calculates, copies, pastes and undoes by keyboard', async () => {
    const { page, faults } = await openWorkbench(bench);
    await page.getByRole('gridcell').first().click();
    await page.keyboard.type('10');
    await page.keyboard.press('Tab');
    await page.keyboard.type('12,5');
    await page.keyboard.press('Tab');
    await page.keyboard.type('=A1*B1');
    await page.keyboard.press('Enter');
    await cellShows(page, 'C1', '125');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    await page.keyboard.press('F2');
    await page.keyboard.type('0');
    await page.keyboard.press('Enter');
    await cellShows(page, 'C1', '1250');
    await page.keyboard.press('Control+z');
    await cellShows(page, 'C1', '125');

    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('10\t12,5\t125');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+v');
    await cellShows(page, 'C3', '125');
    expect(await page.getByRole('textbox', { name: 'Thanh công thức' }).inputValue()).toBe('10');

    await page.evaluate(() => navigator.clipboard.writeText('Tỷ lệ\t85%\r\n"hai\ndòng"\t1.234,5'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+v');
    await cellShows(page, 'B5', '1234,5');
    await cellShows(page, 'B4', '85%');
    await page.keyboard.press('Control+x');
    await page.keyboard.press('Delete');
    await cellShows(page, 'B5', '');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('takes Vietnamese as keyboards and input methods give it', async () => {
    const { page, faults } = await openWorkbench(bench);
    await page.getByRole('gridcell').first().click();
    await page.keyboard.type('Đã xong');
    await page.keyboard.press('Enter');
    await cellShows(page, 'A1', 'Đã xong');
    const keyboard = await page.context().newCDPSession(page);
    for (const text of ['d', 'đ', 'đạt'])
      await keyboard.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await keyboard.send('Input.insertText', { text: 'đạt' });
    await page.keyboard.press('Tab');
    await cellShows(page, 'A2', 'đạt');
    await page.keyboard.type('bỏ');
    await page.keyboard.press('Escape');
    await cellShows(page, 'B2', '');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('follows what the pane selects, and lets it wait while a cell is typed in', async () => {
    const { page, faults } = await openWorkbench(bench);
    const pane = page.frameLocator('iframe').locator('html');
    await pane.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange('C90:D91').select();
        await context.sync();
      }),
    );
    await page.locator('#cell-D91[aria-selected=true]').waitFor();
    expect(await page.getByRole('textbox', { name: 'Hộp tên' }).inputValue()).toBe('C90:D91');

    await page.locator('#cell-C90').click();
    await page.keyboard.type('đang gõ');
    await pane.evaluate((root) => {
      const write = (value: string, delayForCellEdit: boolean): void => {
        void Excel.run({ delayForCellEdit }, async (context) => {
          context.workbook.worksheets.getActiveWorksheet().getRange('D91').values = [[value]];
          await context.sync();
        }).catch((error: unknown) => {
          if (error instanceof OfficeExtension.Error) root.dataset['refused'] = error.code;
        });
      };
      write('không đợi', false);
      write('đã đợi', true);
    });
    await page
      .frameLocator('iframe')
      .locator('html[data-refused=InvalidOperationInCellEditMode]')
      .waitFor();
    await cellShows(page, 'D91', '');
    await page.keyboard.press('Enter');
    await cellShows(page, 'C90', 'đang gõ');
    await cellShows(page, 'D91', 'đã đợi');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('gives the pane its theme, its width and the buttons of the ribbon', async () => {
    const { page, faults } = await openWorkbench(bench);
    const pane = page.frameLocator('iframe');
    await pane.locator('html').evaluate((root) => {
      Office.context.document.addHandlerAsync(Office.EventType.OfficeThemeChanged, () => {
        root.dataset['told'] = String(Office.context.officeTheme.isDarkTheme);
      });
    });
    await page.getByLabel('Giao diện').selectOption('dark');
    await pane.locator('html[data-told=true]').waitFor();
    await page.getByLabel('Bề rộng ngăn').selectOption('320');
    expect(await page.locator('iframe').evaluate(({ clientWidth }) => clientWidth)).toBe(319);
    await page.getByRole('button', { name: 'Mở Tiến Độ' }).click();
    await page.locator('iframe').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Mở Tiến Độ' }).click();
    await page.locator('iframe').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('shows a workbook the pane opens beside this one', async () => {
    const { page, faults } = await openWorkbench(bench);
    const made = createHost();
    made.type('Sheet1', 'A1', 'sổ mới');
    const base64 = Buffer.from(await made.save()).toString('base64');
    const pane = page.frameLocator('iframe').locator('html');
    await pane.evaluate((_, bytes) => Excel.createWorkbook(bytes), base64);
    await page.getByRole('dialog', { name: 'Sổ mới' }).waitFor();
    await page.getByRole('button', { name: 'Mở tại đây' }).click();
    await cellShows(page, 'A1', 'sổ mới');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
