### Days and moments

monday = Monday
tuesday = Tuesday
wednesday = Wednesday
thursday = Thursday
friday = Friday
saturday = Saturday
sunday = Sunday
on-day = { $weekday } { $day }
at-moment = { $time } { $weekday } { $day }
deadline-by-day = “{ $phrase }” (until the end of { $day })
deadline-by-hour = “{ $phrase }” (until { $moment })
deadline-extended = { $printed } (extended to { $until })
deadline-returned = { $printed } (returned, new deadline: { $until })
deadline-returned-alone = returned, new deadline: { $until }

### Commands

rehearse-title = Rehearsal from { $first } to { $last }
rehearse-units = { $count } units
rehearse-total = { $reminders } reminders in all.
step-assigned = assigned
step-before = { $days } working days left
step-last-day = last day
step-overdue = { $days } working days overdue
one-moment = { $at }
one-deadline = { $deadline }
health-age = The last round was { $seconds } seconds ago.
health-never = There has been no round yet.
cannot-no-plan = Cannot start: { $file } has the problems above.
cannot-no-token = The bot has no token. Set TELEGRAM_BOT_TOKEN (from @BotFather) or ZALO_BOT_TOKEN (from Zalo Bot Manager), or load the settings file.
cannot-no-channel = No channel works. Check { $settings }, and the address of the server if TELEGRAM_API_URL or ZALO_API_URL is set (the simulated Zalo: an address that ends in /zalo).
cannot-wrong-database = { $served ->
    [rehearsal] This database has served a rehearsal and cannot serve a real bot. Set another DATABASE_URL.
   *[real] This database has served a real bot and cannot serve a rehearsal. Set another DATABASE_URL.
  }
cannot-database = The database cannot be used: { $why }
cannot-setting = The setting { $name } cannot be used: { $why }
setting-number = must be a number
setting-ge = must be at least { $limit }
setting-le = must be at most { $limit }
setting-gt = must be more than { $limit }
setting-pattern = must look like { $limit }
cannot-already-running = Another bot is running on this database.
cannot-read-clock = “{ $clock }” is no moment; write it like 2026-05-04T07:29:50.
cannot-unknown-organisation = There is no organisation “{ $organisation }”; there are: { $known }.
cannot-which-organisation = Name the organisation with --organisation; there are: { $known }.
cannot-unknown-unit = { $organisation } has no unit “{ $unit }”. Nearest: { $nearest }.
cannot-which-unit = Name the unit by its id; for example: { $known }.
cannot-invite-all = With --all every unit gets one code, for an officer or a leader, in the file named by --to; no unit is named.
cannot-invite-admin-of-unit = An admin belongs to no unit; leave out “{ $unit }”.
cannot-invite-coordinator = Coordinators belong to { $office }.
cannot-write = { $file } cannot be written: { $why }. No code has been given out.
cannot-write-folder = There is no folder { $folder }. No code has been given out.
cannot-write-permission = { $folder } may not be written to. No code has been given out.
cannot-write-kind = “{ $file }” must end in .csv (a table) or .html (a page to print).
cannot-webhook-secret = { $channel ->
    [ZALO] With ZALO_WEBHOOK_URL, ZALO_WEBHOOK_SECRET must be set too (8 to 256 characters).
   *[TELEGRAM] With TELEGRAM_WEBHOOK_URL, TELEGRAM_WEBHOOK_SECRET must be set too (1 to 256 of A-Z a-z 0-9 _ -).
  }
cannot-listen = Port { $port } at { $host } cannot be opened (WEB_PORT, WEB_HOST): { $why }
cannot-window = The last day ({ $last }) is before the first ({ $first }).
invite-drawing = Drawing the QR codes
invite-written = { $count } invitation codes written to { $file }.
invite-shown = Invitation of { $role } for { $unit }: { $code } (single use, within 14 days)
invite-open-none = Open the conversation with the reminder bot of { $organisation }.
invite-open-zalo = { $zalo ->
    [scan] Open Zalo and scan the QR code to enter the conversation with the bot.
   *[find] Open Zalo and find the bot by the name that the office gives.
  }
invite-open-telegram = { $telegram ->
    [scan] Open Telegram and scan the QR code to enter the conversation with the bot.
   *[find] Open Telegram and find the bot by the name that the office gives.
  }
invite-open-both = { $zalo ->
    [scan] Open Zalo and scan the QR code “Zalo”
   *[find] Open Zalo and find the bot by the name that the office gives
  }{ $telegram ->
    [scan] ; or open Telegram and scan the QR code “Telegram”.
   *[find] ; or find the bot on Telegram.
  }
invite-send = Send the bot the code { $code }{ $telegram ->
    [scan] ; on Telegram just press “Start”.
   *[other] .
  }
