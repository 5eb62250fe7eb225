## Holding all pushes of an organisation

menu-tamdung = Hold all reminders
menu-tieptuc = Resume reminders
refused-hold = Only the standing office or an admin can do this.
hold-which = Please choose the organisation:
hold-ask = Hold everything that <b>{ $organisation }</b> pushes?
hold-what = Held: reminders of deadlines, chases, escalations, summaries, notices of a changed outline.
hold-what-not = Still working: answers, confirmations, notices of the standing office's decisions, reminders that people asked for themselves.
hold-none = <b>{ $organisation }</b> is not on hold; everything is sent as usual.
held-since = The reminders of <b>{ $organisation }</b> are on hold, by { $person } since { $moment }.
held-done = The reminders of <b>{ $organisation }</b> are on hold now.
held-kept = What comes due meanwhile is kept. On resuming (/tieptuc) everybody gets only the newest state.
held-no-chase = Nobody can be chased meanwhile. Please resume first.
resume-waiting = People with held messages: <b>{ $count }</b>; each gets the newest state.
resume-dropped = Not sent any more: { $count } outdated chases and summaries.
resume-ask = Resume reminders?
resumed-done = The reminders of <b>{ $organisation }</b> go on.
resumed-goes = People who get what was held: { $count }; within sending hours, and only what is still outstanding.
notice-resumed = { $person } has resumed the reminders of <b>{ $organisation }</b> at { $moment }.
button-resume = Resume
button-hold-of = { $organisation }
toast-held = On hold
toast-resumed = Resumed
