## Remind me later

menu-nhaclai = Remind me later, at an hour of my choice
button-snooze = Remind me later
button-snooze-hour = In 1 hour
button-snooze-afternoon = This afternoon
button-snooze-tomorrow = Tomorrow morning
button-snooze-working-day = Next working day
button-snooze-cancel = Cancel this reminder
snooze-ask = When should we remind you? Choose below, or send an hour or a day (for example: 15 giờ, sáng mai, thứ Năm).
snooze-unread = No moment could be read in “{ $said }”. Please choose below, or send an hour or a day (for example: 15 giờ, sáng mai, thứ Năm).
snooze-past = { $moment } is past. Please choose another moment, or send an hour or a day (for example: 15 giờ, sáng mai, thứ Năm).
snooze-waits = A reminder is already set for { $moment }.
snooze-set-all = You will be reminded at <b>{ $moment }</b> of everything that is not confirmed then (now: { $count }):
snooze-set = You will be reminded at <b>{ $moment }</b> of:
snooze-task = – { $task }: { $deadline }
snooze-task-of-unit = – { $task } ({ $unit }): { $deadline }
snooze-more = – and { $count } more.
snooze-cut-deadline = The moment you named ({ $asked }) is not before the deadline of “{ $task }”: { $deadline }. So the reminder was set earlier, while there is still time.
snooze-cut-week = The moment you named ({ $asked }) is too far away. What is overdue, or has no day yet, can be put off by at most 7 days.
snooze-replaces = It replaces the reminder set before ({ $moment }).
snooze-ladder-stays = The plan's own reminders stay as they are.
snooze-no-time = “{ $task }” is about to fall due: { $deadline }. There is no time left for a reminder; please finish it now.
snooze-nothing = Your unit has nothing outstanding, so there is nothing to remind you of.
snooze-submitted = “{ $task }” has been confirmed, no reminder is needed.
snooze-over = This reminder has been sent, cancelled or replaced.
snooze-none-waits = No reminder is set.
snooze-not-set = No reminder was set. The plan's own reminders stay as they are.
snooze-cancelled = The reminder set for { $moment } is cancelled. The plan's own reminders stay as they are.
snooze-reminder = As arranged at { $asked }: { $count } not confirmed yet.
snooze-unit-plan =
    <b>{ $unit }</b>
    Under { $plan }:
