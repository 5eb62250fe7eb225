## Small changes by chat

menu-sua = Change a deadline, group, contact
edit-what = What is to be changed? A whole sentence will do: /edit hạn báo cáo sơ kết 15/5/2026, /edit nhóm các sở thêm Sở Tài chính, /edit đầu mối Sở Tài chính.
button-edit-deadline = A task's deadline
button-edit-group = A unit of a group
button-edit-contact = A unit's contact
button-edit-one = { $name }
button-edit-whole-task = All units ({ $count })
button-edit-plan-deadline = The plan's, { $count } tasks
button-edit-owing = Another unit
button-edit-add = Add a unit
button-edit-remove = Take a unit out
button-edit-apply = Apply
button-edit-other = Make it: { $phrase }
button-edit-again = Change it again
button-edit-drop = Drop
button-edit-replace = Replace { $person }
toast-edit-applied = Noted
edit-only-private = Plans are changed in a private chat with the bot only.
edit-waits = Another change of the plans waits to be applied or answered. Please try again once it is settled.
edit-waits-for = Nothing can be changed yet: version { $number } of the plans waits for { $names } since { $since }. Please ask them, or run plan apply; then try again.
edit-waits-nobody = No linked admin of { $names }: only plan apply can decide.
edit-file-differs = The plan file says something that does not run (it has problems, or the answer was no), so nothing can be changed here. Please mend the file, or run: plan roll-back { $running }; then try again.
edit-nothing-runs = No plan is running yet that could be changed. Please try again in a few minutes.
edit-outdated = The plans have changed since this was shown; nothing has been changed. Please send /edit again to see the present state.
edit-which-plan = Choose the plan of the task whose deadline is to change, or send the task's name:
edit-which-task = Choose the task whose deadline is to change:
edit-task-line = – { $task } ({ $plan })
edit-more-tasks = and { $count } more tasks
edit-task-unknown = No task has “{ $said }” in its name. Please send some words of its name again; diacritics are not needed.
edit-which-scope = Deadline of <b>{ $task }</b>, under { $plan }
edit-present = At present: { $deadline } – { $count } units
edit-shared = This is the plan's own deadline, which { $count } tasks share. With “All units” only this task gets one of its own.
edit-which-owing = Send the name of the unit whose deadline for <b>{ $task }</b> is to change; diacritics are not needed.
edit-owes-not = No unit called “{ $said }” owes <b>{ $task }</b>. Please send the unit's name again.
edit-ask-phrase = What is the new deadline of <b>{ $task }</b>?
edit-phrase-how = Write it as a document would, e.g. trước ngày 15/5/2026; chậm nhất 17 giờ 00 ngày 15/5/2026; or only the day: 15/5.
edit-phrase-unread = No deadline could be read in “{ $said }”.
edit-recurring = “{ $phrase }” (recurring)
edit-show-deadline = A deadline under { $plan } changes. Please check before applying:
edit-show-group = A group of { $organisation } changes. Please check before applying:
edit-whom = { $whom } – { $count } units
edit-whom-plan = The deadline of “{ $plan }” itself
edit-whom-task = <b>{ $task }</b>
edit-whom-part = <b>{ $task }</b>, only { $name }
edit-from = From: { $deadline }
edit-to = To: <b>{ $deadline }</b>
edit-over = Note: the new deadline is past.
edit-task-of-plan = – { $task }
edit-own-kept = { $count } units have a deadline of their own, which stays.
edit-show-add = <b>{ $unit }</b> joins the group <b>{ $group }</b>
edit-show-remove = <b>{ $unit }</b> leaves the group <b>{ $group }</b>
edit-member-count = Units in the group: { $before } → { $after }
edit-owes-more = The unit will owe besides:
edit-owes-less = The unit will no longer owe:
edit-owes-the-same = What the unit owes stays the same.
edit-owed-task = – { $task }: { $deadline }
edit-printed-roster = Note: the list of the group “{ $group }” is printed in the document; it will differ from the document.
edit-unit-vanishes = Note: { $unit } is in no other group and will be a unit of the organisation no more. Its reports and its journal are kept.
edit-warning = Note: { $what }
edit-line-place = { $file }, line { $line }:
edit-line-was = Old: { $words }
edit-line-now = New: { $words }
edit-applied = Noted. The change is written into the plan's file and holds in a moment; if the file has just been changed elsewhere it is not written, and you will be told.
edit-problem = – { $what }
edit-refused-result-refused = Not changed: the plan's file would have mistakes.
edit-refused-not-found = The plan's file does not have this any more{ $what ->
    [plan-deadline] {""}: the plan has no deadline of its own
    [owing] {""}: the task does not name “{ $id }”
   *[other] {""}: “{ $id }”
}. Nothing has been changed.
edit-refused-unknown-unit = There is no unit “{ $id }”{ $nearest ->
    [none] {""}
   *[other] . The nearest: { $nearest }
}. Nothing has been changed.
edit-refused-nothing-changes = The deadline is just that, there is nothing to change.
edit-refused-already-member = { $unit } is in the group “{ $group }” already.
edit-refused-not-member = The unit is not in the group “{ $group }”.
edit-refused-last-member = The group “{ $group }” has only one unit left in this place, which cannot be taken out. Please edit the plan's file.
edit-refused-other-roster = The units of this group have names that begin with “{ $body }”; { $name } cannot be added here.
edit-refused-unusable-words = The words are empty, too long, or hold signs that cannot stand in the plan's file.
edit-refused-cannot-splice = This place of the file ({ $file }, line { $line }) is written in a way that can only be edited by hand. Nothing has been changed.
edit-refused-strange-change = Not changed: other things would change as well. Please edit the plan's file.

edit-which-group = Choose the group that is to change:
edit-group-unknown = No group is called “{ $said }”. Please send the group's name again; diacritics are not needed.
edit-which-way = The group <b>{ $group }</b> has { $count } units. Add a unit, or take one out?
edit-which-unit-in = Send the name of the unit that joins the group <b>{ $group }</b>; diacritics are not needed.
edit-which-unit-out = Send the name of the unit that leaves the group <b>{ $group }</b>; diacritics are not needed.

edit-contact-which-unit = Send the name of the unit whose contact is to be replaced; diacritics are not needed.
edit-contact-how = To replace somebody, the successor gets a code; once it is used, the former contact's role ends. Contacts do not stand in the plan's file.
edit-show-contact =
    Replace the { $role } of <b>{ $unit }</b>:
    { $person } → whoever uses the code
    Until the code is used, reminders go to { $person }. An earlier code for replacing this person works no more.
edit-contact-made =
    Code to replace the { $role } of <b>{ $unit }</b>: <b>{ $code }</b>
    Once it is used: { $person } → whoever uses the code. Until then, reminders go to { $person }.

act-plan-edited = changed the plan in the chat (version { $count })
act-plan-edit-refused = could not apply version { $count } of the plans
journal-refused-file-changed = Reason: the plan’s files were edited meanwhile
journal-refused-cannot-write = Reason: the plan’s files cannot be written
journal-refused-problems = Reason: it has problems
journal-refused-overtaken = Reason: another change took its place
act-replacement-begun = made a code to replace { $role } { $other }
journal-edited-deadline = Deadline of “{ $task }”: “{ $was }” → “{ $now }”
journal-edited-add = Added to the group “{ $group }”
journal-edited-remove = Taken out of the group “{ $group }”
