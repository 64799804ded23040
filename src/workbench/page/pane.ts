import type { EmbeddedHost } from '../host/host';
import { element } from './dom';
import { SURROUNDINGS, type OfficeTheme, type Surroundings } from './surroundings';

/** The looks of Office a pane can find itself in, as Office tells them. */
export const officeThemes = {
  light: {
    bodyBackgroundColor: '#FFFFFF',
    bodyForegroundColor: '#242424',
    controlBackgroundColor: '#F5F5F5',
    controlForegroundColor: '#242424',
    isDarkTheme: false,
  },
  dark: {
    bodyBackgroundColor: '#292929',
    bodyForegroundColor: '#FFFFFF',
    controlBackgroundColor: '#3D3D3D',
    controlForegroundColor: '#FFFFFF',
    isDarkTheme: true,
  },
  contrast: {
    bodyBackgroundColor: '#000000',
    bodyForegroundColor: '#FFFFFF',
    controlBackgroundColor: '#000000',
    controlForegroundColor: '#FFFF00',
    isDarkTheme: true,
  },
} as const satisfies Readonly<Record<string, OfficeTheme>>;

/** One of {@link officeThemes}. */
export type ThemeName = keyof typeof officeThemes;

/** The task pane beside the grid: the add-in's own page, in a frame. */
export class Pane {
  readonly frame = element('iframe', { className: 'pane' });
  /** What the buttons of the ribbon run, by the name the manifest gives them. */
  private readonly commands = new Map<string, (event: unknown) => void>();
  private theme: ThemeName = 'light';
  private readonly listeners: (() => void)[] = [];
  private attached: () => void = () => undefined;
  /** Settles once the pane's client library is joined to the host. */
  readonly connected = new Promise<void>((done) => {
    this.attached = done;
  });

  constructor(
    private readonly host: EmbeddedHost,
    private readonly language: () => string,
  ) {}

  /** Loads the add-in's page, with this window as its Excel. */
  open(url: string, title: string): void {
    const surroundings: Surroundings = {
      attach: (client) => {
        this.host.attach(client);
        this.attached();
      },
      displayLanguage: () => (this.language() === 'vi' ? 'vi-VN' : 'en-US'),
      theme: () => officeThemes[this.theme],
      onTheme: (listener) => {
        this.listeners.push(listener);
      },
      showPane: (shown) => {
        this.show(shown);
      },
      associate: (id, action) => {
        this.commands.set(id, action);
      },
    };
    Object.assign(window, { [SURROUNDINGS]: surroundings });
    this.frame.title = title;
    this.frame.src = url;
  }

  /** Presses a button of the ribbon; false where the pane has nothing under that name. */
  run(command: string): boolean {
    const action = this.commands.get(command);
    action?.({ source: { id: command }, completed: () => undefined });
    return action !== undefined;
  }

  show(shown: boolean): void {
    this.frame.hidden = !shown;
  }

  setTheme(theme: ThemeName): void {
    this.theme = theme;
    for (const listener of this.listeners) listener();
  }

  setWidth(pixels: number): void {
    this.frame.style.width = `${pixels}px`;
  }
}
