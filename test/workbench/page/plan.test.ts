import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describeWithChromium } from '../../support/browser';
import { differences, factsOf } from '../../gateways/excel/facts';
import {
  goTo,
  loadPlan,
  openWorkbench,
  startWorkbench,
  cellShows,
  type RunningWorkbench,
} from '../../support/workbench';

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page around the pane, as rule and element. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const run: unknown = Reflect.get(Reflect.get(window, 'axe') as object, 'run');
    const { violations: found } = await (
      run as (
        where: Document,
        options: object,
      ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
    )(document, { iframes: false });
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 200)}`));
  });
}

async function savedFile(page: Page): Promise<Uint8Array> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Lưu .xlsx' }).click();
  return new Uint8Array(readFileSync(await (await download).path()));
}

/** The colour a cell is filled with. */
function fillAt(page: Page, address: string): Promise<string> {
  return page
    .locator(`#cell-${address}`)
    .evaluate((cell) => getComputedStyle(cell).backgroundColor);
}

const GREEN = 'rgb(205, 235, 211)';

describeWithChromium('a plan in the workbench', () => {
  let bench: RunningWorkbench;
  beforeAll(async () => {
    bench = await startWorkbench();
  }, 120_000);
  afterAll(async () => {
    await bench.stop();
  });

  it('changes status, count and colour as figures are typed, and refuses what is no figure', async () => {
    const { page, faults } = await openWorkbench(bench);
    await loadPlan(page, 'Ngã Năm');
    await goTo(page, 'Chỉ tiêu', 'I9');
    await page.getByRole('note').filter({ hasText: 'Nhập một số' }).waitFor();
    await page.keyboard.type('55');
    await page.keyboard.press('Enter');
    await page.keyboard.type('khoảng 80');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('Ô này chỉ nhận một số').waitFor();
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.keyboard.type('12,5');
    await page.keyboard.press('Enter');
    await cellShows(page, 'I10', '12,5');
    expect(await fillAt(page, 'A9')).toBe(GREEN);
    expect(await fillAt(page, 'A10')).not.toBe(GREEN);
    await page.getByRole('tab', { name: 'Tổng quan' }).click();
    await cellShows(page, 'H11', '1');
    await page.keyboard.press('Control+z');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('offers lists, filters and sorts its tables, and takes a sort back', async () => {
    const { page, faults } = await openWorkbench(bench);
    await loadPlan(page, 'Ngã Năm');
    await goTo(page, 'Chỉ tiêu', 'K7');
    await page.keyboard.press('Alt+ArrowDown');
    const list = page.getByRole('listbox', { name: 'Chọn giá trị cho ô K7' });
    const choices = await list.getByRole('option').allInnerTexts();
    expect(choices).toContain('Đạt');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await cellShows(page, 'K7', choices.at(-1) ?? '');

    await goTo(page, 'Chỉ tiêu', 'B6');
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('button', { name: 'Sắp xếp giảm dần' }).click();
    await cellShows(page, 'B7', 'p9');
    await page.keyboard.press('Control+z');
    await cellShows(page, 'B7', 'p1');

    await goTo(page, 'Chỉ tiêu', 'D6');
    await page.getByRole('button', { name: 'Lọc và sắp xếp cột Đơn vị' }).click();
    await page.getByRole('checkbox', { name: '(Chọn tất cả)' }).uncheck();
    await page.getByRole('checkbox', { name: '%', exact: true }).check();
    await page.getByRole('button', { name: 'Áp dụng' }).click();
    await page.locator('#cell-A7').waitFor({ state: 'detached' });
    expect(await page.locator('#cell-D9').innerText()).toBe('%');
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('is saved and opened again as it was', async () => {
    const { page, faults } = await openWorkbench(bench);
    await loadPlan(page, 'Ngã Năm');
    await goTo(page, 'Chỉ tiêu', 'I9');
    await page.keyboard.type('55');
    await page.keyboard.press('Enter');
    await cellShows(page, 'I9', '55');
    const saved = await savedFile(page);
    await page.getByRole('button', { name: 'Sổ trống' }).click();
    await page.getByText('Đã mở một sổ trống.').waitFor();
    const [input] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Mở tệp…' }).click(),
    ]);
    const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await input.setFiles({ name: 'so.xlsx', mimeType: xlsx, buffer: Buffer.from(saved) });
    await page.getByText('Đã mở so.xlsx.').waitFor();
    await goTo(page, 'Chỉ tiêu', 'A9');
    expect(await fillAt(page, 'A9')).toBe(GREEN);
    expect(differences(factsOf(saved), factsOf(await savedFile(page)))).toEqual([]);

    const [other] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Mở tệp…' }).click(),
    ]);
    await other.setFiles({ name: 'x.xlsx', mimeType: xlsx, buffer: Buffer.from('không phải sổ') });
    await page.getByText('Không mở được x.xlsx').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it.each(['Tổng quan', 'Chỉ tiêu'])('is read to those who do not see it: %s', async (sheet) => {
    const { page } = await openWorkbench(bench);
    await loadPlan(page, 'Huế');
    await page.getByRole('tab', { name: sheet }).click();
    const grid = page.getByRole('grid', { name: `Trang tính ${sheet}` });
    await grid.waitFor();
    await grid.getByRole('gridcell').first().click();
    const focused = page.locator('textarea:focus');
    expect(await focused.getAttribute('aria-activedescendant')).toBe('cell-A1');
    expect(await page.locator('#cell-A1').getAttribute('aria-selected')).toBe('true');
    for (const theme of ['light', 'dark', 'contrast']) {
      await page.getByLabel('Giao diện').selectOption(theme);
      expect(await violations(page)).toEqual([]);
    }
    await page.context().close();
  });
});
