"""plan versions: their state, origin, texts and difference; what ran or was refused before keeps its place."""

import json

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None

STATES = sa.Enum(
    'waiting', 'approved', 'ran', 'refused', 'declined', 'superseded',
    name='versionstate', native_enum=False, length=16,
)


def upgrade() -> None:
    with op.batch_alter_table('planversion', schema=None) as batch_op:
        batch_op.add_column(sa.Column('state', STATES, nullable=False, server_default='refused'))
        batch_op.add_column(sa.Column('origin', sqlmodel.AutoString(), nullable=False, server_default='file'))
        batch_op.add_column(sa.Column('by', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('why', sqlmodel.AutoString(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('decided_at', sqlmodel.UTCDateTime(), nullable=True))
        batch_op.add_column(sa.Column('base', sqlmodel.AutoString(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('texts', sa.JSON(none_as_null=True), nullable=False, server_default='{}'))
        batch_op.add_column(sa.Column('about', sa.JSON(none_as_null=True), nullable=False, server_default='{}'))
        batch_op.create_foreign_key(batch_op.f('fk_planversion_by'), 'person', ['by'], ['id'])
    _carry_over(op.get_bind())
    with op.batch_alter_table('planversion', schema=None) as batch_op:
        batch_op.drop_column('accepted')
        batch_op.drop_column('summary')
        for name in ('state', 'origin', 'why', 'base', 'texts', 'about'):
            batch_op.alter_column(name, server_default=None)


def _carry_over(connection: sa.Connection) -> None:
    rows = connection.execute(sa.text('SELECT id, accepted, summary FROM planversion')).all()
    for id, accepted, summary in rows:
        texts = json.loads(summary or '{}').get('files', {})
        connection.execute(
            sa.text('UPDATE planversion SET state = :state, texts = :texts WHERE id = :id'),
            {'id': id, 'state': 'ran' if accepted else 'refused', 'texts': json.dumps(texts, ensure_ascii=False)},
        )


def downgrade() -> None:
    raise RuntimeError("restore the copy made before the upgrade")
