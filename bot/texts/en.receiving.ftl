### Receipts, states, evidence

## Receipts

menu-danhan = Acknowledge the reminders
button-received = Received
bundle-receipt = Please acknowledge receipt (command /danhan); this does not confirm that anything was handed in.
bundle-received = The unit acknowledged receipt at { $moment }.
received = Recorded: your unit has received the reminder, at { $moment }.
received-before = Your unit acknowledged receipt before, at { $moment }.
received-remaining = { $count } still without confirmation of handing in; reminders go on until then:
received-remaining-task = – { $task }. { $deadline }
received-remaining-more = … and { $count } more: /viec.
received-nothing-left = Nothing is left to acknowledge. Present list: /viec.
toast-received = Receipt recorded
toast-nothing-left = Nothing left to acknowledge

## How an assignment stands

item-state = State: { $state }
state-unsent = no reminder sent yet
state-sent = reminder sent at { $moment }, receipt not acknowledged
state-received = receipt acknowledged at { $moment }
state-submitted = confirmed as handed in at { $moment }
state-accepted = Accepted by the standing office at { $moment }
state-returned = returned at { $moment }; reason: { $reason }

## Evidence

menu-minhchung = Evidence that units have sent
button-evidence-of = Evidence: { $unit }
button-evidence-for = Evidence: { $task }
button-evidence-for-of-unit = Evidence: { $task } – { $unit }
evidence = Evidence: { $pieces }
evidence-file = file “{ $name }” (sent on { $channel ->
    [telegram] Telegram
   *[other] { $channel }
  })
evidence-link = { $link }
evidence-picture = picture sent on Zalo, the link may end: { $link }
evidence-elsewhere = File “{ $name }” was sent on { $channel ->
    [telegram] Telegram
   *[other] { $channel }
  } and can only be seen there.
evidence-added = The evidence has been recorded.
evidence-which = Which report does the file or link prove:
evidence-which-open = The file or link has arrived, but nothing has been confirmed as handed in. Please choose what was; the file is kept as its evidence:
evidence-nothing = The unit has nothing that could have evidence; the file or link has not been recorded.
evidence-not-taken = The file has not been recorded. Please send it again after confirming what was handed in.
evidence-gone = It is not clear which file is meant; please send the file or link again and then choose the report.
evidence-enough = A report has at most { $most } pieces of evidence; the file or link has not been recorded.
evidence-none = No unit has sent evidence yet.
evidence-latest = Reports with evidence ({ $count }), the latest first:
evidence-of = Evidence of <b>{ $unit }</b>: <b>{ $task }</b>, under { $plan }.
evidence-withdrawn = This confirmation has been withdrawn or returned.
