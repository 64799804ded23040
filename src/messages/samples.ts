/** The words of the sample figures that the demonstration enters; each says that it is a sample. */
export const sampleWords = {
  sources: [
    'Báo cáo số 112/BC-STC ngày 02/12/2025 (mẫu)',
    'Hệ thống thông tin báo cáo, số liệu đến 30/11/2025 (mẫu)',
    'Niên giám thống kê và ước của ngành (mẫu)',
  ],
  causes: [
    'Kết nối, làm sạch dữ liệu giữa các hệ thống còn chậm (mẫu)',
    'Kinh phí được giao muộn, đang hoàn thiện thủ tục đấu thầu (mẫu)',
    'Thiếu nhân lực chuyên trách sau sắp xếp tổ chức (mẫu)',
  ],
  measures: [
    'Cơ quan chủ trì hoàn thành kết nối trước 31/3/2026, báo cáo hằng tháng (mẫu)',
    'Trình phê duyệt kế hoạch lựa chọn nhà thầu trong quý I/2026 (mẫu)',
    'Bố trí tổ giúp việc, phân công lãnh đạo theo dõi hằng tuần (mẫu)',
  ],
  requests: [
    'Đề nghị Bộ Khoa học và Công nghệ sớm có hướng dẫn cách tính (mẫu)',
    'Đề nghị Sở Tài chính bố trí bổ sung kinh phí năm 2026 (mẫu)',
  ],
  results: [
    'Đã tổ chức 3 hội nghị, 2 lớp tập huấn trong kỳ (mẫu)',
    'Đã trình dự thảo, đang lấy ý kiến các cơ quan (mẫu)',
    'Hoàn thành rà soát, đang tổng hợp (mẫu)',
  ],
  documents: ['Kế hoạch 215/KH ngày 12/9/2025 (mẫu)', 'Quyết định 1432/QĐ ngày 03/10/2025 (mẫu)'],
  funding: 'Ngân sách địa phương',
  judgementReason: 'Theo biên bản họp Ban Chỉ đạo ngày 28/11/2025 (mẫu)',
} as const;
