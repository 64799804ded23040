import type { Message } from './language';

/** What the command line says besides failures, notes and issues. */
export const cliMessages = {
  help: {
    vi: `Tiến Độ: theo dõi kế hoạch, chỉ tiêu và nhiệm vụ trong Excel

  npm run -s tien-do -- read FILE [--json]                       đọc kế hoạch (Word, PDF, Excel, trang web, văn bản)
  npm run -s tien-do -- track FILE -o BOOK.xlsx [--as-of NGÀY]   tạo sổ theo dõi
  npm run -s tien-do -- check BOOK.xlsx [--as-of NGÀY] [--json]  kiểm tra số liệu đã nhập
  npm run -s tien-do -- assess BOOK.xlsx [--as-of NGÀY] [--json] đánh giá tiến độ
  npm run -s tien-do -- report BOOK.xlsx -o REPORT.xlsx          lập báo cáo tổng hợp
  npm run -s tien-do -- narrative BOOK.xlsx -o TEXT.docx         viết lời văn báo cáo (Word)
  npm run -s tien-do -- compare BOOK.xlsx… -o COMPARE.xlsx       so sánh các địa phương với nhau và với mục tiêu quốc gia
      [--matches COMPARE.xlsx] [--json]                          giữ các chỗ ghép đã sửa trong sổ so sánh trước
  npm run -s tien-do -- forms BOOK.xlsx --period 2025-11 -o DIR  lập phiếu cho từng cơ quan
  npm run -s tien-do -- collect BOOK.xlsx TỆP|THƯ-MỤC|ZIP… -o NEW.xlsx  tổng hợp bài nộp
      [--dry-run] [--json] [--period KỲ] [--received NGÀY] [--choose CT-3.actual=so-y-te] [--exclude TỆP=LÝ-DO]
  npm run -s tien-do -- sent BOOK.xlsx [--period KỲ] [--json]    ai đã nộp, ai chưa, lời nhắc
  npm run -s tien-do -- open BOOK.xlsx [--period KỲ] -o NEW.xlsx mở kỳ tiếp theo
  npm run -s tien-do -- undo BOOK.xlsx -o NEW.xlsx               hoàn tác lần tổng hợp hoặc mở kỳ gần nhất
  npm run -s tien-do -- past BOOK.xlsx --period KỲ               xem số liệu của kỳ đã qua; sửa một số:
                        [--row MÃ --field CỘT --value SỐ --reason LÝ-DO -o NEW.xlsx]
  npm run -s tien-do -- merge BOOK.xlsx --from MÃ --into MÃ [--on NGÀY] -o NEW.xlsx   nhập hai cơ quan
  npm start                                                      làm mẫu với năm kế hoạch trong seeds/

NGÀY viết 2025-11-20 hoặc 20/11/2025. Không có --as-of thì dùng ngày đánh giá ghi trong sổ
(với track: ngày hôm nay). Mã thoát: 0 xong, 1 có lỗi số liệu (check), 2 không dùng được tệp.`,
    en: `Tiến Độ: tracks a plan's indicators and tasks in Excel

  npm run -s tien-do -- read FILE [--json]                       read a plan (Word, PDF, Excel, web page, text)
  npm run -s tien-do -- track FILE -o BOOK.xlsx [--as-of DAY]    make the tracking workbook
  npm run -s tien-do -- check BOOK.xlsx [--as-of DAY] [--json]   check what was entered
  npm run -s tien-do -- assess BOOK.xlsx [--as-of DAY] [--json]  assess the progress
  npm run -s tien-do -- report BOOK.xlsx -o REPORT.xlsx          make the consolidated report
  npm run -s tien-do -- narrative BOOK.xlsx -o TEXT.docx         write the report's narrative (Word)
  npm run -s tien-do -- compare BOOK.xlsx… -o COMPARE.xlsx       compare localities with each other and with the nation
      [--matches COMPARE.xlsx] [--json]                          keep the matches corrected in an earlier comparison
  npm run -s tien-do -- forms BOOK.xlsx --period 2025-11 -o DIR  make a form for each agency
  npm run -s tien-do -- collect BOOK.xlsx FILE|DIR|ZIP… -o NEW.xlsx     collect submissions
      [--dry-run] [--json] [--period ID] [--received DAY] [--choose CT-3.actual=so-y-te] [--exclude FILE=REASON]
  npm run -s tien-do -- sent BOOK.xlsx [--period ID] [--json]    who has sent, who has not, reminders
  npm run -s tien-do -- open BOOK.xlsx [--period ID] -o NEW.xlsx open the next period
  npm run -s tien-do -- undo BOOK.xlsx -o NEW.xlsx               undo the last collection or opening
  npm run -s tien-do -- past BOOK.xlsx --period ID               read a period that is over; correct a value:
                        [--row ID --field COLUMN --value VALUE --reason WHY -o NEW.xlsx]
  npm run -s tien-do -- merge BOOK.xlsx --from ID --into ID [--on DAY] -o NEW.xlsx    merge two agencies
  npm start                                                      all of it on the five plans in seeds/

DAY is 2025-11-20 or 20/11/2025. Without --as-of the workbook's own as-of date counts (for
track: today). Exit codes: 0 done, 1 errors in the figures (check), 2 the file cannot be used.`,
  },
  planHead: {
    vi: '{title}\n{issuer} · số {number} · ngày {date}\nBáo cáo: {deadlines}',
    en: '{title}\n{issuer} · number {number} · {date}\nReports due: {deadlines}',
  },
  planCounts: {
    vi: '{indicators} chỉ tiêu · {prose} chỉ tiêu nêu trong lời văn · {tasks} nhiệm vụ · {agencies} cơ quan · {notes} điểm cần xem',
    en: '{indicators} indicators · {prose} more in the running text · {tasks} tasks · {agencies} agencies · {notes} notes',
  },
  unknown: { vi: 'không nêu', en: 'not stated' },
  notesTitle: { vi: 'Điểm cần xem lại', en: 'Notes' },
  noteLine: { vi: 'dòng {line}', en: 'line {line}' },
  wrote: { vi: 'Đã ghi {file}', en: 'Wrote {file}' },
  kept: { vi: 'Bản cũ giữ tại {file}', en: 'The older file is kept as {file}' },
  formsWritten: {
    vi: 'Đã lập {count} phiếu của kỳ {period} (hạn gửi {due}) trong {folder}:',
    en: '{count} forms for {period} (due {due}) were written to {folder}:',
  },
  rowsWithoutAgency: {
    vi: '{count} dòng chưa có cơ quan báo cáo: {rows}. Ghi thành viên của nhóm ở trang Cơ quan rồi lập lại phiếu.',
    en: '{count} rows have nobody to report them: {rows}. Name the members of their groups on the agency sheet and make the forms again.',
  },
  agencyAdded: {
    vi: 'Trang Cơ quan, ô {cell}: “{seen}” chưa có dòng riêng, được coi là một cơ quan mới. Kiểm tra lại tên.',
    en: 'Agency sheet, cell {cell}: “{seen}” has no line of its own and counts as a new agency. Check the name.',
  },
  successorDayUnreadable: {
    vi: 'Trang Cơ quan, ô {cell}: ngày kế thừa “{seen}” không đọc được nên chưa áp dụng.',
    en: 'Agency sheet, cell {cell}: the day “{seen}” cannot be read, so the succession is not applied.',
  },
  successorItself: {
    vi: 'Trang Cơ quan, ô {cell}: “{seen}” là chính cơ quan đó nên không áp dụng.',
    en: 'Agency sheet, cell {cell}: “{seen}” is the agency itself; the succession is not applied.',
  },
  agencyRepeated: {
    vi: 'Trang Cơ quan, ô {cell}: “{seen}” có hai dòng; chỉ dùng dòng trên.',
    en: 'Agency sheet, cell {cell}: “{seen}” has two lines; the upper one counts.',
  },
  registryLost: {
    vi: 'Sổ không còn trang Cơ quan: dùng danh sách cơ quan của kế hoạch, không có thành viên tự nhập.',
    en: 'The workbook has lost its agency sheet: the plan’s own agencies are used.',
  },
  collectHead: {
    vi: 'Kỳ {period}: nhận {accepted} tệp, trả lại {rejected}, đã nhận từ trước {unchanged}; còn {missing} cơ quan chưa nộp.',
    en: 'Period {period}: {accepted} files taken in, {rejected} refused, {unchanged} taken in before; {missing} agencies missing.',
  },
  changeCounts: {
    vi: '{new} mới · {changed} đổi · {same} giữ · {dropped} bỏ',
    en: '{new} new · {changed} changed · {same} same · {dropped} dropped',
  },
  rejectedTitle: { vi: 'Không nhận (nêu đúng ô để gửi lại cơ quan):', en: 'Refused:' },
  warningsTitle: { vi: 'Đã nhận, cần xem lại:', en: 'Taken in, worth a look:' },
  replacedTitle: {
    vi: 'Bản lưu sau thay bản trước:',
    en: 'Later files that stand for earlier ones:',
  },
  conflictsTitle: {
    vi: 'Hai cơ quan cùng chủ trì báo khác nhau (✓ đang dùng; đổi bằng --choose DÒNG.MỤC=CƠ-QUAN):',
    en: 'Agencies that lead a row together and differ (✓ stands; change with --choose ROW.FIELD=AGENCY):',
  },
  excludedTitle: { vi: 'Để lại theo yêu cầu:', en: 'Left out as asked:' },
  lateTitle: { vi: 'Nộp muộn:', en: 'Late:' },
  missingTitle: { vi: 'Chưa nộp:', en: 'Missing:' },
  nothingWritten: { vi: 'Chỉ xem trước, chưa ghi gì.', en: 'A preview only; nothing was written.' },
  redrawn: {
    vi: 'Sổ thiếu trang Số liệu, Tình hình nộp hoặc Nhật ký nên đã được lập lại toàn bộ: cột và định dạng tự thêm không còn.',
    en: 'The workbook lacks a sheet that must be written, so it was drawn anew: columns and formats of your own are gone.',
  },
  opened: {
    vi: 'Đã mở kỳ {period}; {kept} số liệu của kỳ {before} chuyển vào trang Số liệu, ngày đánh giá {asOf}.',
    en: '{period} is open; {kept} entries of {before} went to the history, as-of date {asOf}.',
  },
  undone: {
    vi: 'Đã hoàn tác {count} việc làm lúc {time}; {cells} ô trở lại như trước.',
    en: '{count} things done at {time} were undone; {cells} cells are as they were.',
  },
  corrected: {
    vi: 'Đã sửa “{field}” của dòng {row}: {before} → {value}; ghi vào trang Số liệu và Nhật ký.',
    en: '“{field}” of the row {row} corrected: {before} → {value}; noted in the history and the log.',
  },
  pastNothing: { vi: 'Kỳ này chưa có số liệu nào.', en: 'Nothing was reported for this period.' },
  merged: {
    vi: 'Nhập {from} vào {into}: {moved} dòng chuyển sang, {shared} dòng hai bên cùng có.',
    en: '{from} merged into {into}: {moved} rows go over, {shared} both had.',
  },
  compared: {
    vi: 'So sánh {plans} kế hoạch theo {rows} dòng chỉ tiêu. Số chỉ tiêu so với mục tiêu quốc gia:',
    en: '{plans} plans compared over {rows} indicators. Targets against the national ones:',
  },
  draft: {
    vi: 'Báo cáo là DỰ THẢO: còn {errors} lỗi chưa xử lý (xem lệnh check).',
    en: 'The report is a DRAFT: {errors} errors are open (see check).',
  },
  noIssues: { vi: 'Không có vấn đề nào.', en: 'No issues.' },
  issueCounts: {
    vi: '{errors} lỗi · {warnings} cảnh báo · {notes} lưu ý',
    en: '{errors} errors · {warnings} warnings · {notes} notes',
  },
  asOf: { vi: 'Ngày đánh giá {date}', en: 'As of {date}' },
  indicatorsTitle: { vi: 'Chỉ tiêu', en: 'Indicators' },
  tasksTitle: { vi: 'Nhiệm vụ', en: 'Tasks' },
  bucketsTitle: { vi: 'Phân nhóm nhiệm vụ', en: 'Task buckets' },
  demoStart: {
    vi: 'Làm mẫu với năm kế hoạch; số liệu nhập là SỐ LIỆU MẪU, ngày đánh giá {date}.',
    en: 'A run over the five plans; entered figures are SAMPLES, as of {date}.',
  },
  demoStep: {
    vi: '  {plan}: đọc {rows} dòng, lập sổ, nhập mẫu, kiểm tra, đánh giá, báo cáo…',
    en: '  {plan}: {rows} rows read; workbook, samples, checks, assessment, report…',
  },
  demoHeads: {
    vi: 'Kế hoạch|Dòng|Lưu ý đọc|Lỗi/Cảnh báo/Lưu ý|Chỉ tiêu đạt/chậm/khác|Nhiệm vụ xong/quá hạn/khác|Giây',
    en: 'Plan|Rows|Notes|Errors/Warnings/Notes|Indicators met/slipping/other|Tasks done/overdue/other|Seconds',
  },
  demoNext: {
    vi: `Tiếp theo:
  mở {folder}/*.xlsx bằng Excel hoặc LibreOffice
  npm run -s tien-do -- check {book}
  npm run -s tien-do -- track seeds/hue.txt -o hue.xlsx   (sổ trống để nhập thật)
  npm run -s tien-do -- help`,
    en: `Next:
  open {folder}/*.xlsx in Excel or LibreOffice
  npm run -s tien-do -- check {book}
  npm run -s tien-do -- track seeds/hue.txt -o hue.xlsx   (an empty workbook for real figures)
  npm run -s tien-do -- help`,
  },
  crash: {
    vi: 'Lỗi không lường trước ở bước “{step}”: {detail}. Gửi dòng này kèm tệp cho người phát triển.',
    en: 'An unforeseen fault in the step “{step}”: {detail}. Send this line and the file to the developers.',
  },
} as const satisfies Readonly<Record<string, Message>>;
