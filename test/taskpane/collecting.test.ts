import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { FrameLocator, Page } from 'playwright-core';
import { cellAddress } from '../../src/domain/snapshot';
import { describeWithChromium } from '../support/browser';
import { cellOf, snapshotOf, trackedFile, typedInto, type Typed } from '../support/forms';
import {
  accessFaults,
  cutOff,
  keepPicture,
  loadFromPane,
  paneLooks,
  paneOf,
  setLook,
} from '../support/pane';
import {
  cellShows,
  goTo,
  openWorkbench,
  startWorkbench,
  type RunningWorkbench,
} from '../support/workbench';

const today = new Date('2025-11-25T08:00:00');
const science = 'phieu_2026-06_so-khoa-hoc-va-cong-nghe.xlsx';
const finance = 'phieu_2026-06_so-tai-chinh.xlsx';

/** Sở KH&CN and Sở Tài chính of Tiền Giang lead this indicator together. */
const shared = 'CT-11';

type Sent = { readonly name: string; readonly bytes: Uint8Array };

describeWithChromium('collecting in a browser', () => {
  let bench: RunningWorkbench;
  beforeAll(async () => {
    bench = await startWorkbench();
  }, 180_000);
  afterAll(async () => {
    await bench.stop();
  });

  /** Saves what the pane makes when a button is pressed. */
  async function saved(page: Page, button: string): Promise<Sent> {
    const download = page.waitForEvent('download');
    await paneOf(page).getByRole('button', { name: button, exact: true }).click();
    const file = await download;
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  }

  async function drop(pane: FrameLocator, files: readonly Sent[]): Promise<void> {
    const target = pane.getByText('Thả vào đây các tệp');
    await target.evaluate(
      (element, sent) => {
        const data = new DataTransfer();
        for (const { name, base64 } of sent) {
          const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
          data.items.add(new File([bytes], name));
        }
        element.dispatchEvent(
          new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }),
        );
      },
      files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') })),
    );
  }

  async function filled(
    forms: Readonly<Record<string, Uint8Array>>,
    name: string,
    typed: readonly Typed[],
  ): Promise<Sent> {
    const form = forms[name];
    if (!form) throw new Error(`No form ${name} among ${Object.keys(forms).join(', ')}.`);
    return { name, bytes: await typedInto(form, typed) };
  }

  it('sends forms, takes two back, settles a conflict, writes, and undoes it', async () => {
    const { page, faults, strangers } = await openWorkbench(bench);
    await page.clock.setFixedTime(today);
    const pane = paneOf(page);
    const look = async (name: string): Promise<void> => {
      expect(await accessFaults(page)).toEqual([]);
      expect(await cutOff(page)).toEqual([]);
      await keepPicture(page, `thu-thap-320-${name}`);
    };
    await setLook(page, '320', 'Sáng');
    await pane.getByRole('tab', { name: 'Thu thập' }).click();
    await pane.getByRole('heading', { name: 'Sổ này chưa có kế hoạch' }).waitFor();
    await look('0-trong');
    await pane.getByRole('tab', { name: 'Kế hoạch' }).click();
    await loadFromPane(page, 'tien-giang');
    await pane.getByRole('tab', { name: 'Thu thập' }).click();
    await pane.getByRole('heading', { name: 'Thu thập báo cáo' }).waitFor();
    await look('1-chon');

    await pane.getByRole('button', { name: /^Chép lời nhắc Sở Khoa học/ }).click();
    await pane.getByText('Đã chép 1 đoạn').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
      'Kính gửi: Sở Khoa học và Công nghệ',
    );

    const zip = await saved(page, 'Tạo phiếu');
    expect(zip.name).toBe('phieu-bao-cao-2026-06.zip');
    const forms = unzipSync(zip.bytes);
    await pane.getByLabel('Phiếu của').selectOption({ label: 'Sở Tài chính' });
    const one = await saved(page, 'Tạo phiếu');
    expect(one.name).toBe(finance);
    expect(snapshotOf(one.bytes).sheets.map(({ name }) => name)).toContain('Chỉ tiêu');

    await pane.getByText(/^Đã lưu 1 phiếu/).waitFor();
    await drop(pane, [
      await filled(forms, science, [['Chỉ tiêu', shared, 'Thực hiện', 12]]),
      await filled(forms, finance, [['Chỉ tiêu', shared, 'Thực hiện', 15]]),
      { name: 'thư.xlsx', bytes: new TextEncoder().encode('không phải bài nộp') },
    ]);
    await pane.getByRole('heading', { name: 'Xem trước khi ghi vào sổ' }).waitFor();
    await pane.getByText('■ thư.xlsx').waitFor();
    await look('2-xem-truoc');
    await pane.getByRole('radio', { name: /^15 – Sở Tài chính/ }).check();
    await pane.getByRole('button', { name: `Để lại tệp ${science}` }).click();
    await pane.getByRole('button', { name: 'Để lại tệp này' }).click();
    await pane.getByText('Cần ghi lý do.').waitFor();
    await pane.getByRole('textbox', { name: 'Lý do để lại' }).fill('Gửi nhầm bản nháp');
    await look('3-de-lai');
    await pane.getByRole('button', { name: 'Để lại tệp này' }).click();
    await pane.getByRole('heading', { name: /^Cơ quan báo khác nhau/ }).waitFor({
      state: 'detached',
    });
    await pane.getByRole('button', { name: 'Nhận lại' }).click();
    await pane.getByRole('radio', { name: /^15 – Sở Tài chính/, checked: true }).waitFor();
    await pane.getByRole('button', { name: 'Ghi vào sổ' }).click();
    await pane.getByRole('heading', { name: 'Đã ghi vào sổ' }).waitFor();
    await look('4-da-ghi');

    const { snapshot } = await trackedFile('tien-giang');
    const { row, column } = cellOf(snapshot, 'Chỉ tiêu', shared, 'Thực hiện');
    const actual = cellAddress(row, column);
    await goTo(page, 'Chỉ tiêu', actual);
    await cellShows(page, actual, '15');
    await goTo(page, 'Số liệu', 'A7');
    await page.locator('#cell-B7 .words', { hasText: shared }).waitFor();
    await pane.getByRole('button', { name: 'Xong' }).click();
    await pane.getByText('Nhận bài nộp: 2').waitFor();
    await look('5-sau-khi-ghi');
    await pane.getByRole('button', { name: 'Hoàn tác việc này' }).click();
    await pane.getByText(/^Đã hoàn tác/).waitFor();
    await page.locator('#cell-B7 .words').waitFor({ state: 'detached' });

    await pane.getByRole('button', { name: 'Xem trước khi mở…' }).click();
    await pane.getByText(/ô nhập được để trống/).waitFor();
    await look('6-mo-ky');
    await pane.getByRole('button', { name: /^Mở / }).click();
    await pane.getByText(/^Đã mở /).waitFor();
    await pane.getByText('Mở kỳ: 1').waitFor();

    await pane.getByLabel('Cơ quan cũ').selectOption({ label: 'Sở Tài chính' });
    await pane.getByLabel('Nhập vào').selectOption({ label: 'Sở Khoa học và Công nghệ' });
    await pane.getByText(/^\d+ dòng chuyển sang Sở Khoa học/).waitFor();
    await pane.getByText(new RegExp(`hai bên cùng chủ trì.*${shared}`)).waitFor();
    await look('7-nhap-co-quan');
    await pane.getByRole('button', { name: 'Nhập cơ quan' }).click();
    await pane.getByText(/^Đã nhập Sở Tài chính vào Sở Khoa học/).waitFor();
    expect(strangers).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  }, 180_000);

  it('takes hundreds of files, stops when asked, and corrects the period when it is over', async () => {
    const { page, faults } = await openWorkbench(bench);
    await page.clock.setFixedTime(today);
    const pane = paneOf(page);
    await loadFromPane(page, 'tien-giang');
    await pane.getByRole('tab', { name: 'Thu thập' }).click();
    const forms = unzipSync((await saved(page, 'Tạo phiếu')).bytes);
    await pane.getByText(/^Đã lưu \d+ phiếu/).waitFor();
    const sent = await filled(forms, finance, [['Chỉ tiêu', shared, 'Thực hiện', 15]]);
    const copies = Array.from({ length: 300 }, (_, index) => ({
      ...sent,
      name: `thu ${String(index).padStart(3, '0')}.xlsx`,
    }));
    await drop(pane, copies);
    await pane.getByText(/^[1-9]\d* \/ 300 tệp$/).waitFor();
    await pane.getByRole('button', { name: 'Dừng' }).click();
    await pane.getByText('Đã dừng. Sổ không thay đổi.').waitFor();
    await drop(pane, copies);
    await pane
      .getByText(/nhận 1 tệp, trả lại 0, đã nhận từ trước 299/)
      .waitFor({ timeout: 60_000 });
    await pane.getByRole('button', { name: 'Ghi vào sổ' }).click();
    await pane.getByRole('button', { name: 'Xong' }).click();
    await pane.getByRole('button', { name: 'Xem trước khi mở…' }).click();
    await pane.getByRole('button', { name: /^Mở / }).click();
    await pane.getByText(/^Đã mở /).waitFor();

    await pane.getByLabel('Kỳ báo cáo').selectOption('2026-06');
    await pane.getByRole('heading', { name: 'Số liệu kỳ đã qua' }).waitFor();
    await pane.getByLabel('Dòng', { exact: true }).selectOption(shared);
    await pane.getByRole('button', { name: 'Sửa Thực hiện' }).click();
    await pane.getByRole('button', { name: 'Ghi sửa' }).click();
    await pane.getByText('Cần ghi giá trị và lý do.').waitFor();
    await pane.getByRole('textbox', { name: 'Thực hiện' }).fill('16,5');
    await pane.getByRole('textbox', { name: 'Lý do sửa' }).fill('Nhập nhầm');
    for (const [width, theme] of paneLooks) {
      await setLook(page, width, theme);
      expect(await accessFaults(page)).toEqual([]);
      expect(await cutOff(page)).toEqual([]);
      await keepPicture(page, `thu-thap-${width}-${theme}-ky-cu`);
    }
    await pane.getByRole('button', { name: 'Ghi sửa' }).click();
    await pane.getByText(/^Đã sửa;/).waitFor();
    await pane.getByText('Sửa kỳ cũ: 1').waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  }, 240_000);
});
