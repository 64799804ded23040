import {
  teamsHighContrastTheme,
  webDarkTheme,
  webLightTheme,
  type Theme,
} from '@fluentui/react-components';

/** What Office tells of its own look. */
export type OfficeLook = {
  readonly bodyBackgroundColor?: string | undefined;
  readonly bodyForegroundColor?: string | undefined;
  readonly isDarkTheme?: boolean | undefined;
};

const HALF_BRIGHT = 128;

/**
 * Fluent's theme that goes with Office's. Office before 2021 says no `isDarkTheme`: its body's
 * colour tells. Without Office the browser's own preference decides.
 */
export function themeFor(look: OfficeLook | null, prefersDark: boolean): Theme {
  if (look !== null && isContrast(look)) return teamsHighContrastTheme;
  const dark = look === null ? prefersDark : (look.isDarkTheme ?? isDark(look.bodyBackgroundColor));
  return dark ? webDarkTheme : webLightTheme;
}

/** Office's black themes are grey; pure black under pure white is the contrast of Windows. */
function isContrast({ bodyBackgroundColor, bodyForegroundColor }: OfficeLook): boolean {
  const plain = (colour: string | undefined): string =>
    (colour ?? '').replace('#', '').toUpperCase();
  return plain(bodyBackgroundColor) === '000000' && plain(bodyForegroundColor) === 'FFFFFF';
}

function isDark(colour: string | undefined): boolean {
  const parts = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour ?? '');
  if (!parts) return false;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => Number.parseInt(part, 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < HALF_BRIGHT;
}
