"""indexes: what one bot has waiting, the messages of one round, the further parts, who was told a step."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ('channel', 'bot'):
        op.add_column('outbox', sa.Column(name, sqlmodel.AutoString(), nullable=True))
        op.execute(f'UPDATE outbox SET {name} = (SELECT {name} FROM chat WHERE chat.id = outbox.chat_id)')
    with op.batch_alter_table('outbox', schema=None) as batch_op:
        for name in ('channel', 'bot'):
            batch_op.alter_column(name, existing_type=sqlmodel.AutoString(), nullable=False)
        batch_op.drop_index('outbox_turn')
        batch_op.create_index('outbox_turn', ['state', 'channel', 'bot', 'urgent_at', 'id', 'not_before'])
    further = sa.text("part > 0 AND state = 'waiting'")
    op.create_index('outbox_further_parts', 'outbox', ['channel', 'bot'], sqlite_where=further)
    op.create_index('outbox_of_round', 'outbox', ['organisation', 'kind', 'cause'])
    op.create_index('told_of_step', 'told', ['ends_at', 'step'])


def downgrade() -> None:
    raise RuntimeError("restore the copy made before the upgrade")
