import { readFileSync } from 'node:fs';
import { readXlsx } from '../../../src/gateways/xlsx/read/read';
import { describeWithChromium } from '../../support/browser';
import {
  goTo,
  loadPlan,
  openWorkbench,
  startWorkbench,
  textAt,
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
    await page.locator('#cell-B2', { hasText: 'từ ngăn' }).waitFor();
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
    expect(await textAt(page, 'C1')).toBe('125');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Home');
    await page.keyboard.press('F2');
    await page.keyboard.type('0');
    await page.keyboard.press('Enter');
    expect(await textAt(page, 'C1')).toBe('1250');
    await page.keyboard.press('Control+z');
    await page.locator('#cell-C1 .words', { hasText: /^125$/ }).waitFor();

    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('10\t12,5\t125');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+v');
    await page.locator('#cell-C3 .words', { hasText: /^125$/ }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Thanh công thức' }).inputValue()).toBe('10');

    await page.evaluate(() => navigator.clipboard.writeText('Tỷ lệ\t85%\r\n"hai\ndòng"\t1.234,5'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+v');
    await page.locator('#cell-B5').filter({ hasText: '1234,5' }).waitFor();
    expect(await textAt(page, 'B4')).toBe('85%');
    await page.keyboard.press('Control+x');
    await page.keyboard.press('Delete');
    await page.locator('#cell-B5 .words').waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('loads a plan, offers its lists, recalculates its status, and saves it', async () => {
    const { page, faults } = await openWorkbench(bench);
    await loadPlan(page, 'Ngã Năm');
    await goTo(page, 'Nhiệm vụ', 'I7');
    const before = await page.locator('[role=row][aria-rowindex="8"]').innerText();
    expect(before).toContain('NV-V.1.1');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Lưu .xlsx' }).click();
    const saved = readXlsx(readFileSync(await (await download).path()), 'saved.xlsx');
    if (!saved.ok) throw new Error(saved.error.code);
    expect(saved.value.sheets.map(({ name }) => name)).toContain('Nhiệm vụ');
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
