## Backup and restore

backup-taken = Backed up into { $file } ({ $size }), as of { $moment }.
cannot-backup-exists = { $file } is there already. Choose another name, or add --force to replace it.
cannot-backup-same = { $file } is the database itself; name another file.
cannot-backup-missing = There is no file { $file }.
cannot-backup-damaged = The file { $file } is damaged: { $why }
cannot-backup-foreign = { $file } is no database of Nhắc Việc.
cannot-backup-newer = { $file } was written by a newer version ({ $why }). Update the program before restoring.
cannot-backup-cannot-write = { $file } cannot be read or written: { $why }
restored = Restored { $file } from the backup: { $moment }.
restored-undated = moment unknown
restored-kept = The database of before is kept as { $file }.
restored-known = Compared with the database of before: { $count } messages were sent, or changed, after the backup and are not sent again.
restored-forgotten = { $count } entries since the backup (handed in, extensions, links …) are only in the file that was kept; please compare and record them again.
restored-unknown = Nobody knows what was sent after the backup. { $count } messages that wait, and the reminders due since then, are sent once, marked “(sent again)”. What units reported after the backup is lost; please compare.
restored-plans = Wrote { $file } with its other files ({ $count } files) as they last ran.
restored-next = Next: check { $file } with “python -m bot check”, then start “python -m bot run”.
act-restored = data restored from a backup
