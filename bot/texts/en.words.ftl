## What people say in their own words

nop-ask-said =
    Confirm that <b>{ $unit }</b> { $act } <b>{ $task }</b>
    Under { $plan }
nop-choose-said = Please choose what has been handed in or done:
meant-which = What you sent can be read in several ways, so nothing has been recorded. Please choose:
button-neither = None of these
greeted = Hello. The reminder system is at your service; please choose what to see:
remark-will-do = Understood; nothing has been recorded as handed in. Please tell when it has been, so that it is recorded.
remark-not-yet = Understood: not handed in; nothing more has been recorded. You can be reminded later or ask for more time:
remark-trouble = If handing in meets an obstacle, please contact the standing office; if you need more time, you can ask for it:
remark-thanks = Thank you for your cooperation.
remark-complaint = Noted. Reminders of a task stop as soon as it is confirmed as handed in.
