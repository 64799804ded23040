import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import { goTo } from './workbench';

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
const pictures = resolve(__dirname, '../../out/screenshots');

/** The widths and looks a pane is seen in. */
export const paneLooks = [
  ['320', 'Sáng'],
  ['400', 'Tối'],
  ['600', 'Tương phản cao'],
] as const;

/** The pane inside the workbench's page. */
export function paneOf(page: Page): FrameLocator {
  return page.frameLocator('iframe');
}

/** Gives the pane a width and a look, and waits until its colours have changed over. */
export async function setLook(page: Page, width: string, theme: string): Promise<void> {
  await page.getByLabel('Bề rộng ngăn').selectOption(width);
  await page.getByLabel('Giao diện').selectOption({ label: theme });
  await frameOf(page).evaluate(async () => {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    // A change of colour that another one cuts short is over as well.
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
}

/** Keeps a picture of the pane under out/screenshots, for people to look at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.locator('iframe').screenshot({ path: join(pictures, `${name}.png`) });
}

function frameOf(page: Page): Frame {
  const frame = page.frames().find((each) => each.url().includes('taskpane.html'));
  if (!frame) throw new Error('The page has no pane.');
  return frame;
}

/** What axe holds against the pane as it is now, as "rule: where". */
export async function accessFaults(page: Page): Promise<readonly string[]> {
  const frame = frameOf(page);
  await frame.evaluate(axe);
  return frame.evaluate(async () => {
    type Found = { violations: { id: string; nodes: { target: unknown[]; html: string }[] }[] };
    const run = Reflect.get(Reflect.get(window, 'axe') as object, 'run') as (
      on: Document,
    ) => Promise<Found>;
    const { violations } = await run(document);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, html }) => `${id}: ${target.join(' ')} ${html.slice(0, 200)}`),
    );
  });
}

/** What stands out of the pane at its right, as the classes and words of the elements. */
export function cutOff(page: Page): Promise<readonly string[]> {
  return frameOf(page).evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((each) => each.getBoundingClientRect().right > window.innerWidth + 1)
      .map((each) => `${each.tagName} ${each.textContent.slice(0, 60)}`),
  );
}

/** Types a value into a cell of a sheet as a person does. */
export async function typeInto(
  page: Page,
  sheet: string,
  address: string,
  text: string,
): Promise<void> {
  await goTo(page, sheet, address);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Loads a built-in plan from the pane, step by step, without entering anything. */
export async function loadFromPane(page: Page, file: string): Promise<void> {
  const pane = paneOf(page);
  await pane.getByLabel('Kế hoạch có sẵn').selectOption(file);
  await pane.getByRole('button', { name: 'Xem kế hoạch' }).click();
  await pane.getByRole('heading', { name: 'Xem lại trước khi nạp' }).waitFor();
  await pane.getByRole('button', { name: 'Tiếp tục' }).click();
  await pane.getByRole('heading', { name: 'Sổ sẽ thay đổi như sau' }).waitFor();
  await pane.getByRole('button', { name: 'Nạp vào sổ' }).click();
  await pane.getByRole('heading', { name: 'Đã nạp kế hoạch' }).waitFor();
}
