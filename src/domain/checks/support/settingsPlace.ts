/** The sheet of periods, as-of date and bands: a name that every tracking workbook keeps. */
const SETTINGS_SHEET = 'Kỳ báo cáo';

/** The place of a fault in the settings; their cells are not kept apart. */
export const settingsPlace = { sheet: SETTINGS_SHEET, cell: null, row: null } as const;
