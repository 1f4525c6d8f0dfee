"""Run by Alembic: takes the connection that ``migrate.bring_up`` hands over, inside its transaction."""

from alembic import context

from secretariat.register.schema import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=False)
context.run_migrations()
