## Group chats on Telegram

menu-lienket = Link this group to its unit
group-of-unit = { $unit }
group-of-office = the coordinators of { $unit }
button-group-of-unit = Unit: { $unit }
button-group-of-office = Coordinators: { $unit }
group-link-where =
    This command is for a Telegram group. To link your unit's group:
    1. Add this bot to the group.
    2. Send in the group: /link
    The group can then see the unit's work, deadlines, outline and state; the unit's reminders are sent there too. To end it: /unlink.
group-link-not-here = This channel has no groups yet. The command is for a Telegram group.
group-link-which = Whose group is this? Figures and names of units are told in coordinators' groups only. Please choose:
group-link-join-first = To link a group, please first open a private chat with this bot and join with the code that the standing office gives. Never send a code in a group.
group-link-no-role = Your role cannot link a group. Please let an officer, deputy or leader of the unit, or a coordinator, send this command.
group-linked-unit =
    This group is now linked to <b>{ $whose }</b>. This is an automated reminder system of { $organisation }; it keeps nothing of what is said in the group.
    From now on the unit's reminders are sent here too. Commands in the group: /help. To end it: /unlink.
group-linked-office =
    This group is now linked to <b>{ $whose }</b>. This is an automated reminder system of { $organisation }; it keeps nothing of what is said in the group.
    From now on the daily summary is sent here; figures and names of units are told in the group. Commands in the group: /help. To end it: /unlink.
group-linked-already = This group is linked to { $whose }. To link it anew, send /unlink first.
group-not-linked = This group is not linked.
group-unlinked = This group is no longer linked to { $whose }. No reminders and figures are sent here any more.
group-unlink-not-allowed = Only somebody with a role at { $whose }, or a coordinator of the authority, can unlink this group.
group-join-first = Only somebody who has joined in a private chat, with a role at { $whose }, can do this. Please open a private chat with this bot; never send a code in a group.
group-command-private = This command works only in a private chat with the bot.
group-asked-of = This question is for { $person }: please press a button, or reply to this very message.
group-asked-another = Somebody else in the group has been asked something, so nothing was recorded of this. If it is about something else, please use a command, such as /submit.
group-help-unlinked = This group is not linked to any unit. Somebody who has joined in a private chat links it with /link.
group-help-unit =
    Group of <b>{ $whose }</b>. Everybody here can see: /tasks what is outstanding · /deadline deadlines · /outline outline · /status state · /calendar calendar file.
    Those with a role in the unit who have joined privately: /submit confirm · /undo withdraw · /received received · /extension ask for more time.
    Other commands work in a private chat. To unlink the group: /unlink.
group-help-office =
    Group of <b>{ $whose }</b>. Everybody here can see: /status figures · /deadline deadlines · /outline outline · /calendar calendar file.
    Coordinators who have joined privately: /accept accept · /return send back · /extension more time · /submit record for a unit.
    Other commands work in a private chat. To unlink the group: /unlink.
help-group = In your unit's Telegram group: add the bot to the group and send /link there.
toast-asked-of-another = This question is for somebody else in the group.
toast-group-not-linked = This group is no longer linked.
toast-group-private = This button works only in a private chat.
notice-group-left = The bot was taken out of the Telegram group of { $whose }, { $moment }. The group is no longer linked; reminders still come here.
notice-group-unlinked = The Telegram group of { $whose } was unlinked, { $moment }. Reminders still come here.
act-group-linked = linked a Telegram group
act-group-unlinked = unlinked a Telegram group
act-group-left = a Telegram group is no longer linked: the bot was taken out
