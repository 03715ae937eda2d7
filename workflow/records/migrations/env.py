"""Run the migrations over the connection that was handed in."""

from alembic import context

from workflow.records.tables.metadata import METADATA

connection = context.config.attributes["connection"]

context.configure(
    connection=connection,
    target_metadata=METADATA,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
