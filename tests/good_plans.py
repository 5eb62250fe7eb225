"""A small plans.yaml without a mistake, for tests that spoil it in one place."""

GOOD = """\
version: 1
organisations:
  - id: tinh-thu
    name: Ủy ban nhân dân tỉnh Thử
    standing_office: so-mot
    hours: [07:30-11:00, 13:30-16:30]
    units:
      - {id: so-mot, name: Sở Một}
      - {id: so-hai, name: Sở Hai}
    groups:
      - {id: cac-so, name: Các sở, members: [so-mot, so-hai]}
      - id: cac-xa
        name: UBND các xã
        body: UBND
        roster:
          - {code: '00001', name: Xã Thử Một, kind: xa}
          - {code: '00002', name: Xã Thử Hai, kind: xa}
    plans:
      - id: ke-hoach
        title: Kế hoạch thử
        issuer: Ủy ban nhân dân tỉnh Thử
        number: 1/KH-UBND
        issued_on: '2026-04-22'
        tasks:
          - id: bao-cao
            title: Báo cáo thử
            kind: report
            units: [cac-so, cac-xa]
            deadline: trước ngày 07/5/2026
            topics: {so-hai: Chủ đề thử}
        outline:
          title: Đề cương thử
          sections:
            - {number: I, title: Phần thử, lead: [so-mot], forms: [1B]}
        forms:
          - {id: 1B, title: Biểu thử, attached: true}
"""
