import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { trackPlan } from '../../src/app/trackPlan';
import { workbookFiles } from '../../src/app/wiring';
import { readXlsx } from '../../src/gateways/xlsx/read/read';
import { describeWithChromium } from '../support/browser';
import { seedPlan } from '../support/plans';
import { day } from '../workbook/support/filled';
import {
  accessFaults,
  cutOff,
  keepPicture,
  loadFromPane,
  paneLooks,
  paneOf,
  setLook,
  typeInto,
} from '../support/pane';
import {
  goTo,
  openWorkbench,
  startWorkbench,
  cellShows,
  type RunningWorkbench,
  type WorkbenchPage,
} from '../support/workbench';

/** The day every journey is made on. */
const today = new Date('2025-11-25T08:00:00');

describeWithChromium('the pane in a browser', () => {
  let bench: RunningWorkbench;
  beforeAll(async () => {
    bench = await startWorkbench();
  }, 180_000);
  afterAll(async () => {
    await bench.stop();
  });

  async function open(): Promise<WorkbenchPage> {
    const opened = await openWorkbench(bench);
    await opened.page.clock.setFixedTime(today);
    return opened;
  }

  it.each([
    'dien-bien.pdf',
    'bo-xay-dung.docx',
    'can-giuoc.html',
    'nganh-y-te.ods',
    'bieu-nhiem-vu.csv',
  ])('reads a plan in any format: %s', async (file) => {
    const { page, faults, strangers } = await open();
    const pane = paneOf(page);
    const [input] = await Promise.all([
      page.waitForEvent('filechooser'),
      pane.getByRole('button', { name: 'Mở tệp kế hoạch…' }).click(),
    ]);
    await input.setFiles(join(__dirname, '../fixtures/corpus/tune', file));
    await pane.getByRole('heading', { name: 'Xem lại trước khi nạp' }).waitFor();
    await keepPicture(page, `format-${file}`);
    expect(faults).toEqual([]);
    expect(strangers).toEqual([]);
    await page.context().close();
  });

  it('does the first journey: Huế, ten values, three of them wrong, the slips, the report', async () => {
    const { page, faults, strangers } = await open();
    const pane = paneOf(page);
    await loadFromPane(page, 'hue');
    await pane.getByRole('button', { name: 'Bắt đầu nhập số liệu' }).click();
    await pane.getByRole('heading', { name: 'Nhập & kiểm tra' }).waitFor();

    const values = {
      I9: '12',
      I10: '8',
      I11: '3',
      I12: '52,5%',
      I13: '0,28',
      I15: '72',
      I16: '65',
      I17: '-4',
      I18: '88',
      I19: '40',
    };
    for (const [cell, text] of Object.entries(values)) await typeInto(page, 'Chỉ tiêu', cell, text);
    await pane.getByRole('heading', { name: 'Tỷ lệ ghi dạng thập phân' }).waitFor();
    await pane.getByRole('button', { name: 'Sửa thành 52,5' }).waitFor();
    await pane.getByRole('button', { name: 'Sửa thành 4', exact: true }).waitFor();
    await keepPicture(page, 'hue-van-de');

    await goTo(page, 'Nhiệm vụ', 'A7');
    await pane
      .getByRole('button', { name: /^6\. Tỉ lệ đóng góp/ })
      .first()
      .click();
    await page.getByRole('tab', { name: 'Chỉ tiêu', exact: true, selected: true }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Hộp tên' }).inputValue()).toBe('I12');

    await pane.getByRole('button', { name: 'Sửa thành 52,5' }).click();
    await page.locator('#cell-I12 .words', { hasText: /^52,5$/ }).waitFor();
    await pane.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.locator('#cell-I12 .words', { hasText: /^52,50?%$/ }).waitFor();
    for (const value of ['52,5', '28', '4']) {
      await pane.getByRole('button', { name: `Sửa thành ${value}`, exact: true }).click();
      await pane.getByText('Đã sửa 1 ô.').waitFor();
      await pane.getByRole('button', { name: 'Đóng', exact: true }).click();
    }
    await goTo(page, 'Chỉ tiêu', 'I17');
    await cellShows(page, 'I17', '4');

    await pane.getByRole('tab', { name: 'Tiến độ' }).click();
    await pane.getByRole('heading', { name: /^Việc chậm/ }).waitFor();
    await keepPicture(page, 'hue-tien-do');
    await pane.getByRole('tab', { name: 'Báo cáo' }).click();
    await pane.getByRole('button', { name: /Lập (?:báo cáo|bản dự thảo)/ }).click();
    const download = page.waitForEvent('download');
    await pane.getByRole('button', { name: 'Lưu tệp' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('Báo cáo tổng hợp Huế 2025-11.xlsx');
    const report = readXlsx(readFileSync(await file.path()), 'bao-cao.xlsx');
    expect(report.ok && report.value.sheets.length).toBeGreaterThan(3);
    expect(strangers).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  }, 180_000);

  it('finds what was pasted over the rules for typing, and mends it at once', async () => {
    const { page, faults } = await open();
    const pane = paneOf(page);
    await loadFromPane(page, 'can-tho');
    await pane.getByRole('button', { name: 'Bắt đầu nhập số liệu' }).click();
    await goTo(page, 'Nhiệm vụ', 'L7');
    await page.evaluate(() =>
      navigator.clipboard.writeText('40 phần trăm\r\n60 phần trăm\r\nkhoảng 80'),
    );
    await page.keyboard.press('Control+v');
    await pane.getByRole('button', { name: 'Sửa 2 chỗ chắc chắn' }).click();
    await pane.getByText('Đã sửa 2 ô.').waitFor();
    await page.locator('#cell-L7 .words', { hasText: /^40$/ }).waitFor();

    const group = pane.getByRole('button', { name: 'Bỏ qua…' }).first();
    await group.click();
    await pane.getByRole('button', { name: 'Bỏ qua vấn đề này' }).click();
    await pane.getByText('Cần ghi mục này.').first().waitFor();
    await pane.getByRole('textbox', { name: 'Lý do' }).fill('Đang chờ xác nhận');
    await pane.getByRole('textbox', { name: 'Người quyết định' }).fill('Trần Thị B');
    await pane.getByRole('button', { name: 'Bỏ qua vấn đề này' }).click();
    await pane.getByText(/Đã bỏ qua/).waitFor();
    await page.getByRole('tab', { name: 'Bỏ qua', exact: true }).waitFor();
    await pane.getByText('1 vấn đề được bỏ qua có lý do').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  }, 180_000);

  it('is worked by keyboard alone', async () => {
    const { page } = await open();
    const pane = paneOf(page);
    await pane.getByRole('tab', { name: 'Kế hoạch' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.type('Thị xã');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await pane.getByRole('heading', { name: 'Xem lại trước khi nạp' }).waitFor();
    const focused = (): Promise<string> =>
      pane.locator(':focus').evaluate((each) => each.textContent);
    expect(await focused()).toBe('Xem lại trước khi nạp');
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toContain('Kế hoạch');
    await page.keyboard.press('ArrowLeft');
    await pane.getByRole('tab', { name: 'Cài đặt', selected: true }).waitFor();
    await page.keyboard.press('Home');
    await pane.getByRole('tab', { name: 'Kế hoạch', selected: true }).waitFor();
    await pane.getByRole('button', { name: 'Tiếp tục' }).press('Enter');
    await pane.getByRole('button', { name: 'Nạp vào sổ' }).press('Enter');
    await pane.getByRole('heading', { name: 'Đã nạp kế hoạch' }).waitFor();
    await page.context().close();
  }, 120_000);

  const plans = ['can-tho', 'hai-phong', 'hue', 'nga-nam', 'tien-giang'];
  it.each(plans.map((plan, at) => [plan, ...(paneLooks[at % paneLooks.length] ?? paneLooks[0])]))(
    'shows %s at %s px, %s, with nothing cut off and nothing that axe faults',
    async (plan, width, theme) => {
      const { page, faults, strangers } = await open();
      const pane = paneOf(page);
      await setLook(page, width, theme);
      const look = async (name: string): Promise<void> => {
        expect(await accessFaults(page)).toEqual([]);
        expect(await cutOff(page)).toEqual([]);
        await keepPicture(page, `${plan}-${width}-${name}`);
      };
      await look('0-chon');
      await pane.getByLabel('Kế hoạch có sẵn').selectOption(plan);
      await pane.getByRole('button', { name: 'Xem kế hoạch' }).click();
      await pane.getByRole('heading', { name: 'Xem lại trước khi nạp' }).waitFor();
      await look('1-xem');
      await pane.getByRole('button', { name: 'Tiếp tục' }).click();
      await pane.getByRole('heading', { name: 'Sổ sẽ thay đổi như sau' }).waitFor();
      await look('2-thay-doi');
      await pane.getByRole('button', { name: 'Nạp vào sổ' }).click();
      await pane.getByRole('heading', { name: 'Đã nạp kế hoạch' }).waitFor();
      await look('3-da-nap');
      for (const [tab, heading] of [
        ['Nhập & kiểm tra', 'Nhập & kiểm tra'],
        ['Tiến độ', 'Tiến độ'],
        ['Báo cáo', 'Báo cáo tổng hợp'],
        ['Cài đặt', 'Ngôn ngữ'],
      ] as const) {
        await pane.getByRole('tab', { name: tab }).click();
        await pane.getByRole('heading', { name: heading, exact: true }).waitFor();
        await look(tab);
      }
      expect(strangers).toEqual([]);
      expect(faults).toEqual([]);
      await page.context().close();
    },
    180_000,
  );

  it('compares the open workbook with another place, and corrects a match on the spot', async () => {
    const { page, faults, strangers } = await open();
    const pane = paneOf(page);
    await loadFromPane(page, 'hue');
    await pane.getByRole('tab', { name: 'Báo cáo' }).click();
    const narrative = page.waitForEvent('download');
    await pane.getByRole('button', { name: 'Lưu lời văn (Word)' }).click();
    expect((await narrative).suggestedFilename()).toBe('Lời văn báo cáo Huế 2025-11.docx');

    const chosen = page.waitForEvent('filechooser');
    await pane.getByRole('button', { name: 'Chọn các sổ…' }).click();
    await (
      await chosen
    ).setFiles({
      name: 'tien-giang.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(
        await trackPlan(workbookFiles, seedPlan('tien-giang'), day(2025, 11, 25)),
      ),
    });
    await pane.getByText(/^Tiền Giang: so với quốc gia/).waitFor();
    await pane.getByRole('button', { name: /^Xem thêm/ }).click();
    const match = pane
      .getByRole('listitem')
      .filter({ hasText: 'Tiền Giang: Chỉ số đánh giá chuyển đổi số' });
    await match
      .getByRole('combobox', { name: 'Sửa ghép' })
      .selectOption({ label: 'riêng – tách khỏi mọi dòng' });
    await match.getByText('đứng riêng, theo lựa chọn của anh/chị').waitFor();
    for (const [width, theme] of paneLooks) {
      await setLook(page, width, theme);
      expect({ width, faults: await accessFaults(page) }).toEqual({ width, faults: [] });
      expect({ width, cut: await cutOff(page) }).toEqual({ width, cut: [] });
      await keepPicture(page, `so-sanh-${width}`);
    }

    const saved = page.waitForEvent('download');
    await pane.getByRole('button', { name: 'Lưu sổ so sánh' }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe('So sánh kế hoạch Huế, Tiền Giang.xlsx');
    const made = readXlsx(readFileSync(await file.path()), 'so-sanh.xlsx');
    expect(made.ok && made.value.sheets.map(({ name }) => name)).toContain('Ghép chỉ tiêu');
    expect([strangers, faults]).toEqual([[], []]);
    await page.context().close();
  }, 180_000);

  it('speaks English with one switch', async () => {
    const { page } = await open();
    const pane = paneOf(page);
    await pane.getByRole('tab', { name: 'Cài đặt' }).click();
    await pane.getByRole('switch', { name: /English/ }).click();
    await pane.getByRole('heading', { name: 'Language' }).waitFor();
    const words = await pane.locator('body').innerText();
    expect(words.replace(/Tiến Độ/g, '')).not.toMatch(
      /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]/i,
    );
    await page.context().close();
  });

  it.each([
    ['Kiểm tra', 'Vấn đề'],
    ['Tô màu lại', null],
  ])(
    'works from the ribbon with the pane closed: %s',
    async (name, sheet) => {
      const { page, faults } = await open();
      const pane = paneOf(page);
      await loadFromPane(page, 'nga-nam');
      const ribbon = page.getByRole('toolbar');
      await page.locator('iframe').evaluate((frame) => {
        frame.setAttribute('hidden', '');
      });
      await ribbon.getByRole('button', { name, exact: true }).click();
      if (sheet === null) await pane.getByText(/Đã tô màu lại|đã đúng/).waitFor();
      else await page.getByRole('tab', { name: sheet, exact: true, selected: true }).waitFor();
      expect(faults).toEqual([]);
      await page.context().close();
    },
    120_000,
  );
});
