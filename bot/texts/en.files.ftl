## The coordinator's table as Excel and as a picture

menu-baocao = Get the table of progress (Excel)
menu-bang = See the table of progress (picture)
excel-file = The Excel file has two sheets: “Tổng hợp” (figures by task) and “Chi tiết” (each unit, each assignment).
excel-not-here = No Excel file can be sent here. The figures:
excel-more-tasks = { $count } more tasks; for each plan: /tiendo.
excel-refused = Only the standing office can get the table of all units. How your own unit stands: /tiendo.
picture-page = { $of ->
    [1] The picture shows { $units } units, the slowest first.
   *[other] Picture { $number } of { $of }, with { $units } units; the slowest first.
  }
picture-which-plan = Please choose the plan whose table you wish to see:
picture-not-here = No picture can be sent here. The list of units:
picture-refused = Only the standing office can see the table of all units. How your own unit stands: /tiendo.
button-picture = See the table (picture)
button-next-picture = { $count ->
    [0] Next picture
   *[other] Next picture ({ $count } units left)
  }
button-excel = Get the Excel file

### On the command line

export-written = Wrote { $count } assignments of { $organisation } to { $file }.
cannot-export-kind = “{ $file }” must end in .xlsx.
cannot-export-database = There is no database { $file } yet. Please check DATABASE_URL, or run the bot first.
cannot-export-folder = There is no folder { $folder }.
cannot-export-permission = Not allowed to write to { $folder }.
cannot-export = Cannot write { $file }: { $why }
