## Inviting, handing over, leave, contacts, being forgotten

menu-moi = Invite somebody of a unit
menu-bangiao = Hand over the contact
menu-nghi = Days of leave
menu-donvi = Units and their contacts
menu-nhatky = Journal
menu-xoatoi = Remove my details
role-deputy = deputy of the officer in charge
joined-deputy = When the officer in charge is away or does not answer, reminders come here; the unit's work can be confirmed here at any time. Commands: /help.
join-own-code = This code hands the contact over to somebody else and does nothing for the one who hands over. Please pass it on to the successor.

invite-which-unit = Invite somebody of which unit? Please send its name; no diacritics are needed.
invite-which-role = Invite to <b>{ $unit }</b> in which role?
button-invite-officer = Officer in charge
button-invite-deputy = Deputy
button-invite-leader = Head of the unit
button-invite-coordinator = Officer of the standing office
invite-made = Invitation code for the { $role } of <b>{ $unit }</b>: <b>{ $code }</b>
invite-forward-this = Please forward the following to the person invited; whoever uses the code first is linked.
invite-forward =
    An invitation to the reminder system of { $organisation } as { $role } of { $unit }.
    { $ways }
    Code: { $code } (send just this to the bot; it works once, before { $moment }).
invite-way-link = Open the bot on { $channel }: { $link }
invite-way-none = Open a chat with the office's reminder bot.
invite-too-many = { $unit } has { $count } unused codes. Please take some back under /units before making another.
invite-not-allowed = This role makes no invitations. Please ask the officer in charge or the standing office to invite.
code-only-private = Codes are given in private chats only. Please send this command in a private chat with the bot.

handover-which = Please choose the contact to be handed over:
handover-made =
    Code that hands over the { $role } of <b>{ $unit }</b>: <b>{ $code }</b>
    When the successor uses it, this role ends for the one who hands over. Until then reminders come here.
button-handover-cancel = Cancel the hand-over
handover-cancelled = The hand-over code of { $unit } is taken back; the present role stays.
notice-handed-over = { $person } is { $role } of { $unit } since { $moment }. The role has ended here. Thank you.
notice-contact-changed = { $unit } has another { $role }: { $person } took over from { $former }, { $moment }.

leave-when = Away from which day until which? For example: từ 11/5 đến 15/5.
leave-unread = No days of leave could be read in “{ $said }”. For example: từ 11/5 đến 15/5.
leave-past = “{ $said }”: these days are past. Please send the days again.
leave-too-long = “{ $said }”: more than 200 days. To give up the contact, please use /handover.
leave-taken = Leave noted: from { $first } until the end of { $last }.
leave-kept = Leave noted: from { $first } until the end of { $last }. To change it: /leave with the new days.
leave-covered = Meanwhile the reminders of <b>{ $unit }</b> go to: { $names }.
leave-nobody = <b>{ $unit }</b> has no deputy, so its reminders still come here. Please invite a deputy.
leave-none = No leave is noted.
leave-ended = The leave is over; from now on reminders come here again.
button-leave-end = Back at work
button-leave-cancel = Cancel this leave
button-invite-deputy-now = Invite a deputy
button-invite-deputy-of = Deputy for { $unit }
notice-standing-in = { $person } is away from { $first } until the end of { $last }. Meanwhile the reminders of { $unit } come here.

contacts-overview =
    <b>{ $organisation }</b>: { $units } units.
    With an officer linked: { $linked }; without: { $without }.
    People who cannot be reached: { $lost }.
    One unit: /units with its name, no diacritics needed.
button-units-without = Units without an officer
button-units-lost = Cannot be reached
button-units-linked = Units with an officer
contacts-list-linked = <b>Units with an officer:</b>
contacts-list-without = <b>Units without an officer:</b>
contacts-list-lost = <b>Cannot be reached:</b>
contacts-list-line = – { $unit }: { $names }
contacts-list-bare = – { $unit }
contacts-list-empty = None.
contacts-list-count = ({ $first }–{ $last } of { $all })
contacts-list-how = One unit: /units with its name; to invite: /invite with its name.
contacts-unit = <b>{ $unit }</b>
contacts-nobody = Nobody is linked yet.
contact-line = – { $person }, { $role } ({ $channels }), since { $since }
contact-line-away = – { $person }, { $role } ({ $channels }), since { $since }; on leave
contact-line-lost = – { $person }, { $role } ({ $channels }), since { $since }; cannot be reached: { $why }
contact-group = – Telegram group (linked by { $person }, since { $since })
contact-group-office = – Telegram group of the coordinators (linked by { $person }, since { $since })
contact-no-channel = no channel
contact-two-channels = { $first }, { $second }
contacts-open-codes = Unused codes: { $count }.
button-invite = Invite
button-journal = Journal
button-unlink = Unlink: { $person }
button-void-codes = Take back unused codes
button-group-end = Unlink the group
button-group-end-of = Unlink group { $number }
button-group-end-yes = Yes, unlink
group-end-ask =
    Unlink the Telegram group of <b>{ $whose }</b> (linked by { $person }, since { $since })?
    Reminders and figures will no longer go to this group; each officer still gets the reminders in private.
group-ended = The Telegram group of { $whose } is no longer linked.
group-ended-already = This group was unlinked before. The present list: /units.
button-unlink-yes = Yes, unlink
unlink-ask =
    Unlink <b>{ $person }</b> ({ $role }) from <b>{ $unit }</b>?
    The person gets no more reminders and cannot confirm for the unit. { $codes } unused codes of the unit are taken back too.
unlinked = { $person } ({ $role }) is unlinked from { $unit }; { $codes } unused codes were taken back.
unlink-gone = This role has ended before. The present list: /units.
codes-voided = { $count } unused codes of { $unit } were taken back.
notice-unlinked = The standing office has unlinked this account from { $unit } ({ $role }), { $moment }. If this is a mistake, please ask the standing office.
notice-unit-without-contact = { $unit } has no officer left who gets reminders. Please invite another: /invite with the unit's name.

forget-ask =
    Remove your details from the system?
    Removed: the display name, the ids of the chats on every channel, the roles, days of leave, what was said. No more reminders come.
    Kept: the unit's confirmations, as those of “an officer of the unit”.
forget-leaves-nobody = { $unit } then has no officer left. If there is a successor, please hand over first: /handover.
button-forget-yes = Yes, remove
forgotten = Your details have been removed from the system. To use the system again, please ask for a new code.
forget-stranger = This chat is not linked to anybody; nothing but the chat's id is kept.
