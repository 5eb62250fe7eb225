## Returning a report

menu-tralai = Return a report to be completed
refused-office-only = This is for the coordinators of the standing office.
refused-undo-over = More than { $minutes } minutes have passed, so this button can no longer take it back.
refused-accepted = The standing office has accepted what { $unit } submitted for “{ $task }”, so it can't be withdrawn or changed. Please contact the standing office where it has to be changed.
undo-within = This can be taken back within { $minutes } minutes.
recorded-by-office = { $person } (recorded by the standing office)
unit-not-found-near = No unit “{ $said }” was found. Nearest names: { $names }. Please send the exact name.
return-choose = Choose what to return (the latest first):
return-choose-near = No unit bears exactly the name “{ $said }”. Please choose below if one of these is meant:
return-type-unit = Or send the name of another unit.
return-nothing = Nothing has been submitted that could be returned.
return-nothing-of = { $units }: nothing has been submitted that could be returned.
return-withdrawn = The confirmation of { $unit } about “{ $task }” was withdrawn; there is nothing to return.
return-already = { $person } returned this to { $unit } (“{ $task }”) at { $moment }.
return-ask-reason =
    Return <b>{ $task }</b> to <b>{ $unit }</b>, under { $plan }.
    Please state the reason, for example: annex 02 is missing.
return-ask-day = Please state the day until which <b>{ $unit }</b> hands in <b>{ $task }</b> again, under { $plan }, for example: 15/5.
return-day-unread = The day could not be read. Examples: 15/5, thứ Sáu.
return-day-past = The new deadline must lie after today ({ $day } does not). Please send another day.
return-day-early = { $day } is earlier than the deadline that the unit has: { $deadline }. Please send another day.
return-day-off = Please note: this is a day off.
return-preview = Return <b>{ $task }</b> to <b>{ $unit }</b>, under { $plan }?
return-accepted-before = Please note: it has been accepted ({ $person }, { $moment }). Returning it ends the acceptance.
return-reason = Reason: { $reason }
return-new-day = New deadline: the end of { $day }
return-effect = When returned: it is outstanding again with the new deadline and reminded of accordingly; the unit's officers are told the reason. The earlier submission stays on record.
returned = Returned: <b>{ $task }</b> to <b>{ $unit }</b>, under { $plan }.
return-undone = Taken back: the confirmation that <b>{ $unit }</b> { $act } <b>{ $task }</b>, under { $plan }, stands as before.
return-not-undoable = It can't be taken back: { $unit } has submitted “{ $task }” again, or the return was taken back already.
submitted-round = Submission no. { $round } (again, after it was returned)
notice-returned = { $office } returned <b>{ $task }</b> to <b>{ $unit }</b>, under { $plan }.
notice-returned-ask = Please complete it and hand it in again by the new deadline. If it has been sent already, please let us know so that we can check.
notice-returned-office = { $person } returned <b>{ $task }</b> to <b>{ $unit }</b>, under { $plan }.
notice-return-undone = { $office } took the return back: the confirmation that <b>{ $unit }</b> { $act } <b>{ $task }</b>, under { $plan }, stands as before. There will be no more reminders of it.
notice-resubmitted = <b>{ $unit }</b> { $act } <b>{ $task }</b> again, under { $plan }, round { $round }, at { $moment }.
button-submission-of = { $unit }: { $task }
button-return = Return
button-return-yes = Yes, return it
button-return-day = Until { $day }
button-return-other-day = Another day
button-return-undo = Take the return back
toast-returned = Returned
