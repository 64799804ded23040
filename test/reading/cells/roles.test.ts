import fc from 'fast-check';
import { rolesIn } from '../../../src/reading/cells/roles';

const told = (text: string, first: 'lead' | 'coord' | null = null): string | null => {
  const roles = rolesIn(text, first);
  if (roles === null) return null;
  const { lead, coord, rest } = roles;
  return [lead ?? '-', coord ?? '-', ...rest].join(' | ');
};

it.each([
  ['Sở Nội vụ chủ trì; Sở Tài chính, Sở Y tế phối hợp', 'Sở Nội vụ | Sở Tài chính, Sở Y tế'],
  [
    'Phân công thực hiện: Sở Nội vụ chủ trì, Sở Y tế và các địa phương phối hợp.',
    'Sở Nội vụ | Sở Y tế và các địa phương',
  ],
  ['Sở Nội vụ chủ trì, phối hợp với Sở Y tế, UBND các xã', 'Sở Nội vụ | Sở Y tế, UBND các xã'],
  [
    'Giao Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành liên quan.',
    'Sở Nội vụ | các sở, ban, ngành liên quan',
  ],
  ['Sở Nội vụ (chủ trì), Sở Y tế (phối hợp)', 'Sở Nội vụ | Sở Y tế'],
  ['Sở Nội vụ (cơ quan chủ trì); Sở Y tế (cơ quan phối hợp)', 'Sở Nội vụ | Sở Y tế'],
  ['Sở Nội vụ - chủ trì; Công an xã - phối hợp', 'Sở Nội vụ | Công an xã'],
  ['Chủ trì: Sở Nội vụ; phối hợp: Sở Y tế', 'Sở Nội vụ | Sở Y tế'],
  ['- Chủ trì: Sở Nội vụ - Phối hợp: Sở Y tế', 'Sở Nội vụ | Sở Y tế'],
  ['Đơn vị chủ trì: Sở Nội vụ. Đơn vị phối hợp: Sở Y tế.', 'Sở Nội vụ | Sở Y tế'],
  ['Chủ trì: Sở Nội vụ; Sở Y tế, Công an tỉnh phối hợp', 'Sở Nội vụ | Sở Y tế, Công an tỉnh'],
  ['Sở Nội vụ chủ trì Sở Y tế phối hợp', 'Sở Nội vụ | Sở Y tế'],
  ['Sở Nội vụ và Sở Y tế đồng chủ trì', 'Sở Nội vụ và Sở Y tế | -'],
  ['Sở Nội vụ là cơ quan chủ trì; Sở Y tế cùng phối hợp', 'Sở Nội vụ | Sở Y tế'],
  ['Sở Nội vụ chủ trì, Sở Y tế phối hợp, Quý IV/2025', 'Sở Nội vụ | Sở Y tế | Quý IV/2025'],
  ['trước 31/3/2026, Sở Nội vụ chủ trì', 'Sở Nội vụ | - | trước 31/3/2026,'],
])('%s', (text, expected) => {
  expect(told(text)).toBe(expected);
});

it('takes what a lead’s cell begins with for the lead', () => {
  expect(told('Sở Nội vụ; phối hợp: Sở Y tế', 'lead')).toBe('Sở Nội vụ | Sở Y tế');
  expect(told('Sở Nội vụ; Sở Y tế phối hợp', 'lead')).toBe('Sở Nội vụ | Sở Y tế');
});

it.each([
  'Sở Nội vụ, Sở Y tế',
  'Tổ chức 03 lớp tập huấn. Giao Sở Nội vụ chủ trì',
  'Cơ chế phối hợp giữa các ngành',
  '',
])('tells no roles: %s', (text) => {
  expect(rolesIn(text)).toBeNull();
});

it('never throws, and takes every name from the text', () => {
  const words = [
    'Sở Nội vụ',
    'chủ trì',
    'phối hợp',
    'với',
    ';',
    ',',
    ':',
    '(',
    ')',
    'Phân công:',
    'Quý I/2026',
    'và',
  ];
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...words), fc.string())), (parts) => {
      const text = parts.join(' ').normalize('NFC');
      const names = (roles: ReturnType<typeof rolesIn>): readonly string[] =>
        [roles?.lead, roles?.coord].flatMap((each) => each?.split('; ') ?? []);
      for (const name of names(rolesIn(text))) expect(text).toContain(name);
    }),
  );
});
