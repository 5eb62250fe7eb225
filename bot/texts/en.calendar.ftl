## The calendar file

menu-lich = Calendar file of deadlines and meetings (.ics)
calendar-file = A calendar file (.ics) of { $count }: the deadlines to come of what is not confirmed yet, and the meetings. Open it to put them into the calendar of your phone or computer. When a deadline changes, get the file again with /lich and open it: the entries are updated.
calendar-nothing = There is no deadline or meeting to come for the calendar.
calendar-not-here = No file can be sent here. What the calendar has:
calendar-line = – { $when }: { $what }
calendar-more = – and { $count } more; for all of them: /han.
