"""Intake: how requests were made, who made them, and what finds their like."""

import secrets

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem
from sqlmodel.sql.sqltypes import AutoString

from workflow.records.shingles import keys_of

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_BATCH = 500


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, AutoString(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _beside_requests(name: str, *columns: SchemaItem) -> None:
    """Create a table of which a row belongs to a request, and has its id."""
    op.create_table(
        name,
        _number("office_id"),
        _number("id"),
        *columns,
        sa.PrimaryKeyConstraint("office_id", "id", name=op.f(f"pk_{name}")),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f(f"fk_{name}_office_id_office")
        ),
        sa.ForeignKeyConstraint(
            ["office_id", "id"],
            ["request.office_id", "request.id"],
            name=op.f(f"fk_{name}_office_id_id_request"),
        ),
    )


def upgrade() -> None:
    _beside_requests(
        "intake",
        _flag("oral"),
        _text("taken_down_by"),
        _flag("described"),
        _text("provision_form"),
        _text("provision_way"),
        _flag("fee_waiver"),
        _text("help_needed"),
        _text("purpose"),
    )
    _beside_requests(
        "personal_details",
        _text("identity_kind"),
        _text("identity_number"),
        _text("identity_lookup"),
        _text("contact_person"),
        _text("address"),
        _text("postcode"),
        _text("phone"),
        _text("email"),
        _text("salt"),
    )
    op.create_table(
        "likeness",
        _number("office_id"),
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        _number("id"),
        sa.PrimaryKeyConstraint("office_id", "key", "id", name=op.f("pk_likeness")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "office_key",
        _number("office_id"),
        _text("secret"),
        sa.PrimaryKeyConstraint("office_id", name=op.f("pk_office_key")),
        sa.ForeignKeyConstraint(
            ["office_id"], ["office.id"], name=op.f("fk_office_key_office_id_office")
        ),
    )
    _give_keys()
    _index_requests()


def _give_keys() -> None:
    """Give every office that is there its secret."""
    connection = op.get_bind()
    for (office,) in connection.execute(sa.text("SELECT id FROM office")).all():
        connection.execute(
            sa.text("INSERT INTO office_key (office_id, secret) VALUES (:office, :secret)"),
            {"office": office, "secret": secrets.token_hex(32)},
        )


def _index_requests() -> None:
    """Enter every request that is there under its keys, some at a time."""
    connection = op.get_bind()
    insert = sa.text("INSERT INTO likeness (office_id, key, id) VALUES (:office_id, :key, :id)")
    after = (0, 0)
    while True:
        rows = connection.execute(
            sa.text(
                "SELECT r.office_id, r.id, r.applicant, r.contact, r.content, k.secret "
                "FROM request r JOIN office_key k ON k.office_id = r.office_id "
                "WHERE r.office_id > :office OR (r.office_id = :office AND r.id > :last) "
                "ORDER BY r.office_id, r.id LIMIT :batch"
            ),
            {"office": after[0], "last": after[1], "batch": _BATCH},
        ).all()
        if not rows:
            return
        connection.execute(
            insert,
            [
                {"office_id": office, "key": key, "id": row_id}
                for office, row_id, applicant, contact, content, secret in rows
                for key in keys_of(
                    secret, applicant=applicant, content=content, contacts=(contact,)
                )
            ],
        )
        after = (rows[-1][0], rows[-1][1])


def downgrade() -> None:
    for table in ("office_key", "likeness", "personal_details", "intake"):
        op.drop_table(table)
