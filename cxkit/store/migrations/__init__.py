"""Alembic migrations. A new one counts up its id and writes the cxkit version it needs."""
