## Extensions

menu-giahan = More time
menu-giahanchung = More time for all outstanding units
extension-nothing = Nothing is outstanding that more time could be asked for. The present list: /viec.
extension-choose = Please choose what more time is needed for:
extension-submitted = <b>{ $unit }</b> has confirmed <b>{ $task }</b> already; no more time is needed. The present list: /viec.
extension-no-deadline = <b>{ $task }</b> has no last day yet, so no more time can be asked for. The present list: /viec.
extension-ask-day =
    More time for <b>{ $task }</b>, under { $plan }
    Unit: <b>{ $unit }</b>
    Present deadline: { $deadline }
    Please state until which day, for example: 12/5, thứ Sáu, thêm 3 ngày.
extension-ask-reason =
    More time for <b>{ $task }</b> of { $unit } until { $day }.
    Please state the reason.
extension-reason-needed = Please state the reason in a short sentence, for example: waiting for the figures of the schools.
extension-show =
    Request for more time by <b>{ $unit }</b>
    Task: <b>{ $task }</b>, under { $plan }
    Present deadline: { $deadline }
extension-until = Until: <b>{ $day }</b>
extension-asked-until = The unit asked until: { $day }
extension-reason = Reason: { $reason }
extension-day-off = Please note: { $day } is a day off.
extension-day-unread = No day could be read in “{ $said }”, or there is no such day.
extension-day-not-later = { $day } is not later than the present deadline: { $deadline }.
extension-day-over = { $day } is over.
extension-day-far = { $day } is too far from the present deadline.
extension-day-guessed = This was read as { $day }. Please confirm:
extension-sent =
    The request of <b>{ $unit }</b> has been sent
    Task: <b>{ $task }</b>, under { $plan }
    Present deadline: { $deadline }
extension-sent-to = Receiver: { $office }. Until it has decided, the present deadline holds.
extension-nobody-hears = Nobody of { $office } is linked with the system. The request is kept; please contact them directly as well.
extension-waits =
    A request for more time waits for { $office } already; no new one was sent.
    Task: <b>{ $task }</b>, under { $plan }, unit: { $unit }
    Present deadline: { $deadline }
extension-asked-by = Asked by: { $person }, { $moment }
extension-withdrawn = The request of <b>{ $unit }</b> about <b>{ $task }</b> has been taken back. Deadline: { $deadline }
extension-request =
    Request for more time by <b>{ $unit }</b>
    Task: <b>{ $task }</b>, under { $plan }
    Present deadline: { $deadline }
extension-asked-again = This request has not been decided yet:
extension-decided-granted = This request has been decided: { $person } agreed until { $day }, at { $moment }.
extension-decided-refused = This request has been decided: { $person } did not agree, at { $moment }.
extension-ended = This request waits no longer: the unit has taken it back, or has confirmed.
extension-ask-other-day =
    More time for <b>{ $task }</b> of <b>{ $unit }</b>
    Present deadline: { $deadline }
    The unit asks until: { $day }
    Please state until which day, for example: 12/5, thứ Sáu, thêm 2 ngày.
extension-ask-why =
    Nothing is recorded yet. To refuse more time for <b>{ $task }</b> of <b>{ $unit }</b> until { $day },
    please state the reason for the unit, or choose to leave it out.
extension-refusal-show =
    Refuse more time for <b>{ $task }</b> of <b>{ $unit }</b> until { $day }?
    Reason: { $reason }
