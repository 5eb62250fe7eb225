## Accepting submissions

menu-nhan = Accept what was submitted
accept-heading = <b>{ $count }</b> submissions wait to be accepted (page { $page }/{ $pages }):
accept-item = { $place }. <b>{ $unit }</b> – { $task }
accept-standing = Standing: { $standing }
accept-nothing = Nothing waits to be accepted.
accept-nothing-of = { $units }: nothing waits to be accepted.
accept-more-of = { $count } more wait to be accepted. Once the above are dealt with, please send this command again to see them.
accept-withdrawn = The confirmation of { $unit } about “{ $task }” was withdrawn or returned; there is nothing to accept.
accept-already = { $person } accepted what { $unit } submitted for “{ $task }” at { $moment }.
accept-all-ask = Accept all <b>{ $count }</b> submissions for <b>{ $task }</b>, under { $plan }?
accept-all-names = Units: { $names }
accepted = Accepted: <b>{ $unit }</b> { $act } <b>{ $task }</b>, under { $plan }.
accepted-all = Accepted: <b>{ $count }</b> submissions for <b>{ $task }</b>, under { $plan }.
acceptance-undone = Taken back: { $count } submissions for <b>{ $task }</b>, under { $plan }, wait to be accepted again.
acceptance-gone = There is no such acceptance any more.
notice-accepted = { $office } accepted:
notice-acceptance-undone = { $office } took the acceptance back; the unit's confirmation still stands:
notice-office-line = – <b>{ $unit }</b>: { $task }, under { $plan }
notice-office-line-document = – <b>{ $unit }</b>: { $task }, { $document }, under { $plan }
button-accept = Accept
button-accept-of = Accept: { $unit }
button-accept-of-numbered = Accept { $place }: { $unit }
button-accept-all = Accept all { $count }: { $task }
button-accept-yes = Yes, accept { $count }
button-acceptance-undo = Take the acceptance back
toast-accepted = Accepted