invite-linked = The bot's answer names “{ $name }”: linked. Single use, within 14 days (before { $moment }).
invite-without-link = The codes of { $organisations } have no link: { $trouble ->
    [no-token] neither ZALO_BOT_TOKEN nor TELEGRAM_BOT_TOKEN is set.
    [no-zalo-link] { $setting } is not set (the bot's share link, copied from Zalo Bot Creator).
    [bad-token] Telegram refuses TELEGRAM_BOT_TOKEN.
   *[other] Telegram could not be asked for the bot's name ({ $trouble }).
  }
invite-page-title = Invitations to Nhắc Việc
invite-card-what = Invitation of { $role } to the reminder system of { $organisation }
sent-again = (sent again)

### The conversation
## First words, joining, help

greeting =
    This is the automated reminder system of { $whose }.
    It keeps: your display name, the chat's id, your unit and its confirmations; nothing else of this chat is kept.
    To have your details removed: /xoatoi.
greeting-shared =
    This is the automated reminder system of the authorities that issue the plans.
    It keeps: your display name, the chat's id, your unit and its confirmations; nothing else of this chat is kept.
    To have your details removed: /xoatoi.
stranger =
    This chat is not linked to any unit yet.
    To link it, please send here the code given by the standing office (the code alone, without other words); on Telegram an invitation link will do.
join-unknown = This invitation code is not right. Please check each character, or ask the standing office for a new one.
join-used = This invitation code has been used. Each code works once; please ask the standing office for a new one.
join-expired = This invitation code has expired or was taken back. Please ask the standing office for a new one.
join-wait = Too many wrong codes. Please try again after { $moment }.
join-no-plan = Linked, but this authority has no plan in the system at present. Please ask the standing office.
joined = Linked: <b>{ $unit }</b> ({ $organisation }), as { $role }.
joined-organisation = Linked to <b>{ $organisation }</b>, as { $role }.
joined-officer = From now on the unit is reminded here of what falls due. Commands: /help.
joined-leader = The unit's assignments can be seen and confirmed here. Commands: /help.
joined-coordinator = How the units stand: /status. Other commands: /help.
joined-admin = How the plans stand: /status. Other commands: /help.
role-officer = officer in charge
role-leader = head of the unit
role-coordinator = officer of the standing office
role-admin = administrator
help-heading = Commands:
help-line = { $command } – { $does }
help-outline = One section of the outline: /outline with its number, such as /outline II.2. One form: /outline form 3B.
help-confirm = Confirm with number and date of the document: /submit 45/BC-UBND ngày 06/5.
menu-viec = What the unit has outstanding
menu-nop = Confirm a submission
menu-rutlai = Withdraw a confirmation
menu-decuong = The outline, its sections and forms
menu-han = The deadline of each assignment
menu-tiendo = How things stand
menu-trogiup = How to use this
cannot-answer = The system failed to answer this. Please try again later, or ask the coordinating office.
not-understood = This was not understood. Please choose one of these commands, or /help.
only-private = This system works only in a private chat with each officer. Please open a private chat.

## Where there are no buttons: numbered choices, links

help-numbers = To choose something in a message of this system, send the number before it, for example: 7.
choices-heading = Send the number to choose:
choice-line = [{ $number }] { $label }
choice-again = { $label }
choice-unknown = There is no choice number { $said }; nothing has been recorded.
choice-expired = Choice number { $said } has expired; nothing has been recorded.
choice-foreign = The number “{ $said }” cannot be read. Please send it in usual digits, for example: 7.
choice-unclear = Number { $said } can mean more than one thing, so nothing has been recorded. Please choose again:
choice-several = Several choices fit. Please send the number:
choice-to-confirm = To avoid a mistake, please send the number below to confirm the choice:
choice-one-at-a-time = One message chooses one thing. Please send the numbers one by one:
choices-none = The present list: /tasks.
button-document-number = Document number: { $number }
file-link = File { $name } (the link works for a while): { $link }
unreadable = Only written messages can be read. Pictures, files, voice messages and stickers are not recorded. Please send it again in writing.

## A second channel

menu-kenh = Channels for reminders
channels-heading = Linked channels:
channels-line = – { $channel }
channels-line-first = – { $channel }: reminded here first
channels-line-lost = – { $channel }: cannot be reached ({ $why })
channels-one = { $channel } can be linked too: when one channel fails or stays without an answer, the reminder goes by the other.
channels-only-one = At present reminders are sent on this channel only.
channels-both = Each reminder goes by the first channel; when it cannot be sent or stays without an answer, it is sent again by the other. What is confirmed on either counts for both.
button-prefer-channel = Remind on { $channel } first
button-add-channel = Add { $channel }
button-drop-channel = Remove { $channel }
button-drop-yes = Yes, remove it
channel-preferred = From now on reminders go by { $channel } first.
channel-code =
    Code for one more channel: <b>{ $code }</b>
    Please open the conversation with the office's reminder bot on { $channel } and send this code there. It works once, before { $moment }; do not pass it on to anybody.
channel-drop-ask = Remove { $channel }? Nothing will be sent by { $channel } any more; to use it again it must be linked again.
channel-dropped = { $channel } is removed. Reminders go by { $left }.
joined-channel = { $channel } is linked too. To choose the first channel, or to remove one: /kenh.
join-taken-chat = This conversation is linked to somebody already and cannot take this code. Please send it from another account.
join-taken-channel = This code links one more channel; { $channel } is linked already. Please send it to the bot on the other channel.
trouble-on = { $channel }: { $why }

## Refusals

refused-other-unit = This belongs to another unit. Officers see and confirm only what their own unit owes.
refused-no-unit = This account is not tied to a unit that owes reports. How the plans stand: /status.
refused-button = This choice no longer holds. Please send the command again to see the present state; the commands: /help.
refused-removed = The plan in force no longer asks this of the unit. The present list: /tasks.
refused-closed = { $plan } is closed; nothing more is recorded. For a correction, please ask the standing office.
refused-over = This choice belongs to a period of “{ $task }” that is no longer followed. The present list: /tasks.
refused-withdrawn = The confirmation of { $unit } for “{ $task }” was withdrawn before. The present list: /tasks.
day-in-future = { $day } has not come yet. Please check and send the right day.

## Pieces

lines = { $lines }
plain-day = { $day }/{ $month }/{ $year }
plan-by-title = The plan “{ $title }” of { $issuer }
plan-by-number = Plan { $number } of { $issuer }
plan-by-day = Plan { $number } of { $day }, { $issuer }
document-number-day = no. { $number } of { $day }
document-number = no. { $number }
document-day = of { $day }
deadline-awaited = “{ $phrase }” (no day named; the standing office will tell it)
left-days =
    { $days ->
        [one] { $days } day left
       *[other] { $days } days left
    }
left-today = today is the last day
left-overdue =
    { $days ->
        [one] { $days } day overdue
       *[other] { $days } days overdue
    }
left-over-today = the hour has passed today
left-working-days =
    { $days ->
        [one] { $days } working day left
       *[other] { $days } working days left
    }
left-overdue-working-days =
    { $days ->
        [one] { $days } working day overdue
       *[other] { $days } working days overdue
    }
plan-basis = Under { $plan }:
item-task = { $place }. <b>{ $task }</b>
item-plan = { $plan }
item-deadline = Deadline: { $deadline } – { $left }
item-deadline-only = Deadline: { $deadline }
item-receiver = To: { $receiver }
item-cooperating = In cooperation with: { $units }
item-receiver-via = To: { $receiver } (via { $via })
task-of-period = { $task } (due { $day })
plan-not-begun = { $plan }: reminders begin on { $day }; nothing is due to be reminded of yet.
item-topic = Topic of the speech paper: { $topic }
act-handed-in = has submitted
act-done = has completed
standing-on-time = on time
standing-late = late
standing-open = open, in time
standing-overdue = overdue

## Buttons

button-handed-in = Submitted: { $task }
button-handed-in-numbered = Submitted no. { $place }: { $task }
button-handed-in-of-unit-numbered = Submitted no. { $place }: { $task } – { $unit }
button-handed-in-of-unit = Submitted: { $task } – { $unit }
button-done = Done: { $task }
button-done-numbered = Done no. { $place }: { $task }
button-done-of-unit-numbered = Done no. { $place }: { $task } – { $unit }
button-done-of-unit = Done: { $task } – { $unit }
button-skip = Skip
button-undo = Withdraw
button-undo-of = Withdraw: { $task }
button-yes = Yes, confirm
button-no = No
button-present-period = Submitted for the present period
button-add-document = Add number and date
button-handed-in-earlier = Handed in earlier
button-outline = Outline
button-outline-of = Outline: { $plan }
button-plan = { $plan }
button-section = { $number }. { $title }
button-more = More
button-full-text = Full text of this section
button-forms = The forms
button-form = Form { $form }
button-outstanding-of = Outstanding: { $task }
button-unlinked = Units with nobody linked
button-whole-plan = The whole plan

## Outstanding

outstanding-some = <b>{ $unit }</b>: { $count } not confirmed as submitted.
outstanding-none = <b>{ $unit }</b>: nothing is outstanding.
recorded-heading = Recorded:
recorded-line = – { $task }: { $moment }
recorded-line-document = – { $task }: { $document }, { $moment }

## Submitting

nop-choose = Please choose what was submitted:
nop-choose-document = Which assignment is the document { $document } for:
nop-ask =
    Confirm that <b>{ $unit }</b> { $act } <b>{ $task }</b>
    Under { $plan }
    Document: { $document }
nop-ask-period =
    What was chosen belongs to an earlier period of <b>{ $task }</b>
    Earlier period: { $deadline }
    Present period: { $newer }
    Confirm that { $unit } has submitted for the earlier period?
document-unclear = It is not clear whether this is the number and date of this document; nothing was recorded. Please send only the number and the date, for example: 45/BC-UBND ngày 06/5. Choose “Skip” if there is none yet.
document-day-unread = The day in “{ $said }” cannot be read, or there is no such day. Please send the number and the day again, for example: 45/BC-UBND ngày 06/5.
nop-document-unread = No number or date was found in “{ $said }”. For example: /submit 45/BC-UBND ngày 06/5. Or choose what was submitted:
answer-yes-or-no = Please answer “yes” or “no”, or choose below.
answer-by-button = Please choose an assignment below.
never-mind = Left as it was; nothing has changed.
submitted = Recorded: <b>{ $unit }</b> { $act } <b>{ $task }</b>, under { $plan }.
submitted-deadline = Deadline: { $deadline }
submitted-document = Document: { $document }
submitted-handed-in = Handed in: { $day }
submitted-handed-in-by-word = Handed in: { $day } (as the unit states)
submitted-moment = Confirmed: { $moment } – { $standing }
document-ask = Please tell number and date of the document, such as: 45/BC-UBND ngày 06/5. This may be skipped.
document-unread = No number or date was found. For example: 45/BC-UBND ngày 06/5. Choose “Skip” if there is none, or “Withdraw” if this was a mistake.
handed-in-ask = Please tell the day on which “{ $task }” was handed in, such as: ngày 06/5.
handed-in-too-early = { $day } is before { $plan } was issued. Please check, and send the day of handing in again, for example: ngày 06/5. Choose “Skip” to leave it as it is.
handed-in-unread = No day was found. For example: ngày 06/5. Choose “Skip” to leave it as it is.
already-submitted =
    Confirmed before: <b>{ $unit }</b> { $act } <b>{ $task }</b>, under { $plan }.
    Confirmed by: { $person }, { $moment }
toast-recorded = Recorded
toast-already = Confirmed before
toast-undone = Withdrawn

## Undoing

undo-nothing = The unit has no confirmation to withdraw.
undo-choose = Please choose the confirmation to withdraw:
undo-ask = Withdraw the confirmation that <b>{ $unit }</b> { $act } <b>{ $task }</b>, under { $plan }?
undo-recorded = Confirmed by: { $person }, { $moment }
undone = Withdrawn: the confirmation that <b>{ $unit }</b> { $act } <b>{ $task }</b>, under { $plan }. It is outstanding again and will be reminded of.

## Notices

notice-submitted = { $person } confirms that <b>{ $unit }</b> { $act } <b>{ $task }</b>, under { $plan }, { $moment }. It is not reminded of any more.
notice-withdrawn = { $person } withdraws the confirmation that <b>{ $unit }</b> { $act } <b>{ $task }</b>, under { $plan }, { $moment }. It is outstanding again.

## Outline

outline-no-plan = The unit has no plan in the system at present.
outline-choose = Please choose the plan:
outline-none = { $plan }: no outline comes with the document.
outline-title = <b>{ $title }</b>
outline-not-attached = The outline is not attached to the document. { $note }
outline-note = { $note }
outline-led =
    Sections that { $unit } leads:
    { $sections }
outline-sections =
    Sections:
    { $sections }
outline-several = Several sections fit “{ $asked }”. Please choose:
outline-not-found = No section or form “{ $asked }” was found in the outline.
outline-changed = The outline has changed. The one in force: /outline.
section-line = { $number }. { $title }
section-line-below = – { $number }. { $title }
section-heading = <b>{ $number }. { $title }</b>
section-heading-untitled = <b>Section { $number }</b>
section-leads = Led by: { $units }
section-leads-many = Led by: { $count } units
section-text = { $text }
section-below =
    Under it:
    { $sections }
forms-heading = The forms of { $plan }:
form-line = Form { $form }: { $title }
form-line-cited = Form { $form }: { $title } (only cited, not attached)
form-heading = <b>Form { $form }</b>: { $title }
form-untitled = the document prints no title
form-cited = The document only cites this form; it is not attached.
form-rows = { $rows }
form-note = Note: { $note }

## Outline as a document; links to files

button-outline-document = Download the outline (.docx)
outline-document = The outline under { $plan }, as the skeleton of a report to write in.
outline-document-not-here = Files cannot be sent here. Please read the outline in this chat:
link-ended = This link has ended. Please ask for the file again in the chat with the reminder system.
link-unknown = There is no file at this link. Please check the whole link in the message.

## Deadlines

deadlines-heading = Deadlines of <b>{ $unit }</b>:
deadlines-none = <b>{ $unit }</b>: nothing is followed at present.
deadlines-task = <b>{ $task }</b>
deadlines-submitted = Confirmed as submitted: { $moment }
deadlines-plan = Deadlines of the units under { $plan }:
deadlines-plan-task = <b>{ $task }</b> ({ $count } units)
past-heading = Due before the plan was issued (not reminded of, not counted):
past-line = – { $task }: “{ $phrase }”
events-heading = Events:
event-line = – { $title }: “{ $phrase }”
event-line-day = – { $title }: “{ $phrase }” ({ $day })

## Status

status-moment = As of { $moment }.
status-plan = <b>{ $plan }</b>
status-plan-size = { $units } units, { $assignments } assignments.
status-nothing-expected = Nothing is followed at present.
status-task = <b>{ $task }</b>
status-all = Submitted { $submitted }/{ $expected } ({ $percent }%): on time { $on_time }, late { $late }; outstanding: in time { $open }, overdue { $overdue }
status-commune = – Communes: submitted { $submitted }/{ $expected } ({ $percent }%): on time { $on_time }, late { $late }, open in time { $open }, overdue { $overdue }
status-department = – Departments and other bodies: submitted { $submitted }/{ $expected } ({ $percent }%): on time { $on_time }, late { $late }, open in time { $open }, overdue { $overdue }
status-by-word = Of those on time, { $count } rest on a day that the unit stated after the deadline.
status-unlinked = Nobody linked: { $count }/{ $units } units; no reminder reaches them.
names-overdue-commune = Overdue, communes ({ $count }): { $names }
names-overdue-department = Overdue, departments and other bodies ({ $count }): { $names }
names-open-commune = Outstanding, in time, communes ({ $count }): { $names }
names-open-department = Outstanding, in time, departments and other bodies ({ $count }): { $names }
names-unlinked-commune = Nobody linked, communes ({ $count }): { $names }
names-unlinked-department = Nobody linked, departments and other bodies ({ $count }): { $names }
names-none = No unit is left.
status-troubles-alike = – { $why } ({ $count }): { $names }
status-unit = <b>{ $unit }</b>: submitted { $done }/{ $expected }.
status-unit-task = <b>{ $task }</b>
status-unit-submitted = Confirmed as submitted: { $moment } – { $standing }
status-unit-open = Outstanding – { $left }

## The newest wave, and the month's messages

button-last-wave = The newest reminder
button-wave-more = The next units
wave-none = Nothing has been reminded of under this plan yet.
wave-moment = The newest reminder: { $moment }.
wave-owed = { $count } units were outstanding then:
wave-told = Reminded: { $count } units
wave-by-channel = – over { $channel }: { $count }
wave-told-before = Reminded in another message: { $count } units
wave-submitted = Confirmed before the message was sent: { $count } units
wave-waiting = Waiting to be sent: { $count } units
wave-not-told = Not reminded: { $count } units
wave-reason = – { $why }: { $count }
wave-unlinked = Nobody linked: { $count } units
wave-why-unlinked = Nobody linked
wave-why-quota = the { $channel } messages of { $month } do not suffice
wave-names = – { $why }: { $names }
wave-more = … and { $count } more units.
channel-name = { $channel ->
    [telegram] Telegram
    [zalo] Zalo
   *[other] { $channel }
  }
channel-bot = { $channel } ({ $whose ->
    [own] the office's own bot
   *[shared] the shared bot
  })
month-named = { $month }/{ $year }
quota-line = { $channel } { $month }: { $spent } sent, { $to_come } still expected, { $sum } / { $quota } messages in all.
alarm-quota-tight =
    The { $channel } messages of { $month } will probably not suffice: { $spent } sent, { $to_come } still expected if no more units hand in, { $sum } / { $quota } in all.
    From now on, reminders that are near each other go in one message. If that is not enough, first announcements and early reminders are left out, then those shortly before and after the deadline; reminders of the last day are kept longest.
alarm-quota-refusing =
    The { $channel } messages of { $month }: { $spent } sent, { $to_come } still expected, { $sum } / { $quota } in all.
    Some reminders that matter less are not sent over { $channel }, to keep messages for the last day. Whoever is linked on another channel is reminded there; the units that were not reminded: /tiendo, choose the plan, “The newest reminder”.
alarm-quota-used-up =
    The { $channel } messages of { $month } are used up: { $spent } / { $quota } sent, { $to_come } still expected.
    Until the end of the month nothing can be sent over { $channel }. Whoever is linked on another channel is reminded there; the units that were not reminded: /tiendo, choose the plan, “The newest reminder”. Please tell these units in another way.
alarm-quota-closed =
    { $channel } takes no more of the bot's messages in { $month }, although only { $spent } / { $quota } were sent; { $to_come } are still expected. It is asked again every 6 hours.
    Whoever is linked on another channel is reminded there; the units that were not reminded: /tiendo, choose the plan, “The newest reminder”. Please check the bot's service plan and ZALO_MONTHLY_QUOTA.
rehearse-quota-title = Messages a month against the quota (one officer a unit, nobody hands in early):
rehearse-quota = { $channel }, { $month }, { $organisation }: { $needed } / { $quota } messages are needed
rehearse-quota-over = – that is { $over } too many ({ $answers } are kept for answers). With reminders near each other in one message, { $wide } are needed.
rehearse-quota-gives-way =
    Still { $over } too many. Left out would be:
    { $ranks }
rehearse-quota-fits = – that suffices.
rehearse-quota-shared = the shared bot
rank-assigned = – announcements { $count }
rank-early = – early reminders { $count }
rank-soon = – reminders shortly before the deadline { $count }
rank-overdue = – reminders after the deadline { $count }
rank-last-day = – reminders of the last day { $count }

## Reminders

bundle-to = To: <b>{ $unit }</b>
bundle-late = (late reminder)
bundle-assigned = Assigned: <b>{ $task }</b>
bundle-before = A reminder: <b>{ $task }</b>
bundle-soon = Please complete in time: <b>{ $task }</b>
bundle-last-day = Today is the last day: <b>{ $task }</b>
bundle-last-day-request = Please complete it before the deadline ends.
bundle-overdue = No confirmation of submission so far: <b>{ $task }</b>
bundle-overdue-request = Please complete and send it as soon as possible.
bundle-overdue-done = No confirmation of completion so far: <b>{ $task }</b>
bundle-overdue-done-request = Please complete it as soon as possible.
bundle-led =
    Sections of the outline that the unit leads:
    { $sections }
bundle-closing = If it has been sent, please tell us by a choice below or /submit, so that we can check. With regards.

### Demonstration

demo-starting = Starting the simulator and the bot on { $plans } shipped plans…
demo-join = { $at }: officers join by the invitations of their units.
demo-joined = { $name } has joined too ({ $unit }{ $channel ->
    [zalo] , on Zalo
   *[telegram] {""}
  }).
demo-opening = { $at }: sending hours begin, the reminders reach the officers' phones.
demo-press = { $name } presses “{ $label }”.
demo-says = { $name } writes: { $text }
demo-colleague = The unit's other officer is told:
demo-last-day = { $at }: the last day. Nobody is reminded of what was handed in; the other unit still is.
demo-end = The tour ends here. Run “make demo” in a terminal to be an officer or the coordinator yourself.
demo-help =
    Write as on a phone (for example: /viec, /nop, /decuong, /han, /tiendo), or type a button's number to press it.
    :next to the next reminder · :role be somebody else · Enter new messages · :quit leave
demo-which-unit = Which unit do you want to be (a name, diacritics not needed; for example: phuong quy nhon, so noi vu)?{" "}
demo-which-number = Which number (Enter: 1):{" "}
demo-which-role = 1. officer · 2. coordinator (Enter: 1):{" "}
demo-which-channel = On 1. Telegram · 2. Zalo (Enter: 1):{" "}
demo-no-unit = No unit has a name like that.
demo-prompt = { $at } · { $unit } >{" "}
demo-stepping = Going to the next reminder…
demo-next = { $at }: the next reminder.
demo-nothing-comes = No reminder comes for this role any more.
demo-bye = The simulator and the bot have been stopped.
demo-name-first = Nguyễn Thử Nhất
demo-name-second = Trần Thử Hai
demo-name-other = Lê Thử Ba
demo-name-coordinator = Phạm Thử Tư
demo-name-newcomer = Cán bộ Thử

### Problems of plans.yaml

check-warning = warning: { $what }
check-counts = { $problems } problems, { $warnings } warnings.{ $problems ->
    [0] {""}
   *[other] {" "}Check again once they are mended.
  }
check-sizes = { $organisations } organisations, { $units } units, { $plans } plans, { $tasks } tasks, { $assignments } assignments.
problem-cannot-read = cannot read the file: { $why ->
    [missing] it is not there
    [folder] it is a folder
    [forbidden] not permitted
   *[other] { $why }
  }
problem-empty-file = the file is empty
problem-too-large = the file is larger than { $most }, too large to be plans
problem-line-too-long = the line is longer than { $most } characters
problem-control-character = a control character; this is no plain text
problem-hidden-character = a hidden character { $code } (it comes with pasted text); delete and retype this line
problem-too-much = too much to be plans: at most { $files } files, { $size } and { $count } values together
problem-not-utf-8 = not UTF-8 text; save the file as UTF-8
problem-tab = a tab; YAML indents with spaces only
problem-syntax = not YAML; look at the quotes, colons and indentation here
problem-syntax-colon = a colon out of place: a text with a colon needs quotes; else the indentation is wrong, or a space is missing after a colon
problem-syntax-no-colon = this line is no “key: value”; if it continues the text above, indent it
problem-syntax-indent = the indentation does not fit the lines above, or something follows a closed quote or bracket
problem-syntax-bracket = the bracket opened in line { $line } is not closed, or a comma is missing; a text with a colon needs quotes
problem-syntax-quote = the quote opened here is not closed
problem-syntax-escape = between double quotes a \ has a meaning of its own; use single quotes
problem-syntax-sign = the value begins with a sign that YAML keeps for itself; put the text between quotes
problem-alias = YAML anchors and aliases (&, *) are not used here; write the value again
problem-tag = YAML tags are not used here ({ $tag })
problem-too-deep = nested too deeply
problem-key-not-text = a key must be a plain word
problem-duplicate-key = the key “{ $name }” stands above already
problem-include-outside = “{ $name }” lies outside this file's folder
problem-include-loop = “{ $name }” includes itself in a circle
problem-include-missing = there is no file “{ $name }”
problem-include-alone = “include” must stand alone, with the name of one file
problem-unknown-key = there is no key “{ $name }”{ $nearest ->
    [none] {""}
   *[other] {""}; did you mean “{ $nearest }”?
  }
problem-missing-key = “{ $name }” is missing
problem-wrong-type = “{ $name }” must be { $wanted ->
    [list] a list: [a, b] in one line, or an item a line, each begun with “- ”
    [string] text
   *[other] keys with values
  }
problem-wrong-item = each item of “{ $name }” must be { $wanted ->
    [list] a list
    [string] text
   *[other] keys with values
  }
problem-empty-value = “{ $name }” is empty
problem-unknown-value = “{ $written }” is no { $name }{ $nearest ->
    [none] {""}
   *[other] {""}; did you mean “{ $nearest }”?
  } (one of: { $allowed })
problem-bad-value = the value of “{ $name }” cannot be used: “{ $written }”
problem-bad-id = the id “{ $written }” may only have lower-case letters, digits and hyphens, at most 64{ $nearest ->
    [none] {""}
   *[other] {""}; did you mean “{ $nearest }”?
  }
problem-bad-date = “{ $written }” is no day as it must be written: year-month-day, like 2026-05-07{ $nearest ->
    [none] {""}
   *[other] {""}; did you mean “{ $nearest }”?
  }
problem-bad-hour = “{ $written }” is no hour written like 07:30{ $nearest ->
    [none] {""}
   *[other] {""}; did you mean “{ $nearest }”?
  }
problem-bad-hours = “{ $written }” is no span of hours written like 07:30-11:00{ $nearest ->
    [none] {""}
   *[other] {""}; did you mean “{ $nearest }”?
  }
problem-bad-yes-no = “{ $written }” must be true or false{ $nearest ->
    [none] {""}
   *[other] {""}; did you mean “{ $nearest }”?
  }
problem-bad-count = “{ $written }” must be a number from 0 to 999
problem-hours-overlap = the spans of sending hours overlap or are out of order
problem-day-off-and-worked = { $day } is both a day off and a worked day
problem-duplicate-id = the id “{ $id }” is used above already
problem-was-in-use = was: the id “{ $id }” belongs to a task, or another task has it as its old id
problem-members-or-roster = the group “{ $group }” needs either members, or body and roster
problem-missing-remind-from = a plan without a printed day of issue needs remind_from: the day from which to remind
problem-blank-not-marked = “{ $name }” is missing; if the document leaves it blank, name it in not_printed
problem-not-printed = the document does not print its { $name ->
    [number] number
   *[issued_on] day of issue
  }
problem-printed-after-all = “{ $name }” has a value and cannot be marked as not printed
problem-secret = a document marked { $marking } must not be put into this system
problem-no-deadline = the task “{ $task }” has no deadline
problem-deadline-conflict = the unit “{ $unit }” is in two groups with different deadlines; give it its own
problem-impossible-deadline = “{ $phrase }” names a day, hour or week that does not exist
problem-unreadable-deadline = cannot read the deadline “{ $phrase }”; copy the words of the document; if they are right, add last_day
problem-not-a-deadline = “{ $phrase }” is no deadline to hand in by; meetings go under events
problem-wrong-weekday = “{ $phrase }”: weekday and date contradict each other; write the phrase as {"{"}phrase: …, holds: date{"}"} (the date counts) or holds: weekday (the weekday counts)
problem-before-issue = “{ $phrase }” was past before the document's own day; kept, not reminded
problem-awaits-day = “{ $phrase }” names no day; not reminded until last_day is given
problem-awaits-confirmation = “{ $phrase }” leaves the last day open; not reminded until last_day is given
problem-awaits-anchor = “{ $phrase }” counts from a day not known yet; not reminded until received_on is given
problem-answer-replaces-day = “{ $phrase }” names its day, but last_day { $day } replaces it
problem-event-day-unsure = the event “{ $phrase }” names no day for sure
problem-figures-after-deadline = figures are asked up to { $day }, after the deadline “{ $phrase }”
problem-receiver-owes = { $unit } receives the work and is in a group that owes it; if it does not owe, name it in except
problem-nobody-owes = no unit owes the task “{ $task }”
problem-roster-not-printed = the { $count } units of “{ $group }” are not printed in the document, the admin listed them
problem-unknown-unit = there is no unit or group “{ $id }”{ $nearest ->
    [none] {""}
   *[other] {""}; did you mean “{ $nearest }”?
  }
problem-unknown-form = there is no form “{ $id }”{ $nearest ->
    [none] {""}
   *[other] {""}; did you mean “{ $nearest }”?
  }
problem-unknown-topic-unit = there is no unit that owes this with the id “{ $id }”{ $nearest ->
    [none] {""}
   *[other] {""}; did you mean “{ $nearest }”?
  }

### deadline command

deadline-title = “{ $phrase }”, document of { $on }
deadline-value = { $value }
deadline-from-to = { $start } – { $end }
deadline-type = Kind
deadline-type-deadline = deadline
deadline-type-range = a span of time, due at its end
deadline-type-ranges = several spans of time, due once each
deadline-type-recurring = recurring
deadline-type-relative = a period counted from something
deadline-type-event = event
deadline-type-no-date = no date given
deadline-type-not-a-deadline = not a deadline
deadline-type-error = cannot be read, or names a day or hour that does not exist
deadline-named-date = Day named in the document
deadline-last-day = Last day
deadline-last-working-day = Last working day
deadline-last-moment = Until
deadline-start = From
deadline-end = To the end of
deadline-one-range = Span
deadline-alternative = Counted otherwise
deadline-civil-code-point = By the Civil Code, Article 146
deadline-rule-named = Rule of the named day
deadline-rule-last = Rule of the last day
deadline-next = Next
deadline-event-on = Day
deadline-event-time = Hour
deadline-weekday-date = The weekday contradicts the date; by the weekday it would be
deadline-boundary = Counting
deadline-boundary-exclusive = before the named day, which does not count
deadline-boundary-inclusive = the named day counts
deadline-boundary-clock = by the hour named
deadline-counted = Period
deadline-counted-after = { $count } { $unit } after, the day itself not counted
deadline-counted-before = { $count } { $unit } before
deadline-unit-day = day(s)
deadline-unit-working-day = working day(s)
deadline-unit-week = week(s)
deadline-unit-month = month(s)
deadline-unit-year = year(s)
deadline-unit-hour = hour(s)
deadline-unit-minute = minute(s)
deadline-reason = Reason
deadline-reason-review = the period under review
deadline-reason-cut-off = a cut-off of figures
deadline-reason-counted = describes what is counted
deadline-reason-blank = a date left blank
deadline-reason-continuous = a continuous duty
deadline-reason-on-request = on request
deadline-reason-urgency = says only how urgent
deadline-reason-elsewhere = the date is set elsewhere
deadline-reason-no-end = says only when it begins
deadline-reason-no-period = does not say how often
deadline-reason-event = depends on an event whose day is unknown
deadline-note = Note
deadline-flag-needs-confirmation = the standing office has to confirm it
deadline-flag-year-inferred = the year is not printed but inferred
deadline-flag-past-at-issue = past when the document was issued: no reminder
deadline-flag-tentative = tentative
deadline-flag-effective-date = the day it takes effect, not a deadline

## Understanding

understand-title = “{ $text }”
understand-value = { $value }
understand-intent = Intent
understand-about = About
understand-close = May also be
understand-help = asks how this is used
understand-undo-confirmation = withdraws a confirmation
understand-none = asks for nothing
understand-return-submission = returns a unit's report
understand-deadline-question = asks for the deadline
understand-outline = asks for the outline or a form
understand-confirm-submission = confirms a submission
understand-greeting = a greeting
understand-snooze = asks to be reminded later
understand-extension-request = asks for an extension
understand-outstanding-tasks = asks what is outstanding
understand-nudge = has units chased
understand-status = asks who has submitted
understand-slot-unit = Unit
understand-slot-document-number = Document number
understand-slot-document-date = Document date
understand-slot-section = Section or form
understand-slot-new-due = Deadline asked for
understand-slot-when = When to remind
understand-slot-reason = Reason
understand-hint-received = received, seen
understand-hint-will-do = will submit, is at work
understand-hint-not-yet = not submitted yet
understand-hint-trouble = trouble in submitting
understand-hint-thanks = thanks
understand-hint-complaint = a complaint about the reminders

### Alarms to the admin

alarm-first-load = { $plan } had begun before it was loaded here. If you agree, the { $units } linked units are told the present state at once.
button-first-load = Agree and send
first-load-approved = Noted. The units of { $plan } are told within the sending hours.
refused-admins-only = Only the admin can do this.
alarm-refused = The plans file as just saved has { $count } problems and was not applied; the running plan stays.
alarm-problems = { $lines }
alarm-problem = { $place }: { $what }
bundle-cooperating = Work in which the unit cooperates: { $task }
bundle-changed = The deadline of the following has changed.
status-troubles =
    Could not be reminded:
    { $lines }
status-trouble = – { $unit } ({ $person }): { $why }
trouble = { $why ->
    [blocked] has blocked the bot
    [deactivated] the account is no longer active
    [kicked] the bot was removed from the group
    [cannot-start] has not opened the conversation with the bot
    [no-chat] the conversation cannot be found
    [outcome-unknown] it is not known whether the message arrived
    [network] no connection, it is being tried again
    [server] trouble at the channel's server, it is being tried again
    [no-answer] it is not known whether the message arrived
    [too-long] the message is too long
    [cannot-be-worded] the message could not be worded
    [quota] the month's messages do not suffice
    [too-many] too many at once, it is being tried again
   *[other] could not be sent
  }