button-refuse-yes = Yes, refuse
extension-refusal-unclear = It is not clear whether the reason or the refusal is to be left out. Please choose:
extension-granted = More time was given for <b>{ $task }</b> of <b>{ $unit }</b>. Deadline: { $deadline }
extension-refused = No more time for <b>{ $task }</b> of <b>{ $unit }</b> until { $day }: recorded. Deadline: { $deadline }
extension-undone = The extension was taken back ({ $count } units); the former deadline holds again.
extension-undone-before = This extension was taken back before.
extension-undo-late = It can be taken back within 10 minutes only. Please speak with the unit where something must be changed.
extension-unit-unknown = No unit was recognised in “{ $said }”. Example: /giahan xã Bình Thành 15/5 chờ số liệu.
extension-which-unit = Several units fit “{ $said }”. Please choose:
extension-none-waits = No request for more time waits for a decision.
extension-waiting-heading = { $count } requests for more time wait for a decision:
extension-waiting-line = { $place }. <b>{ $unit }</b>: { $task }, until { $day } (present deadline: { $deadline })
extension-given-heading = Given ({ $count }):
extension-given-line = – { $unit }: { $task }, until { $day } ({ $person })
extension-none-given = Nothing has been given yet.
extend-all-nobody = No unit owes this any more.
extend-all-choose = More time for all units that have not submitted. Please choose the task:
extend-all-show = More time for <b>{ $count } units</b> that have not submitted <b>{ $task }</b>, under { $plan }
extend-one-show =
    More time for <b>{ $task }</b> of <b>{ $unit }</b>, under { $plan }
    Present deadline: { $deadline }
extend-all-names = They are: { $names }
extend-all-kept = { $count } units that have until this day or longer stay as they are.
extend-all-until = Until: <b>{ $day }</b>
extend-all-ask-day =
    Present deadline: { $deadline }
    Please state until which day, for example: 12/5, thứ Sáu, thêm 3 ngày.
extend-all-ask-reason = Until { $day }. Please state the reason for the units.
extend-all-given = More time was given to <b>{ $count } units</b> that have not submitted <b>{ $task }</b>, under { $plan }
extend-one-given = More time was given for <b>{ $task }</b> of <b>{ $unit }</b>, under { $plan }
extend-one-nothing = This unit owes nothing.
extend-one-choose = Please choose a task of <b>{ $unit }</b>:
refused-coordinators-only = Only the standing office can do this.
notice-extension-withdrawn = { $person } has taken back the request of <b>{ $unit }</b> about <b>{ $task }</b>, under { $plan }. Deadline: { $deadline }
notice-extension-granted = { $office } agrees to more time for <b>{ $task }</b>, under { $plan }, until <b>{ $day }</b>.
notice-extension-given = { $office } gives more time for <b>{ $task }</b>, under { $plan }, until <b>{ $day }</b>.
notice-extension-refused = { $office } does not agree to more time for <b>{ $task }</b>, under { $plan }, until { $day }.
notice-extension-refused-others = { $person } did not agree to more time for <b>{ $task }</b> of <b>{ $unit }</b> until { $day }, under { $plan }.
notice-extension-decided = { $person } gave more time for <b>{ $task }</b> of <b>{ $unit }</b> until { $day }, under { $plan }.
notice-extension-batch = { $person } gave { $count } units that have not submitted <b>{ $task }</b> more time until { $day }, under { $plan }.
notice-extension-undone = The extension for <b>{ $task }</b>, under { $plan }, announced just now, was taken back by { $office }.
notice-extension-undone-others = { $person } took back the extension for <b>{ $task }</b> ({ $count } units), under { $plan }.
extension-waits-again = The request of the unit goes on waiting.
extension-refused-open = Please complete it by the deadline above.
extension-refused-overdue = Please complete it without delay.
button-extend-numbered = Task { $place }: { $task }
button-extend = Task: { $task }
button-extend-of-unit-numbered = Task { $place }: { $task } – { $unit }
button-extend-of-unit = Task: { $task } – { $unit }
button-extend-all-numbered = Task { $place }: { $task } ({ $count } units)
button-extend-all = Task: { $task } ({ $count } units)
button-request-numbered = Open { $place }: { $unit }
button-request = Open: { $unit }
button-unit = { $unit }
button-until = Until { $day }
button-extend-until = Agree until { $day }
button-other-day = Until another day
button-refuse = Refuse
button-refuse-silently = Refuse without a reason
button-send-request = Send the request
button-withdraw-request = Take the request back
button-undo-extension = Take this extension back
button-extensions-given = Extensions given
button-extend-own = Ask for my own unit
toast-asked = Request sent
toast-extended = More time given
toast-refused = Recorded
