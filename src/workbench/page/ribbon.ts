import type { Language } from '../../messages/language';

/** A button the manifest puts on Excel's ribbon. */
export type RibbonButton = {
  readonly label: string;
  readonly tip: string;
  /** The function it runs, by the name it is associated under; null shows the pane. */
  readonly command: string | null;
};

/** The ribbon's buttons as the add-in's manifest has them, in a language. */
export function ribbonButtons(manifest: string, language: Language): readonly RibbonButton[] {
  const parsed = new DOMParser().parseFromString(manifest, 'text/xml');
  const all = (parent: Document | Element, name: string): readonly Element[] => [
    ...parent.getElementsByTagNameNS('*', name),
  ];
  const texts = new Map(
    all(parsed, 'String').map((each) => {
      const translated = all(each, 'Override').find((other) =>
        other.getAttribute('Locale')?.toLowerCase().startsWith(language),
      );
      const text = translated?.getAttribute('Value') ?? each.getAttribute('DefaultValue') ?? '';
      return [each.getAttribute('id'), text];
    }),
  );
  const textOf = (control: Element, name: string): string =>
    texts.get(all(control, name)[0]?.getAttribute('resid') ?? '') ?? '';
  return all(parsed, 'Control').map((control) => ({
    label: textOf(control, 'Label'),
    tip: textOf(control, 'Description'),
    command: all(control, 'FunctionName')[0]?.textContent ?? null,
  }));
}
