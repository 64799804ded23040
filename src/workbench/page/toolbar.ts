import { fill, languages, type Language } from '../../messages/language';
import { workbenchMessages } from '../../messages/workbench';
import { element } from './dom';
import { officeThemes, type ThemeName } from './pane';
import { samplePlans } from './plans';
import type { RibbonButton } from './ribbon';

/** What the buttons of the workbench do. */
export type ToolbarPort = {
  readonly openFile: (file: File) => void;
  readonly save: () => void;
  readonly blank: () => void;
  readonly plan: (file: string, place: string) => void;
  readonly undo: () => void;
  readonly theme: (theme: ThemeName) => void;
  readonly width: (pixels: number) => void;
  readonly language: (language: Language) => void;
  readonly press: (button: RibbonButton) => void;
};

/** Widths a pane has in Excel: the narrowest, the usual, a wide one; in pixels. */
export const paneWidths = [320, 400, 600] as const;

const languageNames: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English' };

/** The row of buttons over the grid. */
export function toolbar(
  language: Language,
  ribbon: readonly RibbonButton[],
  port: ToolbarPort,
): HTMLElement {
  const say = (message: keyof typeof workbenchMessages): string =>
    fill(workbenchMessages[message], {}, language);
  const button = (label: string, act: () => void): HTMLButtonElement => {
    const made = element('button', { text: label, attributes: { type: 'button' } });
    made.addEventListener('click', act);
    return made;
  };
  const file = element('input', {
    attributes: { type: 'file', accept: '.xlsx,.xlsm', hidden: '' },
  });
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (chosen) port.openFile(chosen);
    file.value = '';
  });
  const choice = (
    label: string,
    options: readonly (readonly [value: string, text: string])[],
    chosen: string,
    act: (value: string) => void,
  ): HTMLElement => {
    const select = element('select', {
      children: options.map(([value, text]) => element('option', { text, attributes: { value } })),
    });
    select.value = chosen;
    select.addEventListener('change', () => {
      act(select.value);
    });
    return element('label', { children: [element('span', { text: label }), select] });
  };
  const themes = Object.keys(officeThemes).filter(isTheme);
  return element('div', {
    className: 'toolbar',
    attributes: { role: 'toolbar', 'aria-label': say('tools') },
    children: [
      element('h1', { text: say('title') }),
      group([
        button(say('openFile'), () => {
          file.click();
        }),
        file,
        button(say('saveFile'), port.save),
        button(say('newBook'), port.blank),
        button(say('undo'), port.undo),
      ]),
      group(
        samplePlans.map((plan) =>
          button(plan.place, () => {
            port.plan(plan.file, plan.place);
          }),
        ),
        say('plans'),
      ),
      group([
        choice(
          say('theme'),
          themes.map((theme) => [theme, say(theme)]),
          'light',
          (value) => {
            if (isTheme(value)) port.theme(value);
          },
        ),
        choice(
          say('paneWidth'),
          paneWidths.map((width) => [
            String(width),
            fill(workbenchMessages.pixels, { width }, language),
          ]),
          String(paneWidths[1]),
          (value) => {
            port.width(Number(value));
          },
        ),
        choice(
          say('language'),
          languages.map((each) => [each, languageNames[each]]),
          language,
          (value) => {
            const chosen = languages.find((each) => each === value);
            if (chosen) port.language(chosen);
          },
        ),
      ]),
      group(
        ribbon.map((each) => {
          const made = button(each.label, () => {
            port.press(each);
          });
          made.title = each.tip;
          return made;
        }),
        say('ribbon'),
      ),
    ],
  });
}

function isTheme(text: string): text is ThemeName {
  return Object.hasOwn(officeThemes, text);
}

function group(children: readonly HTMLElement[], label?: string): HTMLElement {
  return element('div', {
    className: 'group',
    attributes: label === undefined ? {} : { role: 'group', 'aria-label': label },
    children: [
      ...(label === undefined ? [] : [element('span', { text: `${label}:` })]),
      ...children,
    ],
  });
}
